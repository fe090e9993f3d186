import TestSnapshots
import Testing

/// What the program says of itself.
@Suite struct HelpTests {
  @Test(arguments: [
    "new", "import",
    "check", "plan", "frontier", "premium", "stress", "flip", "regret", "alternatives", "explain",
    "diagnose",
    "report", "verify", "export", "variants", "batch", "compare",
  ])
  func `help of every command`(_ command: String) throws {
    let outcome = try Shorewise.run([command, "--help"])
    #expect(outcome.status == 0)
    #expect(outcome.error.isEmpty)
    #expect(outcome.output.contains("shorewise \(command) "), "no example")
    #expect(
      outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.hasPrefix("USAGE") })
    try expectSnapshot(outcome.output, "help-\(command).txt")
  }

  @Test func `help of the whole`() throws {
    let outcome = try Shorewise.run(["--help"])
    #expect(outcome.status == 0)
    try expectSnapshot(outcome.output, "help.txt")
    #expect(try Shorewise.run([]).output == outcome.output)
  }

  @Test func `version`() throws {
    let outcome = try Shorewise.run(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }
}
