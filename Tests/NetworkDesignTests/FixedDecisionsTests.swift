import NetworkDesign
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

/// First stages that are given, in whole or in part.
@Suite struct FixedDecisionsTests {
  /// Datasets with a plan.
  private static let seeds = Array(UInt64(0)..<(runsLongTests ? 200 : 16))

  private func fixed(_ decisions: FixedDecisions) -> DesignQuestion.FirstStageChoice {
    .fixed(decisions)
  }

  @Test("the best plan's decisions, given, cost what it costs", arguments: seeds)
  func given(seed: UInt64) throws {
    var size = RandomDataset.Size()
    size.mostDesigns = 300
    let dataset = try RandomDataset(seed: seed, size: size).read()
    let best = try plan(dataset, name: "seed \(seed)")
    guard let cost = best.cost else { return }
    let all = FixedDecisions(of: best, in: dataset)
    for decisions in [
      all, Footprint(best, in: dataset).decisions,
      FixedDecisions(modules: all.modules), FixedDecisions(open: all.open, stock: all.stock),
    ] {
      let again = try plan(dataset, firstStage: fixed(decisions), name: "seed \(seed)")
      #expect(agree(again.cost, cost), "seed \(seed)")
      #expect(again.termination == .optimal, "seed \(seed)")
      if let open = decisions.open {
        #expect(Footprint(again, in: dataset).open == open, "seed \(seed)")
      }
    }
    // The plan's rows suffice to account for it anew.
    let lines = best.costs(in: try Network(dataset))
    #expect(agree(lines.total, cost), "seed \(seed)")
  }

  @Test("footprints left out are not found again", arguments: seeds)
  func excluded(seed: UInt64) throws {
    var size = RandomDataset.Size()
    size.mostDesigns = 300
    let dataset = try RandomDataset(seed: seed, size: size).read()
    var question = DesignQuestion(measure: dataset.settings.risk)
    var last = 0.0
    var found: [[[Bool]]] = []
    for _ in 0..<3 {
      let plan = try MonolithPlanner(network: Network(dataset), gap: 1e-9).plan(for: question)
      guard let cost = plan.cost else { return }
      let open = Footprint(plan, in: dataset).open
      #expect(!found.contains(open), "seed \(seed)")
      #expect(cost >= last - 1e-6 * max(1, last), "seed \(seed)")
      last = cost
      found.append(open)
      question.requirements.append(.unlike(open, distance: 1))
    }
  }

  @Test func `what a decision forbids has no plan`() throws {
    let dataset = try TestDataset().read()
    let closed = FixedDecisions(
      open: dataset.facilities.map { _ in dataset.settings.periods.map { _ in true } })
    var forbidding = dataset
    forbidding.facilities[0].decision = .closed
    #expect(try plan(dataset, firstStage: .fixed(closed)).cost != nil)
    #expect(try plan(forbidding, firstStage: .fixed(closed)).termination == .infeasible)
  }

  @Test func `more stock than there may be has no plan`() throws {
    let dataset = try TestDataset().adding(
      "buffers", "location,product,maximum", "shop,widget,10"
    ).read()
    let stock = { (units: Double) in
      FixedDecisions(stock: [dataset.settings.periods.map { _ in units }])
    }
    #expect(try plan(dataset, firstStage: .fixed(stock(10))).buffers.map(\.stock).max() == 10)
    #expect(try plan(dataset, firstStage: .fixed(stock(11))).termination == .infeasible)
  }
}
