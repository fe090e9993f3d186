import TextFiles

@testable import SupplyData

/// The dataset of the plan that is computed by hand.
///
/// A mine in DD makes gears. A plant in CC and an old plant in DD make widgets of two gears each; so may a micro-factory in
/// BB. A hub in BB passes widgets on to the shop in AA. AA and BB are one customs union in the region West, CC and DD lie
/// in the region East, AA and CC are allies. Lengths are given in rows of `lanes.csv`, so that all
/// numbers stay round.
enum HandDataset {
  static func selector(_ text: String, _ scope: Selector.Scope) -> Selector {
    let parts = text.split(separator: "|").map { part -> Selector.Part in
      let words = part.split(separator: ":").map(String.init)
      switch words[0] {
      case "*": return .all
      case "kind":
        guard let kind = FacilityKind(rawValue: words[1]) else {
          preconditionFailure("no kind of facility: \(words[1])")
        }
        return .kind(kind)
      case "country": return .country(words[1])
      case "group": return .group(words[1])
      case "region": return .region(words[1])
      default: return .id(words[0])
      }
    }
    return Selector(scope: scope, parts: parts, text: text)
  }

  static func facility(
    _ id: String, _ country: String, _ kind: FacilityKind, fixedCost: Double,
    status: FacilityStatus = .existing, openingCost: Double = 0, closingCost: Double = 0,
    throughput: Double? = nil
  ) -> Facility {
    Facility(
      id: id, name: id, country: country, location: Coordinates(latitude: 0, longitude: 0),
      kind: kind, status: status, decision: .consider, openingCost: openingCost,
      closingCost: closingCost, fixedCost: fixedCost, throughput: throughput, fixedJobs: 0)
  }

  static func module(
    _ facility: String, size: Double, existing: Int, maximum: Int, buildCost: Double,
    fixedCost: Double
  ) -> CapacityModule {
    CapacityModule(
      facility: facility, module: "line", size: size, existing: existing, maximum: maximum,
      buildCost: buildCost, fixedCost: fixedCost, jobs: 0)
  }

  static func lane(
    line: Int, _ origin: String, _ destination: String, _ mode: String, product: String? = nil,
    kilometres: Double? = nil, unitCost: Double? = nil, days: Double? = nil,
    capacity: Double? = nil
  ) -> LaneRow {
    LaneRow(
      line: line, origin: selector(origin, .facilities), destination: selector(destination, .nodes),
      mode: mode, product: product, distanceKilometres: kilometres, unitCost: unitCost,
      leadTimeDays: days, capacity: capacity)
  }

  static func tariff(
    line: Int, _ layer: String, _ origin: String, _ destination: String, _ product: String?,
    _ rate: Double
  ) -> TariffRow {
    TariffRow(
      line: line, layer: layer, origin: selector(origin, .countries),
      destination: selector(destination, .countries), product: product, rate: rate)
  }

  static func disruption(_ line: Int, _ scenario: String, _ effect: Disruption.Effect)
    -> Disruption
  {
    Disruption(line: line, scenario: scenario, effect: effect)
  }

  static let dataset: Dataset = {
    var dataset = Dataset(
      settings: PlanSettings(
        name: "Ring", currency: "EUR",
        periods: [Period(id: "now", years: 1), Period(id: "later", years: 2)], discountRate: 0.25,
        holdingRate: 0.365, carbonPrice: 10, risk: .conditionalValueAtRisk(level: 0.8), home: nil),
      countries: [("AA", "West"), ("BB", "West"), ("CC", "East"), ("DD", "East")].map {
        Country(
          id: $0.0, name: $0.0, region: $0.1, location: Coordinates(latitude: 0, longitude: 0))
      },
      groups: [
        GroupMembership(group: "union", kind: .customsUnion, country: "AA"),
        GroupMembership(group: "union", kind: .customsUnion, country: "BB"),
        GroupMembership(group: "pact", kind: .alliance, country: "AA"),
        GroupMembership(group: "pact", kind: .alliance, country: "CC"),
      ],
      products: [
        Product(
          id: "gear", name: "gear", unit: "piece", value: 10, weightTonnes: 0.1,
          shelfLifeDays: nil),
        Product(
          id: "widget", name: "widget", unit: "piece", value: 100, weightTonnes: 1,
          shelfLifeDays: 12),
      ],
      billsOfMaterials: [BillOfMaterialsLine(product: "widget", component: "gear", quantity: 2)],
      facilities: [
        facility("mine", "DD", .supplier, fixedCost: 100),
        facility("plant", "CC", .plant, fixedCost: 500),
        facility("old", "DD", .plant, fixedCost: 300, closingCost: 400),
        facility(
          "micro", "BB", .microfactory, fixedCost: 200, status: .candidate, openingCost: 2000),
        facility("hub", "BB", .warehouse, fixedCost: 50, throughput: 80),
      ],
      capacity: [
        module("mine", size: 100, existing: 3, maximum: 3, buildCost: 0, fixedCost: 10),
        module("plant", size: 60, existing: 1, maximum: 2, buildCost: 5000, fixedCost: 100),
        module("old", size: 50, existing: 1, maximum: 1, buildCost: 0, fixedCost: 50),
        module("micro", size: 30, existing: 0, maximum: 3, buildCost: 1000, fixedCost: 20),
      ],
      production: [
        ("mine", "gear", 1.0, 1.0, 0.001), ("plant", "widget", 20, 1, 0.01),
        ("old", "widget", 15, 1, 0.02), ("micro", "widget", 30, 1.2, 0.005),
      ].map {
        ProductionRow(
          facility: $0.0, product: $0.1, unitCost: $0.2, capacityUse: $0.3, emissionsTonnes: $0.4)
      },
      customers: [
        Customer(
          id: "shop", name: "shop", country: "AA",
          location: Coordinates(latitude: 0, longitude: 0))
      ],
      demand: [
        DemandRow(
          customer: "shop", product: "widget", period: "later", quantity: 120, shortageCost: 400),
        DemandRow(
          customer: "shop", product: "widget", period: nil, quantity: 100, shortageCost: 400),
      ],
      modes: [
        Mode(
          id: "sea", costPerTonneKilometre: 0.01, costPerTonne: 5, speedKilometresPerDay: 100,
          dwellDays: 2, circuity: 1.5, emissionsTonnesPerTonneKilometre: 0.0001),
        Mode(
          id: "road", costPerTonneKilometre: 0.1, costPerTonne: 0, speedKilometresPerDay: 500,
          dwellDays: 0, circuity: 1.2, emissionsTonnesPerTonneKilometre: 0.0005),
      ],
      lanes: [
        lane(line: 2, "*", "*", "sea", kilometres: 1000),
        lane(
          line: 3, "hub", "shop", "road", kilometres: 100, unitCost: 3, days: 1, capacity: 90),
      ],
      tariffs: [
        tariff(line: 2, "mfn", "*", "group:union", "widget", 0.1),
        tariff(line: 3, "mfn", "region:East", "group:union", "widget", 0.08),
        tariff(line: 4, "mfn", "DD", "AA", nil, 0.9),
        tariff(line: 5, "anti", "DD", "AA|BB", nil, 0.05),
      ],
      incentives: [
        Incentive(
          id: "act", facility: selector("kind:microfactory", .facilities), share: 0.5,
          maximum: 1800)
      ],
      buffers: [
        Buffer(location: "shop", product: "widget", maximum: 20, existing: 5, unitCost: 15),
        Buffer(location: "plant", product: "gear", maximum: 40, existing: 0, unitCost: 2),
      ],
      scenarios: [
        Scenario(id: "quake", name: "quake", probability: 0.1, durationWeeks: 26),
        Scenario(id: "war", name: "war", probability: 0.2, durationWeeks: 13),
      ],
      disruptions: [],
      constraints: [
        PolicyConstraint(
          line: 2, id: "west",
          kind: .share(
            origin: selector("region:West", .countries),
            destination: selector("country:AA", .nodes), product: nil),
          period: "later", sense: .atLeast, value: 0.4),
        PolicyConstraint(
          line: 3, id: "plants", kind: .openFacilities(selector("kind:plant", .facilities)),
          period: nil, sense: .atMost, value: 2),
        PolicyConstraint(
          line: 4, id: "budget", kind: .investment(selector("*", .facilities)), period: "later",
          sense: .atMost, value: 2200),
        PolicyConstraint(
          line: 5, id: "clean", kind: .emissions(selector("mine", .facilities)), period: nil,
          sense: .atMost, value: 3),
      ],
      sha256: "feed")
    dataset.disruptions = [
      disruption(2, "quake", .capacity(facilities: selector("plant", .facilities), loss: 0.5)),
      disruption(
        3, "quake",
        .lane(
          origin: selector("hub", .nodes), destination: selector("shop", .nodes), mode: "road",
          product: nil, loss: 0.5)),
      disruption(
        4, "war",
        .tariff(
          origin: selector("CC", .countries), destination: selector("*", .countries),
          product: "widget", addition: 0.2)),
      disruption(5, "war", .capacity(facilities: selector("mine", .facilities), loss: 1)),
      disruption(
        6, "war",
        .lane(
          origin: selector("country:DD", .nodes), destination: selector("*", .nodes), mode: nil,
          product: "gear", loss: 1)),
      disruption(
        7, "war", .demand(customers: selector("shop", .customers), product: nil, change: 0.1)),
    ]
    return dataset
  }()
}
