import Modeling
import NetworkDesign
import PlanChecker
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

/// A solve that is stopped has a plan and a bound all the same.
@Suite("Stopping")
struct StoppingTests {
  /// Datasets too large for a moment, in which every first stage within capacity is allowed.
  private func network(_ seed: UInt64) throws -> Network {
    var size = RandomDataset.Size()
    size.facilities = 7...9
    size.customers = 3...5
    size.periods = 2...2
    size.scenarios = 3...3
    size.mostDecisions = 40
    size.mostDesigns = 1_000_000_000_000
    return try Network(RandomDataset(seed: seed, size: size, withoutPolicies: true).read())
  }

  private func expectStopped(_ plan: Plan, _ network: Network, _ reason: String, _ name: String)
    throws
  {
    let cost = try #require(plan.cost, "\(name)")
    let bound = try #require(plan.bound, "\(name)")
    #expect(plan.termination == .stopped, "\(name)")
    #expect(plan.stopReason == reason, "\(name)")
    #expect(bound <= cost, "\(name)")
    #expect(agree(plan.gap, cost > 0 ? (cost - bound) / cost : 0, 1e-9), "\(name)")
    let verdict = PlanChecker(network.dataset).check(plan)
    #expect(verdict.isSound, "\(name): \(verdict.violations)")
  }

  @Test("interrupted before it begins", arguments: 0..<UInt64(6))
  func cancelled(seed: UInt64) throws {
    let network = try network(seed)
    let limits = SolveLimits()
    limits.cancellation.cancel()
    for objective in [DesignQuestion.Objective.cost, .risk] {
      let question = DesignQuestion(objective: objective, measure: .worst)
      let plan = try MonolithPlanner(network: network).plan(for: question, limits: limits)
      try expectStopped(plan, network, "interrupted", "seed \(seed), \(objective)")
    }
  }

  @Test("after a millisecond", arguments: 0..<UInt64(6))
  func timeLimit(seed: UInt64) throws {
    let network = try network(seed)
    for objective in [DesignQuestion.Objective.cost, .risk] {
      let question = DesignQuestion(objective: objective, measure: .expected)
      let limits = SolveLimits(deadline: .now + .milliseconds(1))
      let plan = try MonolithPlanner(network: network).plan(for: question, limits: limits)
      try expectStopped(plan, network, "time limit reached", "seed \(seed), \(objective)")
    }
  }

  @Test("interrupted at the first report of progress", arguments: 0..<UInt64(4))
  func cancelledInside(seed: UInt64) throws {
    let network = try network(seed)
    let limits = SolveLimits()
    let plan = try MonolithPlanner(network: network, gap: 0)
      .plan(for: DesignQuestion(measure: .expected), limits: limits) { _ in
        limits.cancellation.cancel()
      }
    // It may have been done by then.
    if plan.termination == .optimal { return }
    try expectStopped(plan, network, "interrupted", "seed \(seed)")
  }

  @Test("what a stopped solve has proved holds for the best plan, and the other way round")
  func bounds() throws {
    let network = try network(1)
    let question = DesignQuestion(measure: .expected)
    let best = try MonolithPlanner(network: network).plan(for: question)
    let limits = SolveLimits(deadline: .now + .milliseconds(1))
    let stopped = try MonolithPlanner(network: network).plan(for: question, limits: limits)
    #expect(try #require(stopped.bound) <= #require(best.cost))
    #expect(try #require(best.bound) <= #require(stopped.cost) * (1 + 1e-9))
  }

  @Test("the baseline needs no search: an interrupt does not lose it")
  func baseline() throws {
    let network = try network(2)
    let limits = SolveLimits()
    limits.cancellation.cancel()
    let question = DesignQuestion(measure: .worst, firstStage: .currentNetwork)
    let plan = try MonolithPlanner(network: network).plan(for: question, limits: limits)
    #expect(plan.cost != nil)
  }
}
