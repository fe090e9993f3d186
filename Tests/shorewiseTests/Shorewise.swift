import Foundation
import Testing

/// What a run of the program gave.
struct Outcome {
  var status: Int32
  var output: String
  var error: String

  /// The output as JSON.
  func json() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
    return try #require(value as? [String: Any])
  }
}

/// The built program, run as a process.
enum Shorewise {
  /// Runs it to its end.
  @discardableResult
  static func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Outcome { try Run(arguments, environment: environment).finish() }

  /// Runs a script of bash in which `shorewise` is the program, and `$1` and so on are the arguments.
  static func shell(_ script: String, _ arguments: [String] = []) throws -> Outcome {
    let program = try executable().path
    return try Run(
      ["-c", "shorewise() { \"\(program)\" \"$@\"; }\n\(script)", "bash"] + arguments,
      program: URL(fileURLWithPath: "/bin/bash")
    ).finish()
  }

  /// The program beside the test bundle, in the build folder.
  static func executable() throws -> URL {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<5 {
      let candidate = folder.appendingPathComponent("shorewise")
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    throw CocoaError(.fileNoSuchFile)
  }

  /// A run that goes on while the test does something.
  final class Run {
    private let child = Process()
    private let folder: Scratch

    init(
      _ arguments: [String], environment others: [String: String] = [:], program: URL? = nil
    ) throws {
      folder = try Scratch()
      child.executableURL = try program ?? Shorewise.executable()
      child.arguments = arguments
      // Help is as wide as the terminal, so the tests say how wide that is.
      var environment = ProcessInfo.processInfo.environment
      environment["COLUMNS"] = "80"
      environment.merge(others) { $1 }
      child.environment = environment
      // Files, not pipes, which would fill up and hold the process.
      child.standardOutput = try folder.file("output")
      child.standardError = try folder.file("error")
      child.standardInput = FileHandle.nullDevice
      try child.run()
    }

    /// Its number.
    var process: Int32 { child.processIdentifier }

    var isRunning: Bool { child.isRunning }

    func interrupt() { child.interrupt() }

    func terminate() { child.terminate() }

    func send(_ signal: Int32) { kill(child.processIdentifier, signal) }

    func finish() throws -> Outcome {
      child.waitUntilExit()
      return Outcome(
        status: child.terminationReason == .exit
          ? child.terminationStatus : -child.terminationStatus,
        output: try folder.text("output"), error: try folder.text("error"))
    }
  }
}
