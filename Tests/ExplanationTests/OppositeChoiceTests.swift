import Findings
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing
import TextFiles

@testable import Explanation

/// What the other way costs, against all footprints written into the dataset's decisions.
@Suite struct OppositeChoiceTests {
  @Test(arguments: Array(UInt64(1)...(runsLongTests ? 60 : 12)))
  func `as an enumeration has it`(_ seed: UInt64) throws {
    var size = RandomDataset.Size()
    size.periods = 1...1
    size.facilities = 2...4
    size.mostDesigns = 500
    let dataset = try RandomDataset(seed: 900_000 + seed, size: size).read()
    let question = DesignQuestion(measure: dataset.settings.risk)
    let network = try Network(dataset)
    let plan = try MonolithPlanner(network: network).plan(for: question, gap: Self.gap)
    guard let cost = plan.cost else { return }
    var choices = OppositeChoices(
      makePlanner: makePlanner, network: network, plan: plan, question: question, precision: 0,
      gap: Self.gap)
    for (place, facility) in dataset.facilities.enumerated() {
      let isOpen = plan.facilities.contains { $0.facility == facility.id && $0.open }
      let least = try leastCost(dataset, question, place, isOpen: !isOpen)
      let told = try choices.opposite(of: place)
      let name: Comment = "seed \(seed), \(facility.id)"
      #expect(told.periodsOpen == (isOpen ? 1 : 0), name)
      #expect(told.isImpossible == (least == nil), name)
      guard let least, let atLeast = told.atLeast, let atMost = told.atMost else {
        #expect(least == nil, name)
        continue
      }
      let slack = 1e-5 * max(1, abs(least))
      #expect(atLeast <= least - cost + slack && least - cost <= atMost + slack, name)
      #expect(atMost - atLeast <= slack, name)
    }
  }

  private static let gap = 1e-8
  private let makePlanner: PlannerMaker = { MonolithPlanner(network: $0) }

  /// The least cost with a facility as given, over all decisions on the others.
  private func leastCost(
    _ dataset: Dataset, _ question: DesignQuestion, _ facility: Int, isOpen: Bool
  ) throws -> Double? {
    var least: Double?
    let count = dataset.facilities.count
    for number in 0..<(1 << count) where (number >> facility & 1 == 1) == isOpen {
      var decided = dataset
      let contradicts = dataset.facilities.enumerated().contains { place, row in
        let isOpen = number >> place & 1 == 1
        return place != facility
          && ((row.decision == .open && !isOpen) || (row.decision == .closed && isOpen))
      }
      if contradicts { continue }
      for place in 0..<count {
        decided.facilities[place].decision = number >> place & 1 == 1 ? .open : .closed
      }
      let plan = try MonolithPlanner(network: try Network(decided))
        .plan(for: question, gap: Self.gap)
      if let cost = plan.cost { least = min(least ?? cost, cost) }
    }
    return least
  }

  /// What the plan's own bound proves of the other way is enough: nothing is searched for once a plan is within the gap of it.
  @Test(arguments: [(gap: 0.01, isEnough: true), (gap: 0.001, isEnough: false)])
  func `a solve ends where the plan's own bound will do`(gap: Double, isEnough: Bool) throws {
    let dataset = try TestDataset().adding("facilities", "second,BB,plant,candidate,0,1000").read()
    let question = DesignQuestion(measure: dataset.settings.risk)
    let network = try Network(dataset)
    var plan = try MonolithPlanner(network: network).plan(for: question, gap: 1e-9)
    let cost = try #require(plan.cost)
    plan.bound = cost * 0.998
    let eager = EagerPlanner(plan: plan, cost: cost * 1.003)
    var choices = OppositeChoices(
      makePlanner: { _ in eager }, network: network, plan: plan, question: question, gap: gap)
    let told = try choices.opposite(of: 1)
    #expect(told.stopReason == (isEnough ? nil : EagerPlanner.reason))
    #expect(told.atMost == cost * 1.003 - cost)
    #expect(told.atLeast == cost * 0.998 - cost)
  }

  /// Tells of a plan at once, and has proved nothing by then.
  private struct EagerPlanner: Planner {
    static let reason = "asked for too much"
    var plan: Plan
    let cost: Double

    func leastExcess(
      of rule: ElasticRule, for question: DesignQuestion, gap: Double, neighbours: [Plan],
      limits: SolveLimits, progress: (@Sendable (SolveProgress) -> Void)?
    ) throws(PlanningError) -> LeastExcess { preconditionFailure("nobody asks") }

    func plan(
      for question: DesignQuestion, gap: Double, costGapAtLeastRisk: Double?, neighbours: [Plan],
      limits: SolveLimits, progress: (@Sendable (SolveProgress) -> Void)?,
      found: (@Sendable (Plan) -> Void)?
    ) throws(PlanningError) -> Plan {
      progress?(SolveProgress(phase: .relaxation, objective: cost))
      var plan = plan
      plan.cost = cost
      plan.bound = 0
      plan.stopReason = Self.reason
      return plan
    }
  }

  /// 80 widgets at 21 each with the way sell for 300; at one tonne each a cap of 60 t leaves 20 unsold.
  @Test func `a policy by hand`() throws {
    let dataset = try TestDataset()
      .replacing("production", "facility,product,unit_cost,emissions_t\nplant,widget,20,1\n")
      .replacing("lanes", "origin,destination,mode,unit_cost\nplant,shop,truck,1\n")
      .adding(
        "constraints", "constraint,kind,sense,value", "clean,emissions,<=,60",
        "loose,open_facilities,<=,5"
      ).read()
    let question = DesignQuestion(measure: dataset.settings.risk)
    let network = try Network(dataset)
    let plan = try MonolithPlanner(network: network, gap: 1e-9).plan(for: question)
    let costs = PolicyCosts(
      makePlanner: makePlanner, gap: 1e-9, network: network, plan: plan, question: question)
    let policies = try costs.slopes().policies
    #expect(policies.map(\.constraint) == ["clean", "loose"])
    #expect(policies.map(\.isBinding) == [true, false])
    let pipeline = network.flows[0].pipelineCost
    let worth = 300 - 21 - pipeline
    let slope = try #require(policies[0].rows[0].perUnit)
    #expect(abs(slope + worth) < 1e-6)
    #expect(policies[1].rows[0].perUnit == nil)
    #expect(abs(policies[1].rows[0].slack - 4) < 1e-9)
    let priced = try costs.priced(policies[0])
    #expect(abs((priced.atLeast ?? 0) - 20 * worth) < 1e-4)
    #expect(abs((priced.atMost ?? 0) - 20 * worth) < 1e-4)
  }

  /// At most half of what the shop gets may come from AA: per unit of the share it is worth what home costs more.
  @Test func `the slope of a share by hand`() throws {
    let dataset = try TestDataset()
      .replacing("lanes", "origin,destination,mode,unit_cost,lead_time_days\n*,shop,truck,1,0\n")
      .adding("facilities", "second,BB,plant,existing,0,1000")
      .adding("capacity", "second,line,100,1,1,0,0")
      .adding("production", "second,widget,60")
      .adding(
        "constraints", "constraint,kind,origin,destination,product,sense,value",
        "half,share,AA,shop,widget,<=,0.5"
      ).read()
    let question = DesignQuestion(measure: dataset.settings.risk)
    let network = try Network(dataset)
    let plan = try MonolithPlanner(network: network, gap: 1e-9).plan(for: question)
    let policy = try PolicyCosts(
      makePlanner: makePlanner, gap: 1e-9, network: network, plan: plan, question: question
    ).slopes().policies[0]
    #expect(policy.isBinding)
    // 80 units, each 40 cheaper from AA.
    #expect(abs((policy.rows[0].perUnit ?? 0) + 80 * 40) < 1e-6)
  }
}
