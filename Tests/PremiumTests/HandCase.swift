import SupplyPlan
import TestDatasets
import TextFiles

@testable import SupplyData

/// Two plans that are worked out by hand: one year, no discount, one customer, and a strike of 26 weeks.
///
/// The shop asks for 80 widgets a year at 300 each. The plant abroad makes them for 20. Transport costs nothing.
///
/// * Cheap: the plant alone (1000 for it, 500 for its line). Normal: 80·20 = 1600. In the strike nothing is made: 80·300 =
///   24 000.
/// * Safe: second is open too (600, and 1500 to open, two lines at 200 to build and 50 a year). Normal as before: 1600. In the
///   strike it makes all 80 for 60 each: 4800.
///
/// First stages: 1500, and 1500 + 600 + 1500 + 400 + 100 = 4100. With π = p/2 and W the costs of the states,
/// the plans cost 1500 + (1 − π)·1600 + π·24 000 and 4100 + (1 − π)·1600 + π·4800: they are equal where 19 200·π = 2600, at
/// p = 5200/19 200 = 0.2708…
enum HandCase {
  static let breakEven = 5200.0 / 19_200

  static func dataset(probability: Double = 0.1) throws -> Dataset {
    try TestDataset()
      .replacing("plan.yaml", "name: hand\ndiscount_rate: 0\nrisk: {measure: expected}\n")
      .adding("facilities", "second,BB,plant,candidate,1500,600")
      .adding("capacity", "second,line,40,0,2,200,50")
      .adding("production", "second,widget,60")
      .replacing(
        "lanes",
        "origin,destination,mode,unit_cost,lead_time_days\nplant,shop,truck,0,0\nsecond,shop,truck,0,0\n"
      )
      .adding("scenarios", "scenario,probability,duration_weeks", "strike,\(probability),26")
      .adding("disruptions", "scenario,effect,origin,value", "strike,capacity,plant,1")
      .read()
  }

  /// The plan without second, or with it.
  static func plan(isSafe: Bool, _ dataset: Dataset) -> Plan {
    let weight = (dataset.scenarios.first?.probability ?? 0) / 2
    var costs = CostLines()
    costs.facilityFixed = isSafe ? 1600 : 1000
    costs.moduleFixed = isSafe ? 600 : 500
    costs.opening = isSafe ? 1500 : 0
    costs.building = isSafe ? 400 : 0
    costs.production = (1 - weight) * 1600 + (isSafe ? weight * 4800 : 0)
    costs.shortage = isSafe ? 0 : weight * 24_000
    let lost = isSafe ? 0 : 0.5
    var plan = Plan(
      dataset: Plan.DatasetReference(name: "hand", sha256: dataset.sha256), termination: .optimal,
      cost: costs.total, bound: costs.total, gap: 0,
      risk: PlanRisk(
        measure: "expected", level: nil,
        salesAtRisk: lost * (dataset.scenarios.first?.probability ?? 0)),
      costs: costs,
      facilities: [
        row("plant", open: true, opened: false), row("second", open: isSafe, opened: isSafe),
      ],
      modules: [
        ModuleRow(
          facility: "plant", module: "line", period: "year-1", count: 1, built: 0, retired: 0),
        ModuleRow(
          facility: "second", module: "line", period: "year-1", count: isSafe ? 2 : 0,
          built: isSafe ? 2 : 0, retired: 0),
      ],
      scenarios: [ScenarioLossRow(scenario: "strike", period: "year-1", salesLost: lost)],
      mix: [
        MixRow(
          period: "year-1", class: .offshore, country: "AA", microfactory: false, valueShare: 1)
      ],
      solve: Plan.SolveRecord(
        seconds: 0, method: "hand", rows: 0, columns: 0, objective: "cost", maxRisk: nil, nodes: 0))
    make(&plan, at: "plant", in: "AA", scenario: nil)
    if isSafe { make(&plan, at: "second", in: "BB", scenario: "strike") }
    return plan
  }

  /// The frontier of both, with a bound that leaves something open below the safe plan.
  static func frontier(_ plans: [Plan], safeBound: Double) -> FrontierRecord {
    let points = plans.enumerated().map { place, plan in
      FrontierRecord.Point(
        cost: plan.cost ?? 0, salesAtRisk: plan.risk.salesAtRisk ?? 0,
        bound: place == 0 ? plan.cost ?? 0 : safeBound, gap: 0, plan: "points/0\(place + 1)")
    }
    return FrontierRecord(
      dataset: plans[0].dataset, measure: "expected", level: nil, tolerance: 0.01, uncertainty: 0,
      termination: .optimal, points: points, bounds: [],
      solve: FrontierRecord.SolveRecord(seconds: 0, solves: 2, method: "hand"))
  }

  private static func row(_ facility: String, open: Bool, opened: Bool) -> FacilityDecisionRow {
    FacilityDecisionRow(
      facility: facility, period: "year-1", open: open, opened: opened, closed: false)
  }

  private static func make(
    _ plan: inout Plan, at facility: String, in country: String, scenario: String?
  ) {
    plan.production.append(
      ProductionFlowRow(
        period: "year-1", scenario: scenario, facility: facility, product: "widget", quantity: 80))
    plan.flows.append(
      FlowRow(
        period: "year-1", scenario: scenario, origin: facility, destination: "shop", mode: "truck",
        product: "widget", madeIn: country, quantity: 80, freight: 0, duty: 0))
  }
}
