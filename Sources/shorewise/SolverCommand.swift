import ArgumentParser

/// A command in the process that solves; for the program itself to call, not for a user.
struct SolverCommand: ParsableCommand {
  static let name = "solver"

  static let configuration = CommandConfiguration(
    commandName: name, abstract: "A solve.", shouldDisplay: false)

  @Argument(parsing: .captureForPassthrough)
  var words: [String] = []

  func run() throws {
    GuardedRun.begin(spool: words.first ?? "")
    Shorewise.main(Array(words.dropFirst()))
  }
}
