import Foundation
import NetworkDesign
import SupplyNetwork

/// What `glpsol` answers to a question through `models/network-design.mod`.
struct MathProgAnswer {
  /// Total cost.
  var cost: Double
  /// Sales at risk of the recourse that was found; among recourses of equal cost not always the least.
  var risk: Double
  /// The cost lines, by the names that the files use.
  var lines: [String: Double]
}

/// GLPK's own solver with the MathProg model: the second opinion on the formulation.
enum MathProgOracle {
  /// Why a solve gave no answer.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Where `glpsol` is, if it is on the `PATH`.
  static let solver: URL? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { URL(fileURLWithPath: "\($0)/glpsol") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// Whether the tests that need `glpsol` can run.
  static var isInstalled: Bool { solver != nil }

  /// What to say where they cannot.
  static let missing = "glpsol is not on the PATH; install glpk-utils to run this test"

  /// The model, found from this file.
  static let model = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("models/network-design.mod")

  /// Runs `glpsol` in a folder of its own and reads what the model prints.
  static func solve(data: String, timeLimit: Int) throws -> MathProgAnswer? {
    guard let solver else { throw Failure(description: missing) }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-mathprog-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let answer = folder.appendingPathComponent("answer.txt")
    let log = folder.appendingPathComponent("log.txt")
    let input = folder.appendingPathComponent("network.dat")
    try data.write(to: input, atomically: false, encoding: .utf8)
    try Data().write(to: log)

    let process = Process()
    process.executableURL = solver
    process.arguments = [
      "-m", model.path, "-d", input.path, "-y", answer.path, "--tmlim", "\(timeLimit)",
    ]
    let output = try FileHandle(forWritingTo: log)
    defer { try? output.close() }
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    let said = try String(contentsOf: log, encoding: .utf8)
    if said.contains("HAS NO PRIMAL FEASIBLE") || said.contains("HAS NO INTEGER FEASIBLE") {
      return nil
    }
    guard process.terminationStatus == 0, said.contains("INTEGER OPTIMAL SOLUTION FOUND") else {
      throw Failure(description: "glpsol found no optimum:\n\(said.suffix(2000))")
    }
    return try parse(String(contentsOf: answer, encoding: .utf8))
  }

  /// Reads the lines `name=number`; the others are for people.
  static func parse(_ text: String) throws -> MathProgAnswer {
    var numbers: [String: Double] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=")
      if parts.count == 2, let number = Double(parts[1]) { numbers[String(parts[0])] = number }
    }
    guard let cost = numbers.removeValue(forKey: "cost"),
      let risk = numbers.removeValue(forKey: "sales_at_risk")
    else { throw Failure(description: "the model printed no cost or no risk:\n\(text)") }
    return MathProgAnswer(cost: cost, risk: risk, lines: numbers)
  }
}

/// The optimum of `question` by `glpsol`, or `nil` where no plan exists.
///
/// Enable a test that calls it only where ``MathProgOracle/isInstalled``.
///
/// - Parameter timeLimit: seconds after which it throws.
func solveWithMathProg(_ network: Network, _ question: DesignQuestion, timeLimit: Int = 60) throws
  -> MathProgAnswer?
{
  var data = ""
  MathProgData(network: network, question: question).write(to: &data)
  return try MathProgOracle.solve(data: data, timeLimit: timeLimit)
}
