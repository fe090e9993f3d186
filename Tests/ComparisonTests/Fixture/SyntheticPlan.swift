import SupplyData
import SupplyPlan

/// A plan of round figures, told in few words.
struct SyntheticPlan {
  var cost: Double
  var bound: Double
  var risk = 0.1
  /// The facilities that are open, by period.
  var open: [String: [String]] = ["year-1": ["plant"]]
  /// The shares of placements in every period.
  var mix: [PlacementClass: Double] = [.domestic: 0.25, .offshore: 0.75]
  var modules = 1

  init(
    _ cost: Double, bound: Double? = nil, risk: Double = 0.1, open: [String] = ["plant"],
    mix: [PlacementClass: Double] = [.domestic: 0.25, .offshore: 0.75], modules: Int = 1
  ) {
    self.cost = cost
    self.bound = bound ?? cost
    self.risk = risk
    self.open = ["year-1": open]
    self.mix = mix
    self.modules = modules
  }

  /// The cost by line: a tenth for opening, the rest for production, duty and freight.
  var costs: CostLines {
    var costs = CostLines()
    costs.opening = cost * 0.1
    costs.freight = cost * 0.2
    costs.duty = cost * 0.3
    costs.production = cost - costs.opening - costs.freight - costs.duty
    return costs
  }

  /// The plan for a dataset.
  func plan(of dataset: Plan.DatasetReference) -> Plan {
    let facilities = open.sorted { $0.key < $1.key }.flatMap { period, facilities in
      facilities.map {
        FacilityDecisionRow(facility: $0, period: period, open: true, opened: false, closed: false)
      }
    }
    return Plan(
      dataset: dataset, termination: .optimal, cost: cost, bound: bound,
      gap: (cost - bound) / cost,
      risk: PlanRisk(measure: "expected", level: nil, salesAtRisk: risk), costs: costs,
      facilities: facilities,
      modules: facilities.map {
        ModuleRow(
          facility: $0.facility, module: "line", period: $0.period, count: modules, built: 0,
          retired: 0)
      },
      buffers: [StockRow(location: "shop", product: "widget", period: "year-1", stock: 0.1 + 0.2)],
      incentives: [
        GrantRow(incentive: "act", facility: "plant", period: "year-1", granted: 1 / 3.0)
      ],
      scenarios: [ScenarioLossRow(scenario: "strike", period: "year-1", salesLost: risk / 2)],
      mix: open.keys.sorted().flatMap { period in
        PlacementClass.allCases.compactMap { placement in
          mix[placement].map {
            MixRow(
              period: period, class: placement, country: "AA",
              microfactory: placement == .domestic, valueShare: $0)
          }
        }
      },
      solve: .init(
        seconds: 1.25, method: "monolith", rows: 12, columns: 34, objective: "cost", maxRisk: nil,
        nodes: 7))
  }
}
