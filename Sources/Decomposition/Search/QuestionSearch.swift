import Certificate
import Modeling
import NetworkDesign
import SupplyNetwork

/// The searches behind one question: one for the cost; for the least risk one more, under a cap at the risk found.
struct QuestionSearch {
  let session: DecompositionSession
  let question: DesignQuestion
  /// Money per unit of R that the cost is to be added to.
  var riskPrice = 0.0
  /// The risks that a weighted sum is about; `nil` for all.
  var risks: ClosedRange<Double>?
  let gap: Double
  /// Relative gap of the cost where the risk is what is minimised; `nil` for ``gap``.
  var costGapAtLeastRisk: Double?
  let limits: SolveLimits
  let progress: (@Sendable (SolveProgress) -> Void)?
  /// Where proofs are kept for a certificate; `nil` for none.
  var proofs: ProofLog?
  /// Keeps the best plan; `nil` where what is searched for is none.
  var kept: KeptPlan?
  /// Whether nothing is searched beyond designs that need no search.
  var endsWithStarts = false

  func run() -> (outcome: SearchOutcome, counts: SearchCounts) {
    switch question.objective {
    case .cost: leastCost(cap: risks?.upperBound ?? question.maxRisk)
    case .risk: leastRisk()
    }
  }

  private func leastCost(cap: Double?) -> (SearchOutcome, SearchCounts) {
    let gap = question.objective == .risk ? costGapAtLeastRisk ?? gap : gap
    kept?.begin(.cost(riskPrice: riskPrice, floor: risks?.lowerBound ?? 0), cap: cap)
    // What is fixed has nothing to search for: its cost is proved to the last digit.
    let run = search(
      Aim(
        objective: .cost(riskPrice: riskPrice), cap: cap, floor: risks?.lowerBound,
        requirements: requirements),
      gap: isFixed ? 1e-9 : gap)
    var outcome = SearchOutcome()
    outcome.nodes = run.state.counts.nodes
    // For a weighted sum this is a bound of the sum.
    outcome.costBound = max(session.network.leastCost, run.state.bound)
    outcome.isInfeasible = run.state.isInfeasible && run.state.best == nil
    outcome.stopReason = run.stopReason
    outcome.wasTroubled = run.state.limits.stopReason == nil && run.stopReason != nil
    outcome.design = exactDesign(run) ?? (outcome.isInfeasible ? nil : fallback(run))
    if outcome.design == nil, outcome.stopReason == nil, !outcome.isInfeasible {
      outcome.stopReason = reasonWithoutDigits(run)
    }
    return (outcome, run.state.counts)
  }

  /// The best design with its exact operation. Where a plan is kept already, there is little patience for it after a stop, and
  /// none where the plan that was told is all that was wanted.
  private func exactDesign(_ run: DecompositionRun) -> SolvedDesign? {
    if kept?.isEmpty == false {
      if endsWithStarts || limits.cancellation.isDecided { return nil }
      run.state.limits.patience = min(limits.patience, Self.patienceForDigits)
    }
    return run.evaluation.exactDesign()
  }

  /// Why a search whose best design could not be made exact is not at its goal; `nil` where what is kept is near enough.
  private func reasonWithoutDigits(_ run: DecompositionRun) -> String? {
    guard let value = kept?.value else {
      return "numerical trouble: the best design could not be made exact"
    }
    return run.state.bound >= value - gap * abs(value)
      ? nil : run.state.limits.stopReason?.description
  }

  /// What a search that has found nothing falls back on: the designs found before it, such as the safest one, then the
  /// current network as far as decisions allow, then everything open with all modules.
  private func fallback(_ run: DecompositionRun) -> SolvedDesign? {
    if let kept {
      // The first operation that is good for a plan will do.
      run.state.limits = limits.finishing
      for design in run.starts.known(Self.mostKnown) where kept.isEmpty {
        run.evaluation.evaluate(design)
      }
      if kept.isEmpty { run.starts.evaluateStarts() }
      if !kept.isEmpty { return nil }
    }
    for design in run.starts.known(Self.mostKnown) + run.starts.fallbacks {
      if let solved = run.evaluation.exactDesign(of: design) { return solved }
    }
    return nil
  }

  private func leastRisk() -> (SearchOutcome, SearchCounts) {
    kept?.begin(.risk, cap: nil)
    let run = search(
      Aim(objective: .risk, cap: question.maxRisk, requirements: requirements), gap: gap)
    guard let best = run.state.best else {
      var outcome = SearchOutcome()
      outcome.isInfeasible = run.state.isInfeasible
      outcome.riskBound = max(0, run.state.bound)
      outcome.stopReason = run.stopReason ?? "no plan was found before the stop"
      if !outcome.isInfeasible {
        // A run of its own, since costs are told in other units than risks.
        let aim = Aim(
          objective: .cost(riskPrice: 0), cap: question.maxRisk, requirements: requirements)
        outcome.design = fallback(
          DecompositionRun(
            session: session, aim: aim, gap: gap, limits: limits.finishing, progress: nil))
      }
      return (outcome, run.state.counts)
    }
    var (outcome, counts) = (SearchOutcome(), run.state.counts)
    // Slightly above the risk found, so that the design found stays feasible under rounding; a wider one where it does not.
    for margin in [1e-7, 1e-6, 1e-5] {
      let most = question.maxRisk.map { Self.cap($0, margin: 1e-7) } ?? .infinity
      let (found, further) = leastCost(cap: min(most, Self.cap(max(0, best.value), margin: margin)))
      outcome = found
      outcome.nodes += run.state.counts.nodes
      counts.cuts += further.cuts
      counts.recourseSolves += further.recourseSolves
      if !outcome.isInfeasible { break }
    }
    if outcome.isInfeasible {
      // There is a plan: its design was found. What is not known is how cheap one can be.
      outcome.isInfeasible = false
      outcome.costBound = 0
      outcome.stopReason = "numerical trouble: the least risk could not be kept to"
      outcome.design = exactDesign(run)
    }
    outcome.riskBound = max(0, min(run.state.bound, best.value))
    outcome.stopReason = run.stopReason ?? outcome.stopReason
    return (outcome, counts)
  }

  /// A cap slightly above a risk.
  private static func cap(_ risk: Double, margin: Double) -> Double {
    risk * (1 + margin) + margin / 100
  }

  /// How far the rule that may be exceeded has to be, with a design for that.
  func leastExcess() -> SearchOutcome {
    let run = search(
      Aim(objective: .excess, cap: question.maxRisk, requirements: requirements), gap: gap)
    var outcome = SearchOutcome()
    outcome.nodes = run.state.counts.nodes
    outcome.isInfeasible = run.state.isInfeasible && run.state.best == nil
    outcome.stopReason = run.stopReason
    outcome.excess = run.state.best?.value
    outcome.excessBound =
      run.state.bound.isFinite ? min(run.state.bound, outcome.excess ?? .infinity) : 0
    outcome.design = run.evaluation.exactDesign()
    return outcome
  }

  /// In a fresh session the first question with requirements is preceded by the relaxation without them: what it leaves, cuts and
  /// a basis, serves for this question and for all that come, and those of requirements would not.
  private func prepare(_ aim: Aim, gap: Double) {
    guard session.rootBasis == nil, !aim.requirements.isEmpty, proofs == nil, !isFixed else {
      return
    }
    var free = aim
    free.requirements = RequirementsPart()
    DecompositionRun(session: session, aim: free, gap: gap, limits: limits, progress: nil)
      .prepare()
  }

  private func search(_ aim: Aim, gap: Double) -> DecompositionRun {
    prepare(aim, gap: gap)
    let run = DecompositionRun(
      session: session, aim: aim, gap: gap, limits: isFixed ? limits.finishing : limits,
      progress: progress, kept: kept)
    run.endsWithStarts = endsWithStarts
    run.search()
    if let proof = run.recordedProof { proofs?.add(proof) }
    return run
  }

  private var requirements: RequirementsPart { RequirementsPart(question) }

  private static let mostKnown = 2
  /// How long the last digits of a plan are waited for that is there without them.
  private static let patienceForDigits = Duration.seconds(1)

  /// Whether there is nothing to search for; then a part of the answer would be no plan, and a stop changes nothing.
  private var isFixed: Bool { question.firstStage.isSettled(for: session.network.dataset) }
}

/// The proofs of the searches behind a question.
final class ProofLog {
  private(set) var proofs: [RecordedProof] = []

  /// Of each objective the last search counts: those before it were under a cap that could not be kept to.
  func add(_ proof: RecordedProof) {
    proofs.removeAll { $0.objective == proof.objective }
    proofs.append(proof)
  }
}
