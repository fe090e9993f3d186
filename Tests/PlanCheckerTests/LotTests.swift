import SupplyPlan
import Testing

@testable import PlanChecker
@testable import SupplyData

/// What a plan may leave open: how contracts and claims fall together, and what lots without a claim are made of.
@Suite struct LotTests {
  /// The plan with its costs, taken from the recount, whose lines are proven on the cases.
  static func settled(_ plan: Plan, _ dataset: Dataset) throws -> Plan {
    var plan = plan
    let recount = try #require(PlanChecker(dataset).check(plan).recount)
    (plan.costs, plan.cost) = (recount.costs, recount.cost)
    plan.bound = recount.cost
    return plan
  }

  @Test func `lots without a claim need not say what they use`() {
    var plan = HandBorder.plan
    plan.uses.removeAll { $0.claim == nil }
    #expect(PlanChecker(HandBorder.dataset).check(plan).violations.map(\.description) == [])
    // The rest is still balanced: 80 parts are left for 40 widgets.
    plan.uses[0].quantity = 89
    plan.uses[1].quantity = 31
    #expect(PlanChecker(HandBorder.dataset).check(plan).violations.map(\.description) == [])
    plan.flows[0].quantity = 159
    plan.flows[0].drawnBack = 109
    let rules = Set(PlanChecker(HandBorder.dataset).check(plan).violations.map(\.rule))
    #expect(rules.contains(.componentBalance))
  }

  /// 30 of 100 widgets are made under a contract at 4 instead of 10: whichever lots they are in.
  @Test(arguments: [(30.0, 0.0), (0, 30), (12, 18)])
  func `contracts and claims fall together as they may`(_ claimed: Double, _ other: Double) throws {
    var dataset = HandBorder.dataset
    dataset.contracts = [
      Contract(
        line: 2, id: "deal", facility: "plant", product: "widget", unitCost: 4, fixedCost: 7,
        minimum: 20, maximum: 30, isExisting: false)
    ]
    var plan = HandBorder.plan
    plan.contracts = ["now", "later"].map {
      ContractDecisionRow(contract: "deal", period: $0, signed: true)
    }
    plan.production = plan.production.flatMap { row -> [ProductionFlowRow] in
      guard row.product == "widget" else { return [row] }
      var (free, bound) = (row, row)
      bound.contract = "deal"
      bound.quantity = row.claim == nil ? other : claimed
      free.quantity -= bound.quantity
      return [free, bound]
    }
    plan = try Self.settled(plan, dataset)
    #expect(PlanChecker(dataset).check(plan).violations.map(\.description) == [])
    #expect(abs(plan.costs.production - (1280 - 30 * 6) * 1.8) < 1e-9)
    #expect(abs(plan.costs.contracts - 7 * 1.8) < 1e-9)
  }

  /// In the war, 10 of the parts for widgets without a claim come from stock. In lots of the pact they would count as foreign.
  @Test func `stock never originates`() throws {
    var dataset = HandBorder.dataset
    dataset.buffers = [
      Buffer(location: "plant", product: "part", maximum: 100, existing: 0, unitCost: 0)
    ]
    var plan = HandBorder.plan
    plan.buffers = ["now", "later"].map {
      StockRow(location: "plant", product: "part", period: $0, stock: 5)
    }
    let inWar = { (period: String, scenario: String?) in period == "now" && scenario == "war" }
    plan.draws = [
      DrawRow(period: "now", scenario: "war", location: "plant", product: "part", quantity: 10)
    ]
    for index in plan.flows.indices
    where inWar(plan.flows[index].period, plan.flows[index].scenario)
      && plan.flows[index].origin == "local"
    {
      plan.flows[index].quantity = 30
      plan.flows[index].freight = 30
    }
    for index in plan.production.indices
    where inWar(plan.production[index].period, plan.production[index].scenario)
      && plan.production[index].facility == "local"
    { plan.production[index].quantity = 30 }
    let own = try #require(
      plan.uses.firstIndex {
        inWar($0.period, $0.scenario) && $0.claim == nil && $0.madeIn == "NN"
      })
    plan.uses[own].madeIn = nil
    let sound = try Self.settled(plan, dataset)
    #expect(PlanChecker(dataset).check(sound).violations.map(\.description) == [])

    let claimed = try #require(
      plan.uses.firstIndex {
        inWar($0.period, $0.scenario) && $0.claim == "pact" && $0.madeIn == "NN"
      })
    plan.uses[own].madeIn = "NN"
    plan.uses[claimed].quantity = 20
    var drawn = plan.uses[claimed]
    (drawn.madeIn, drawn.quantity) = (nil, 10)
    plan.uses.append(drawn)
    let wrong = try Self.settled(plan, dataset)
    #expect(PlanChecker(dataset).check(wrong).violations.map(\.rule) == [.content])
  }

  /// A recycler that consumes the ore it yields may discard what is left of it.
  @Test func `what is yielded where it is used may be discarded`() throws {
    var dataset = HandCircle.dataset
    dataset.production.append(
      ProductionRow(
        facility: "recycler", product: "pack", unitCost: 0, capacityUse: 1, emissionsTonnes: 0))
    let plan = try LotTests.settled(HandCircle.plan, dataset)
    #expect(PlanChecker(dataset).check(plan).violations.map(\.description) == [])
    // Of the 25 ore 24 go to the plant, so there is none for more than 1 pack.
    var more = plan
    more.production.append(
      ProductionFlowRow(
        period: "now", scenario: nil, facility: "recycler", product: "pack", quantity: 1.5))
    let rules = PlanChecker(dataset).check(more).violations.map(\.rule)
    #expect(rules.contains(.componentBalance))
    // What is received of others must be used: the ore of AA is not the recycler's own.
    more = plan
    more.ship("mine", "recycler", "road", "ore", "AA", 2, freight: 2, duty: 1, "now")
    more.production[0].quantity = 78
    dataset.constraints[1].value = 78
    more = try LotTests.settled(more, dataset)
    #expect(PlanChecker(dataset).check(more).violations.map(\.rule) == [.discard])
  }
}
