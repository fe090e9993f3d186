import FrontierSearch
import TextFiles
@testable import Report
@testable import SupplyData
@testable import SupplyPlan

/// Plans for the battery maker by a rule of thumb: plausible flows, no solver.
///
/// `nearness` from 0 to 1 says how much the plan prefers near sources; the current network has 0 and none of
/// the candidates.
struct BatteryPlans {
  let dataset: Dataset
  let index: ReportIndex

  init(_ dataset: Dataset) {
    self.dataset = dataset
    index = ReportIndex(dataset)
  }

  /// The points of a frontier: cost, sales at risk.
  static let targets: [(cost: Double, risk: Double)] = [
    (21.42e9, 0.312), (21.51e9, 0.246), (21.66e9, 0.192), (21.90e9, 0.151), (22.31e9, 0.122),
    (22.95e9, 0.101), (23.90e9, 0.088), (25.35e9, 0.081),
  ]

  /// A frontier of eight points with its plans and baseline.
  func input() -> ReportInput {
    let plans = Self.targets.enumerated().map { position, target in
      plan(
        nearness: Double(position) / Double(Self.targets.count - 1), cost: target.cost,
        risk: target.risk)
    }
    var baseline = plan(nearness: nil, cost: 22.05e9, risk: 0.338)
    baseline.broken = [
      BrokenRow(constraint: "local-content", decision: nil, facility: nil, period: "2033–40")
    ]
    let points = zip(plans, Self.targets).enumerated().map { position, pair in
      let bound = pair.1.cost * (1 - 0.0004 * Double(position % 3))
      return FrontierRecord.Point(
        cost: pair.1.cost, salesAtRisk: pair.1.risk, bound: bound,
        gap: 1 - bound / pair.1.cost, plan: "plan-\(position + 1)/plan.json")
    }
    var bounds: [FrontierRecord.Bound] = []
    for (cheap, dear) in zip(points, points.dropFirst()) {
      for share in [0.25, 0.6, 0.85] {
        let cap = cheap.salesAtRisk - (cheap.salesAtRisk - dear.salesAtRisk) * share
        let bound = cheap.cost + (dear.cost - cheap.cost) * share * 0.92
        bounds.append(FrontierRecord.Bound(cap: cap, bound: bound))
      }
    }
    var frontier = FrontierRecord(
      dataset: reference, measure: "cvar", level: 0.95, tolerance: 0.01, uncertainty: 0,
      termination: .optimal, points: points, bounds: bounds.sorted { $0.cap < $1.cap },
      baseline: "baseline/plan.json",
      solve: FrontierRecord.SolveRecord(seconds: 212.4, solves: 31, method: "monolith"))
    frontier.uncertainty = FrontierBand(frontier).uncertainty
    return ReportInput(
      dataset: dataset, frontier: frontier, plans: plans, baseline: baseline,
      expanded: expanded())
  }

  /// Today's sites with more modules: as the current network, cheaper, for less of its sales are lost.
  func expanded() -> Plan {
    var plan = plan(nearness: nil, cost: 21.80e9, risk: 0.295)
    plan.solve.objective = "expanded"
    plan.broken = []
    return plan
  }

  var reference: Plan.DatasetReference {
    Plan.DatasetReference(name: dataset.settings.name, sha256: dataset.sha256)
  }

  /// A plan; `nil` nearness for the current network.
  func plan(nearness: Double?, cost: Double, risk: Double) -> Plan {
    let solve = Plan.SolveRecord(
      seconds: 6.8, method: "monolith", rows: 18_402, columns: 41_377,
      objective: nearness == nil ? "baseline" : "cost", maxRisk: nil, nodes: 215)
    var plan = Plan(
      dataset: reference, termination: .optimal, cost: cost, bound: cost * 0.9995, gap: 0.0005,
      risk: PlanRisk(measure: "cvar", level: 0.95, salesAtRisk: risk), solve: solve)
    for (position, period) in dataset.settings.periods.enumerated() {
      let open = openSites(nearness, period: position)
      let before = position == 0 ? existing : openSites(nearness, period: position - 1)
      for site in BatteryTables.sites {
        plan.facilities.append(
          FacilityDecisionRow(
            facility: site.id, period: period.id, open: open.contains(site.id),
            opened: open.contains(site.id) && !before.contains(site.id),
            closed: !open.contains(site.id) && before.contains(site.id)))
      }
      supply(&plan, period: period.id, open: open, nearness: nearness ?? 0)
    }
    addModules(&plan, isBaseline: nearness == nil)
    plan.mix = mix(plan)
    plan.scenarios = losses(nearness ?? 0, isBaseline: nearness == nil)
    plan.costs = costs(plan, cost: cost, nearness: nearness ?? 0)
    return plan
  }

  private var existing: Set<String> {
    Set(BatteryTables.sites.filter(\.existing).map(\.id))
  }

  private func openSites(_ nearness: Double?, period: Int) -> Set<String> {
    guard let nearness else { return existing }
    var open = existing
    let candidates = BatteryTables.sites.filter { !$0.existing }
    for (rank, site) in candidates.enumerated() {
      // Spread the candidates over nearness and periods by a fixed stride.
      let threshold = Double((rank * 5 + 3) % candidates.count) / Double(candidates.count)
      if nearness > threshold + 0.06 * Double(2 - period) { open.insert(site.id) }
    }
    if nearness > 0.25, period >= 1 { open.remove("ce-changzhou") }
    if nearness > 0.5, period >= 2 { open.remove("gr-qingdao") }
    return open
  }
}
