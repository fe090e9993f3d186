import Findings
public import Modeling
public import NetworkDesign
import SupplyData
public import SupplyNetwork
public import SupplyPlan

/// Why a facility is open, or not: what a plan costs that is forced the other way, by a plan and by a proven bound.
///
/// One that the plan has open in some period is to be closed throughout; one that it never opens is to be open in some
/// period. The cap on risk is that of the plan's own question. Two prices are told, for a solve ends within a gap: the difference of
/// the proven bound to the plan's cost, and that of the best plan found. What the plan's own bound proves holds for the other way
/// too. A solve ends as soon as the two differ by no more than a tenth of what the other way costs more, or by the gap.
public struct OppositeChoices: Sendable {
  /// The network.
  public let network: Network
  /// The plan that is explained.
  public var plan: Plan
  /// Cap and measure of the plan's question.
  public var question: DesignQuestion
  /// When to stop.
  public var limits: SolveLimits
  /// A solve may end when its two ends differ by this share of the difference to the plan.
  public var precision: Double
  /// Or by this share of the cost.
  public var gap: Double

  /// Plans that earlier questions came to: some are forced the way that a later one asks for.
  private var found: [Plan] = []

  private let own: any Planner
  /// Who finds plans where the dataset decides nothing; `nil` where it decides nothing anyway.
  private let undecided: (any Planner)?

  /// Creates it from its parts.
  ///
  /// - Parameter makePlanner: makes the planner of the network, as it is or without its decisions on facilities.
  public init(
    makePlanner: PlannerMaker, network: Network, plan: Plan, question: DesignQuestion,
    limits: SolveLimits = SolveLimits(), precision: Double = 0.1, gap: Double = 0
  ) {
    self.network = network
    self.plan = plan
    self.question = question
    self.limits = limits
    self.precision = precision
    self.gap = gap
    own = makePlanner(network)
    let dataset = network.dataset
    var free = dataset
    for place in free.facilities.indices { free.facilities[place].decision = .consider }
    // Without a decision nothing can be at odds that was not before.
    undecided =
      free.facilities == dataset.facilities ? nil : (try? Network(free)).map { makePlanner($0) }
  }

  private var dataset: Dataset { network.dataset }

  /// Asks for the other way with a facility.
  ///
  /// - Parameter facility: by its place in the dataset.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public mutating func opposite(
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
      record.atLeast = plan.cost.flatMap { cost in
        self.known(isDecided: row.decision != .consider).map { $0 - cost }
      }
      return withFound(record, facility)
    }
    var question = question
    question.requirements.append(
      count > 0
        ? .open(facility, of: periods, .atMost, 0) : .open(facility, of: periods, .atLeast, 1))
    question.requirements += decisions(without: facility)
    guard let cost = plan.cost else { return record }
    let near = Cancellation(decidingWithin: limits.cancellation)
    var asking = limits
    asking.cancellation = near
    let (precision, gap) = (precision, gap)
    let asked = row.decision == .consider ? own : undecided ?? own
    let known = known(isDecided: row.decision != .consider)
    let best = bestFound(facility, isOpen: count == 0)
    let other = try asked.plan(
      for: question, gap: gap,
      neighbours: neighbours(turning: row.id, isOpen: count == 0)
        + [best].compactMap(\.self),
      limits: asking
    ) { progress in
      solving?(progress)
      guard let best = progress.objective,
        let bound = [progress.bound, known].compactMap(\.self).max()
      else { return }
      if best - bound < max(precision * (bound - cost), gap * abs(best)) { near.cancel() }
    }
    record.isImpossible = other.termination == .infeasible
    // Ended because it was near enough, it was not stopped.
    record.stopReason = near.isCancelled && limits.stopReason == nil ? nil : other.stopReason
    record.atLeast = bound(of: other, isDecided: row.decision != .consider).map { $0 - cost }
    if other.cost != nil {
      found.append(other)
      take(other, in: &record)
    }
    return withFound(record, facility)
  }

  /// Tells a plan that is forced the other way.
  private func take(_ other: Plan, in record: inout ExplanationRecord.Facility) {
    guard let cost = plan.cost, let dearer = other.cost else { return }
    record.atMost = dearer - cost
    record.salesAtRisk = other.risk.salesAtRisk
    (record.opens, record.closes, record.mix) = ([], [], [:])
    PlanDifference(dataset: dataset, before: plan, after: other).describe(
      in: &record, without: record.facility)
  }

  /// An answer with the cheapest plan that any question has come to.
  ///
  /// - Parameter facility: what it is the answer about, by its place in the dataset.
  public func withFound(_ record: ExplanationRecord.Facility, _ facility: Int)
    -> ExplanationRecord.Facility
  {
    guard let cost = plan.cost,
      let best = bestFound(facility, isOpen: record.periodsOpen == 0), let other = best.cost,
      other - cost < record.atMost ?? .infinity
    else { return record }
    var record = record
    take(best, in: &record)
    return record
  }

  /// The cheapest plan found so far that has a facility the other way, and honours what is decided about all others.
  private func bestFound(_ facility: Int, isOpen: Bool) -> Plan? {
    found.filter { candidate in
      (periodsOpen(dataset.facilities[facility].id, in: candidate) > 0) == isOpen
        && dataset.facilities.enumerated().allSatisfy { place, row in
          let count = periodsOpen(row.id, in: candidate)
          return switch row.decision {
          case _ where place == facility: true
          case .consider: true
          case .open: count == dataset.settings.periods.count
          case .closed: count == 0
          }
        }
    }.min { $0.cost ?? .infinity < $1.cost ?? .infinity }
  }

  /// The best bound of the other way. A bound of 0 proves nothing.
  private func bound(of other: Plan, isDecided: Bool) -> Double? {
    [other.bound, known(isDecided: isDecided)].compactMap(\.self).filter { $0 > 0 }.max()
  }

  /// What is known before the solve: a plan forced is one of all plans, so their bound holds for it, but not where a decision was
  /// taken back.
  private func known(isDecided: Bool) -> Double? {
    isDecided || plan.solve.objective == "risk" ? nil : plan.bound
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

  /// Plans for the search to begin with: the plan with one facility the other way. One that is to be open is so in every period
  /// with a module of each kind, or, which often costs least, in the last or the first period alone with what it has.
  private func neighbours(turning facility: String, isOpen: Bool) -> [Plan] {
    let periods = dataset.settings.periods.map(\.id)
    guard isOpen, let first = periods.first, let last = periods.last else {
      return [turned(facility, openIn: []) { _ in 0 }]
    }
    let existing = Dictionary(
      dataset.capacity.filter { $0.facility == facility }.map { ($0.module, $0.existing) },
      uniquingKeysWith: { first, _ in first })
    return [
      turned(facility, openIn: Set(periods)) { _ in 1 },
      turned(facility, openIn: [last]) { _ in 0 },
      turned(facility, openIn: [first]) { existing[$0] ?? 0 },
    ]
  }

  /// The plan with a facility open in some periods alone, and there with so many modules of each kind.
  private func turned(
    _ facility: String, openIn periods: Set<String>, _ count: (String) -> Int
  ) -> Plan {
    var turned = plan
    for place in turned.facilities.indices where turned.facilities[place].facility == facility {
      turned.facilities[place].open = periods.contains(turned.facilities[place].period)
    }
    for place in turned.modules.indices where turned.modules[place].facility == facility {
      let row = turned.modules[place]
      turned.modules[place].count = periods.contains(row.period) ? count(row.module) : 0
    }
    return turned
  }
}
