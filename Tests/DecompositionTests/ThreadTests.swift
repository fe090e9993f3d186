import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import Testing

@testable import Decomposition

/// One thread or two: the same plans, to the last digit.
@Suite struct ThreadTests {
  private func timeless(_ plan: Plan) -> String {
    var plan = plan
    plan.solve.seconds = 0
    return plan.jsonText
  }

  /// A few questions one after another, so that what the planner keeps is compared too.
  private func answers(_ network: Network, _ seed: UInt64, threads: Int) throws -> [String] {
    let planner = DecompositionPlanner(network: network, threads: threads)
    let measure = Samples.measure(seed)
    let cheapest = try planner.plan(for: DesignQuestion(measure: measure), gap: 1e-6)
    let safest = try planner.plan(
      for: DesignQuestion(objective: .risk, measure: measure), gap: 1e-6)
    guard let most = cheapest.risk.salesAtRisk, let least = safest.risk.salesAtRisk,
      let low = cheapest.cost, let high = safest.cost
    else { return [cheapest, safest].map(timeless) }
    let capped = try planner.plan(
      for: DesignQuestion(maxRisk: (most + least) / 2, measure: measure), gap: 1e-6)
    let price = most > least ? (high - low) / (most - least) : 1
    let sum = try planner.leastWeightedSum(riskPrice: price, measure: measure, gap: 1e-6)
    let slice = try planner.slice(through: capped, measure: measure, from: least, to: most)
    return ([cheapest, safest, capped, sum.plan] + slice).map(timeless) + ["\(sum.bound)"]
  }

  @Test(arguments: seeds(8, long: 80))
  func `plans do not depend on the number of threads`(_ seed: UInt64) throws {
    let network = try Samples.network(seed)
    let one = try answers(network, seed, threads: 1)
    #expect(try answers(network, seed, threads: 2) == one, "seed \(seed)")
    #expect(try answers(network, seed, threads: 1) == one, "seed \(seed), again")
  }

  @Test(arguments: seeds(1, long: 6))
  func `nor where there is a tree`(_ seed: UInt64) throws {
    let network = try Samples.largeNetwork(seed)
    let question = DesignQuestion(measure: .expected)
    let plans = try [1, 2].map {
      try DecompositionPlanner(network: network, threads: $0).plan(for: question, gap: 1e-4)
    }
    #expect(timeless(plans[0]) == timeless(plans[1]), "seed \(seed)")
  }

  @Test func `questions from several threads are answered one after another`() async throws {
    let network = try Samples.network(1)
    let planner = DecompositionPlanner(network: network, threads: 2)
    let alone = try planner.plan(for: DesignQuestion(measure: .worst), gap: 1e-7).cost
    try await withThrowingTaskGroup(of: Double?.self) { group in
      for _ in 0..<4 {
        group.addTask { try planner.plan(for: DesignQuestion(measure: .worst), gap: 1e-7).cost }
      }
      for try await cost in group { #expect(agree(cost, alone)) }
    }
  }
}
