import GLPK
import PlanChecker
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import NetworkDesign

/// Merging origins changes programs and no answer.
@Suite struct MergedOriginsTests {
  @Test(arguments: UInt64(0)..<(runsLongTests ? 200 : 30))
  func `the least cost is that of the network with all origins told apart`(_ seed: UInt64) throws {
    let network = try Network(RandomDataset(seed: 930_000 + seed).dataset.read())
    let question = DesignQuestion(measure: .conditionalValueAtRisk(level: 0.9))
    let plan = try MonolithPlanner(network: network, gap: 1e-9).plan(for: question)
    var options = GLPKSolver.Options()
    options.relativeGap = 1e-9
    let whole = try GLPKSolver(options: options)
      .solve(Monolith(network: network.measured, question: question).program)
    #expect((plan.cost == nil) == (whole.termination == .infeasible), "seed \(seed)")
    guard let cost = plan.cost, let least = whole.objective else { return }
    let money = network.measured.units.money
    #expect(abs(cost - least * money) <= 1e-6 * max(1, cost), "seed \(seed)")
    let verdict = PlanChecker(network.dataset).check(plan)
    #expect(verdict.isSound, "seed \(seed): \(verdict)")
  }
}
