import Findings
public import Modeling
public import NetworkDesign
import SupplyData
public import SupplyNetwork
public import SupplyPlan

/// What the policy constraints of a plan cost: each that binds by a solve without it, and by its slope.
public struct PolicyCosts: Sendable {
  /// Makes the planner of the network with a constraint less.
  public var makePlanner: PlannerMaker
  /// Relative gap within which costs are proved.
  public var gap: Double
  /// The network.
  public var network: Network
  /// The plan that is explained.
  public var plan: Plan
  /// Cap and measure of the plan's question.
  public var question: DesignQuestion
  /// When to stop.
  public var limits: SolveLimits

  /// Creates it from its parts.
  public init(
    makePlanner: @escaping PlannerMaker, gap: Double,
    network: Network, plan: Plan, question: DesignQuestion, limits: SolveLimits = SolveLimits()
  ) {
    self.makePlanner = makePlanner
    self.gap = gap
    self.network = network
    self.plan = plan
    self.question = question
    self.limits = limits
  }

  /// The slopes of all rows, without a search.
  ///
  /// - Returns: the constraints with their rows, and the price of the cap; nothing where the program was not solved.
  /// - Throws: ``PlanningError`` where the solver refuses.
  public func slopes() throws(PlanningError) -> (
    policies: [ExplanationRecord.Policy], capPrice: Double?
  ) {
    let dataset = network.dataset
    if dataset.constraints.isEmpty, question.maxRisk == nil { return ([], nil) }
    guard let prices = try PolicyPrices.at(plan, network, question, limits: limits) else {
      return ([], nil)
    }
    let policies = dataset.constraints.enumerated().map { place, constraint in
      ExplanationRecord.Policy(
        constraint: constraint.id, kind: Self.word(constraint.kind),
        sense: constraint.sense.rawValue, value: constraint.value,
        rows: prices.prices.filter { $0.constraint == place }.map {
          ExplanationRecord.PolicyRow(
            period: dataset.settings.periods[$0.period].id,
            product: $0.product.map { dataset.products[$0].id }, slack: $0.slack,
            isBinding: $0.isBinding, perUnit: $0.perUnit)
        })
    }
    return (policies, prices.capPrice)
  }

  /// The same constraint with what the plan would cost less without it.
  ///
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func priced(
    _ policy: ExplanationRecord.Policy, solving: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws(PlanningError) -> ExplanationRecord.Policy {
    guard let cost = plan.cost, limits.stopReason == nil else { return policy }
    var changed = network.dataset
    changed.constraints.removeAll { $0.id == policy.constraint }
    // Without a constraint nothing can be at odds that was not before.
    guard let network = try? Network(changed) else { return policy }
    let free = try makePlanner(network).plan(
      for: question, gap: gap, neighbours: [plan], limits: limits, progress: solving)
    var policy = policy
    // The plan itself is allowed without the constraint too, so it cannot cost less than nothing.
    policy.atLeast = free.cost.map { max(0, cost - $0) }
    // A bound of 0 proves nothing.
    policy.atMost = free.bound.flatMap { $0 > 0 ? max(0, cost - $0) : nil }
    return policy
  }

  private static func word(_ kind: PolicyConstraint.Kind) -> String {
    switch kind {
    case .openFacilities: "open_facilities"
    case .share: "share"
    case .investment: "investment"
    case .emissions: "emissions"
    case .survive: "survive"
    case .production: "production"
    case .flow: "flow"
    case .minimumIfOpen: "minimum_if_open"
    case .sources: "sources"
    case .requires: "requires"
    case .within(.days, _, _): "within_days"
    case .within(.kilometres, _, _): "within_km"
    }
  }
}
