import ArgumentParser
import Batch
import Foundation
import Modeling
import ResultFolders
import Studies
import SupplyData
import TextFiles

struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Solves every variant of one or more datasets and keeps the results in a store.",
    discussion: """
      Examples:
        shorewise batch datasets/ev-battery
        shorewise batch datasets/ev-battery --variant no-credits -- plan --gap 0.01
        shorewise batch datasets/ev-battery -- frontier --time-limit 60
        shorewise batch datasets/ev-battery --engine slurm --workers 20
        shorewise compare runs.sqlite

      After -- comes the command to run, with its options but without a dataset; the default \
      is plan. Started again, a batch solves only what is missing, has failed or has changed. \
      A run that crashes, hangs or takes too much memory does not stop the others: it is tried \
      once more with safer settings, then recorded as failed, with the reason and its log.
      """)

  @Argument(help: "The folders of the datasets.")
  var datasets: [String]

  @Option(
    name: .customLong("variant"), parsing: .singleValue,
    help: ArgumentHelp(
      "A variant, a sweep or a member of a sweep. May be repeated (default: the unchanged dataset and all its variants).",
      valueName: "name"))
  var variants: [String] = []

  @Flag(help: "With --variant: also solve the unchanged dataset.")
  var unchanged = false

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "A change to make to every variant, such as 'tariffs[origin=CN].rate*=1.5'. May be repeated.",
      valueName: "change"))
  var sets: [String] = []

  @Option(help: ArgumentHelp("The store's file; created if it does not exist.", valueName: "file"))
  var store = "runs.sqlite"

  @OptionGroup var engine: EngineOptions

  @Option(help: ArgumentHelp("The most memory a run may use, in MiB.", valueName: "MiB"))
  var memory: Int?

  @Option(
    help: ArgumentHelp(
      "End a run after this many seconds, with or without a plan (default: twice its --time-limit plus a minute; without a limit, a week).",
      valueName: "seconds"))
  var killAfter: Double?

  @Flag(help: "Also repeat runs that a limit stopped.")
  var retry = false

  @Flag(help: "Repeat all runs.")
  var force = false

  @Flag(
    name: .customLong("exchange"), inversion: .prefixedNo,
    help: "Test each plan's design in every other variant, and keep the best.")
  var exchanges = true

  @Flag(help: "Show what would be solved and about how long it would take.")
  var dryRun = false

  @Flag(help: "Print the result as JSON.")
  var json = false

  @Option(
    name: .customLong(Self.solveOption), parsing: .remaining,
    help: ArgumentHelp(
      "The command to run, plan or frontier, with its options; must come last. Usually written as --.",
      valueName: "command"))
  var words: [String] = []

  private static let solveOption = "solve"

  /// The arguments with the option for which `--` stands; positional arguments behind others of any number are not
  /// known to the parser.
  static func spelledOut(_ arguments: [String]) -> [String] {
    guard arguments.first == configuration.commandName,
      let place = arguments.firstIndex(of: "--")
    else { return arguments }
    var arguments = arguments
    arguments[place] = "--\(solveOption)"
    return arguments
  }

  func validate() throws {
    if datasets.isEmpty { throw ValidationError("Name the folder of at least one dataset.") }
    if let memory, memory < 1 {
      throw ValidationError("--memory is \(memory); give 1 or more.")
    }
    if let killAfter, !(killAfter > 0 && killAfter.isFinite) {
      throw ValidationError("--kill-after is \(killAfter); give a number of seconds above 0.")
    }
    if unchanged, variants.isEmpty {
      throw ValidationError(
        "--unchanged needs --variant; without --variant the unchanged dataset is solved anyway.")
    }
    _ = try solve()
  }

  func run() throws {
    try Failure.ofFiles { () throws(Faults) in try OutputFile(store).check() }
    let batch = try batch()
    let asked = try Failure.ofDataset { () throws(Faults) in try batch.asked() }
    if dryRun {
      let forecast = try Failure.ofFiles { () throws(Faults) in try batch.forecast(asked) }
      StandardOutput.tell(json ? forecast.json : forecast.text)
      return
    }
    let line = BatchLine(isTerminal: StandardError.isTerminal) { StandardError.write($0) }
    let cancellation = Interrupts.cancellation(
      "stopping: finished runs are kept; unfinished ones will start again next time")
    let result = try Failure.ofFiles { () throws(Faults) in
      try batch.run(asked, cancellation: cancellation) { line.show($0) }
    }
    line.finish()
    let exchange = try self.exchange(asked, cancellation)
    StandardOutput.tell(
      json
        ? result.json(exchange: exchange)
        : ([result.text(again: Self.typed(CommandLine.arguments)), exchange?.text] as [String?])
          .compactMap(\.self).joined(separator: "\n"))
    if !result.isComplete || exchange?.wasStopped == true { throw ExitCode.failure }
  }

  /// Tries the designs that variants have found in one another, once all of them have ended.
  private func exchange(_ asked: [AskedRun], _ cancellation: Cancellation) throws
    -> ExchangeResult?
  {
    guard exchanges, !cancellation.isCancelled, let question = try solve().question else {
      return nil
    }
    let line = ProgressLine(isTerminal: StandardError.isTerminal) { StandardError.write($0) }
    defer { line.finish() }
    return try Failure.ofFiles { () throws(Faults) in
      try DesignExchange(store: store, workers: engine.width, question: question)
        .run(of: asked.map(\.key), cancellation: cancellation) {
          line.show(done: $0.done, of: $0.runs, "runs have tried all designs")
        }
    }
  }

  /// The command that is run for each variant.
  private func solve() throws -> BatchedSolve { try BatchedSolve(words: words) }

  private func batch() throws -> BatchRun {
    let solve = try solve()
    let (engine, threads) = engine.settings(threads: solve.threads)
    return BatchRun(
      request: BatchRequest(
        datasets: datasets, variants: variants, withUnchanged: unchanged, sets: sets,
        command: solve.command, options: solve.options,
        effort: solve.effort(threads: threads), store: store,
        again: force ? .all : retry ? .stopped : .failedOrChanged),
      engine: engine, program: WorkerCommand.program,
      limits: WorkerLimits(
        memoryBytes: memory.map { Int64($0) << 20 },
        wallSeconds: killAfter ?? solve.longestSeconds))
  }

  /// Words as they are typed in a shell.
  private static func typed(_ words: [String]) -> String {
    words.map { word in
      word.allSatisfy { $0.isLetter || $0.isNumber || "-_./=,:@%+".contains($0) } && !word.isEmpty
        ? word : word.quotedForShell
    }.joined(separator: " ")
  }
}
