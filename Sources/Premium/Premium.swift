import Findings
import FrontierSearch
public import SupplyData
import SupplyNetwork
public import SupplyPlan
public import TextFiles

/// The price of resilience along a frontier, what each step buys, and when it pays.
///
///     let record = try Premium(dataset: dataset, frontier: frontier, plans: plans).record()
///
/// Nothing is solved: all is read off the plans and the bounds of the frontier.
public struct Premium: Sendable {
  /// The dataset of the frontier.
  public var dataset: Dataset
  /// The frontier.
  public var frontier: FrontierRecord
  /// The plan of each point, in their order.
  public var plans: [Plan]
  /// The plan of today's network, unchanged; `nil` where there is none.
  public var current: Plan?
  /// The plan of today's sites, expanded; `nil` where there is none.
  public var expanded: Plan?

  /// Creates a question.
  public init(
    dataset: Dataset, frontier: FrontierRecord, plans: [Plan], current: Plan? = nil,
    expanded: Plan? = nil
  ) {
    self.dataset = dataset
    self.frontier = frontier
    self.plans = plans
    self.current = current
    self.expanded = expanded
  }

  /// Works the record out.
  ///
  /// - Throws: faults of the dataset's network, and of plans whose tables do not add up to the cost that their point has: then
  ///   frontier, plans and dataset do not belong together.
  public func record() throws(Faults) -> PremiumRecord {
    try checkParts()
    let network = try Network(dataset)
    let costs = plans.map { StateCosts($0, network: network) }
    try check(costs, network)
    let annuity = Horizon(dataset.settings).yearly.reduce(0, +)
    let bounds = ProvenCosts(frontier)
    let points = frontier.points.enumerated().map { place, point in
      PremiumRecord.Point(
        plan: place + 1, cost: point.cost, salesAtRisk: point.salesAtRisk,
        bound: bounds.bound(at: place))
    }
    let steps = points.indices.dropLast().map { place in
      step(
        place, annuity: annuity, range: bounds.differences(from: place),
        pays: BreakEvens(from: costs[place], to: costs[place + 1], network: network))
    }
    return PremiumRecord(
      dataset: frontier.dataset, currency: dataset.settings.currency, measure: frontier.measure,
      level: frontier.level, years: dataset.settings.periods.reduce(0) { $0 + $1.years },
      annuityFactor: annuity,
      knee: FrontierBand(frontier).provenKnee(of: frontier).map { $0 + 1 },
      points: points, steps: steps,
      comparisons: comparisons(costs, network: network))
  }

  /// Every plan against today's network, unchanged and expanded; `nil` where there is nothing to compare with.
  private func comparisons(_ costs: [StateCosts], network: Network)
    -> [PremiumComparison]?
  {
    let comparators: [(ComparatorNetwork, Plan?)] = [
      (.current, current), (.expanded, expanded),
    ]
    let rows = comparators.flatMap { comparator, before -> [PremiumComparison] in
      guard let before, before.cost != nil, let risk = before.risk.salesAtRisk else { return [] }
      let start = StateCosts(before, network: network)
      return zip(plans, costs).enumerated().compactMap { place, pair in
        let (plan, cost) = pair
        guard let after = plan.risk.salesAtRisk else { return nil }
        let pays = BreakEvens(from: start, to: cost, network: network)
        return PremiumComparison(
          comparator: comparator, plan: place + 1, points: (risk - after) * 100,
          cost: plan.costs.total - before.costs.total,
          spend: plan.costs.spend - before.costs.spend,
          salesNotMade: plan.costs.salesNotMade - before.costs.salesNotMade,
          breakEvens: pays.scenarios, easiest: pays.easiest, factor: pays.factor)
      }
    }
    return rows.isEmpty ? nil : rows
  }

  private func step(
    _ place: Int, annuity: Double, range: (least: Double?, most: Double?), pays: BreakEvens
  ) -> PremiumStep {
    let (cheap, safe) = (frontier.points[place], frontier.points[place + 1])
    let gained = cheap.percentagePoints(to: safe)
    func price(_ cost: Double?) -> PremiumRecord.Price? {
      guard let cost, cheap.price(to: safe) != nil else { return nil }
      return PremiumRecord.Price(total: cost / gained, perYear: cost / gained / annuity)
    }
    let purchases = Purchases(dataset: dataset, from: plans[place], to: plans[place + 1])
    return PremiumStep(
      from: place + 1, to: place + 2, points: gained, cost: safe.cost - cheap.cost,
      price: price(safe.cost - cheap.cost), leastPrice: price(range.least),
      mostPrice: price(range.most),
      bought: purchases.summary, purchases: purchases.all,
      breakEvens: pays.scenarios, easiest: pays.easiest, factor: pays.factor)
  }

  private func checkParts() throws(Faults) {
    guard frontier.dataset.sha256 == dataset.sha256 else {
      throw Faults([
        Fault(
          file: "frontier.json", cause: "it was not made from this dataset's tables",
          cure: "Restore the dataset, or make the frontier again.")
      ])
    }
    guard plans.count == frontier.points.count else {
      throw Faults([
        Fault(
          file: "frontier.json",
          cause: "it has \(frontier.points.count) points, but there are \(plans.count) plans",
          cure: "Make the frontier again with `shorewise frontier -o`.")
      ])
    }
  }

  private func check(_ costs: [StateCosts], _ network: Network) throws(Faults) {
    let faults = zip(frontier.points, costs).compactMap { point, cost -> Fault? in
      let total = cost.total(network)
      guard abs(total - point.cost) > 1e-5 * max(1, abs(point.cost)) else { return nil }
      return Fault(
        file: point.plan,
        cause: "its tables add up to a cost of \(total), but the frontier says \(point.cost)",
        cure: "Run `shorewise verify` on it, and make the frontier again.")
    }
    if !faults.isEmpty { throw Faults(faults) }
  }
}
