import Foundation

@testable import Batch

/// Files of programs that a test writes and then starts.
enum ProgramFile {
  /// Why a program is not there.
  struct Failure: Error {
    var exit: ChildProcess.Exit
  }

  /// Writes a script that can be started at once.
  ///
  /// By a process of its own: what this one has open for writing, a child that another thread starts at that moment has
  /// open too until it has become its program, and Linux does not start a file that anybody writes to (execve(2),
  /// ETXTBSY).
  static func write(_ text: String, to path: String) throws {
    let source = path + ".text"
    try text.write(toFile: source, atomically: true, encoding: .utf8)
    let exit = try ChildProcess(
      program: "install", arguments: ["-m", "755", source, path], log: "/dev/null"
    ).ending().exit
    guard exit == .status(0) else { throw Failure(exit: exit) }
  }
}
