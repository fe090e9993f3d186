import FrontierSearch
import Testing

@testable import Report
@testable import SupplyData
@testable import SupplyPlan

/// The inputs that every rule about reports is held against.
enum ReportCase: String, CaseIterable, CustomTestStringConvertible {
  case frontierWithBaseline, frontierWithoutBaseline, planWithBaseline, planAlone, baselineAlone
  case infeasiblePlan, stoppedWithoutPlan, emptyFrontier, unprovedCaps, onePoint, noDemand
  case noHome, hostileNames, leastRisk, segmentsAndLines, findingsBeside, findingsAlone

  var testDescription: String { rawValue }

  /// The page of each case, rendered once for all tests.
  static let pages = Result {
    try Dictionary(
      uniqueKeysWithValues: allCases.map { ($0, try HTMLReport($0.input).render()) })
  }

  /// The page.
  func page() throws -> String { try Self.pages.get()[self] ?? "" }

  /// The input.
  var input: ReportInput {
    var input = BatteryPlans(dataset).input()
    switch self {
    case .frontierWithBaseline, .noHome: break
    case .hostileNames, .findingsBeside: input = SampleFindings.added(to: input)
    case .findingsAlone:
      let all = SampleFindings.added(to: input)
      input = ReportInput(dataset: dataset, plans: [])
      (input.premium, input.sources) = (all.premium, [all.sources[all.chosen]])
    case .frontierWithoutBaseline: (input.baseline, input.expanded) = (nil, nil)
    case .planWithBaseline:
      input.frontier = nil
      input.plans = [input.plans[2]]
    case .planAlone:
      input = ReportInput(dataset: dataset, plans: [input.plans[2]])
    case .baselineAlone:
      input = ReportInput(dataset: dataset, plans: [input.baseline].compactMap { $0 })
    case .infeasiblePlan:
      input = ReportInput(dataset: dataset, plans: [without(.infeasible, input.plans[0])])
    case .stoppedWithoutPlan:
      input = ReportInput(dataset: dataset, plans: [without(.stopped, input.plans[0])])
    case .emptyFrontier:
      input.frontier?.points = []
      input.frontier?.bounds = []
      input.frontier?.termination = .infeasible
      input.plans = []
    case .unprovedCaps:
      input.frontier?.termination = .stopped
      input.frontier?.stopReason = "time limit"
      input.frontier?.unproved = [
        FrontierRecord.Unproved(cap: 0.2, reason: "the time was up before a plan was found")
      ]
    case .onePoint:
      input.frontier?.points.removeLast(7)
      input.frontier?.bounds = []
      input.frontier?.uncertainty = 0
      input.plans.removeLast(7)
    case .segmentsAndLines: input.frontier = input.frontier.map(slanted)
    case .noDemand: input = idle(input)
    case .leastRisk:
      input.frontier = nil
      input.plans = [input.plans[7]]
      input.plans[0].solve.objective = "risk"
      input.plans[0].risk.bound = 0.0809
    }
    return input
  }

  /// Two pairs and a triple of plans of one design, and a line for each price between neighbours.
  private func slanted(_ frontier: FrontierRecord) -> FrontierRecord {
    var frontier = frontier
    for index in [0, 2, 3, 6] { frontier.points[index].isJoined = true }
    frontier.lines = zip(frontier.points, frontier.points.dropFirst()).map { cheap, safe in
      let price = (safe.cost - cheap.cost) / (cheap.salesAtRisk - safe.salesAtRisk)
      let sums = frontier.points.map { $0.cost + price * $0.salesAtRisk }
      return FrontierRecord.Line(riskPrice: price, bound: (sums.min() ?? 0) * 0.999)
    }
    frontier.uncertainty = FrontierBand(frontier).uncertainty
    return frontier
  }

  private var dataset: Dataset {
    switch self {
    case .noHome: BatteryTables.dataset(home: nil)
    case .noDemand: BatteryTables.dataset(demandFactor: 0)
    case .hostileNames: Self.hostile(BatteryTables.dataset())
    default: BatteryTables.dataset()
    }
  }

  private func without(_ termination: Plan.Termination, _ plan: Plan) -> Plan {
    var risk = plan.risk
    risk.salesAtRisk = nil
    var solve = plan.solve
    solve.maxRisk = 0.02
    return Plan(
      dataset: plan.dataset, termination: termination,
      stopReason: termination == .stopped ? "time limit" : nil, risk: risk, solve: solve)
  }

  /// Nobody wants anything: nothing is made, nothing lost, and closing all would be cheapest.
  private func idle(_ input: ReportInput) -> ReportInput {
    var plan = BatteryPlans(dataset).plan(nearness: 0, cost: 0, risk: 0)
    plan.bound = 0
    plan.gap = 0
    plan.costs = CostLines()
    for row in plan.scenarios.indices { plan.scenarios[row].salesLost = 0 }
    return ReportInput(dataset: dataset, plans: [plan], baseline: plan)
  }

  /// What a hostile file may call things.
  static let hostileName = "<script>alert(1)</script>\"'&]]>\u{22}\u{301} onload=\u{27}\u{308}x"

  private static func hostile(_ dataset: Dataset) -> Dataset {
    var dataset = dataset
    dataset.settings.name = hostileName
    dataset.settings.currency = hostileName
    for row in dataset.countries.indices { dataset.countries[row].name = hostileName }
    for row in dataset.products.indices {
      dataset.products[row].name = hostileName
      dataset.products[row].unit = hostileName
    }
    for row in dataset.facilities.indices { dataset.facilities[row].name = hostileName }
    for row in dataset.customers.indices { dataset.customers[row].name = hostileName }
    for row in dataset.scenarios.indices { dataset.scenarios[row].name = hostileName }
    return dataset
  }
}
