import ArgumentParser
import Batch
import NetworkDesign
import Studies
import SupplyData

/// A command that a batch can run: one that solves a dataset and writes what it finds into a folder.
protocol SolvingCommand: ParsableCommand {
  /// The dataset's folder.
  var dataset: String { get }
  /// What is to be different from its files.
  var variant: VariantOptions { get }
  /// How exactly and how long to solve.
  var effort: EffortOptions { get }
  /// Where results go.
  var output: OutputOptions { get }
}

/// What a batch runs for each variant: a command with its options, checked before anything is solved.
struct BatchedSolve {
  /// The command.
  let command: String
  /// The options that say what is solved.
  let options: [String]
  /// What is asked of each dataset, where designs that one variant has found may be good for another: not for a frontier, nor for
  /// a first stage that is given.
  let question: DesignExchange.Question?
  private let threadsOption: [String]
  private let parsed: EffortOptions

  /// The commands that a batch can run.
  static var commands: [any SolvingCommand.Type] {
    Shorewise.configuration.subcommands.compactMap { $0 as? any SolvingCommand.Type }
  }

  /// - Parameter words: the command with its options; without any, `plan`.
  init(words: [String]) throws {
    let command = words.first ?? PlanCommand.configuration.commandName ?? ""
    let names = Self.commands.compactMap { $0.configuration.commandName }
    guard let type = Self.commands.first(where: { $0.configuration.commandName == command }) else {
      throw ValidationError(
        "After -- comes \(names.joined(separator: " or ")), then its options; '\(command)' is neither."
      )
    }
    let options = Array(words.dropFirst())
    let solve: any SolvingCommand
    do {
      solve = try type.parse(["DATASET"] + options)
    } catch {
      throw ValidationError("After --: \(type.message(for: error))")
    }
    if !solve.variant.changes.isEmpty {
      throw ValidationError("Put --variant and --set before --: they belong to the batch.")
    }
    if solve.output.output != nil || solve.output.json {
      throw ValidationError(
        "Leave out --output and --json after --: results go to the store; read them with `shorewise export STORE --format csv`."
      )
    }
    self.command = command
    // With how many threads a run is solved makes no other run of it.
    self.options = OptionWords(options).words(without: "--threads")
    threadsOption = OptionWords(options).words(of: "--threads")
    parsed = solve.effort
    question = (solve as? PlanCommand)?.exchangeQuestion
  }

  /// The threads of a run, where its options say.
  var threads: Int? { parsed.threads }

  /// Options that no user need care for: without `--threads`, as many as do not take processors from other runs.
  func effort(threads: Int) -> [String] {
    // A variant without a plan is a result; who wants to know why asks for that variant alone.
    ["--no-diagnosis"] + (threadsOption.isEmpty ? ["--threads", "\(threads)"] : threadsOption)
  }

  /// After how long a run that has not ended must have failed.
  var longestSeconds: Double { parsed.timeLimit.map { 2 * $0 + 60 } ?? 7 * 86_400 }
}
