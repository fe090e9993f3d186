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
    abstract: "Disables facilities, countries and lanes one at a time: what breaks, and how soon.",
    discussion: """
      Examples:
        shorewise stress first-steps-plan
        shorewise stress ev-battery-frontier --pairs -o ev-battery-frontier
        shorewise stress plan-5 --target 'country:CN' --target 'country:CN>region:*'

      For each outage the plan's first stage stays fixed and its flows are re-optimised; \
      the current network is tested alongside. A target is a facility, country:X, \
      region:X, group:X, product:P@country:X, a corridor such as country:X>region:Y, or \
      several joined by '+'; '*' stands for each in turn. Times to recover come from \
      recovery.csv, or else from --ttr. The exit status is 0 if every outage could be \
      solved, and 1 if not: those left open are named, and all other results are kept.
      """)

  @Argument(help: "The folder of a plan or of a frontier.")
  var plan: String

  @Option(
    name: .customLong("target"), parsing: .singleValue,
    help: ArgumentHelp(
      "What to disable (default: each facility, country, region, corridor, and product of a country). May be repeated.",
      valueName: "target"))
  var targets: [String] = []

  @Flag(help: "Also disable every pair of countries at once.")
  var pairs = false

  @Option(
    help: ArgumentHelp(
      "Time to recover, if recovery.csv does not give one.", valueName: "weeks"))
  var ttr = StressStudy.usualWeeksToRecover

  @Flag(name: .customLong("all"), help: "Also list targets whose outage costs no sales.")
  var showsAll = false

  @Option(
    help: ArgumentHelp(
      "Stop after this many seconds, and keep what has been tested.", valueName: "seconds"))
  var timeLimit: Double?

  @Option(
    help: ArgumentHelp("The most threads to use (default: one per processor).", valueName: "n"))
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
        cancellation: Interrupts.cancellation("stopping: results so far will be shown")))
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
