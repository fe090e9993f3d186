import Decomposition
import Foundation
import GLPK
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Sensitivity

/// Futures of one random dataset, and every whole first stage by itself.
private struct RegretCase {
  let networks: [Network]
  let weights: [Double]
  let question: DesignQuestion

  /// `nil` where the dataset has too many first stages.
  init?(seed: UInt64, withStocks: Bool = false) throws {
    var size = RandomDataset.Size()
    size.mostDesigns = 40
    size.periods = 1...1
    size.facilities = 2...3
    let source = RandomDataset(seed: seed, size: size).source
    let changes = [
      [], ["production.unit_cost*=3"], ["facilities.fixed_cost*=4", "demand.quantity*=0.6"],
    ]
    networks = try changes.map { sets in
      let patched = try source.patched(by: sets.map { try SetExpression.patch($0) })
      return try Network(patched.reading().dataset)
    }
    let random = seed % 3
    weights = random == 0 ? [0.2, 0.5, 0.3] : [1 / 3, 1 / 3, 1 / 3]
    question = DesignQuestion(
      maxRisk: random == 1 ? 0.2 : nil, measure: networks[0].dataset.settings.risk)
    let dataset = networks[0].dataset
    // Stocks are continuous: they are the program's own affair, and left out of the comparison.
    guard dataset.buffers.isEmpty != withStocks, designs.count <= 60 else { return nil }
  }

  /// Openings with modules, by place.
  var designs: [FixedDecisions] {
    let dataset = networks[0].dataset
    var designs = [FixedDecisions(open: [], modules: dataset.capacity.map { _ in [0] }, stock: [])]
    for facility in dataset.facilities.indices {
      designs = designs.flatMap { design -> [FixedDecisions] in
        var choices = [design]
        choices[0].open?.append([false])
        var opened = [design]
        opened[0].open?.append([true])
        for module in networks[0].modulesOfFacility[facility] {
          opened = opened.flatMap { design in
            (0...dataset.capacity[module].maximum).map { count in
              var design = design
              design.modules?[module] = [count]
              return design
            }
          }
        }
        return choices + opened
      }
    }
    return designs
  }

  func run(byDecomposition: Bool = false) throws -> RegretResult {
    let networks = networks
    return try RegretSearch(
      networks: networks, question: question, weights: weights, gap: 1e-9,
      joint: byDecomposition ? joint : nil
    ) { future, question, neighbours throws(PlanningError) in
      try MonolithPlanner(network: networks[future], gap: 1e-9)
        .plan(for: question, neighbours: neighbours)
    }.run()
  }

  /// One master with the blocks of all futures, to the last digits.
  private var joint: RegretSearch.Joint {
    let units = NetworkUnits(suiting: networks[0])
    let planner = JointPlanner(
      networks.map { DecompositionPlanner(network: $0, threads: 1, units: units) })
    return { asked throws(PlanningError) in
      let answer = try planner.leastRegret(
        asked.aim, asked.question,
        leastCosts: asked.leastCosts, weights: asked.weights, known: [],
        precision: .init(ofRegret: 0, finest: 1e-8), threads: 1, limits: SolveLimits())
      return JointAnswer(
        bound: answer.bound, isProven: true, isInfeasible: answer.isInfeasible,
        decisions: answer.decisions, reason: answer.stopReason)
    }
  }

  func cost(_ design: FixedDecisions, _ future: Int) throws -> Double? {
    var question = question
    question.firstStage = .fixed(design)
    return try GLPKSolver().solve(Monolith(network: networks[future], question: question).program)
      .objective
  }
}

@Suite("Regret by brute force") struct RegretTests {
  @Test(arguments: (0..<UInt64(runsLongTests ? 300 : 60)), [false, true])
  func `greatest and expected regret`(_ seed: UInt64, byDecomposition: Bool) throws {
    guard let futures = try RegretCase(seed: seed) else { return }
    let name: Comment = "seed \(seed), by decomposition: \(byDecomposition)"
    let costs = try futures.designs.map { design in
      try futures.networks.indices.map { try futures.cost(design, $0) }
    }
    let result = try futures.run(byDecomposition: byDecomposition)
    let least = futures.networks.indices.map { future in
      costs.compactMap { $0[future] }.min()
    }
    guard !least.contains(nil) else {
      #expect(!result.infeasibleFutures.isEmpty, name)
      return
    }
    for (future, cost) in least.compactMap(\.self).enumerated() {
      #expect(agree(result.leastCost(future), cost), "seed \(seed), future \(future)")
    }
    let regrets = costs.compactMap { row -> [Double]? in
      let known = zip(row, least).compactMap { cost, least in
        cost.flatMap { cost in least.map { cost - $0 } }
      }
      return known.count == row.count ? known : nil
    }
    guard let greatest = regrets.compactMap({ $0.max() }).min() else {
      #expect(result.greatest.isInfeasible && result.expected.isInfeasible, name)
      return
    }
    let expected =
      regrets.map { zip($0, futures.weights).reduce(0) { $0 + $1.0 * $1.1 } }.min() ?? 0
    let scale = least.compactMap(\.self).max() ?? 1
    let best = try #require(result.bestCandidate(true).flatMap(result.greatestRegret))
    let mean = try #require(result.bestCandidate(false).flatMap(result.expectedRegret))
    #expect(abs(best.atLeast - greatest) <= 1e-6 * max(1, scale), name)
    #expect(abs(mean.atLeast - expected) <= 1e-6 * max(1, scale), name)
    #expect(result.greatest.bound <= greatest + 1e-6 * max(1, scale), name)
    #expect(result.greatest.bound >= greatest - 1e-5 * max(1, scale), name)
    #expect(result.expected.bound <= expected + 1e-6 * max(1, scale), name)
    #expect(best.atMost >= greatest - 1e-6 * max(1, scale), name)
  }

  /// With stocks there is no counting of first stages: what the programs find is no worse than the futures' own plans, and
  /// within what they prove.
  @Test(arguments: (0..<UInt64(runsLongTests ? 300 : 40)), [false, true])
  func `stocks are shared too`(_ seed: UInt64, byDecomposition: Bool) throws {
    guard let futures = try RegretCase(seed: seed, withStocks: true) else { return }
    let name: Comment = "seed \(seed), by decomposition: \(byDecomposition)"
    let result = try futures.run(byDecomposition: byDecomposition)
    guard result.infeasibleFutures.isEmpty, !result.greatest.isInfeasible else { return }
    let scale = 1e-6 * max(1, futures.networks.indices.map { result.leastCost($0) }.max() ?? 1)
    for isGreatest in [true, false] {
      let proof = isGreatest ? result.greatest : result.expected
      let best = try #require(result.bestCandidate(isGreatest), name)
      let regret = try #require(
        isGreatest ? result.greatestRegret(best) : result.expectedRegret(best), name)
      #expect(abs(regret.atLeast - proof.bound) <= 2 * scale, name)
    }
  }

  /// Half a unit of regret is proved of the mean alone, and told of the greatest too.
  @Test func `what is proved of the mean holds for the greatest`() throws {
    let futures = try #require(try (0..<20).lazy.compactMap { try RegretCase(seed: $0) }.first)
    let networks = futures.networks
    let result = try RegretSearch(
      networks: networks, question: futures.question, weights: futures.weights, gap: 1e-9,
      joint: { asked throws(PlanningError) in
        JointAnswer(bound: asked.aim == .greatest ? 0.25 : 0.5, isProven: true)
      }
    ) { future, question, neighbours throws(PlanningError) in
      try MonolithPlanner(network: networks[future], gap: 1e-9)
        .plan(for: question, neighbours: neighbours)
    }.run()
    #expect(result.expected.bound == 0.5)
    #expect(result.greatest.bound == 0.5)
  }

  private func agree(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-6 * max(1, abs(left), abs(right))
  }
}

@Suite struct BreakEvenTests {
  @Test func `two plans, two futures`() {
    // The first is right in the first future, the second in the second; 3 : 1.
    #expect(BreakEvenWeights.weightOfSecondFuture((0, 30), (10, 0)) == 0.25)
    #expect(BreakEvenWeights.weightOfSecondFuture((0, 0), (10, 0)) == nil)
  }

  @Test func `own weights among three plans`() throws {
    let regrets = [[0.0, 30, 20], [10, 0, 20], [5, 5, 0]]
    for (plan, future) in [(0, 0), (1, 1), (2, 2)] {
      let own = try #require(
        BreakEvenWeights.ownWeights(
          of: plan, in: future, regrets: regrets, weights: [0.5, 0.25, 0.25]))
      for step in 0...100 {
        let weight = Double(step) / 100
        let rest = [0.5, 0.25, 0.25].enumerated().map { $0.offset == future ? 0 : $0.element }
        let weights = rest.enumerated().map {
          $0.offset == future ? weight : (1 - weight) * $0.element / rest.reduce(0, +)
        }
        let means = regrets.map { zip($0, weights).reduce(0) { $0 + $1.0 * $1.1 } }
        let isLeast = means[plan] <= (means.min() ?? 0) + 1e-9
        let isNear = min(abs(weight - own.lowerBound), abs(weight - own.upperBound)) < 1e-9
        #expect(isNear || isLeast == own.contains(weight), "plan \(plan) at \(weight)")
      }
    }
  }
}
