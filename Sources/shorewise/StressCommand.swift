import ArgumentParser
import Findings
import Foundation
import Modeling
import Resilience
import ResultFolders
import Studies
import SupplyData
import TextFiles

struct StressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stress",
    abstract: "Takes facilities, countries and lanes out, one at a time: what breaks, and when.",
    discussion: """
      Examples:
        shorewise stress first-steps-plan
        shorewise stress ev-battery-frontier --pairs -o ev-battery-frontier
        shorewise stress plan-5 --target 'country:CN' --target 'country:CN>region:*'

      The plan's first stage is held fixed and its flows are planned anew, for the \
      plan and for the current network beside it. A target is a facility, country:X, \
      region:X, group:X, product:P@country:X, a corridor such as country:X>region:Y, \
      or several joined by '+'; '*' stands for each. Times to recover are those of \
      recovery.csv, else --ttr. The status is 0 if every outage has its answer, else 1: \
      what has none is named, and what was found is written all the same.
      """)

  @Argument(help: "The folder of a plan or of a frontier.")
  var plan: String

  @Option(
    name: .customLong("target"), parsing: .singleValue,
    help: ArgumentHelp(
      "What to take out (default: each facility, country, region, product of a country and corridor). May be repeated.",
      valueName: "target"))
  var targets: [String] = []

  @Flag(help: "Take every two countries out at once, too.")
  var pairs = false

  @Option(
    help: ArgumentHelp(
      "Time to recover where recovery.csv does not say.", valueName: "weeks"))
  var ttr = StressStudy.usualWeeksToRecover

  @Flag(name: .customLong("all"), help: "List targets that no network loses a sale by, too.")
  var showsAll = false

  @Option(
    help: ArgumentHelp(
      "Stop after so many seconds, with what has been tested.", valueName: "seconds"))
  var timeLimit: Double?

  @Option(help: ArgumentHelp("Most threads (default: one a processor).", valueName: "n"))
  var threads: Int?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write stress.json, sources.json and their tables to.", valueName: "folder"))
  var output: String?

  @Flag(help: "Print the result as JSON.")
  var json = false

  func validate() throws {
    if !(ttr >= 0.01 && ttr <= 520) {
      throw ValidationError("--ttr is \(ttr); give weeks between 0.01 and 520, such as 13.")
    }
    if let threads, threads < 1 {
      throw ValidationError("--threads is \(threads); give 1 or more.")
    }
    if let timeLimit, !(timeLimit > 0 && timeLimit.isFinite) {
      throw ValidationError("--time-limit is \(timeLimit); give a number of seconds above 0.")
    }
  }

  func run() throws {
    let study = StressStudy(
      plan: plan, targets: targets, takesPairs: pairs, weeksToRecover: ttr,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      limits: SolveLimits(
        deadline: timeLimit.map { ContinuousClock.now + .seconds($0) },
        cancellation: Interrupts.cancellation("stopping: what has been tested will be told")))
    if let output {
      try Failure.ofFiles { () throws(Faults) in try OutputFolder(output).prepare() }
    }
    let loaded = try Failure.ofFiles { () throws(Faults) in try study.dataset() }
    let line = ProgressLine(isTerminal: StandardError.isTerminal) { StandardError.write($0) }
    let result = try Failure.ofFiles { () throws(Faults) in
      try study.run(loaded) { line.show(done: $0, of: $1, "outages") }
    }
    line.finish()
    // Printed first: it is all there is if the files cannot be written.
    StandardOutput.tell(
      StressText(
        result.stress, sources: result.sources, plan: result.plan, dataset: loaded.dataset,
        showsAll: showsAll
      ).text, orJSON: json ? result.stress.jsonText : nil)
    if let output {
      try Failure.ofFiles { () throws(Faults) in try study.write(result, loaded, to: output) }
      Written.tell(
        [StressRecord.file, SourceMapRecord.file, "inputs/"], tables: true, in: output, json: json)
    }
    if let open = StressText.openCells(result.stress, plan: plan) {
      if json { StandardError.tell(open) }
      throw ExitCode.failure
    }
  }
}
