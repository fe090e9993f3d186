import SupplyPlan
import TextFiles

@testable import PlanChecker
@testable import SupplyData

/// Agreements, rules of origin, quotas and drawback, with every cost line computed by hand.
///
/// A plant in NN makes 100 widgets of two parts each for the shop in HH; parts come from FF or from NN itself. HH and NN are members of the
/// pact, under which widgets qualify with 85 % of their value of 100 made in members; so a claimed widget has at most 1.5 parts of
/// FF, which are worth 10 a piece.
///
/// Duties: `mfn` asks for 20 % of widgets into HH and 5 a piece, under the pact 5 %; for parts of FF in NN 50 % now and 40 % later, to
/// which `extra` adds 1 a piece. 50 parts of FF a year enter NN at 10 %, and half the duty on parts is paid back for exports. In the war
/// HH adds 30 % for what does not qualify.
///
/// In every period and state 60 widgets are made under the pact, of 90 parts of FF and 30 of NN, and 40 without a claim, of 70 and 10.
/// Of the 160 parts of FF 50 enter in the quota and the duty on the other 110 is drawn back.
///
/// Factors: with r = 0.25, now counts 1 and later 0.8. The war takes 0.2 · 26/52 = 0.1 of the time, the normal state 0.9.
enum HandBorder {
  static func tariff(
    _ line: Int, _ origin: String, _ destination: String, _ product: String, rate: Double,
    unitRate: Double = 0, layer: String = "mfn", period: String? = nil, claim: String? = nil
  ) -> TariffRow {
    var row = HandDataset.tariff(line: line, layer, origin, destination, product, rate)
    (row.unitRate, row.period, row.claim) = (unitRate, period, claim)
    return row
  }

  static let dataset: Dataset = {
    var dataset = HandDataset.empty("Border", holdingRate: 0.365, carbonPrice: 0)
    dataset.countries = ["HH", "NN", "FF"].map(HandDataset.country)
    dataset.groups = ["HH", "NN"].map {
      GroupMembership(group: "pact", kind: .tradeAgreement, country: $0)
    }
    dataset.products = [
      HandDataset.product("part", value: 10), HandDataset.product("widget", value: 100),
    ]
    dataset.billsOfMaterials = [
      BillOfMaterialsLine(product: "widget", component: "part", quantity: 2)
    ]
    dataset.facilities = [
      HandDataset.facility("far", "FF", .supplier, fixedCost: 0),
      HandDataset.facility("local", "NN", .supplier, fixedCost: 0),
      HandDataset.facility("plant", "NN", .plant, fixedCost: 0),
    ]
    dataset.capacity = ["far", "local", "plant"].map {
      HandDataset.module($0, size: 1000, existing: 1, maximum: 1, buildCost: 0, fixedCost: 0)
    }
    dataset.production = [
      ("far", "part", 1.0), ("local", "part", 3), ("plant", "widget", 10),
    ].map {
      ProductionRow(
        facility: $0.0, product: $0.1, unitCost: $0.2, capacityUse: 1, emissionsTonnes: 0)
    }
    dataset.customers = [HandDataset.customer("shop", "HH")]
    dataset.demand = [
      DemandRow(customer: "shop", product: "widget", quantity: 100, shortageCost: 500)
    ]
    dataset.lanes = [HandDataset.link(line: 2, "*", "*", unitCost: 1, days: 10)]
    dataset.tariffs = [
      tariff(2, "*", "HH", "widget", rate: 0.2, unitRate: 5),
      tariff(3, "NN", "HH", "widget", rate: 0.05, claim: "pact"),
      tariff(4, "FF", "NN", "part", rate: 0.5),
      tariff(5, "FF", "NN", "part", rate: 0.4, period: "later"),
      tariff(6, "FF", "NN", "part", rate: 0, unitRate: 1, layer: "extra"),
    ]
    dataset.rulesOfOrigin = [
      RuleOfOrigin(line: 2, agreement: "pact", product: "widget", content: 0.85)
    ]
    dataset.quotas = [
      TariffQuota(
        line: 2, id: "parts", layer: "mfn", origin: HandDataset.selector("FF", .countries),
        destination: HandDataset.selector("NN", .countries), product: "part", period: nil,
        quantity: 50, rate: 0.1, unitRate: 0)
    ]
    dataset.drawback = [
      DrawbackRow(
        line: 2, country: HandDataset.selector("NN", .countries), component: "part", share: 0.5)
    ]
    dataset.scenarios = [Scenario(id: "war", name: "war", probability: 0.2, durationWeeks: 26)]
    dataset.disruptions = [
      HandDataset.disruption(
        2, "war",
        .tariff(
          origin: HandDataset.selector("*", .countries),
          destination: HandDataset.selector("HH", .countries), product: nil, addition: 0.3,
          exempt: "pact"))
    ]
    return dataset
  }()

  /// The lines, each computed on paper:
  ///
  /// - production 160·1 + 40·3 + 100·10 = 1280; freight 300 at 1; pipeline (200·10 + 100·100)·0.365·10/365 = 120; each · 1.8.
  /// - duty on parts of FF: now 6 each, in the quota 0.1·10 + 1 = 2: 110·6 + 50·2 = 760; later 5 each: 650. On widgets: under the pact 5
  ///   each, 300; without a claim 25 each, 1000, and in the war max(0, 0.2 + 0.3)·100 + 5 = 55 each, 2200. Now
  ///   0.9·2060 + 0.1·3260 = 2180; later 0.9·1950 + 0.1·3150 = 2070, · 0.8 = 1656.
  /// - drawback: now half of 110·6, later half of 110·5, · 0.8.
  static let costs: CostLines = {
    var costs = CostLines()
    costs.production = 1280 * 1.8
    costs.freight = 300 * 1.8
    costs.duty = 2180 + 1656
    costs.drawback = -330 - 220
    costs.pipeline = 120 * 1.8
    return costs
  }()

  /// The sum of the lines, added up by hand.
  static let cost = 6346.0

  static let plan: Plan = {
    var plan = Plan.empty("Border", costs: costs, cost: cost)
    plan.risk.salesAtRisk = 0
    plan.scenarios = ["now", "later"].map {
      ScenarioLossRow(scenario: "war", period: $0, salesLost: 0)
    }
    plan.mix = ["now", "later"].map {
      MixRow(period: $0, class: .friendshore, country: "NN", microfactory: false, valueShare: 1)
    }
    for facility in ["far", "local", "plant"] {
      plan.decide(facility, now: true, later: true)
      plan.equip(facility, now: 1, later: 1)
    }
    for period in ["now", "later"] {
      for scenario in [nil, "war"] { add(period, scenario, to: &plan) }
    }
    return plan
  }()

  private static func add(_ period: String, _ scenario: String?, to plan: inout Plan) {
    func make(_ facility: String, _ product: String, _ quantity: Double, _ claim: String? = nil) {
      plan.production.append(
        ProductionFlowRow(
          period: period, scenario: scenario, facility: facility, product: product,
          quantity: quantity, claim: claim))
    }
    func use(_ claim: String?, _ madeIn: String, _ quantity: Double) {
      plan.uses.append(
        UseRow(
          period: period, scenario: scenario, facility: "plant", product: "widget", claim: claim,
          component: "part", madeIn: madeIn, componentClaim: nil, quantity: quantity))
    }
    func flow(
      _ origin: String, _ destination: String, _ product: String, _ madeIn: String,
      _ quantity: Double, duty: Double, claim: String? = nil, inQuota: Double = 0,
      drawnBack: Double = 0
    ) {
      plan.flows.append(
        FlowRow(
          period: period, scenario: scenario, origin: origin, destination: destination,
          mode: "road", product: product, madeIn: madeIn, quantity: quantity, freight: quantity,
          duty: duty, claim: claim, inQuota: inQuota, drawnBack: drawnBack))
    }
    make("far", "part", 160)
    make("local", "part", 40)
    make("plant", "widget", 60, "pact")
    make("plant", "widget", 40)
    use("pact", "FF", 90)
    use("pact", "NN", 30)
    use(nil, "FF", 70)
    use(nil, "NN", 10)
    flow(
      "far", "plant", "part", "FF", 160, duty: period == "now" ? 760 : 650, inQuota: 50,
      drawnBack: 110)
    flow("local", "plant", "part", "NN", 40, duty: 0)
    flow("plant", "shop", "widget", "NN", 60, duty: 300, claim: "pact")
    flow("plant", "shop", "widget", "NN", 40, duty: scenario == nil ? 1000 : 2200)
  }
}
