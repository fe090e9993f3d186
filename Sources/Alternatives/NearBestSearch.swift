public import Modeling
public import NetworkDesign
public import SupplyData
import SupplyPlan

/// Searches the plans within a share of the least cost: what all of them agree on, and those that differ most.
///
/// Modelling to generate alternatives (Brill 1979, doi:10.1287/mnsc.25.5.413; Chang, Brill and Hopkins 1982,
/// doi:10.1029/WR018i004p00821): what a model leaves out may decide between plans that it finds nearly as good.
public struct NearBestSearch: Sendable {
  /// Who finds plans.
  public var planner: any Planner
  /// Relative gap within which their costs are proved.
  public var gap: Double
  /// The dataset.
  public var dataset: Dataset
  /// How risk is measured, and its cap.
  public var question: DesignQuestion
  /// By which share of the least cost a plan may be dearer.
  public var within: Double
  /// Most plans to show, the least-cost plan included.
  public var count: Int
  /// When to stop.
  public var limits: SolveLimits

  /// Creates a search.
  public init(
    planner: any Planner, gap: Double = 1e-3, dataset: Dataset, question: DesignQuestion,
    within: Double = 0.02, count: Int = 5, limits: SolveLimits = SolveLimits()
  ) {
    self.planner = planner
    self.gap = gap
    self.dataset = dataset
    self.question = question
    self.within = within
    self.count = count
    self.limits = limits
  }

  /// Searches.
  ///
  /// - Parameters:
  ///   - progress: told after every solve.
  ///   - solving: told of the solves themselves.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func run(
    progress: @escaping (NearBestProgress) -> Void = { _ in },
    solving: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws(PlanningError) -> NearBest {
    let best = try planner.plan(for: question, gap: gap, limits: limits, progress: solving)
    guard let cost = best.cost else { return .none(best) }
    let limit = CostLimit(
      planner: planner, gap: gap, question: question, limit: cost * (1 + within),
      limits: limits, progress: solving)
    var known = KnownPlans(dataset: dataset, limit: limit, first: best, told: progress)
    let claims = try CoreSearch(dataset: dataset).run(&known)
    let agreed = claims.count { [.throughout, .closed].contains($0.verdict) }
    let pairs = (claims.count - agreed) * dataset.settings.periods.count
    var result = NearBest(
      plans: [NearBest.Alternative(plan: best)], claims: claims, limit: limit.limit,
      greatestFurtherDistance: pairs, solves: 0)
    try DifferenceSearch(count: count).run(&known, &result)
    result.solves = known.solves + 1
    let isOpenEnded = claims.contains { $0.verdict == .undecided } || known.hasUndecided
    result.stopReason = limits.stopReason?.description ?? best.stopReason
    if result.stopReason == nil, isOpenEnded {
      result.stopReason = "some questions are closer than the gap can tell"
    }
    return result
  }
}
