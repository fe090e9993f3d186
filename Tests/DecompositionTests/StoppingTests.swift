import Modeling
import NetworkDesign
import PlanChecker
import Synchronization
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Decomposition

/// A search that is stopped claims no more than it has proved.
@Suite(.serialized) struct StoppingTests {
  private static let questions = [
    DesignQuestion(measure: .expected), DesignQuestion(objective: .risk, measure: .worst),
    DesignQuestion(maxRisk: 0.05, measure: .conditionalValueAtRisk(level: 0.8)),
  ]

  /// Costs of the true optimum, which no bound may pass and no plan may beat.
  private func expectTrue(_ plan: Plan, against best: Plan, _ network: Network, _ name: Comment) {
    if let bound = plan.bound, let optimum = best.cost, plan.solve.objective != "risk" {
      #expect(bound <= optimum * (1 + 1e-6) + 1e-6, name)
    }
    if let bound = plan.risk.bound, let optimum = best.risk.salesAtRisk {
      #expect(bound <= optimum + 1e-6, name)
    }
    #expect(plan.termination != .infeasible || best.termination == .infeasible, name)
    guard let cost = plan.cost else {
      #expect(plan.termination != .optimal, name)
      return
    }
    #expect(PlanChecker(network.dataset).check(plan).isSound, name)
    #expect((plan.bound ?? .infinity) <= cost, name)
    if let cap = plan.solve.maxRisk { #expect((plan.risk.salesAtRisk ?? 1) <= cap + 1e-7, name) }
    if plan.solve.objective == "risk" {
      let (risk, least) = (plan.risk.salesAtRisk ?? -1, best.risk.salesAtRisk ?? 0)
      #expect(risk >= least - 1e-6, name)
    } else if let optimum = best.cost {
      #expect(cost >= optimum * (1 - 1e-6), name)
    }
    #expect((plan.stopReason == nil) == (plan.termination == .optimal), name)
  }

  @Test(arguments: seeds(2, long: 12))
  func `at a deadline`(_ seed: UInt64) throws {
    let network = try Samples.network(seed)
    for question in Self.questions {
      let best = try MonolithPlanner(network: network, gap: 1e-7).plan(for: question)
      for milliseconds in [0, 1, 3, 10, 30, 100] {
        let plan = try DecompositionPlanner(network: network, threads: 2).plan(
          for: question, gap: 1e-7,
          limits: SolveLimits(deadline: .now + .milliseconds(milliseconds)))
        expectTrue(
          plan, against: best, network,
          "seed \(seed), \(question.objective), \(milliseconds) ms: \(plan.stopReason ?? "")")
      }
    }
  }

  @Test(arguments: seeds(2, long: 12))
  func `at the reports of progress, one after another`(_ seed: UInt64) throws {
    let network = try Samples.network(seed)
    for question in Self.questions {
      let best = try MonolithPlanner(network: network, gap: 1e-7).plan(for: question)
      for last in [1, 2, 4, 8, 16] {
        let limits = SolveLimits()
        let reports = Mutex(0)
        let plan = try DecompositionPlanner(network: network, threads: 1).plan(
          for: question, gap: 1e-7, limits: limits
        ) { progress in
          if let objective = progress.objective, let bound = progress.bound {
            #expect(bound <= objective + 1e-6 * max(1, abs(objective)))
          }
          let count = reports.withLock { count in
            count += 1
            return count
          }
          if count == last { limits.cancellation.cancel() }
        }
        expectTrue(
          plan, against: best, network,
          "seed \(seed), \(question.objective), report \(last): \(plan.stopReason ?? "")")
      }
    }
  }

  @Test(arguments: seeds(4, long: 20))
  func `what is stopped before it begins falls back on a design of its own`(_ seed: UInt64) throws {
    let network = try Samples.largeNetwork(seed)
    for question in Self.questions where question.maxRisk == nil {
      let limits = SolveLimits()
      limits.cancellation.cancel()
      let plan = try DecompositionPlanner(network: network, threads: 2)
        .plan(for: question, gap: 1e-3, limits: limits)
      let name: Comment = "seed \(seed), \(question.objective)"
      #expect(plan.cost != nil, name)
      #expect(plan.termination == .stopped && plan.stopReason == "interrupted", name)
      #expect((plan.bound ?? .infinity) <= plan.cost ?? 0, name)
    }
  }

  /// A budget rules out what a search falls back on, which is everything open; the current network is riskier.
  @Test func `the safest design found is kept, whenever the search is stopped`() throws {
    let dataset = TestDataset.withStrike.adding(
      "constraints", "constraint,kind,origin,destination,product,period,sense,value",
      "thrift,investment,*,,,*,<=,2000"
    )
    .adding("facilities", "third,BB,plant,candidate,1500,600")
    .adding("capacity", "third,line,40,0,2,200,50").adding("production", "third,widget,60")
    .adding("lanes", "third,shop,truck")
    let network = try Network(try dataset.read())
    var found = 0
    for last in 1...12 {
      let limits = SolveLimits()
      // Reports so far, and the best that they told of: costs, which come after the risks, are greater.
      let told = Mutex((reports: 0, best: Double.infinity))
      let plan = try DecompositionPlanner(network: network, threads: 1).plan(
        for: DesignQuestion(objective: .risk, measure: .worst), gap: 1e-7, limits: limits
      ) { progress in
        told.withLock { told in
          told.reports += 1
          told.best = min(told.best, progress.objective ?? .infinity)
          if told.reports == last { limits.cancellation.cancel() }
        }
      }
      let best = told.withLock { $0.best }
      guard best.isFinite else { continue }
      found += 1
      let risk = try #require(plan.risk.salesAtRisk, "report \(last)")
      #expect(risk <= best + 1e-6, "report \(last)")
    }
    #expect(found > 0)
  }

  @Test(arguments: seeds(4, long: 20))
  func `the baseline needs no search, and a stop changes nothing`(_ seed: UInt64) throws {
    let network = try Samples.network(seed)
    for objective in [DesignQuestion.Objective.cost, .risk] {
      let question = DesignQuestion(
        objective: objective, measure: .expected, firstStage: .currentNetwork)
      let limits = SolveLimits()
      limits.cancellation.cancel()
      let stopped = try DecompositionPlanner(network: network, threads: 1)
        .plan(for: question, gap: 1e-3, limits: limits)
      let whole = try MonolithPlanner(network: network).plan(for: question)
      let name: Comment = "seed \(seed), \(objective)"
      #expect(stopped.termination == .optimal, name)
      #expect(agree(stopped.cost, whole.cost), name)
      #expect(agree(stopped.risk.salesAtRisk, whole.risk.salesAtRisk), name)
    }
  }

  @Test(arguments: seeds(4, long: 20))
  func `the least risk may be above the cap`(_ seed: UInt64) throws {
    let network = try Samples.network(seed)
    let planner = DecompositionPlanner(network: network, threads: 1)
    let safest = try planner.plan(
      for: DesignQuestion(objective: .risk, measure: .worst), gap: 1e-6)
    guard let least = safest.risk.salesAtRisk, least > 1e-3 else { return }
    for (cap, termination) in [(0.9 * least, Plan.Termination.infeasible), (1.1 * least, .optimal)]
    {
      let plan = try planner.plan(
        for: DesignQuestion(objective: .risk, maxRisk: cap, measure: .worst), gap: 1e-6)
      #expect(plan.termination == termination, "seed \(seed), cap \(cap)")
    }
  }

  @Test func `a question after a stopped one is answered in full`() throws {
    let network = try Samples.network(3)
    let question = DesignQuestion(measure: .expected)
    let planner = DecompositionPlanner(network: network, threads: 2)
    let fresh = try DecompositionPlanner(network: network, threads: 2).plan(
      for: question, gap: 1e-7)
    for milliseconds in [0, 2, 5] {
      _ = try planner.plan(
        for: question, gap: 1e-7,
        limits: SolveLimits(deadline: .now + .milliseconds(milliseconds)))
    }
    let whole = try planner.plan(for: question, gap: 1e-7)
    #expect(whole.termination == .optimal)
    #expect(agree(whole.cost, fresh.cost))
  }

  @Test(arguments: [DesignQuestion.Objective.cost, .risk])
  func `where no plan exists that is proved`(_ objective: DesignQuestion.Objective) throws {
    let dataset = TestDataset.withStrike.adding(
      "constraints", "constraint,kind,sense,value", "some,open_facilities,>=,3")
    let planner = try DecompositionPlanner(network: Network(dataset.read()), threads: 2)
    for cap in [nil, 0.01] as [Double?] {
      let question = DesignQuestion(objective: objective, maxRisk: cap, measure: .expected)
      let plan = try planner.plan(for: question, gap: 1e-3)
      #expect(plan.termination == .infeasible)
      #expect(plan.cost == nil)
    }
    let sum = try planner.leastWeightedSum(riskPrice: 1e6, measure: .expected, gap: 1e-3)
    #expect(sum.plan.termination == .infeasible)
  }

  @Test func `a cap that no design can keep`() throws {
    // A second plant cannot be afforded, and nothing else helps during a strike.
    let dataset = TestDataset.withStrike
      .removing("buffers")
      .adding("constraints", "constraint,kind,sense,value", "few,open_facilities,<=,1")
    let network = try Network(dataset.read())
    for cap in [0.0, 1e-4] {
      let question = DesignQuestion(maxRisk: cap, measure: .worst)
      let whole = try MonolithPlanner(network: network).plan(for: question)
      let split = try DecompositionPlanner(network: network, threads: 1)
        .plan(for: question, gap: 1e-3)
      #expect(split.termination == whole.termination, "cap \(cap)")
      #expect(agree(split.cost, whole.cost, 2e-3), "cap \(cap)")
    }
  }
}

extension TestDataset {
  /// The base case with a strike at its plant, a second plant that may be opened, and stock at the customer.
  static let withStrike = TestDataset()
    .replacing("plan.yaml", "name: strike\nrisk: {measure: expected}\n")
    .adding("facilities", "second,BB,plant,candidate,1500,600")
    .adding("capacity", "second,line,40,0,2,200,50")
    .adding("production", "second,widget,60")
    .adding("lanes", "second,shop,truck")
    .adding("buffers", "location,product,maximum,unit_cost", "shop,widget,20,40")
    .adding("scenarios", "scenario,probability,duration_weeks", "strike,0.1,26")
    .adding("disruptions", "scenario,effect,origin,value", "strike,capacity,plant,1")
}
