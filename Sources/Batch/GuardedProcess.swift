import Foundation
import Synchronization

/// A process that does what takes memory and time, so that what ends it does not end the one that answers for it.
///
/// The other one, which started it, is small: it passes interrupts on, waits, and takes what the guarded process had saved, should
/// that be killed for want of memory, abort or crash. The two speak by single bytes.
public enum GuardedProcess {
  /// What the guarded process says.
  public enum Word: UInt8, Sendable {
    /// The best result so far is saved.
    case saved = 107
    /// The final result is told and saved: nothing is to be told again.
    case told = 116
  }

  /// What it is told.
  public enum Request: UInt8, Sendable {
    /// Stop: somebody interrupts.
    case interrupt = 105
    /// Stop: the processor time that it may take is used up.
    case processorTime = 120
  }

  // MARK: In the guarded process

  /// Ties the process to the one that started it.
  ///
  /// - Parameters:
  ///   - heard: given what it is told.
  ///   - leaving: done before it ends with the other one, to finish what must not be left half done.
  public static func begin(
    heard: @escaping @Sendable (Request) -> Void, leaving: @escaping @Sendable () -> Void
  ) {
    WorkerProcess.listen(heard: { Request(rawValue: $0).map(heard) }, leaving: leaving)
  }

  /// Says something to the process that started this one.
  public static func say(_ word: Word) { send(word.rawValue, WorkerProcess.lifeline) }

  // MARK: In the one that started it

  /// How it ended.
  public enum Ending: Sendable, Equatable {
    /// By itself, with this status.
    case status(Int32)
    /// By a signal.
    case signal(Int32)
    /// It was ended since it took longer than it may.
    case late
  }

  /// What is known of it at its end.
  public struct Outcome: Sendable, Equatable {
    /// How it ended.
    public var ending: Ending
    /// Whether it had saved a result.
    public var hasSaved = false
    /// Whether it had told its final result.
    public var hasTold = false
  }

  /// The line to the guarded process, for ``ask(_:)``; below 0 where there is none.
  private static let line = Atomic<Int32>(-1)
  private static let process = Atomic<Int32>(0)
  /// What it is to be told once it is there; 0 for nothing.
  private static let early = Atomic<UInt8>(0)

  /// Runs `program` with the streams of this process, and waits for its end.
  ///
  /// - Parameters:
  ///   - program: its path.
  ///   - arguments: its arguments.
  ///   - latest: when it is ended where it has saved a result and not told the final one; `nil` for never.
  /// - Returns: `nil` where it cannot be started.
  public static func run(
    program: String, arguments: [String], latest: ContinuousClock.Instant?
  ) -> Outcome? {
    // What a crash looks like inside is of no use to who is told that the best result is kept.
    let environment = ["SWIFT_BACKTRACE": "enable=no"]
    guard
      let child = try? ChildProcess(
        program: program, arguments: arguments, streams: .inherited, environment: environment)
    else { return nil }
    line.store(child.line, ordering: .releasing)
    process.store(child.process, ordering: .releasing)
    if let request = Request(rawValue: early.load(ordering: .acquiring)) { ask(request) }
    var outcome = Outcome(ending: .status(0))
    var isLate = false
    while true {
      if let byte = child.received(within: pauseMilliseconds) {
        switch Word(rawValue: byte) {
        case .saved: outcome.hasSaved = true
        case .told: outcome.hasTold = true
        case nil: break
        }
      } else if child.isGone() {
        break
      }
      if let latest, !isLate, outcome.hasSaved, !outcome.hasTold, .now > latest {
        isLate = true
        child.killAlone()
      }
    }
    line.store(-1, ordering: .releasing)
    switch child.ending().exit {
    case .status(let status): outcome.ending = .status(status)
    case .signal(let signal): outcome.ending = isLate ? .late : .signal(signal)
    }
    process.store(0, ordering: .releasing)
    return outcome
  }

  /// Whether there is a guarded process.
  public static var isRunning: Bool { line.load(ordering: .acquiring) >= 0 }

  /// Tells the guarded process something, as soon as there is one; any thread may.
  public static func ask(_ request: Request) {
    let line = line.load(ordering: .acquiring)
    if line < 0 { early.store(request.rawValue, ordering: .releasing) }
    send(request.rawValue, line)
  }

  /// Ends the guarded process at once; any thread may.
  public static func end() {
    let number = process.load(ordering: .acquiring)
    if number > 0 { kill(number, SIGKILL) }
  }

  private static let pauseMilliseconds: Int32 = 100

  private static func send(_ byte: UInt8, _ line: Int32) {
    guard line >= 0 else { return }
    var byte = byte
    _ = Foundation.send(line, &byte, 1, Int32(MSG_NOSIGNAL))
  }
}
