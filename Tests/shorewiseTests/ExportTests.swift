import Foundation
import Testing

/// What is exported means the same to another solver.
@Suite(.enabled(if: Glpsol.path != nil, "glpsol (glpk-utils) is not installed"))
struct ExportTests {
  @Test(
    arguments: ["mps", "lp", "gmpl"],
    [
      [], ["--max-risk", "0.01"], ["--minimise", "risk"], ["--baseline"],
      ["--network", "expanded"],
    ])
  func `glpsol finds what plan finds`(_ format: String, _ question: [String]) throws {
    let scratch = try Scratch(Cases.small)
    let plan = try Shorewise.run(
      ["plan", scratch.path("data"), "--gap", "0", "--json"] + question
    ).json()
    let export = try Shorewise.run(
      ["export", scratch.path("data"), "--format", format, "-o", scratch.path("out")] + question)
    #expect(export.status == 0)
    #expect(export.output.isEmpty)
    let found = try Glpsol.objective(of: format, in: scratch)
    let risk = try #require(plan["risk"] as? [String: Any])
    let value = question.contains("risk") ? risk["sales_at_risk"] : plan["cost"]
    let expected = try #require(value as? Double)
    #expect(abs(found - expected) <= 1e-6 * max(1e-3, abs(expected)), "\(found), \(expected)")
  }

  @Test(arguments: ["mps", "lp"])
  func `strong links are another program of the same optimum`(_ format: String) throws {
    let scratch = try Scratch(Cases.small)
    let plan = try Shorewise.run(["plan", scratch.path("data"), "--gap", "0", "--json"]).json()
    let export = ["export", scratch.path("data"), "--format", format]
    let weak = try Shorewise.run(export)
    #expect(try Shorewise.run(export + ["--links", "weak"]).output == weak.output)
    #expect(try Shorewise.run(export + ["--links", "strong"]).output != weak.output)
    try Shorewise.run(export + ["--links", "strong", "-o", scratch.path("out")])
    let found = try Glpsol.objective(of: format, in: scratch)
    let expected = try #require(plan["cost"] as? Double)
    #expect(abs(found - expected) <= 1e-6 * abs(expected), "\(found), \(expected)")
  }

  @Test(arguments: ["mps", "lp", "gmpl"])
  func `printed and written are the same`(_ format: String) throws {
    let scratch = try Scratch(Cases.small)
    let printed = try Shorewise.run(["export", scratch.path("data"), "--format", format])
    #expect(printed.status == 0)
    #expect(printed.error.isEmpty)
    try Shorewise.run(
      ["export", scratch.path("data"), "--format", format, "-o", scratch.path("out")])
    #expect(try scratch.text("out/\(Glpsol.file(of: format))") == printed.output)
  }
}

/// The solver that comes with GLPK.
enum Glpsol {
  static var path: String? {
    ["/usr/bin/glpsol", "/usr/local/bin/glpsol", "/opt/homebrew/bin/glpsol"]
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static func file(of format: String) -> String {
    "network-design." + (format == "gmpl" ? "dat" : format)
  }

  /// Solves the exported file in `out`.
  static func objective(of format: String, in scratch: Scratch) throws -> Double {
    let file = scratch.path("out/\(file(of: format))")
    let model = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("models/network-design.mod")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(path))
    process.arguments =
      (format == "gmpl"
        ? ["--model", model.path, "--data", file]
        : [format == "mps" ? "--freemps" : "--lp", file])
      + ["--output", scratch.path("solution"), "--mipgap", "0"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let solution = try scratch.text("solution")
    let line = try #require(
      solution.firstMatch(of: /Objective:.*= *([-+0-9.e]+)/), "\(solution.prefix(400))")
    return try #require(Double(line.1))
  }
}
