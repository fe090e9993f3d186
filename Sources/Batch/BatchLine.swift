import Foundation
import Synchronization

/// Tells how far a batch has come: one line rewritten in place on a terminal, else a new line now and then.
public final class BatchLine: Sendable {
  private static let barLength = 24

  private let isTerminal: Bool
  private let write: @Sendable (String) -> Void
  private let lastShown = Mutex<ContinuousClock.Instant?>(nil)
  private let lastNote = Mutex<String?>(nil)
  private let start = ContinuousClock.now

  /// - Parameters:
  ///   - isTerminal: whether a line can be rewritten.
  ///   - write: where the text goes.
  public init(isTerminal: Bool, write: @escaping @Sendable (String) -> Void) {
    self.isTerminal = isTerminal
    self.write = write
  }

  /// Shows how far the batch has come.
  public func show(_ tally: BatchTally) {
    tellNote(tally.note)
    let now = ContinuousClock.now
    let isDue = lastShown.withLock { last in
      // A log need not know of what ends at once, so it counts from the start.
      let pause: Duration = isTerminal ? .milliseconds(200) : .seconds(10)
      if let before = last ?? (isTerminal ? nil : start), before.duration(to: now) < pause {
        return false
      }
      last = now
      return true
    }
    if isDue { write(isTerminal ? "\r\u{1B}[K" + Self.text(tally) : Self.text(tally) + "\n") }
  }

  /// Ends the line.
  public func finish() {
    if isTerminal, lastShown.withLock({ $0 != nil }) { write("\r\u{1B}[K") }
  }

  /// What an engine has to tell is told once, in a line of its own.
  private func tellNote(_ note: String?) {
    guard let note else { return }
    let isNew = lastNote.withLock { last in
      defer { last = note }
      return last != note
    }
    if isNew { write((isTerminal ? "\r\u{1B}[K" : "") + note + "\n") }
  }

  /// The line: a bar, counts, and the time that is left.
  static func text(_ tally: BatchTally) -> String {
    let ended = tally.endedCount + tally.takenByOthers
    let share = tally.due > 0 ? Double(ended) / Double(tally.due) : 1
    let filled = Int((share * Double(barLength)).rounded(.down))
    let bar =
      String(repeating: "█", count: filled)
      + String(repeating: "░", count: barLength - filled)
    var parts = ["\(bar) \(ended)/\(tally.due)"]
    if tally.running > 0 { parts.append("\(tally.running) running") }
    if tally.queued > 0 { parts.append("\(tally.queued) queued") }
    if tally.failedCount > 0 { parts.append("\(tally.failedCount) failed") }
    if tally.takenByOthers > 0 { parts.append("\(tally.takenByOthers) by another batch") }
    if let left = tally.secondsLeft, tally.left > 0 {
      parts.append("about \(duration(left)) left")
    }
    return parts.joined(separator: "  ")
  }

  /// A time in words: seconds below two minutes, minutes below two hours.
  static func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<120: "\(Int(seconds.rounded(.up))) s"
    case ..<7200: "\(Int((seconds / 60).rounded(.up))) min"
    default: String(format: "%.1f h", seconds / 3600)
    }
  }
}
