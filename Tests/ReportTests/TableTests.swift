import Findings
@testable import FigureDrawing
import FrontierSearch
import SupplyPlan
import TestSnapshots
import Testing

@testable import Report
@testable import SupplyData

@Suite struct TableTests {
  /// Every table of the report for the battery maker's fifth plan, as text.
  @Test(arguments: [
    "frontier", "map", "bridge", "mix", "moves", "losses", "home", "products", "capacity",
  ])
  func tables(kind: String) throws {
    let input = BatteryPlans(BatteryTables.dataset()).input()
    let index = ReportIndex(input.dataset)
    let frontier = try #require(input.frontier)
    let resolved = try ResolvedNetwork(input.dataset)
    let context = PlanContext(
      index: index, resolved: resolved, plan: input.plans[4], number: 5, baseline: input.baseline,
      expanded: input.expanded, current: input.baseline.map { CurrentFacts(index, resolved, $0) },
      cheapest: input.plans.first
    )
    let table =
      switch kind {
      case "frontier":
        FrontierFigure(
          index: index, frontier: frontier, band: FrontierBand(frontier),
          plans: input.plans, baseline: input.baseline, expanded: input.expanded, chosen: 4, knee: 4
        ).table()
      case "map": MapFigure(context, views: [:]).table()
      case "bridge": Bridges(to: context, from: []).all[0].figure.table
      case "mix": MixFigure(context: context).table()
      case "moves": MovesFigure(context).table()
      case "losses": LossFigure(context).table()
      case "products": try #require(ProductMixFigure(context)).table()
      case "capacity": try #require(CapacityFigure(context)).table()
      default: HomeFigure(context, home: "US").table()
      }
    try expectSnapshot(table.text() + "\n", "\(kind).txt")
  }

  @Test func placements() {
    let index = ReportIndex(BatteryTables.dataset())
    #expect(index.placement(madeIn: "US", usedIn: "US") == .domestic)
    #expect(index.placement(madeIn: "US", usedIn: "MX") == .nearshore)
    #expect(index.placement(madeIn: "KR", usedIn: "US") == .friendshore)
    #expect(index.placement(madeIn: "CN", usedIn: "US") == .offshore)
    // Same region wins over a group in common.
    #expect(index.placement(madeIn: "DE", usedIn: "PL") == .nearshore)
  }

  /// Reshored counts what grows, product by product; what shrinks takes nothing away.
  @Test func reshored() throws {
    let dataset = BatteryTables.dataset()
    let plans = BatteryPlans(dataset)
    func plan(_ rows: [(String, String, Double)]) -> Plan {
      var plan = Plan(
        dataset: plans.reference, termination: .optimal,
        risk: PlanRisk(measure: "cvar", level: 0.95),
        solve: Plan.SolveRecord(
          seconds: 0, method: "", rows: 0, columns: 0, objective: "cost", maxRisk: nil, nodes: 0))
      plan.production = rows.map {
        ProductionFlowRow(
          period: "2026–28", scenario: nil, facility: $0.0, product: $0.1, quantity: $0.2)
      }
      return plan
    }
    let before = plan([("li-thacker", "lithium", 500), ("pa-detroit", "packs", 20)])
    let after = plan([
      ("li-thacker", "lithium", 300), ("pa-detroit", "packs", 25), ("pa-austin", "packs", 5),
      ("pa-leipzig", "packs", 900),
    ])
    let facts = HomeFacts(ReportIndex(dataset), after, baseline: before, home: "US")
    #expect(facts.reshored?.first == ["packs": 10 * 112_000])
    #expect(facts.reshoredValues == [1_120_000, 0, 0])
  }

  @Test func jobs() {
    let dataset = BatteryTables.dataset()
    var plan = BatteryPlans(dataset).plan(nearness: nil, cost: 1, risk: 0)
    plan.facilities = [
      FacilityDecisionRow(
        facility: "pa-detroit", period: "2026–28", open: true, opened: true, closed: false),
      FacilityDecisionRow(
        facility: "pa-fremont", period: "2026–28", open: false, opened: false, closed: false),
      FacilityDecisionRow(
        facility: "ce-ulsan", period: "2026–28", open: true, opened: false, closed: false),
    ]
    plan.modules = [
      ModuleRow(
        facility: "pa-detroit", module: "line", period: "2026–28", count: 3, built: 3, retired: 0),
      ModuleRow(
        facility: "ce-ulsan", module: "line", period: "2026–28", count: 2, built: 0, retired: 0),
    ]
    let facts = HomeFacts(ReportIndex(dataset), plan, baseline: nil, home: "US")
    #expect(facts.jobs.first == HomeFacts.Jobs(home: 30 + 3 * 45, elsewhere: 220 + 2 * 160))
    #expect(facts.reshored == nil)
  }
}
