import SupplyPlan
import TextFiles

@testable import PlanChecker
@testable import SupplyData

/// A dataset with a plan whose figures were computed by hand.
enum HandCase: String, CaseIterable, Sendable {
  /// Opening and closing, disruptions, duties.
  case ring
  /// Costs over time, contracts, clusters, handling, safety stock, policies on quantities.
  case works
  /// Agreements, rules of origin, quotas, drawback.
  case border
  /// Returns and coproducts.
  case circle

  var dataset: Dataset {
    switch self {
    case .ring: HandDataset.dataset
    case .works: HandWorks.dataset
    case .border: HandBorder.dataset
    case .circle: HandCircle.dataset
    }
  }

  var plan: Plan {
    switch self {
    case .ring: HandPlan.plan
    case .works: HandWorks.plan
    case .border: HandBorder.plan
    case .circle: HandCircle.plan
    }
  }
}

extension HandDataset {
  /// A dataset that has nothing yet but settings and one mode, by which all goes.
  static func empty(_ name: String, holdingRate: Double, carbonPrice: Double) -> Dataset {
    Dataset(
      settings: PlanSettings(
        name: name, currency: "EUR",
        periods: [Period(id: "now", years: 1), Period(id: "later", years: 1)], discountRate: 0.25,
        holdingRate: holdingRate, carbonPrice: carbonPrice, risk: .expected, home: nil),
      countries: [], groups: [], products: [], billsOfMaterials: [], facilities: [], capacity: [],
      production: [], customers: [], demand: [],
      modes: [
        Mode(
          id: "road", costPerTonneKilometre: 0, costPerTonne: 0, speedKilometresPerDay: 10,
          dwellDays: 0, circuity: 1, emissionsTonnesPerTonneKilometre: 0.0001)
      ], lanes: [], tariffs: [], incentives: [], buffers: [], scenarios: [], disruptions: [],
      constraints: [], sha256: name)
  }

  static func country(_ id: String) -> Country {
    Country(id: id, name: id, region: id, location: Coordinates(latitude: 0, longitude: 0))
  }

  static func product(_ id: String, value: Double) -> Product {
    Product(id: id, name: id, unit: "piece", value: value, weightTonnes: 1)
  }

  static func customer(_ id: String, _ country: String) -> Customer {
    Customer(
      id: id, name: id, country: country, location: Coordinates(latitude: 0, longitude: 0))
  }

  /// A lane of any two nodes.
  static func link(
    line: Int, _ origin: String, _ destination: String, unitCost: Double, days: Double
  ) -> LaneRow {
    LaneRow(
      line: line, origin: selector(origin, .nodes), destination: selector(destination, .nodes),
      mode: "road", distanceKilometres: 100, unitCost: unitCost, leadTimeDays: days)
  }

  static func policy(
    _ id: String, _ kind: PolicyConstraint.Kind, _ sense: Comparison, _ value: Double,
    period: String? = nil
  ) -> PolicyConstraint {
    PolicyConstraint(line: 2, id: id, kind: kind, period: period, sense: sense, value: value)
  }
}

extension Plan {
  /// A plan that is to be filled in.
  static func empty(_ name: String, costs: CostLines, cost: Double) -> Plan {
    Plan(
      dataset: .init(name: name, sha256: name), termination: .stopped, stopReason: "time limit",
      cost: cost, bound: cost, gap: 0, risk: PlanRisk(measure: "expected", level: nil),
      costs: costs,
      solve: .init(
        seconds: 1, method: "monolith", rows: 10, columns: 10, objective: "cost", maxRisk: nil,
        nodes: 1))
  }

  /// Adds what a facility does in both periods.
  mutating func decide(_ facility: String, now: Bool, later: Bool) {
    facilities += [
      FacilityDecisionRow(
        facility: facility, period: "now", open: now, opened: false, closed: false),
      FacilityDecisionRow(
        facility: facility, period: "later", open: later, opened: !now && later,
        closed: now && !later),
    ]
  }

  /// Adds how many modules a facility has.
  mutating func equip(_ facility: String, now: Int, later: Int) {
    modules += [
      ModuleRow(
        facility: facility, module: "line", period: "now", count: now, built: 0, retired: 0),
      ModuleRow(
        facility: facility, module: "line", period: "later", count: later,
        built: max(0, later - now), retired: max(0, now - later)),
    ]
  }
}
