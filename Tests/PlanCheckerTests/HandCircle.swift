import SupplyPlan
import TextFiles

@testable import PlanChecker
@testable import SupplyData

/// Returns and coproducts, with every cost line computed by hand.
///
/// A plant in AA makes 100 packs, of one ore each, and 50 minis for the shop in AA. Of each pack the shop may return 0.6 used ones, at 3
/// each, and of each mini 0.4, at 1; it returns 50 to a recycler in BB. A run there takes one of them and yields 0.5 ore and 0.2 slag. Of
/// the 25 ore 24 go to the plant; the rest, the slag and the runs themselves are discarded. A mine in AA makes the other 76 ore.
///
/// There is one period of one year and no scenario, so all factors are 1.
enum HandCircle {
  static let dataset: Dataset = {
    var dataset = HandDataset.empty("Circle", holdingRate: 0, carbonPrice: 10)
    dataset.settings.periods = [Period(id: "now", years: 1)]
    dataset.countries = ["AA", "BB"].map(HandDataset.country)
    dataset.products = [
      HandDataset.product("pack", value: 100), HandDataset.product("mini", value: 50),
      HandDataset.product("used", value: 1), HandDataset.product("run", value: 1),
      HandDataset.product("ore", value: 10), HandDataset.product("slag", value: 1),
    ]
    dataset.billsOfMaterials = [
      BillOfMaterialsLine(product: "pack", component: "ore", quantity: 1),
      BillOfMaterialsLine(product: "run", component: "used", quantity: 1),
    ]
    dataset.coproducts = [("ore", 0.5), ("slag", 0.2)].map {
      CoproductRow(line: 2, product: "run", coproduct: $0.0, quantity: $0.1)
    }
    dataset.facilities = [
      HandDataset.facility("mine", "AA", .supplier, fixedCost: 0),
      HandDataset.facility("plant", "AA", .plant, fixedCost: 0),
      HandDataset.facility("recycler", "BB", .plant, fixedCost: 0),
    ]
    dataset.capacity = ["mine", "plant", "recycler"].map {
      HandDataset.module($0, size: 1000, existing: 1, maximum: 1, buildCost: 0, fixedCost: 0)
    }
    dataset.production = [
      ("mine", "ore", 5.0), ("plant", "pack", 20), ("plant", "mini", 10), ("recycler", "run", 2),
    ].map {
      ProductionRow(
        facility: $0.0, product: $0.1, unitCost: $0.2, capacityUse: 1, emissionsTonnes: 0)
    }
    dataset.customers = [HandDataset.customer("shop", "AA"), HandDataset.customer("mall", "AA")]
    dataset.demand = [("pack", 100.0), ("mini", 50)].map {
      DemandRow(customer: "shop", product: $0.0, quantity: $0.1, shortageCost: 1000)
    }
    dataset.lanes = [HandDataset.link(line: 2, "*", "*", unitCost: 1, days: 10)]
    dataset.tariffs = [
      HandDataset.tariff(line: 2, "mfn", "*", "*", "ore", 0.1),
      HandDataset.tariff(line: 3, "mfn", "*", "*", "used", 0.5),
    ]
    dataset.returns = [("*", "pack", 0.1, 9.0), ("shop", "pack", 0.6, 3), ("*", "mini", 0.4, 1)]
      .map {
        ReturnRow(
          line: 2, customer: HandDataset.selector($0.0, .customers), product: $0.1,
          returned: "used", share: $0.2, collectionCost: $0.3)
      }
    dataset.handling = [
      HandlingRow(
        line: 2, facility: HandDataset.selector("*", .facilities), product: nil, unitCost: 0.1,
        emissionsTonnes: 0)
    ]
    dataset.escalation = [
      EscalationRow(
        line: 2, cost: .freight, facility: HandDataset.selector("*", .facilities), period: "now",
        factor: 2)
    ]
    dataset.constraints = [
      // Of the recycler's 24 shipments alone.
      HandDataset.policy(
        "clean", .emissions(HandDataset.selector("recycler", .facilities)), .atMost, 0.24),
      // Ore that is yielded is not made.
      HandDataset.policy(
        "mined", .production(HandDataset.selector("*", .facilities), product: "ore"), .atMost, 76),
      HandDataset.policy(
        "recycled",
        .share(
          origin: HandDataset.selector("BB", .countries),
          destination: HandDataset.selector("*", .nodes), product: "ore"), .atMost, 0.24),
      // What comes from the shop is no flow of facilities.
      HandDataset.policy(
        "flows",
        .flow(
          origin: HandDataset.selector("*", .facilities),
          destination: HandDataset.selector("recycler", .nodes), product: "used"), .atMost, 0),
    ]
    return dataset
  }()

  /// The lines, each computed on paper:
  ///
  /// - production 76·5 + 100·20 + 50·10 + 50·2; handling 0.1 for 76 + 150 + 24.
  /// - freight 1 each, facilities' 2 times: 250·2 + 50.
  /// - duty: ore made in BB that enters AA 24·1; used ones made in AA that enter BB 50·0.5.
  /// - carbon 10 · 300 · 0.01; collection: 20 at 1, then 30 at 3.
  static let costs: CostLines = {
    var costs = CostLines()
    costs.production = 2980
    costs.handling = 25
    costs.freight = 550
    costs.duty = 49
    costs.carbon = 30
    costs.collection = 110
    return costs
  }()

  /// The sum of the lines, added up by hand.
  static let cost = 3744.0

  static let plan: Plan = {
    var plan = Plan.empty("Circle", costs: costs, cost: cost)
    plan.risk.salesAtRisk = 0
    plan.mix = [
      MixRow(period: "now", class: .domestic, country: "AA", microfactory: false, valueShare: 1)
    ]
    for facility in ["mine", "plant", "recycler"] {
      plan.facilities.append(
        FacilityDecisionRow(
          facility: facility, period: "now", open: true, opened: false, closed: false))
      plan.modules.append(
        ModuleRow(
          facility: facility, module: "line", period: "now", count: 1, built: 0, retired: 0))
    }
    for (facility, product, quantity) in [
      ("mine", "ore", 76.0), ("plant", "pack", 100), ("plant", "mini", 50), ("recycler", "run", 50),
    ] {
      plan.production.append(
        ProductionFlowRow(
          period: "now", scenario: nil, facility: facility, product: product, quantity: quantity))
    }
    for (origin, destination, product, madeIn, quantity, freight, duty) in [
      ("mine", "plant", "ore", "AA", 76.0, 2.0, 0.0), ("plant", "shop", "pack", "AA", 100, 2, 0),
      ("plant", "shop", "mini", "AA", 50, 2, 0), ("shop", "recycler", "used", "AA", 50, 1, 0.5),
      ("recycler", "plant", "ore", "BB", 24, 2, 1),
    ] {
      plan.ship(
        origin, destination, "road", product, madeIn, quantity, freight: freight, duty: duty,
        "now")
    }
    return plan
  }()
}
