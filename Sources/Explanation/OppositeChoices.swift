public import Findings
public import Modeling
public import NetworkDesign
public import SupplyData
public import SupplyPlan

/// Why a facility is open, or not: what a plan costs that is forced the other way, by a plan and by a proven bound.
///
/// One that the plan has open in some period is to be closed throughout; one that it never opens is to be open in some
/// period. The cap on risk is that of the plan's own question. Two prices are told, for a solve ends within a gap: the difference of
/// the proven bound to the plan's cost, and that of the best plan found. A solve ends as soon as they differ by no more than a
/// tenth of what the other way costs more.
public struct OppositeChoices: Sendable {
  /// The dataset.
  public var dataset: Dataset
  /// The plan that is explained.
  public var plan: Plan
  /// Cap and measure of the plan's question.
  public var question: DesignQuestion
  /// When to stop.
  public var limits: SolveLimits
  /// A solve may end when its two ends differ by this share of the difference to the plan.
  public var precision: Double

  private let own: any PlanFinder
  /// Who finds plans where the dataset decides nothing; `nil` where it decides nothing anyway.
  private let undecided: (any PlanFinder)?

  /// Puts them together.
  ///
  /// - Parameter finder: who finds plans for the dataset, as it is or without its decisions on facilities.
  /// - Throws: ``PlanningError`` where there is no finder for the dataset.
  public init(
    finder: @escaping @Sendable (Dataset) throws(PlanningError) -> any PlanFinder,
    dataset: Dataset, plan: Plan, question: DesignQuestion, limits: SolveLimits = SolveLimits(),
    precision: Double = 0.1
  ) throws(PlanningError) {
    self.dataset = dataset
    self.plan = plan
    self.question = question
    self.limits = limits
    self.precision = precision
    own = try finder(dataset)
    var free = dataset
    for place in free.facilities.indices { free.facilities[place].decision = .consider }
    undecided = free.facilities == dataset.facilities ? nil : try finder(free)
  }

  /// Asks for the other way with a facility.
  ///
  /// - Parameter facility: by its place in the dataset.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func opposite(
    of facility: Int, solving: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws(PlanningError) -> ExplanationRecord.Facility {
    let row = dataset.facilities[facility]
    let periods = dataset.settings.periods.count
    let count = periodsOpen(row.id, in: plan)
    var record = ExplanationRecord.Facility(
      facility: row.id, name: row.name, periodsOpen: count,
      decision: row.decision == .consider ? nil : row.decision.rawValue)
    if let reason = limits.stopReason {
      record.stopReason = reason.description
      return record
    }
    var question = question
    question.requirements.append(
      count > 0
        ? .open(facility, of: periods, .atMost, 0) : .open(facility, of: periods, .atLeast, 1))
    question.requirements += decisions(without: facility)
    guard let cost = plan.cost else { return record }
    let near = Cancellation(within: limits.cancellation)
    let precision = precision
    let asked = row.decision == .consider ? own : undecided ?? own
    let other = try asked.plan(
      for: question, neighbours: [turned(row.id, isOpen: count == 0)],
      limits: SolveLimits(deadline: limits.deadline, cancellation: near)
    ) { progress in
      solving?(progress)
      guard let best = progress.objective, let bound = progress.bound else { return }
      if best - bound < precision * (bound - cost) { near.cancel() }
    }
    record.isImpossible = other.termination == .infeasible
    // Ended because it was near enough, it was not stopped.
    record.stopReason = near.isCancelled && limits.stopReason == nil ? nil : other.stopReason
    record.atLeast = bound(of: other, isDecided: row.decision != .consider).map { $0 - cost }
    guard let dearer = other.cost else { return record }
    record.atMost = dearer - cost
    record.salesAtRisk = other.risk.salesAtRisk
    PlanDifference(dataset: dataset, before: plan, after: other).describe(
      in: &record, without: row.id)
    return record
  }

  /// The best bound of the other way: a plan forced is one of all plans, so theirs holds too, but not where a decision was taken
  /// back. A bound of 0 proves nothing.
  private func bound(of other: Plan, isDecided: Bool) -> Double? {
    let bounds = [other.bound, isDecided || plan.solve.objective == "risk" ? nil : plan.bound]
    return bounds.compactMap(\.self).filter { $0 > 0 }.max()
  }

  /// A decision of the dataset on the facility would forbid the other way. So all are taken back, and those on others asked
  /// for as requirements: then one finder serves for every such facility.
  private func decisions(without facility: Int) -> [OpeningRequirement] {
    if dataset.facilities[facility].decision == .consider { return [] }
    let periods = dataset.settings.periods.count
    return dataset.facilities.enumerated().compactMap { place, row in
      guard place != facility else { return nil }
      return switch row.decision {
      case .consider: nil
      case .open: .open(place, of: periods, .atLeast, periods)
      case .closed: .open(place, of: periods, .atMost, 0)
      }
    }
  }

  private func periodsOpen(_ facility: String, in plan: Plan) -> Int {
    plan.facilities.count { $0.facility == facility && $0.open }
  }

  /// The plan with one facility the other way and one module of each kind in it, for the search to begin with.
  private func turned(_ facility: String, isOpen: Bool) -> Plan {
    var turned = plan
    for place in turned.facilities.indices where turned.facilities[place].facility == facility {
      turned.facilities[place].open = isOpen
    }
    for place in turned.modules.indices where turned.modules[place].facility == facility {
      turned.modules[place].count = isOpen ? 1 : 0
    }
    return turned
  }
}
