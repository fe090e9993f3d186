import GLPK
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import TestDatasets
import Testing

@testable import Decomposition

/// Designs that are made better one step at a time.
@Suite struct StageDescentTests {
  /// All that may stand where a first design is open.
  private func generous(_ network: Network) -> DecidedStage? {
    var early = EarlyDesigns(
      network: network, incidence: Incidence(network), effort: 2_000)
    guard let first = early.first() else { return nil }
    var count = first.count
    for (facility, modules) in network.modulesOfFacility.enumerated() {
      for module in modules {
        for t in count[module].indices where first.open[facility][t] {
          count[module][t] = network.dataset.capacity[module].maximum
        }
      }
    }
    return DecidedStage(open: first.open, count: count, stock: first.stock, signed: first.signed)
  }

  private func run(_ session: DecompositionSession) -> DecompositionRun {
    DecompositionRun(
      session: session, aim: Aim(objective: .cost(riskPrice: 0)), gap: 1e-7, limits: SolveLimits(),
      progress: nil)
  }

  @Test func `from all that may stand it only takes away, and its value is a lower bound`() throws {
    var (lean, better) = (0, 0)
    for seed in seeds(40, long: 200) {
      let session = try Samples.session(seed)
      guard let start = generous(session.network) else { continue }
      let before = run(session)
      before.evaluation.evaluateByBlocks(start)
      guard let first = before.state.best else { continue }
      let descent = before.evaluation.descent
      #expect(agree(descent.leastValue(at: first.point), first.value), "seed \(seed)")
      let found = session.workers.runFirst(limits: SolveLimits()) { _, workspace in
        descent.run(from: start, most: 20_000, in: workspace)
      }
      guard let found = found ?? nil else { continue }
      lean += 1
      for (now, then) in zip(found.open.joined(), start.open.joined()) {
        #expect(then || !now, "seed \(seed)")
      }
      for (now, then) in zip(found.count.joined(), start.count.joined()) {
        #expect(now <= then, "seed \(seed)")
      }
      let after = run(session)
      after.evaluation.evaluateByBlocks(found)
      guard let second = after.state.best else { continue }
      #expect(
        descent.leastValue(at: second.point) <= second.value + 1e-6 * abs(second.value),
        "seed \(seed)")
      if second.value < first.value { better += 1 }
    }
    #expect(lean > 10 && 2 * better > lean, "\(better) of \(lean) are better")
  }

  @Test(arguments: seeds(6, long: 60))
  func `a design that the cuts know to be no better is not evaluated`(_ seed: UInt64) throws {
    let session = try Samples.session(seed)
    guard let start = generous(session.network) else { return }
    let run = run(session)
    #expect(run.evaluation.evaluateByBlocks(start) == (run.state.best != nil), "seed \(seed)")
    let cuts = run.state.pool.cutCount
    #expect(!run.evaluation.evaluateByBlocks(start), "seed \(seed)")
    #expect(run.state.pool.cutCount == cuts, "seed \(seed)")
  }
}
