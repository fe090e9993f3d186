import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import Synchronization
import TestDatasets
import Testing

@testable import Decomposition

/// Requirements on openings bind the master as they bind the monolith, and leave its cuts true.
@Suite(.serialized) struct RequirementTests {
  @Test(arguments: seeds(12, long: 150))
  func `one session answers many as fresh monoliths do`(_ seed: UInt64) throws {
    let network = try Samples.network(seed)
    let shared = DecompositionPlanner(
      network: network, threads: 1,
      rowsWorthPricing: seed % 2 == 0 ? 0 : DecompositionSession.rowsWorthPricing)
    var random = SplitMix64(seed: seed)
    let measure = Samples.measure(seed)
    for number in 0..<5 {
      let question = DesignQuestion(
        objective: number == 3 ? .risk : .cost, measure: measure,
        requirements: number == 4 ? [] : requirements(network, &random))
      let split = try shared.plan(for: question, gap: 1e-7)
      let whole = try MonolithPlanner(network: network, gap: 1e-7).plan(for: question)
      let name: Comment = "seed \(seed), question \(number)"
      #expect(split.termination == whole.termination, name)
      #expect(agree(split.cost, whole.cost, 1e-6), name)
      if question.objective == .risk {
        #expect(agree(split.risk.salesAtRisk, whole.risk.salesAtRisk, 1e-6), name)
      }
      for plan in [split, whole] where plan.cost != nil {
        #expect(meets(plan, question.requirements, network), name)
      }
    }
  }

  /// The search ends there, with a plan at least as good as the one that was told.
  @Test(arguments: seeds(6, long: 40))
  func `who has been told enough has a plan as good as was told`(_ seed: UInt64) throws {
    let network = try Samples.network(seed)
    let enough = Cancellation(decidingWithin: Cancellation())
    let told = Mutex<Double?>(nil)
    let plan = try DecompositionPlanner(network: network, threads: 1).plan(
      for: DesignQuestion(measure: Samples.measure(seed)), gap: 1e-9,
      limits: SolveLimits(cancellation: enough)
    ) { progress in
      guard let best = progress.objective, !enough.isCancelled else { return }
      told.withLock { $0 = best }
      enough.cancel()
    }
    let cost = told.withLock(\.self)
    // One that ends at once may have nothing to tell on the way.
    guard let least = cost else { return }
    let kept = try #require(plan.cost, "seed \(seed)")
    // What was found last before the stop may be better.
    #expect(kept <= least * (1 + 1e-9), "seed \(seed)")
    #expect((plan.bound ?? 0) <= (plan.cost ?? 0) * (1 + 1e-9), "seed \(seed)")
  }

  @Test func `the current network ignores them`() throws {
    let network = try Samples.network(1)
    let measure = RiskMeasure.expected
    let plain = DesignQuestion(measure: measure, firstStage: .currentNetwork)
    var asked = plain
    asked.requirements = network.dataset.facilities.indices.map {
      .open($0, of: network.dataset.settings.periods.count, .atMost, 0)
    }
    for question in [plain, asked] {
      let split = try DecompositionPlanner(network: network, threads: 1)
        .plan(for: question, gap: 1e-7)
      let whole = try MonolithPlanner(network: network, gap: 1e-7).plan(for: question)
      #expect(split.cost != nil && agree(split.cost, whole.cost))
    }
  }

  private func requirements(_ network: Network, _ random: inout SplitMix64)
    -> [OpeningRequirement]
  {
    let dataset = network.dataset
    let periods = dataset.settings.periods.count
    return (0..<random.whole(1...2)).map { _ in
      let facility = random.whole(0...(dataset.facilities.count - 1))
      switch random.whole(0...2) {
      case 0: return .open(facility, of: periods, .atMost, random.whole(0...(periods - 1)))
      case 1: return .open(facility, of: periods, .atLeast, random.whole(1...periods))
      default:
        let footprint = dataset.facilities.map { _ in
          dataset.settings.periods.map { _ in random.percent(50) }
        }
        return .unlike(footprint, distance: random.whole(1...3))
      }
    }
  }

  private func meets(_ plan: Plan, _ requirements: [OpeningRequirement], _ network: Network)
    -> Bool
  {
    let dataset = network.dataset
    let open = Set(plan.facilities.filter(\.open).map { [$0.facility, $0.period] })
    return requirements.allSatisfy { requirement in
      let sum = requirement.terms.reduce(0.0) { sum, term in
        let pair = [
          dataset.facilities[term.facility].id, dataset.settings.periods[term.period].id,
        ]
        return sum + (open.contains(pair) ? term.coefficient : 0)
      }
      return requirement.sense == .atMost ? sum <= requirement.value : sum >= requirement.value
    }
  }
}
