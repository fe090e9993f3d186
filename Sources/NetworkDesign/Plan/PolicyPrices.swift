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
    /// The constraint, by its place in the dataset.
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
    let monolith = Monolith(network: network, question: question)
    let design = StartingDesigns(
      network: network, stage: monolith.stage, columnCount: monolith.program.columns.count
    ).design(of: plan)
    let solution = try PlanningError.wrapping { () throws(GLPKError) in
      try GLPKSolver().solve(monolith.program.withIntegersFixed(at: design), limits: limits)
    }
    guard solution.termination == .optimal, let point = solution.point,
      let duals = solution.rowDuals
    else { return nil }
    return PolicyPrices(monolith, point, duals)
  }

  private init(_ monolith: Monolith, _ point: [Double], _ duals: [Double]) {
    let network = monolith.network
    var dualOfRow: [String: Double] = [:]
    for (row, dual) in zip(monolith.program.rows, duals) { dualOfRow[row.name] = dual }
    capPrice = monolith.question.maxRisk == nil ? nil : dualOfRow["maxRisk"]
    let part = PolicyPart(network: network, incidence: monolith.incidence)
    let blocks = monolith.blocks.map { $0[0] }
    let requirements =
      monolith.question.firstStage == .free ? part.requirements(monolith.stage, blocks) : []
    prices = requirements.map { requirement in
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
      return Price(
        constraint: requirement.constraint, period: requirement.period,
        product: requirement.product,
        slack: max(0, use.map { $0 > 0 ? slack / $0 : 0 } ?? slack),
        isBinding: slack <= Self.tolerance * scale && use ?? 1 > 0,
        perUnit: counts ? nil : dual.map { $0 * (use ?? 1) })
    }
  }

  private static let tolerance = 1e-6
}
