import Foundation
import Testing
import TextFiles

@testable import Batch

@Suite struct ChildProcessTests {
  private func run(_ script: String) throws -> (exit: ChildProcess.Exit, usage: ChildProcess.Usage)
  {
    let child = try ChildProcess(
      program: "/bin/sh", arguments: ["-c", script], log: "/dev/null")
    let hasEnded = child.hasEnded(within: 20_000)
    #expect(hasEnded)
    return child.ending()
  }

  @Test(arguments: [0, 1, 2, 65, 255])
  func `the status is told`(_ status: Int32) throws {
    #expect(try run("exit \(status)").exit == .status(status))
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGKILL])
  func `a signal is told`(_ signal: Int32) throws {
    #expect(try run("kill -\(signal) $$").exit == .signal(signal))
  }

  @Test func `a program that is not there is refused`() {
    #expect(throws: ChildProcess.Refusal.self) {
      _ = try ChildProcess(program: "/nowhere/program", arguments: [], log: "/dev/null").ending()
    }
  }

  @Test func `what it took is told`() throws {
    let busy = try run("i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done").usage
    #expect(busy.processorSeconds > 0.02)
    #expect(busy.wallSeconds >= busy.processorSeconds / 2)
    #expect(busy.peakMemoryBytes == nil)
    #expect(try run("printf 12345 >&3").usage.peakMemoryBytes == 12345)
  }

  @Test func `killing ends what the process started too`() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("child-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let child = try ChildProcess(
      program: "/bin/sh", arguments: ["-c", "sleep 60 & echo $! > \(file); wait"],
      log: "/dev/null")
    var grandchild: Int32?
    waitUntil {
      grandchild = (try? String(contentsOfFile: file, encoding: .utf8)).flatMap {
        Int32($0.trimmingCharacters(in: .whitespacesAndNewlines))
      }
      return grandchild != nil
    }
    let sleeper = try #require(grandchild)
    child.kill()
    let exit = child.ending().exit
    #expect(exit == .signal(SIGKILL))
    waitUntil { ProcessStatus.fields(of: sleeper) == nil }
    #expect(ProcessStatus.fields(of: sleeper) == nil)
  }

  @Test func `standard error goes to the log, after what is there`() throws {
    let log = FileManager.default.temporaryDirectory
      .appendingPathComponent("log-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: log) }
    for word in ["one", "two"] {
      let child = try ChildProcess(
        program: "/bin/sh", arguments: ["-c", "echo out; echo \(word) >&2"], log: log)
      let exit = child.ending().exit
      #expect(exit == .status(0))
    }
    #expect(try String(contentsOfFile: log, encoding: .utf8) == "one\ntwo\n")
  }
}
