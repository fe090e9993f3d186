import ArgumentParser

@main
struct Benchmarks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shorewise-benchmarks",
    abstract: "Makes datasets, runs Shorewise and other solvers on them, and compares.",
    subcommands: [GenerateCommand.self, RunCommand.self, TableCommand.self, ChartCommand.self])
}
