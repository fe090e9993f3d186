import SupplyPlan
import Testing

@testable import PlanChecker
@testable import SupplyData

/// The current network of the dataset computed by hand: mine, plant, old plant and hub, with a stock of 5 widgets.
@Suite struct BaselineTests {
  /// The plan without its figures: in both periods the same is made; in the war nothing but the stock is left.
  static let decisions: Plan = {
    var plan = HandPlan.plan
    for facility in ["mine", "plant", "old", "micro", "hub"] {
      plan.facility(facility, "later") {
        $0.open = facility != "micro"
        $0.opened = false
        $0.closed = false
      }
    }
    for facility in ["mine", "plant", "old", "micro"] {
      plan.module(facility, "later") {
        $0.count = ["mine": 3, "micro": 0][facility] ?? 1
        $0.built = 0
        $0.retired = 0
      }
    }
    plan.buffers[0].stock = 5
    plan.buffers[1].stock = 5
    plan.buffers[2].stock = 0
    plan.buffers[3].stock = 0
    plan.incentives = []
    (plan.flows, plan.production, plan.draws) = ([], [], [])
    for period in ["now", "later"] {
      for (scenario, made, old, draw) in [
        (nil, 60.0, 40.0, 0.0), ("quake", 30, 40, 10), ("war", 0, 0, 20),
      ] {
        HandPlan.add(
          HandPlan.State(
            period: period, scenario: scenario, plant: made, old: old, micro: 0, microToHub: 0,
            shopDraw: draw, gearDraw: 0, duty: 8), to: &plan)
      }
    }
    plan.solve.maxRisk = nil
    plan.solve.objective = "baseline"
    plan.broken = []
    return plan
  }()

  /// The plan with its figures, taken from the recount, whose lines are proven on the plan computed by hand.
  static func plan(for dataset: Dataset, broken: [BrokenRow]) throws -> Plan {
    var plan = decisions
    let recount = try #require(PlanChecker(dataset).check(plan).recount)
    plan.costs = recount.costs
    plan.cost = recount.cost
    plan.bound = recount.cost
    plan.gap = 0
    plan.scenarios = recount.scenarios
    plan.risk.salesAtRisk = recount.salesAtRisk
    plan.mix = recount.mix
    // Later 20 of 120 are not made.
    plan.undelivered = Undelivered(
      share: 1 / 9.0,
      periods: [.init(period: "now", share: 0), .init(period: "later", share: 1 / 6.0)])
    plan.broken = broken
    return plan
  }

  static func constraint(_ id: String, _ period: String) -> BrokenRow {
    BrokenRow(constraint: id, decision: nil, facility: nil, period: period)
  }

  static func decision(_ decision: String, _ facility: String, _ period: String) -> BrokenRow {
    BrokenRow(constraint: nil, decision: decision, facility: facility, period: period)
  }

  /// From the West comes nothing, and that only binds in the later period; three decisions break in both.
  static let dataset: Dataset = {
    var dataset = HandDataset.dataset
    dataset.facilities[1].decision = .closed
    dataset.facilities[3].decision = .open
    dataset.facilities[4].decision = .open
    return dataset
  }()
  static let broken = [
    decision("closed", "plant", "now"), decision("open", "micro", "now"),
    constraint("west", "later"), decision("closed", "plant", "later"),
    decision("open", "micro", "later"),
  ]

  @Test func isSoundWithAllItBreaks() throws {
    let plan = try Self.plan(for: Self.dataset, broken: Self.broken)
    let verdict = PlanChecker(Self.dataset).check(plan)
    #expect(verdict.violations == [])
    #expect(verdict.recount?.broken == Self.broken)
  }

  @Test(arguments: broken.indices)
  func whatIsNotListedIsFound(_ index: Int) throws {
    var plan = try Self.plan(for: Self.dataset, broken: Self.broken)
    plan.broken?.remove(at: index)
    #expect(PlanChecker(Self.dataset).check(plan).violations.map(\.rule) == [.broken])
  }

  @Test(arguments: [
    constraint("west", "now"), constraint("plants", "now"), constraint("budget", "later"),
    constraint("clean", "now"), constraint("unknown", "now"), decision("open", "hub", "now"),
    decision("open", "plant", "now"), broken[0],
  ])
  func whatIsListedInVainIsFound(_ row: BrokenRow) throws {
    let plan = try Self.plan(for: Self.dataset, broken: Self.broken + [row])
    #expect(PlanChecker(Self.dataset).check(plan).violations.map(\.rule) == [.broken])
  }

  @Test(arguments: [
    (Violation.Rule.currentNetwork, "facility old"), (.currentNetwork, "module line"),
    (.currentNetwork, "location shop"), (.currentNetwork, "later, built"),
  ])
  func anotherNetworkIsFound(_ rule: Violation.Rule, _ place: String) throws {
    var plan = try Self.plan(for: Self.dataset, broken: Self.broken)
    switch place {
    case "facility old":
      plan.facility("old", "later") {
        $0.open = false
        $0.closed = true
      }
    case "module line":
      plan.module("mine", "later") {
        $0.count = 2
        $0.retired = 1
      }
    case "later, built":
      plan.module("plant", "later") {
        $0.built = 1
        $0.retired = 1
      }
    default: plan.buffers[0].stock = 6
    }
    let verdict = PlanChecker(Self.dataset).check(plan)
    #expect(verdict.violations.contains { $0.rule == rule && $0.place.contains(place) })
  }

  /// The same sites are an expanded network, which may have other modules and stocks, and no other sites.
  @Test func anExpandedNetworkKeepsItsSitesAlone() throws {
    var plan = try Self.plan(for: Self.dataset, broken: Self.broken)
    plan.solve.objective = "expanded"
    #expect(PlanChecker(Self.dataset).check(plan).violations == [])
    plan.buffers[0].stock = 6
    plan.module("mine", "later") {
      $0.count = 2
      $0.retired = 1
    }
    let rules = Set(PlanChecker(Self.dataset).check(plan).violations.map(\.rule))
    #expect(rules.isDisjoint(with: [.currentNetwork, .expandedNetwork, .decision, .policy]))
    plan.facility("old", "later") {
      $0.open = false
      $0.closed = true
    }
    let violations = PlanChecker(Self.dataset).check(plan).violations
    #expect(
      violations.filter { $0.rule == .expandedNetwork }.map(\.place)
        == ["facility old, period later"])
  }

  @Test func anExpandedNetworkListsWhatItBreaks() throws {
    var plan = try Self.plan(for: Self.dataset, broken: Self.broken)
    plan.solve.objective = "expanded"
    plan.broken?.removeLast()
    #expect(PlanChecker(Self.dataset).check(plan).violations.map(\.rule) == [.broken])
    plan.broken = nil
    #expect(PlanChecker(Self.dataset).check(plan).violations.contains { $0.place == "broken" })
  }
}
