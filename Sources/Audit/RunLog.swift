public import Foundation
public import FrontierSearch
public import Modeling
import SupplyPlan
import Synchronization
import TextFiles
import Wording

/// What happened in a run, and when: a line for each event.
public final class RunLog: Sendable {
  private struct State {
    var lines: [String] = []
    var best: Double?
    var bound: Double?
  }

  /// When the run began.
  public let started = Date()
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// An empty log, whose time begins now.
  public init() {}

  /// Notes an event.
  public func note(_ event: String) {
    let line = line(event)
    state.withLock { $0.lines.append(line) }
  }

  /// Notes how far a solve has come, where the best plan or its bound is another than before.
  public func note(_ progress: SolveProgress) {
    state.withLock { state in
      guard progress.objective != state.best || progress.bound != state.bound else { return }
      (state.best, state.bound) = (progress.objective, progress.bound)
      state.lines.append(
        line(
          "best \(Self.number(progress.objective)), bound \(Self.number(progress.bound)), "
            + "nodes \(progress.nodes)"))
    }
  }

  /// Notes how far the search for a frontier has come.
  public func note(_ progress: FrontierProgress) {
    note(
      "solves \(progress.solves), points \(progress.points), uncertainty "
        + NumberText.text(progress.uncertainty))
  }

  /// The log as a file has it.
  package var text: String {
    "seconds  event\n" + state.withLock { $0.lines.joined(separator: "\n") } + "\n"
  }

  private func line(_ event: String) -> String {
    let seconds = start.duration(to: .now) / .seconds(1)
    return String(format: "%.3f", seconds).leftPadded(to: 7) + "  " + event
  }

  private static func number(_ value: Double?) -> String { value.map(NumberText.text) ?? "none" }
}
