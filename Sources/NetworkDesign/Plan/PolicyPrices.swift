import GLPK
public import Modeling
import SupplyData
public import SupplyNetwork
public import SupplyPlan

/// What the policy constraints of a network, and the cap on risk, are worth at a plan's whole numbers: which of them bind, and the
/// slope of the cost in their values.
///
/// With openings and modules fixed the rest is a linear program, whose dual values are those slopes. They say nothing of what
/// other openings would bring: only a solve without the constraint does.
public struct PolicyPrices: Sendable {
  /// One row of a policy constraint.
  public struct Price: Sendable, Equatable {
    /// The constraint, by its index in the dataset.
    public var constraint: Int
    /// The period.
    public var period: Int
    /// The product, for a share.
    public var product: Int?
    /// How far the left-hand side is from the value, at least 0, in the units of the value.
    public var slack: Double
    /// Whether it holds as an equation, up to rounding.
    public var isBinding: Bool
    /// Money over the horizon per unit of the value; `nil` where only whole numbers are counted, which have no slope.
    public var perUnit: Double?
  }

  /// The rows, in the order of the dataset.
  public let prices: [Price]
  /// Money over the horizon per unit of the cap on sales at risk; `nil` without a cap.
  public let capPrice: Double?

  /// Solves the linear program that is left once a plan's whole numbers are fixed.
  ///
  /// - Parameters:
  ///   - plan: whose openings and modules are taken.
  ///   - network: the network that it is for.
  ///   - question: its cap and measure of risk.
  ///   - limits: when to stop.
  /// - Returns: `nil` where the program was not solved, as in time.
  /// - Throws: ``PlanningError`` where the solver refuses.
  public static func at(
    _ plan: Plan, _ network: Network, _ question: DesignQuestion,
    limits: SolveLimits = SolveLimits()
  ) throws(PlanningError) -> PolicyPrices? {
    var question = question
    question.objective = .cost
    let measured = network.merged.measured
    let monolith = Monolith(network: measured, question: question.measured(for: measured))
    let design = StartingDesigns(
      network: network, stage: monolith.stage, columnCount: monolith.program.columns.count
    ).design(of: plan)
    let solution = try PlanningError.wrapping { () throws(GLPKError) in
      try GLPKSolver().solve(monolith.program.withIntegersFixed(at: design), limits: limits)
    }
    guard solution.termination == .optimal, let point = solution.point,
      let duals = solution.rowDuals
    else { return nil }
    return PolicyPrices(monolith, point, duals, plan)
  }

  private init(_ monolith: Monolith, _ point: [Double], _ duals: [Double], _ plan: Plan) {
    let network = monolith.network
    var dualOfRow: [String: Double] = [:]
    for (row, dual) in zip(monolith.program.rows, duals) { dualOfRow[row.name] = dual }
    let money = network.units.money
    capPrice = monolith.question.maxRisk == nil ? nil : dualOfRow["maxRisk"].map { $0 * money }
    let part = PolicyPart(network: network, incidence: monolith.incidence)
    let blocks = monolith.blocks.map { $0[0] }
    let requirements =
      monolith.question.firstStage.bindsPolicies
      ? part.requirements(monolith.stage, blocks) : []
    let survival = Self.survival(plan, network, dualOfRow)
    let policies = requirements.map { requirement in
      // A share is written without division: `L − value · U`, so that its slope is the dual times U.
      let use = part.use(requirement, blocks).map { $0.value(at: point) }
      let excess = requirement.excess.value(at: point)
      let scale = requirement.excess.terms.reduce(abs(requirement.excess.constant)) {
        $0 + abs($1.coefficient * point[$1.column.index])
      }
      let slack = requirement.sense == .atMost ? -excess : excess
      let counts =
        if case .openFacilities = network.dataset.constraints[requirement.constraint].kind {
          true
        } else { false }
      let dual = dualOfRow[part.rowName(requirement)]
      let unit = ElasticRule.constraint(network.dataset.constraints[requirement.constraint].id)
        .unit(in: network)
      return Price(
        constraint: requirement.constraint, period: requirement.period,
        product: requirement.product,
        slack: max(0, use.map { $0 > 0 ? slack / $0 : 0 } ?? slack * unit),
        isBinding: slack <= Self.tolerance * scale && use ?? 1 > 0,
        perUnit: counts ? nil : dual.map { $0 * (use ?? 1) * money / unit })
    }
    prices = (policies + survival).sorted { $0.constraint < $1.constraint }
  }

  /// Survivability: how far the worst of a constraint's outages is from the value, and what all of its outages together cost at
  /// the margin.
  private static func survival(_ plan: Plan, _ network: Network, _ dualOfRow: [String: Double])
    -> [Price]
  {
    let dataset = network.dataset
    let part = SurvivalPart(network: network)
    let catalogue = OutageCatalogue(dataset)
    return dataset.constraints.enumerated().flatMap { index, constraint -> [Price] in
      guard case .survive(let selector) = constraint.kind else { return [] }
      let targets = Set(catalogue.targets(of: selector))
      return dataset.settings.periods.enumerated().compactMap { t, period in
        guard constraint.period == nil || constraint.period == period.id else { return nil }
        let names = Set(targets.map(\.text))
        let worst = plan.outages.filter { $0.period == period.id && names.contains($0.target) }
          .map(\.salesLost).max()
        let slope = network.states.indices.reduce(0.0) { sum, state in
          guard case .outage(let target) = network.states[state].event, targets.contains(target),
            part.mostLost[t][state] == constraint.value
          else { return sum }
          return sum
            + (dualOfRow[part.rowName(period: t, state: state)] ?? 0) * network.units.money
        }
        let slack = constraint.value - (worst ?? 0)
        return Price(
          constraint: index, period: t, product: nil, slack: max(0, slack),
          isBinding: slack <= Self.tolerance, perUnit: slope)
      }
    }
  }

  private static let tolerance = 1e-6
}
