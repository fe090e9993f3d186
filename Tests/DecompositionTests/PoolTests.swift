import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Decomposition

/// What one question has taught holds for the next.
@Suite struct PoolTests {
  @Test(arguments: seeds(10, long: 100))
  func `a pool of other questions changes no optimum`(_ seed: UInt64) throws {
    let shared = try Samples.session(seed)
    let fresh = { try Samples.session(seed) }
    let least = shared.search(.risk)
    #expect(
      agree(least.state.best?.value, try fresh().search(.risk).state.best?.value, 1e-6),
      "seed \(seed)")
    guard let risk = least.state.best?.value else { return }
    let price = 1e5 * shared.units.money
    let aims = [
      Aim(objective: .cost(riskPrice: 0), cap: nil),
      Aim(objective: .cost(riskPrice: price), cap: nil),
      Aim(objective: .cost(riskPrice: 0), cap: 1.2 * risk + 0.05),
      Aim(objective: .cost(riskPrice: 0), cap: 1.01 * risk + 1e-4),
      Aim(objective: .cost(riskPrice: price / 9), cap: 2 * risk + 0.1),
      Aim(objective: .cost(riskPrice: 0), cap: nil),
      Aim(objective: .risk, cap: nil),
    ]
    for (number, aim) in aims.enumerated() {
      let name: Comment = "seed \(seed), question \(number)"
      let late = shared.search(aim.objective, cap: aim.cap)
      let early = try fresh().search(aim.objective, cap: aim.cap)
      #expect(late.stopReason == nil && early.stopReason == nil, name)
      #expect(late.state.isInfeasible == early.state.isInfeasible, name)
      #expect(agree(late.state.best?.value, early.state.best?.value, 3e-7), name)
    }
  }

  @Test(arguments: seeds(6, long: 60))
  func `measures in turn do not disturb each other`(_ seed: UInt64) throws {
    let network = try Samples.network(seed)
    let planner = DecompositionPlanner(network: network, threads: 1)
    let measures: [RiskMeasure] = [.worst, .expected, .conditionalValueAtRisk(level: 0.9), .worst]
    for (number, measure) in measures.enumerated() {
      for objective in [DesignQuestion.Objective.cost, .risk] {
        let question = DesignQuestion(objective: objective, measure: measure)
        let late = try planner.plan(for: question, gap: 1e-7)
        let early = try DecompositionPlanner(network: network, threads: 1)
          .plan(for: question, gap: 1e-7)
        let name: Comment = "seed \(seed), question \(number), \(objective)"
        #expect(late.termination == early.termination, name)
        #expect(agree(late.cost, early.cost, 1e-6), name)
        if objective == .risk {
          #expect(agree(late.risk.salesAtRisk, early.risk.salesAtRisk, 1e-6), name)
        }
      }
    }
  }

  @Test(arguments: seeds(8, long: 60))
  func `rounding cuts stay with their question`(_ seed: UInt64) throws {
    let session = try Samples.session(seed)
    let run = session.search(.cost(riskPrice: 0))
    #expect(session.known.allSatisfy { $0.kind != .rounding && $0.kind != .link }, "seed \(seed)")
    let network = run.state.pool.entries.count { $0.kind == .network }
    #expect(session.known.count == run.state.pool.cutCount + network, "seed \(seed)")
  }

  @Test(arguments: seeds(6, long: 40))
  func `plans of neighbours are designs to begin with, never the answer unchecked`(_ seed: UInt64)
    throws
  {
    let network = try Samples.network(seed)
    let question = DesignQuestion(measure: Samples.measure(seed))
    let safest = try DecompositionPlanner(network: network, threads: 1)
      .plan(for: DesignQuestion(objective: .risk, measure: question.measure), gap: 1e-7)
    let baseline = try DecompositionPlanner(network: network, threads: 1)
      .plan(for: DesignQuestion(measure: question.measure, firstStage: .currentNetwork), gap: 1e-7)
    let alone = try DecompositionPlanner(network: network, threads: 1).plan(
      for: question, gap: 1e-7)
    // The baseline may break decisions and policies: then it is no design here.
    let helped = try DecompositionPlanner(network: network, threads: 1)
      .plan(for: question, gap: 1e-7, neighbours: [safest, baseline])
    #expect(helped.termination == alone.termination, "seed \(seed)")
    #expect(agree(helped.cost, alone.cost), "seed \(seed)")
  }
}
