import ArgumentParser
import Foundation
import TestMutations
import Trials

/// Many seeds of one trial.
@main struct TrialsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shorewise-trials",
    abstract: "Tries what must hold for every dataset on very many.",
    discussion: """
      Examples:
        shorewise-trials mutations --to 1000000 --plans-one-in 50
        shorewise-trials agreement --to 10000
        shorewise-trials mutations --from 4711 --to 4712 --show

      Each trial is its seed. Exit status 1 where one went wrong.
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case mutations, agreement, variants, plans
  }

  @Argument(
    help:
      "What to try: mutations, variants, plans (files that are mutated) or agreement (of both methods)."
  )
  var kind: Kind

  @Option(help: "The first seed.")
  var from: UInt64 = 0

  @Option(help: "The seed after the last one.")
  var to: UInt64

  @Option(help: "How many processes.")
  var processes = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "Seek a plan in one of so many valid datasets; 0 for none.")
  var plansOneIn: UInt64 = 0

  @Flag(help: "Print the files of the first seed, of mutations or agreement, and end.")
  var show = false

  @Option(help: .hidden)
  var place: String?

  func validate() throws {
    if from >= to { throw ValidationError("--from \(from) is not below --to \(to).") }
    if processes < 1 { throw ValidationError("--processes is \(processes); give 1 or more.") }
  }

  private var trial: any Trial {
    switch kind {
    case .mutations: MutationTrial(plansOneIn: plansOneIn)
    case .agreement: AgreementTrial()
    case .variants: VariantTrial()
    case .plans: PlanFileTrial()
    }
  }

  func run() throws {
    if show {
      let files =
        kind == .agreement ? AgreementTrial.files(of: from) : MutationTrial.files(of: from)
      let bytes = DatasetArchive.packed(files)
      FileHandle.standardOutput.write(Data(bytes))
      return
    }
    if let place {
      if kind != .agreement { TrialWorker.limitMemory(gigabytes: 2) }
      TrialWorker(trial: trial, seeds: Array(from..<to), place: TrialPlace(path: place)).run()
      return
    }
    let run = TrialRun(
      program: Bundle.main.executablePath ?? CommandLine.arguments[0],
      arguments: [kind.rawValue, "--plans-one-in", "\(plansOneIn)"],
      longestTrial: kind == .agreement ? 200 : 10)
    let start = ContinuousClock.now
    let result = run.run(from..<to, processes: processes) { sum in
      FileHandle.standardError.write(Data("\r\(sum.count) tried, \(sum.wrong.count) wrong".utf8))
    }
    let seconds = start.duration(to: .now) / .seconds(1)
    print("\n\(result.count) tried in \(Int(seconds)) s")
    for (kind, count) in result.well.sorted(by: { $0.key < $1.key }) { print("\(count)\t\(kind)") }
    for (seed, words) in result.wrong.sorted(by: { $0.key < $1.key }) {
      print("seed \(seed): \(words)")
    }
    if !result.wrong.isEmpty { throw ExitCode.failure }
  }
}
