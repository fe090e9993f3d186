public import Alternatives
public import Explanation
import Foundation
public import FrontierSearch
public import Modeling
import Synchronization
import Wording

/// Tells a user how far a long solve has come: one line rewritten in place on a terminal, else a new line now and then.
public final class ProgressLine: Sendable {
  private struct State {
    var lastShown: ContinuousClock.Instant?
    var isOpen = false
    var frontier: FrontierProgress?
    /// Where a search of many solves stands.
    var step = ""
    /// What has been said of the first plan of a single solve: that it is there, and how good it is at least.
    var told = (first: false, bound: false)
  }

  private let isTerminal: Bool
  private let write: @Sendable (String) -> Void
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// - Parameters:
  ///   - isTerminal: whether a line can be rewritten.
  ///   - write: where the text goes.
  public init(isTerminal: Bool, write: @escaping @Sendable (String) -> Void) {
    self.isTerminal = isTerminal
    self.write = write
  }

  /// Shows how far a single solve has come: best, bound, gap, nodes, elapsed. In a frontier it is one of two, perhaps.
  ///
  /// On a terminal the first plan of a single solve has a line of its own, and one more once it is known how good it is.
  public func show(_ progress: SolveProgress) {
    tellFirstPlan(progress)
    show(isMilestone: false) { state in
      if progress.phase == .relaxation, progress.objective == nil {
        return self.prefix(state) + "first relaxation"
      }
      let best = "best \(Self.money(progress.objective))  bound \(Self.money(progress.bound))"
      let gap = progress.relativeGap.map { "  gap \(Text.percent($0))" } ?? ""
      return self.prefix(state) + best + gap + "  nodes \(progress.nodes)"
    }
  }

  private func tellFirstPlan(_ progress: SolveProgress) {
    guard isTerminal, let cost = progress.objective else { return }
    state.withLock { state in
      guard state.frontier == nil, state.step.isEmpty, !state.told.bound else { return }
      let gap = progress.relativeGap.map { "at most \(Text.percent($0)) from the best" }
      if state.told.first, gap == nil { return }
      let elapsed = String(format: "%.1f s", start.duration(to: .now) / .seconds(1))
      let text =
        state.told.first
        ? "  plan \(Text.number(cost)) after \(elapsed), \(gap ?? "")"
        : "  first plan after \(elapsed), \(gap ?? Text.number(cost))"
      state.told = (true, gap != nil)
      state.isOpen = false
      write("\r\u{1B}[K" + text + "\n")
    }
  }

  /// Shows how far a frontier has come: points, solves, uncertainty, elapsed.
  public func show(_ progress: FrontierProgress) {
    state.withLock { $0.frontier = progress }
    show(isMilestone: true) { self.prefix($0) + "\(progress.solves) solves" }
  }

  /// Shows a first result for good, above the line; in a log only where it took its time.
  public func tell(_ text: @autoclosure () -> String) {
    state.withLock { state in
      let now = ContinuousClock.now
      if !isTerminal, start.duration(to: now) < .seconds(5) { return }
      write((isTerminal ? "\r\u{1B}[K" : "") + text() + "\n")
      state.lastShown = now
      state.isOpen = false
    }
  }

  /// Shows how many of many small things are done.
  public func show(done: Int, of all: Int, _ what: String) {
    show(isMilestone: false) { self.prefix($0) + "\(done) of \(all) \(what)" }
  }

  /// Shows how far a search for alternatives has come: facilities settled, plans, solves.
  public func show(_ progress: NearBestProgress) {
    show(
      step: "facilities \(progress.facilities)  plans \(progress.plans)  solves \(progress.solves)")
  }

  /// Shows how far an explanation has come: questions answered, and what is asked.
  public func show(_ progress: PlanExplanation.Progress) {
    show(step: "\(progress.done) of \(progress.total)  \(progress.what)")
  }

  /// Shows where a search of many solves stands; the solves' own progress comes behind it.
  public func show(step: String) {
    state.withLock { $0.step = step }
    show(isMilestone: true) { self.prefix($0) }
  }

  /// Ends the line.
  public func finish() {
    let isOpen = state.withLock { state in
      defer { state.isOpen = false }
      return state.isOpen
    }
    if isOpen { write("\r\u{1B}[K") }
  }

  private func prefix(_ state: State) -> String {
    let elapsed = String(format: "%6.1f s  ", start.duration(to: .now) / .seconds(1))
    guard let frontier = state.frontier else {
      return elapsed + (state.step.isEmpty ? "" : state.step.trimmedEnd + "  ")
    }
    return elapsed
      + "points \(frontier.points)  uncertainty \(Text.uncertainty(frontier.uncertainty))  "
  }

  /// On a terminal five times a second at most, milestones always; in a log every ten seconds, milestones every five.
  private func show(isMilestone: Bool, _ text: (State) -> String) {
    state.withLock { state in
      let now = ContinuousClock.now
      let pause: Duration =
        isTerminal ? .milliseconds(isMilestone ? 0 : 200) : .seconds(isMilestone ? 5 : 10)
      // A log need not know of what ends at once, so it counts from the start.
      let last = state.lastShown ?? (isTerminal ? nil : start)
      if let last, last.duration(to: now) < pause { return }
      state.lastShown = now
      state.isOpen = isTerminal
      write(isTerminal ? "\r\u{1B}[K" + text(state) : text(state) + "\n")
    }
  }

  private static func money(_ value: Double?) -> String {
    value.map(Text.number) ?? "none"
  }
}
