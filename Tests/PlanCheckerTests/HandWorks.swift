import SupplyPlan
import TextFiles

@testable import PlanChecker
@testable import SupplyData

/// Costs over time, contracts, clusters, handling, safety stock and policies, with every cost line computed by hand.
///
/// A plant makes widgets, at 10 a piece or under a contract: `bulk` at 8, at least 50 to be paid for, at most 80, 30 a year; `spot` at
/// 9, at most 100. A twin plant, at 12 a piece, can open later. A depot passes widgets on to the shop, which asks for 100; a shed closes
/// later. The service level is Φ(1), so that z = 1.
///
/// Factors: with r = 0.25, now counts 1 and later 0.8. The strike takes 0.2 · 26/52 = 0.1 of the time, the normal state 0.9. In it making
/// costs 1 + 0.5 − 0.25 = 1.25 times as much at the plant and 0.75 times at the twin, and the way from the depot twice as much. Later
/// the plant's making costs 1.5 times, the depot's freight 2 times, handling 2 times, carbon 2 times as much.
///
///                           now: normal  strike   later: both
///     plant                        100      40           60
///       under bulk                  80      40            –
///       under spot                   –       –           60
///     twin → shop                    –       –           40
///     plant → depot → shop         100      40           60
///     unmet                          0      60            0
enum HandWorks {
  static let dataset: Dataset = {
    var dataset = HandDataset.empty("Works", holdingRate: 0.52, carbonPrice: 10)
    dataset.settings.serviceLevel = 0.8413447460685429
    dataset.countries = [HandDataset.country("AA")]
    dataset.products = [HandDataset.product("widget", value: 100)]
    dataset.facilities = [
      HandDataset.facility("plant", "AA", .plant, fixedCost: 100),
      HandDataset.facility(
        "twin", "AA", .plant, fixedCost: 50, status: .candidate, openingCost: 1000),
      HandDataset.facility("depot", "AA", .warehouse, fixedCost: 10),
      HandDataset.facility("shed", "AA", .warehouse, fixedCost: 5, closingCost: 40),
    ]
    dataset.facilities[1].availableFrom = "later"
    dataset.facilities[1].decision = .open
    dataset.capacity = [
      HandDataset.module(
        "plant", size: 200, existing: 1, maximum: 1, buildCost: 0, fixedCost: 20),
      HandDataset.module(
        "twin", size: 60, existing: 0, maximum: 1, buildCost: 500, fixedCost: 30),
    ]
    dataset.production = [("plant", 10.0, 0.01), ("twin", 12, 0)].map {
      ProductionRow(
        facility: $0.0, product: "widget", unitCost: $0.1, capacityUse: 1, emissionsTonnes: $0.2)
    }
    dataset.customers = [HandDataset.customer("shop", "AA")]
    dataset.demand = [
      DemandRow(
        customer: "shop", product: "widget", quantity: 100, shortageCost: 500, deviation: 0.3)
    ]
    dataset.lanes = [
      HandDataset.link(line: 2, "plant", "depot", unitCost: 2, days: 7),
      HandDataset.link(line: 3, "depot", "shop", unitCost: 3, days: 28),
      HandDataset.link(line: 4, "twin", "shop", unitCost: 4, days: 7),
    ]
    dataset.incentives = [
      Incentive(
        id: "act", facility: HandDataset.selector("twin", .facilities), share: 0.5, maximum: nil)
    ]
    dataset.scenarios = [
      Scenario(id: "strike", name: "strike", probability: 0.2, durationWeeks: 26)
    ]
    dataset.disruptions = [
      HandDataset.disruption(
        2, "strike",
        .productionCost(
          facilities: HandDataset.selector("plant", .facilities), product: "widget", change: 0.5)),
      HandDataset.disruption(
        3, "strike",
        .productionCost(
          facilities: HandDataset.selector("*", .facilities), product: nil, change: -0.25)),
      HandDataset.disruption(
        4, "strike",
        .freightCost(
          origin: HandDataset.selector("depot", .nodes),
          destination: HandDataset.selector("*", .nodes), mode: "road", product: nil, change: 1)),
    ]
    let escalation: [(EscalationRow.Cost, String, Double)] = [
      (.production, "plant", 1.5), (.production, "*", 1), (.handling, "*", 2),
      (.freight, "depot", 2), (.facilityFixed, "*", 1.1), (.moduleFixed, "kind:plant", 2),
      (.opening, "twin", 1.2), (.build, "twin", 1.5), (.closing, "shed", 1.5),
      (.carbonPrice, "*", 2),
    ]
    dataset.escalation = escalation.enumerated().map {
      EscalationRow(
        line: $0 + 2, cost: $1.0, facility: HandDataset.selector($1.1, .facilities),
        period: "later", factor: $1.2)
    }
    dataset.handling = [("*", nil, 1.0, 0.001), ("depot", "widget", 0.5, 0.002)].map {
      HandlingRow(
        line: 2, facility: HandDataset.selector($0.0, .facilities), product: $0.1, unitCost: $0.2,
        emissionsTonnes: $0.3)
    }
    dataset.contracts = [
      Contract(
        line: 2, id: "bulk", facility: "plant", product: "widget", unitCost: 8, fixedCost: 30,
        minimum: 50, maximum: 80, isExisting: true),
      Contract(
        line: 3, id: "spot", facility: "plant", product: "widget", unitCost: 9, fixedCost: 0,
        minimum: 0, maximum: 100, isExisting: false),
    ]
    dataset.clusters = [(2, 100.0), (3, 1000)].map {
      ClusterRow(
        line: 2, cluster: "valley", facility: HandDataset.selector("kind:plant", .facilities),
        atLeast: $0.0, saving: $0.1)
    }
    dataset.constraints = policies
    return dataset
  }()

  /// Each holds with nothing to spare.
  static let policies: [PolicyConstraint] = [
    HandDataset.policy(
      "makes", .production(HandDataset.selector("*", .facilities), product: nil), .atMost, 100),
    HandDataset.policy(
      "moves",
      .flow(
        origin: HandDataset.selector("depot", .facilities),
        destination: HandDataset.selector("shop", .nodes), product: "widget"), .atLeast, 60),
    HandDataset.policy(
      "runs", .minimumIfOpen(HandDataset.selector("kind:plant", .facilities), product: nil),
      .atLeast, 40),
    HandDataset.policy(
      "hands", .sources(destination: HandDataset.selector("shop", .nodes), product: "widget"),
      .atMost, 2),
    HandDataset.policy(
      "pairs",
      .requires(
        facility: HandDataset.selector("kind:plant", .facilities),
        needed: HandDataset.selector("kind:plant|kind:warehouse", .facilities)), .atLeast, 2),
    HandDataset.policy(
      "days",
      .within(.days(7), customers: HandDataset.selector("shop", .customers), product: nil),
      .atLeast, 0.4, period: "later"),
    HandDataset.policy(
      "near",
      .within(
        .kilometres(100), customers: HandDataset.selector("shop", .customers), product: "widget"),
      .atLeast, 1),
    // 1000 · 1.2 + 500 · 1.5 − 975.
    HandDataset.policy(
      "budget", .investment(HandDataset.selector("*", .facilities)), .atMost, 975),
    // The depot ships 100 at 0.01 for the way and 0.002 for handling.
    HandDataset.policy(
      "clean", .emissions(HandDataset.selector("depot", .facilities)), .atMost, 1.2),
  ]

  /// The lines, each computed on paper:
  ///
  /// - opening 0.8·1000·1.2; closing 0.8·40·1.5; building 0.8·500·1.5; incentives 0.8 · half of 1200 + 750.
  /// - facility fixed: now 115; later (100 + 10 + 50)·1.1 = 176, · 0.8. Module fixed: now 20; later 50·2 · 0.8.
  /// - contracts 30 for bulk, now; clusters: later two plants are open, 0.8·100.
  /// - production: now 0.9·(80·8 + 20·10) + 0.1·max(40, 50)·8·1.25 = 756 + 50; later
  ///   0.9·(60·9·1.5 + 40·12) + 0.1·(810·1.25 + 480·0.75) = 1161 + 137.25, · 0.8.
  /// - handling: now 1.5 a widget, 0.9·150 + 0.1·60 = 141; later (60 + 30 + 40)·2 = 260, · 0.8.
  /// - freight: now 0.9·500 + 0.1·(80 + 40·3·2) = 482; later 0.9·(120 + 60·3·2 + 160) + 0.1·(120 + 60·3·4 + 160) = 676, · 0.8.
  /// - pipeline 52/365 a widget and day: now 35 days, 0.9·3500 + 0.1·1400 = 3290; later 60·35 + 40·7 = 2380, · 0.8 = 1904.
  /// - safety stock 100·0.52·0.3/52 = 0.3 a widget of a week, by the depot √(28/7) = 2 times that: now 0.9·60 + 0.1·24 = 56.4;
  ///   later 60·0.6 + 40·0.3 = 48, · 0.8.
  /// - carbon: tonnes by way of the depot 0.01 + 0.001 + 0.01 + 0.002 + 0.01 = 0.033, of the twin 0.001 + 0.01: now
  ///   0.9·3.3 + 0.1·1.32 = 3.102, · 10; later (1.98 + 0.44)·10·2 = 48.4, · 0.8.
  /// - shortage: now 0.1·60·500.
  static let costs: CostLines = {
    var costs = CostLines()
    costs.opening = 960
    costs.closing = 48
    costs.building = 600
    costs.incentives = -780
    costs.facilityFixed = 115 + 140.8
    costs.moduleFixed = 20 + 80
    costs.contracts = 30
    costs.clusters = -80
    costs.production = 806 + 1038.6
    costs.handling = 141 + 208
    costs.freight = 482 + 540.8
    costs.pipeline = (3290 + 1904) * 52 / 365
    costs.safetyStock = 56.4 + 38.4
    costs.carbon = 31.02 + 38.72
    costs.shortage = 3000
    return costs
  }()

  /// The sum of the lines but for the pipeline, added up by hand.
  static let cost = 7514.74 + 5194 * 52 / 365.0

  static let plan: Plan = {
    var plan = Plan.empty("Works", costs: costs, cost: cost)
    // Now 0.5·60/100 in the strike, at 0.2 a year; later nothing: (0.06 + 0)/2.
    plan.risk.salesAtRisk = 0.03
    plan.scenarios = [
      ScenarioLossRow(scenario: "strike", period: "now", salesLost: 0.3),
      ScenarioLossRow(scenario: "strike", period: "later", salesLost: 0),
    ]
    plan.mix = ["now", "later"].map {
      MixRow(period: $0, class: .domestic, country: "AA", microfactory: false, valueShare: 1)
    }
    plan.decide("plant", now: true, later: true)
    plan.decide("twin", now: false, later: true)
    plan.decide("depot", now: true, later: true)
    plan.decide("shed", now: true, later: false)
    plan.equip("plant", now: 1, later: 1)
    plan.equip("twin", now: 0, later: 1)
    plan.incentives = [
      GrantRow(incentive: "act", facility: "twin", period: "later", granted: 975)
    ]
    plan.contracts = [
      ContractDecisionRow(contract: "bulk", period: "now", signed: true),
      ContractDecisionRow(contract: "bulk", period: "later", signed: false),
      ContractDecisionRow(contract: "spot", period: "now", signed: false),
      ContractDecisionRow(contract: "spot", period: "later", signed: true),
    ]
    plan.clusters = ["now", "later"].flatMap { period in
      [2, 3].map {
        ClusterDecisionRow(
          cluster: "valley", atLeast: $0, period: period, met: period == "later" && $0 == 2)
      }
    }
    func make(
      _ facility: String, _ quantity: Double, _ contract: String?, _ period: String,
      _ scenario: String?
    ) {
      plan.production.append(
        ProductionFlowRow(
          period: period, scenario: scenario, facility: facility, product: "widget",
          quantity: quantity, contract: contract))
    }
    func ship(_ quantity: Double, freight: Double, _ period: String, _ scenario: String?) {
      plan.ship(
        "plant", "depot", "road", "widget", "AA", quantity, freight: 2, duty: 0, period, scenario)
      plan.ship(
        "depot", "shop", "road", "widget", "AA", quantity, freight: freight, duty: 0, period,
        scenario)
    }
    make("plant", 80, "bulk", "now", nil)
    make("plant", 20, nil, "now", nil)
    ship(100, freight: 3, "now", nil)
    make("plant", 40, "bulk", "now", "strike")
    ship(40, freight: 6, "now", "strike")
    for (scenario, freight) in [(nil, 6.0), ("strike", 12)] {
      make("plant", 60, "spot", "later", scenario)
      make("twin", 40, nil, "later", scenario)
      ship(60, freight: freight, "later", scenario)
      plan.ship(
        "twin", "shop", "road", "widget", "AA", 40, freight: 4, duty: 0, "later", scenario)
    }
    return plan
  }()
}
