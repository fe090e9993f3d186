import NetworkDesign
import SupplyData
import SupplyPlan
import TestDatasets
import Testing

/// Today's sites, expanded: the comparator that may grow.
@Suite("The expanded network")
struct ExpandedNetworkTests {
  /// A strike takes the plant out for a quarter of a year, in one year of five. Demand grows from 80 to 180, which takes a second
  /// line. The plant is to be closed, and a spare one to be opened; neither binds, nor do the policies.
  private static let growing = HandCase.strike
    .replacing("plan.yaml", HandCase.settings(discountRate: 0, years: 1, 1))
    .replacing(
      "facilities",
      """
      facility,country,kind,status,decision,opening_cost,closing_cost,fixed_cost
      plant,AA,plant,existing,closed,0,7,1000
      spare,BB,plant,candidate,open,1,0,0

      """
    )
    .adding("capacity", "spare,line,100,0,1,0,0")
    .adding("production", "spare,widget,1")
    .adding("lanes", "spare,shop,truck,,1,0,,1000")
    .replacing(
      "demand",
      """
      customer,product,period,quantity,shortage_cost
      shop,widget,t1,80,300
      shop,widget,t2,180,300

      """
    )
    .adding("buffers", "location,product,maximum,existing,unit_cost", "shop,widget,25,5,1")
    .adding("incentives", "incentive,facility,share", "home,plant,0.2")
    .adding(
      "constraints", "constraint,kind,origin,sense,value", "none,open_facilities,plant,<=,0",
      "budget,investment,*,<=,3000")

  @Test("modules and stocks are chosen at least cost, and what that breaks is told")
  func byHand() throws {
    let plan = try plan(Self.growing, measure: .worst, firstStage: .expandedNetwork)
    // A unit in stock for a year costs 1 and serves four a year, each for 100 instead of 300, a twentieth of the time; 80 a year
    // take 20 of them, and of 180 the 25 that there may be serve 100.
    expectCosts(
      of: plan,
      [
        "facility_fixed": 2000, "building": 5000, "incentives": -1000,
        "module_fixed": 500 + 1000, "production": 0.95 * 260 * 20, "freight": 0.95 * 260,
        "buffers": 20 + 25, "buffer_draws": 0.05 * 180 * 100, "shortage": 0.05 * 80 * 300,
      ])
    #expect(agree(plan.risk.salesAtRisk, 0.25 * 80 / 180 / 2))
    #expect(
      plan.modules.filter { $0.module == "line" && $0.facility == "plant" }.map(\.count) == [1, 2])
    #expect(plan.buffers.map(\.stock) == [20, 25])
    #expect(
      plan.facilities.map(\.open) == [true, true, false, false]
        && !plan.facilities.contains { $0.opened || $0.closed })
    #expect(plan.solve.objective == "expanded")
    #expect(plan.comparator == .expanded)
    #expect(
      plan.broken == [
        BrokenRow(constraint: nil, decision: "closed", facility: "plant", period: "t1"),
        BrokenRow(constraint: nil, decision: "closed", facility: "plant", period: "t2"),
        BrokenRow(constraint: nil, decision: "open", facility: "spare", period: "t1"),
        BrokenRow(constraint: nil, decision: "open", facility: "spare", period: "t2"),
        BrokenRow(constraint: "none", decision: nil, facility: nil, period: "t1"),
        BrokenRow(constraint: "none", decision: nil, facility: nil, period: "t2"),
        BrokenRow(constraint: "budget", decision: nil, facility: nil, period: "t2"),
      ])
  }

  @Test("a cap and the least risk hold for it, too")
  func capped() throws {
    let least = try plan(Self.growing, .risk, measure: .worst, firstStage: .expandedNetwork)
    #expect(agree(least.risk.salesAtRisk, 0.25 * 80 / 180 / 2))
    let capped = try plan(
      Self.growing, maxRisk: 0.04, measure: .worst, firstStage: .expandedNetwork)
    #expect(capped.termination == .infeasible)
  }

  @Test("modules that earn nothing are retired, the site stays")
  func shrinking() throws {
    let dataset = HandCase.base.replacing("demand", "80,300", with: "80,1")
    let plan = try plan(dataset, firstStage: .expandedNetwork)
    expectCosts(of: plan, ["facility_fixed": 1000, "shortage": 80])
    #expect(plan.modules.map(\.retired) == [1])
  }

  private static let seeds = 0..<UInt64(runsLongTests ? 80 : 24)

  private func random(_ seed: UInt64) throws -> Dataset {
    var size = RandomDataset.Size()
    size.mostDesigns = 200
    return try RandomDataset(seed: 95_000 + seed, size: size).read()
  }

  @Test(
    "it costs no more than the current network, nor less than a plan that may do anything",
    arguments: seeds)
  func between(seed: UInt64) throws {
    let dataset = try random(seed)
    var free = dataset
    free.constraints = []
    for place in free.facilities.indices { free.facilities[place].decision = .consider }
    let name = "seed \(seed)"
    let anything = try plan(free, name: name)
    let expanded = try plan(dataset, firstStage: .expandedNetwork, name: name)
    let current = try plan(dataset, firstStage: .currentNetwork, name: name)
    let (least, own) = (try #require(anything.cost), try #require(expanded.cost))
    #expect(least <= own + 1e-6 * max(1, own), "\(name)")
    // Nothing that the current network has is more than its maximum.
    let most = try #require(current.cost)
    #expect(own <= most + 1e-6 * max(1, most), "\(name)")
  }

  @Test("it is what a plan is whose decisions say so and that no policy binds", arguments: seeds)
  func asDecided(seed: UInt64) throws {
    let dataset = try random(seed)
    var decided = dataset
    decided.constraints = []
    for place in decided.facilities.indices {
      decided.facilities[place].decision =
        decided.facilities[place].status == .existing ? .open : .closed
    }
    let name = "seed \(seed)"
    for objective in [DesignQuestion.Objective.cost, .risk] {
      let expanded = try plan(dataset, objective, firstStage: .expandedNetwork, name: name)
      let other = try plan(decided, objective, name: name)
      #expect(agree(expanded.cost, other.cost), "\(name), \(objective)")
      #expect(
        objective == .cost || agree(expanded.risk.salesAtRisk, other.risk.salesAtRisk), "\(name)")
    }
  }
}
