import Dispatch
import Foundation

/// A run of many trials: workers that are started anew where one is lost, and what became of all.
public final class TrialRun: Sendable {
  /// What became of the seeds.
  public struct Result: Sendable {
    /// How many went well, by kind.
    public var well: [String: Int] = [:]
    /// What went wrong, by seed.
    public var wrong: [UInt64: String] = [:]

    /// How many were tried.
    public var count: Int { well.values.reduce(0, +) + wrong.count }
  }

  private let program: String
  private let arguments: [String]
  private let longestTrial: Double

  /// Creates a run.
  ///
  /// - Parameters:
  ///   - program: the path of the program that is a worker with `arguments`, then `--place FILE --seeds FROM TO`.
  ///   - longestTrial: seconds after which a trial hangs; its worker is then ended.
  public init(program: String, arguments: [String], longestTrial: Double) {
    self.program = program
    self.arguments = arguments
    self.longestTrial = longestTrial
  }

  /// Tries the seeds of `range` in several processes.
  ///
  /// - Parameter told: hears of the result so far after every step.
  public func run(
    _ range: Range<UInt64>, processes: Int, told: @escaping @Sendable (Result) -> Void
  ) -> Result {
    let sum = Sum(told: told)
    let chunks = Chunks(range, size: Swift.max(1, Swift.min(1000, UInt64(range.count / processes))))
    DispatchQueue.concurrentPerform(iterations: processes) { index in
      while let chunk = chunks.next() { work(chunk, index, into: sum) }
    }
    return sum.result
  }

  /// Works through a chunk, past every seed that ends its worker.
  private func work(_ chunk: Range<UInt64>, _ index: Int, into sum: Sum) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "shorewise-trials-\(ProcessInfo.processInfo.processIdentifier)-\(index)")
    defer { try? FileManager.default.removeItem(at: file) }
    var rest = chunk
    while !rest.isEmpty {
      let place = TrialPlace(path: file.path)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments =
        arguments + [
          "--place", file.path, "--from", "\(rest.lowerBound)", "--to", "\(rest.upperBound)",
        ]
      let output = Pipe()
      process.standardOutput = output
      do { try process.run() } catch {
        sum.add(wrong: rest.lowerBound, "the worker cannot be started: \(error)")
        return
      }
      let watch = watch(process, place)
      let lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      watch.cancel()
      let told = sum.add(lines: lines)
      rest = (told.map { $0 + 1 } ?? rest.lowerBound)..<rest.upperBound
      guard process.terminationReason != .exit || process.terminationStatus != 0 else { return }
      guard let lost = place.seed, rest.contains(lost) else { continue }
      let why =
        process.terminationStatus == SIGKILL
        ? "hangs" : "ends by signal \(process.terminationStatus)"
      sum.add(wrong: lost, why)
      // The seeds between the last word and the lost one went well, or they are told again below.
      if rest.lowerBound < lost { work(rest.lowerBound..<lost, index, into: sum) }
      rest = (lost + 1)..<rest.upperBound
    }
  }

  /// Ends the process where it is at one seed for too long.
  private func watch(_ process: Process, _ place: TrialPlace) -> any DispatchSourceTimer {
    let timer = DispatchSource.makeTimerSource(queue: .global())
    let since = Since()
    timer.schedule(deadline: .now() + 1, repeating: 1)
    timer.setEventHandler { [longestTrial] in
      if since.seconds(at: place.seed) > longestTrial { kill(process.processIdentifier, SIGKILL) }
    }
    timer.resume()
    return timer
  }
}

/// Since when a worker has been at the same seed.
private final class Since: @unchecked Sendable {
  private var seed: UInt64?
  private var start = ContinuousClock.now

  /// Called by one timer alone.
  func seconds(at now: UInt64?) -> Double {
    if now != seed { (seed, start) = (now, .now) }
    return start.duration(to: .now) / .seconds(1)
  }
}

/// Parts of a range, each handed out once.
private final class Chunks: @unchecked Sendable {
  private let lock = NSLock()
  private var rest: Range<UInt64>
  private let size: UInt64

  init(_ range: Range<UInt64>, size: UInt64) {
    rest = range
    self.size = size
  }

  func next() -> Range<UInt64>? {
    lock.withLock {
      guard !rest.isEmpty else { return nil }
      let end = Swift.min(rest.upperBound, rest.lowerBound + size)
      defer { rest = end..<rest.upperBound }
      return rest.lowerBound..<end
    }
  }
}

/// What all workers have told.
private final class Sum: @unchecked Sendable {
  private let lock = NSLock()
  private var sum = TrialRun.Result()
  private let told: @Sendable (TrialRun.Result) -> Void

  init(told: @escaping @Sendable (TrialRun.Result) -> Void) { self.told = told }

  var result: TrialRun.Result { lock.withLock { sum } }

  func add(wrong seed: UInt64, _ words: String) {
    lock.withLock { sum.wrong[seed] = words }
    told(result)
  }

  /// Adds what a worker has told.
  ///
  /// - Returns: the last seed up to which it told all; what it said of later ones is not taken.
  func add(lines: String) -> UInt64? {
    var last: UInt64?
    var pending = TrialRun.Result()
    for line in lines.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      switch words.first {
      case "well" where words.count == 3: pending.well[words[2], default: 0] += Int(words[1]) ?? 0
      case "wrong" where words.count == 3: pending.wrong[UInt64(words[1]) ?? 0] = words[2]
      case "told" where words.count == 2:
        last = UInt64(words[1])
        lock.withLock {
          sum.well.merge(pending.well, uniquingKeysWith: +)
          sum.wrong.merge(pending.wrong) { first, _ in first }
        }
        pending = TrialRun.Result()
      default: break
      }
    }
    told(result)
    return last
  }
}
