import SupplyPlan

@testable import PlanChecker
@testable import SupplyData

extension Sabotage {
  /// Falsified flows, production and draws.
  static let operations: [Sabotage] = [
    Sabotage(
      "ships more than it gets", .goodsBalance, at: "facility hub, product widget made in BB"
    ) { plan, _ in plan.scale("hub", "shop", "BB", "later", by: 1.001) },
    Sabotage("receives what it never ships", .goodsBalance, at: "made in CC, period now") {
      plan, _ in plan.scale("plant", "hub", "CC", "now", by: 1.001)
    },
    Sabotage("changes the country of origin", .goodsBalance, at: "facility hub") { plan, _ in
      plan.flow("hub", "shop", "CC", "now") { $0.madeIn = "BB" }
    },
    Sabotage("ships its components", .goodsBalance, at: "facility plant, product gear made in AA") {
      plan, _ in
      plan.ship("plant", "old", "sea", "gear", "AA", 1, freight: 1.5, duty: 0, "now")
    },
    Sabotage("makes without components", .componentBalance, at: "facility plant, component gear") {
      plan, _ in plan.scale("mine", "plant", "DD", "now", "quake", by: 0.99)
    },
    Sabotage("forgets the drawn components", .componentBalance, at: "period later, scenario war") {
      plan, _ in plan.draw("plant", "later", "war", by: 0.5)
    },
    Sabotage("another bill of materials", .componentBalance, at: "facility micro") {
      $1.billsOfMaterials[0].quantity = 2.01
    },
    Sabotage(
      "delivers more than is asked", .demand, at: "customer shop, product widget, period now"
    ) { $1.demand[1].quantity = 99.9 },
    Sabotage("delivers in spite of less demand", .demand, at: "scenario quake") {
      $1.disruptions.append(
        HandDataset.disruption(
          8, "quake",
          .demand(
            customers: HandDataset.selector("region:West", .customers), product: "widget",
            change: -0.11)))
    },
    Sabotage("makes what it cannot", .making, at: "facility mine, period now, product widget") {
      plan, _ in
      plan.production.append(
        ProductionFlowRow(
          period: "now", scenario: nil, facility: "mine", product: "widget", quantity: 1))
    },
    Sabotage("survives no outage", .survive, at: "constraint safe, target plant, period later") {
      $1.survive("plant", atMost: 0.3)
    },
    Sabotage("forgets an outage", .row, at: "outages: target country:CC, period now") {
      $1.survive("country:CC", atMost: 1)
    },
    Sabotage("belittles an outage", .outageLost, at: "target region:East, period now") {
      plan, dataset in
      dataset.survive("region:East", atMost: 1)
      plan.outages = ["now", "later"].map {
        OutageLossRow(target: "region:East", period: $0, weeks: 26, salesLost: 0.49)
      }
    },
    Sabotage(
      "makes what is out", .outage, at: "outage:product:widget@country:BB, product widget"
    ) { plan, dataset in
      dataset.survive("product:widget@country:BB", atMost: 1)
      plan.production.append(
        ProductionFlowRow(
          period: "later", scenario: "outage:product:widget@country:BB", facility: "micro",
          product: "widget", quantity: 1))
    },
    Sabotage("ships over a broken corridor", .laneClosed, at: "outage:country:BB>country:AA") {
      plan, dataset in
      dataset.survive("country:BB>country:AA", atMost: 1)
      plan.ship(
        "hub", "shop", "road", "widget", "CC", 1, freight: 0, duty: 0, "now",
        "outage:country:BB>country:AA")
    },
    Sabotage("makes more than its modules can", .capacity, at: "facility micro, period later") {
      $1.capacity[3].size = 29.9
    },
    Sabotage("makes more in an outage", .capacity, at: "facility plant, period now, scenario quake")
    {
      $1.disruptions[0].effect = .capacity(
        facilities: HandDataset.selector("region:East", .facilities), loss: 0.51)
    },
    Sabotage("uses more capacity a unit", .capacity, at: "facility micro, period later") {
      $1.production[3].capacityUse = 1.201
    },
    Sabotage("outages combine", .capacity, at: "facility plant, period now, scenario quake") {
      $1.disruptions.append($1.disruptions[0])
    },
    Sabotage("ships more than passes the door", .throughput, at: "facility hub, period later") {
      $1.facilities[4].throughput = 79.9
    },
    Sabotage("the door narrows in an outage", .throughput, at: "facility hub, period now, scenario")
    {
      $1.disruptions.append(
        HandDataset.disruption(
          8, "quake",
          .capacity(facilities: HandDataset.selector("kind:warehouse", .facilities), loss: 0.7)))
    },
    Sabotage("ships in an outage", .outage, at: "facility hub, period now, scenario war") {
      $1.facilities[4].throughput = nil
      $1.disruptions.append(
        HandDataset.disruption(
          8, "war", .capacity(facilities: HandDataset.selector("hub", .facilities), loss: 1)))
    },
    Sabotage("works though closed", .closedFacility, at: "facility old, period now, made") {
      plan, _ in plan.facility("old", "now") { $0.open = false }
    },
    Sabotage("receives though closed", .closedFacility, at: "facility hub, period later, received")
    {
      plan, _ in plan.facility("hub", "later") { $0.open = false }
    },
    Sabotage("ships though closed", .closedFacility, at: "facility hub, period now, scenario war") {
      plan, _ in plan.facility("hub", "now") { $0.open = false }
    },
    Sabotage("no lane by that mode", .lane, at: "plant to hub by road") { plan, _ in
      plan.flow("plant", "hub", "CC", "now") { $0.mode = "road" }
    },
    Sabotage("a lane from a node to itself", .lane, at: "hub to hub by sea") { plan, _ in
      plan.ship("hub", "hub", "sea", "widget", "CC", 5, freight: 15, duty: 0, "now")
    },
    Sabotage("goods that do not keep", .lane, at: "plant to hub by sea") {
      $1.products[1].shelfLifeDays = 11.9
    },
    Sabotage("to a customer who does not ask", .lane, at: "mine to shop by sea, product gear") {
      plan, _ in plan.ship("mine", "shop", "sea", "gear", "DD", 1, freight: 1.5, duty: 0.5, "now")
    },
    Sabotage("to a facility it is of no use to", .lane, at: "plant to mine by sea") {
      plan, dataset in
      // The mine's only lane for widgets takes longer than they keep, so they lead nowhere from there.
      dataset.lanes[0].origin = HandDataset.selector("plant|old|micro|hub", .facilities)
      dataset.lanes += [
        HandDataset.lane(line: 4, "mine", "*", "sea", product: "gear", kilometres: 1000),
        HandDataset.lane(line: 5, "mine", "*", "sea", product: "widget", days: 13),
      ]
      plan.ship("plant", "mine", "sea", "widget", "CC", 1, freight: 15, duty: 0, "now")
    },
    Sabotage("an export in spite of the control", .laneClosed, at: "mine to micro by sea") {
      plan, _ in
      plan.ship("mine", "micro", "sea", "gear", "DD", 1, freight: 1.5, duty: 0.5, "later", "war")
    },
    Sabotage("over a closed lane", .laneClosed, at: "micro to shop by sea") {
      $1.disruptions.append(
        HandDataset.disruption(
          8, "quake",
          .lane(
            origin: HandDataset.selector("country:BB", .nodes),
            destination: HandDataset.selector("shop", .nodes), mode: "sea", product: nil, loss: 1)))
    },
    Sabotage("more than the lane carries", .laneCapacity, at: "lane hub to shop by road") {
      $1.lanes[1].capacity = 79
    },
    Sabotage("more than what is left of the lane", .laneCapacity, at: "scenario quake") {
      $1.lanes[1].capacity = 89.9
    },
    Sabotage("two rows equally narrow", .ambiguous, at: "hub to shop by road") {
      $1.lanes.append($1.lanes[1])
      $1.lanes[2].line = 4
    },
    Sabotage("two capacities for one lane", .ambiguous, at: "lane hub to shop by road") {
      $1.lanes.append(
        HandDataset.lane(line: 4, "hub", "shop", "road", product: "gear", capacity: 80))
    },
    Sabotage("two tariffs equally narrow", .ambiguous, at: "old to shop by sea") {
      $1.tariffs.append(HandDataset.tariff(line: 6, "anti", "country:DD", "AA", nil, 0.05))
    },
    Sabotage("draws more than the stock", .draw, at: "location shop, product widget, period now") {
      plan, _ in plan.draw("shop", "now", "quake", by: 1.01)
    },
    Sabotage("draws where there is no buffer", .draw, at: "location old, product gear") {
      plan, _ in
      plan.draws.append(
        DrawRow(period: "now", scenario: "quake", location: "old", product: "gear", quantity: 1))
    },
    Sabotage("draws in the normal state", .normalDraw, at: "location shop, product widget, period")
    {
      plan, _ in
      plan.draws.append(
        DrawRow(
          period: "later", scenario: nil, location: "shop", product: "widget", quantity: 1))
    },
    Sabotage("a negative flow", .negative, at: "flows: mine to plant") { plan, _ in
      plan.scale("mine", "plant", "DD", "now", by: -1)
    },
    Sabotage("negative production", .negative, at: "production: facility mine") { plan, _ in
      plan.make("mine", "now", by: -1)
    },
    Sabotage("a negative draw", .negative, at: "draws: location shop") { plan, _ in
      plan.draw("shop", "now", "war", by: -1)
    },
    Sabotage("a flow that is no number", .negative, at: "flows: mine to plant") { plan, _ in
      plan.scale("mine", "plant", "DD", "now", by: .nan)
    },
    Sabotage("an infinite draw", .negative, at: "draws: location shop") { plan, _ in
      plan.draw("shop", "now", "war", by: .infinity)
    },
    Sabotage("wrong freight", .freight, at: "plant to hub by sea") { plan, _ in
      plan.flow("plant", "hub", "CC", "now") { $0.freight *= 1.001 }
    },
    Sabotage("another distance", .freight, at: "plant to hub by sea") {
      $1.lanes[0].distanceKilometres = 1001
    },
    Sabotage("wrong duty", .duty, at: "plant to hub by sea") { plan, _ in
      plan.flow("plant", "hub", "CC", "now") { $0.duty += 1 }
    },
    Sabotage("a layer forgotten", .duty, at: "old to shop by sea") { plan, _ in
      plan.flow("old", "shop", "DD", "now", "quake") { $0.duty = $0.quantity * 8 }
    },
    Sabotage("duty on goods that come home", .duty, at: "micro to hub by sea") { plan, _ in
      plan.flow("micro", "hub", "BB", "later") { $0.duty = $0.quantity * 10 }
    },
    Sabotage("a tariff of the scenario forgotten", .duty, at: "period now, scenario war") {
      plan, _ in plan.flow("plant", "hub", "CC", "now", "war") { $0.duty = $0.quantity * 8 }
    },
  ]
}
