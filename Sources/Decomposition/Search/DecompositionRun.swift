import Certificate
import Foundation
import GLPK
import Modeling
import NetworkDesign

/// One question to a session: branch-and-Benders-cut from the root to the best design and a proven bound.
///
/// It says what comes after what; the root, the heuristics, the tree and the evaluation of designs are types of their own over one
/// ``SearchState``.
final class DecompositionRun {
  let state: SearchState
  let evaluation: DesignEvaluation
  let starts: StartHeuristics
  private let root: RootSearch
  private let neighbourhoods: NeighbourhoodSearch
  private let tree: TreeSearch
  /// Whether nothing is searched beyond designs that need no search.
  var endsWithStarts = false
  /// What a search before this one has proved, where it had to be repeated.
  private var proved: (recorder: ProofRecorder, bound: Double)?

  init(
    session: DecompositionSession, aim: Aim, gap: Double, limits: SolveLimits,
    progress: (@Sendable (SolveProgress) -> Void)?, kept: KeptPlan? = nil
  ) {
    state = SearchState(
      session: session, aim: aim, gap: gap, limits: limits, progress: progress, kept: kept)
    evaluation = DesignEvaluation(state)
    starts = StartHeuristics(state, evaluation)
    root = RootSearch(state, evaluation)
    neighbourhoods = NeighbourhoodSearch(state, evaluation)
    tree = TreeSearch(state, evaluation, neighbourhoods)
  }

  /// From the root to the end: ``SearchState/best`` and ``SearchState/bound`` are the answer.
  func search() {
    let session = state.session
    let before = session.recourseSolves
    defer {
      state.counts.recourseSolves = session.recourseSolves - before
      session.known = state.pool.withoutRounding()
      if let best = state.best { session.remember(best.design) }
    }
    if !endsWithStarts { starts.planEarly() }
    let hasNothing = state.best == nil && state.kept?.isEmpty ?? true
    if endsWithStarts || hasNothing && state.isMedium { starts.evaluateStarts() }
    if endsWithStarts { return }
    // With the cuts of questions before, a design is judged in a few steps, and may be all that is asked for.
    if session.rootBasis != nil { starts.evaluateKnown() }
    guard root.solve() else { return }
    starts.evaluateKnown()
    neighbourhoods.improve()
    if !state.isClosed { tree.search() }
    // Where the cuts come to an end with the gap open, tolerances have hidden what is left of it.
    while stopReason != nil, state.limits.stopReason == nil, state.strictness < Self.mostStrictness
    {
      state.strictness += 1
      state.counts.failures = 0
      searchAgain()
    }
  }

  /// The root's relaxation alone, for the questions to come.
  func prepare() { root.prepare() }

  /// Asks for something else of the same programs.
  func retarget(_ aim: Aim) {
    state.retarget(aim)
    evaluation.forget()
    proved = nil
  }

  /// The tree once more from its root, in stricter tolerances and from a basis of its own; what was proved stays.
  private func searchAgain() {
    let tolerance = Self.usualTolerance * pow(0.1, Double(state.strictness))
    let costs = state.program.columns.map(\.cost)
    if let recorder = state.recorder {
      // The leaves of one tree cover all choices; those of the first are not among them.
      if state.bound > proved?.bound ?? -.infinity { proved = (recorder, state.bound) }
      state.recorder = ProofRecorder()
      state.loosenBounds()
    }
    let (whole, lower, upper) = (state.session.wholeColumns, state.rootLower, state.rootUpper)
    _ = state.session.workers.run(limits: state.limits) { worker, _ in
      worker.relaxation?.begin(anew: tolerance)
      // Costs that were perturbed for speed are true again, and no bound of the last node is left.
      worker.relaxation?.setObjective(costs)
      worker.relaxation?.setBounds(ofColumns: whole, from: lower, to: upper)
    }
    root.keep()
    tree.search()
  }

  /// Why the search ended before a proof; `nil` if it did not.
  var stopReason: String? {
    if state.isInfeasible || state.isClosed { return nil }
    if let reason = state.limits.stopReason { return reason.description }
    let failures = state.counts.failures
    return failures > 0
      ? "numerical trouble: \(failures) linear programs gave no answer"
      : "numerical trouble: the cuts came to an end before the gap was closed"
  }

  /// What was proved by the search, for a certificate; `nil` where nothing was recorded.
  var recordedProof: RecordedProof? {
    guard var recorder = state.recorder else { return nil }
    let bound = state.isInfeasible && state.best == nil ? nil : state.bound
    // A search that was repeated may have come to its end by what the one before had proved.
    if !state.isInfeasible, let proved, proved.bound >= state.bound { recorder = proved.recorder }
    let objective: BoundCertificate.Objective
    switch state.aim.objective {
    case .cost(riskPrice: 0): objective = .cost
    case .risk: objective = .risk
    // No plan states such a bound.
    case .cost, .excess: return nil
    }
    return RecordedProof(
      objective: objective, cap: state.aim.cap, bound: bound, recorder: recorder,
      derivations: state.pool.entries.dropFirst(state.pool.linkCount).map(\.derivation))
  }

  /// Stricter searches that are tried.
  private static let mostStrictness = 2
  private static let usualTolerance = 1e-8
}
