import GLPK
import Modeling
import NetworkDesign

/// What designs cost and lose: the door through which every design becomes a candidate, and the best one is kept.
final class DesignEvaluation {
  let state: SearchState
  private let operations: CandidateOperations
  /// Designs that were evaluated, so that none is twice.
  private var seen: Set<Design> = []
  /// Designs that were evaluated block by block: with the stock that was given, not the best one.
  var judged: Set<Design> = []
  /// The best first stage that was evaluated block by block, if it may be worth a descent.
  var descentStart: DecidedStage?
  /// The last design whose operation was solved exactly so that a plan could be kept.
  private var hardened: Design?

  init(_ state: SearchState) {
    self.state = state
    operations = CandidateOperations(state: state)
  }

  /// Forgets what was evaluated, since something else is asked.
  func forget() {
    seen = []
    judged = []
    descentStart = nil
  }

  /// The best operation of a design, by cuts until the master's estimates are true; the best design is kept.
  ///
  /// - Returns: its value; `nil` where it has no operation better than the best, or was evaluated before.
  @discardableResult
  func evaluate(_ design: Design) -> Double? {
    guard seen.insert(design).inserted, !(isHuge && judged.contains(design)) else { return nil }
    defer { keepBest() }
    return operate(design, tolerance: nil)
  }

  /// - Parameter tolerance: relative difference between estimate and truth at which it ends; `nil` for what a search needs.
  private func operate(_ design: Design, tolerance: Double?) -> Double? {
    fix(design)
    defer { release() }
    let isExact = tolerance != nil
    var value: Double?
    let limits = isExact ? state.limits.finishing : state.limits
    for _ in 0..<Self.mostRounds where limits.stopReason == nil {
      let ceiling = isExact ? .infinity : state.best?.value ?? .infinity
      guard let relaxed = relaxFixed(ceiling: ceiling, isExact: isExact, limits) else { break }
      let point = MasterPoint(relaxed.point, of: state.master)
      let findings = state.separation(at: point, reference: point, isExact: true, limits: limits)
      if let candidate = state.candidate(design, relaxed.point, point, findings) {
        value = min(value ?? .infinity, candidate.value)
        if !offer(candidate), isExact { keep(candidate) }
        let slack = (tolerance ?? state.gap / 20) * abs(candidate.value) + state.smallest
        if candidate.value - relaxed.objective <= slack { break }
      }
      if state.keepCuts(findings, violatedAt: relaxed.point) == 0 { break }
    }
    return value
  }

  /// Asks the recourse blocks what an integral point is worth: a better plan, cuts that forbid it, or both.
  ///
  /// - Returns: whether there are new cuts that the point violates.
  func judge(_ leaf: WorkerSearch.Leaf) -> Bool {
    let point = MasterPoint(leaf.point, of: state.master)
    let findings = state.separation(at: point, reference: point, isExact: true)
    let design = Design(rounding: leaf.point, at: state.session.wholeColumns)
    if let candidate = state.candidate(design, leaf.point, point, findings) {
      offer(candidate)
      keepBest()
    }
    return state.keepCuts(findings, violatedAt: leaf.point) > 0
  }

  // MARK: The best

  /// Keeps a candidate that is better than the best.
  ///
  /// - Returns: whether it is.
  @discardableResult
  func offer(_ candidate: Candidate) -> Bool {
    guard state.best.map({ candidate.value < $0.value }) ?? true else { return false }
    state.best = candidate
    keep(candidate)
    state.report(state.root == nil ? .relaxation : .search)
    return true
  }

  /// Keeps a candidate with the operation that told its value. To be called before any block is solved again.
  private func keep(_ candidate: Candidate) {
    guard let kept = state.kept, let design = operations.asSolved(candidate) else { return }
    kept.offer(design)
  }

  /// Sees to it that something is kept as soon as there is a best design.
  ///
  /// A search overlooks a little that leaves a closed facility, and a plan may not. So where the best design is no plan
  /// as it was found, its operation is solved once more, exactly; that takes time, and is done until one is kept.
  func keepBest() {
    guard let kept = state.kept, kept.isEmpty, let best = state.best, hardened != best.design
    else { return }
    hardened = best.design
    _ = operate(best.design, tolerance: state.gap / 20)
  }

  // MARK: Exact operations

  /// The best design with an operation that is exact.
  func exactDesign() -> SolvedDesign? {
    guard let rough = state.best else { return nil }
    return exactDesign(of: rough.design) ?? operations.exact(rough)?.design
  }

  /// A design with an operation that is exact: the first stage and the normal state from the master, each scenario from its own
  /// program.
  ///
  /// It runs to its end also after a stop, for without it there would be no plan.
  ///
  /// - Returns: `nil` where the design has no operation under the cap.
  func exactDesign(of design: Design) -> SolvedDesign? {
    exactCandidate(design, .answer).flatMap { operations.exact($0)?.design }
  }

  /// The best operation of a design as the master and the recourse blocks see it: its value and its losses, not yet a plan. It is
  /// the best of the search afterwards, whatever was the best before.
  ///
  /// - Returns: `nil` where the design has no operation under the cap.
  func exactCandidate(_ design: Design, _ exactness: Exactness) -> Candidate? {
    let costs = state.program.columns.map(\.cost)
    _ = state.session.workers.run(limits: state.limits.finishing) { worker, _ in
      guard worker.number == 1 else { return }
      worker.relaxation?.tolerance = exactness.feasibility
      worker.relaxation?.setObjective(costs)
    }
    state.best = nil
    _ = operate(design, tolerance: exactness.value)
    return state.best
  }

  /// A candidate with the operation of each scenario, solved once more, and what is lost then.
  func exactOperation(of candidate: Candidate) -> (design: SolvedDesign, losses: [Double])? {
    operations.exact(candidate)
  }

  /// How near to its optimum the operation of a design is brought. It is a plan all the same.
  struct Exactness {
    /// Relative difference of the value.
    var value: Double
    /// How far bounds and reduced costs of the master may be missed, after scaling.
    var feasibility: Double

    /// For a plan that answers a question.
    static let answer = Exactness(value: 1e-10, feasibility: 1e-9)
    /// For a vertex of a slice: the last digits, which no frontier shows, took up to 20 s a vertex.
    static let vertex = Exactness(value: 1e-6, feasibility: 1e-8)
  }

  // MARK: The second worker's relaxation

  private struct Relaxed: Sendable {
    var objective: Double
    var point: [Double]
  }

  /// The second worker's relaxation judges designs, so that the first one's keeps its basis.
  ///
  /// - Parameter isExact: whether the point becomes a plan: then nothing may leave a closed facility, not even what a
  ///   search may overlook.
  private func relaxFixed(
    ceiling: Double, isExact: Bool, _ limits: SolveLimits
  ) -> Relaxed? {
    var tolerances = state.tolerances
    if isExact { tolerances.link = Self.exactLink }
    let found = state.session.workers.run(limits: limits) {
      [tolerances]
      worker, _ -> (outcome: WarmProgram.Outcome, relaxed: Relaxed)? in
      guard worker.number == 1, let relaxation = worker.relaxation else { return nil }
      let outcome = relaxation.solve(
        addingRows: tolerances, seconds: limits.secondsLeft,
        objectiveLimit: ceiling.isFinite ? ceiling : nil, patience: 3)
      relaxation.purge(patience: 12)
      return (outcome, Relaxed(objective: relaxation.objective, point: relaxation.point))
    }
    guard let (outcome, relaxed) = found.compactMap(\.self).first else { return nil }
    if outcome == .failed { state.counts.failures += 1 }
    return outcome == .optimal ? relaxed : nil
  }

  private func fix(_ design: Design) {
    let (whole, values) = (state.session.wholeColumns, design.values.map(Double.init))
    _ = state.session.workers.run(limits: state.limits) { worker, _ in
      guard worker.number == 1 else { return }
      worker.relaxation?.setBounds(ofColumns: whole, from: values, to: values)
    }
  }

  private func release() {
    let whole = state.session.wholeColumns
    let (lower, upper, basis) = (state.rootLower, state.rootUpper, state.root?.basis)
    _ = state.session.workers.run(limits: state.limits) { worker, _ in
      guard worker.number == 1 else { return }
      worker.relaxation?.setBounds(ofColumns: whole, from: lower, to: upper)
      if let basis { worker.relaxation?.restore(basis) }
    }
  }

  private static let mostRounds = 60
  private static let exactLink = 1e-12
}
