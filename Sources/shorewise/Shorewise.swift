import ArgumentParser

/// The command line: each command in a file of its own, none with logic of its own.
@main
struct Shorewise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shorewise",
    abstract: "Plans supply networks, and shows what resilience costs.",
    discussion: """
      A dataset is a folder with plan.yaml and CSV tables. Try:
        shorewise check datasets/first-steps
        shorewise plan datasets/first-steps
        shorewise frontier datasets/first-steps -o first-steps-frontier
        shorewise report first-steps-frontier

      Exit status: 0 success, 1 failure, 2 no plan exists (proven), 64 wrong usage, \
      65 invalid dataset.
      """,
    version: Release.version,
    subcommands: [
      NewCommand.self, ImportCommand.self,
      CheckCommand.self, PlanCommand.self, FrontierCommand.self, PremiumCommand.self,
      StressCommand.self, FlipCommand.self, RegretCommand.self, AlternativesCommand.self,
      ExplainCommand.self, DiagnoseCommand.self, ReportCommand.self,
      VerifyCommand.self, ExportCommand.self, VariantsCommand.self, BatchCommand.self,
      CompareCommand.self, BatchTaskCommand.self, WorkerCommand.self, SolverCommand.self,
    ])

  static func main() {
    Descriptors.prepare()
    let words = BatchCommand.spelledOut(Array(CommandLine.arguments.dropFirst()))
    if let unknown = UnknownCommand(words) { exit(withError: unknown.error) }
    if let command = try? parseAsRoot(words) as? any GuardedCommand {
      do { try GuardedRun.run(command, words: words) } catch { exit(withError: error) }
    } else {
      main(words)
    }
    StandardOutput.finish()
  }
}
