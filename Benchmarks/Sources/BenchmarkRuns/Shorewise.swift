import Foundation

/// The command line of Shorewise, which is all that is known of it here.
struct Shorewise: Sendable {
  /// Path of the program.
  var program: String
  /// Where its output is put.
  var folder: URL

  /// What keeps it from being used.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// What it says of its version.
  func version() throws -> String {
    try run(["--version"]).output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Whether `plan` and `frontier` can be told a method.
  func knowsMethods() throws -> Bool {
    try run(["help", "plan"]).output.contains("--method")
  }

  /// Writes the whole program as MPS into `folder`, and gives the file.
  func export(
    _ dataset: URL, links: String, cap: Double? = nil, minimise: String = "cost", to folder: URL
  ) throws -> URL {
    var arguments = [
      "export", dataset.path, "--format", "mps", "--links", links, "-o", folder.path,
    ]
    if let cap { arguments += ["--max-risk", "\(cap)"] }
    _ = try run(arguments)
    return folder.appendingPathComponent("network-design.mps")
  }

  /// Runs it and expects success.
  func run(_ arguments: [String]) throws -> ChildProcess.Outcome {
    let outcome = try ChildProcess(program, arguments).run(longest: 600, in: folder)
    if outcome.status != 0 {
      throw Fault(
        description: "\(program) \(arguments.joined(separator: " ")) ended with \(outcome.status): "
          + outcome.error.suffix(500))
    }
    return outcome
  }
}

/// What is read of a plan or of a frontier.
struct ShorewiseAnswer: Decodable {
  /// A point of a frontier.
  struct Point: Decodable {
    var cost: Double
    var bound: Double?
    var salesAtRisk: Double

    enum CodingKeys: String, CodingKey {
      case cost, bound
      case salesAtRisk = "sales_at_risk"
    }
  }

  var termination: String
  var cost: Double?
  var bound: Double?
  var points: [Point]?

  init?(file: URL) {
    guard let data = try? Data(contentsOf: file),
      let answer = try? JSONDecoder().decode(ShorewiseAnswer.self, from: data)
    else { return nil }
    self = answer
  }
}
