import GLPK
import Modeling
import NetworkDesign

extension DecompositionRun {
  /// The best design with an operation that is exact.
  func exactDesign() -> SolvedDesign? {
    guard let rough = best else { return nil }
    return exactDesign(of: rough.design) ?? operation(of: rough)
  }

  /// A design with an operation that is exact: the first stage and the normal state from the master, each scenario from its own
  /// program.
  ///
  /// It runs to its end also after a stop, for without it there would be no plan.
  ///
  /// - Returns: `nil` where the design has no operation under the cap.
  func exactDesign(of design: Design) -> SolvedDesign? {
    let limits = SolveLimits()
    let costs = program.columns.map(\.cost)
    _ = session.lanes.run(limits: limits) { lane, _ in
      guard lane.number == 1 else { return }
      lane.relaxation?.tolerance = 1e-9
      lane.relaxation?.setObjective(costs)
    }
    best = nil
    evaluate(design, tolerance: Self.exactness)
    return best.flatMap { operation(of: $0) }
  }

  /// The scenarios of a candidate, solved one by one.
  private func operation(of kept: Candidate) -> SolvedDesign? {
    let limits = SolveLimits()
    let stage = MasterPoint(kept.point, of: master)
    let master = self.master
    let needsLoss = aim.needsLoss
    let points = session.lanes.run(limits: limits) { lane, _ in
      lane.blocks.map { block -> (block: Int, point: [Double]?) in
        let estimate = master.estimates[block]
        let allowed = needsLoss && estimate.loss != nil ? kept.losses[block] : nil
        return (
          block,
          lane.solvers[block]?.operation(
            at: stage.stage[estimate.period], loss: allowed, weighsCost: estimate.weight > 0)
        )
      }
    }.flatMap(\.self)
    var operations = master.blocks.map { [SolvedDesign.Operation(block: $0, point: kept.point)] }
    for (block, point) in points.sorted(by: { $0.block < $1.block }) {
      guard let point else { return nil }
      // What is lost may be less than what the master allowed.
      if master.estimates[block].loss != nil {
        best?.losses[block] = session.recourse[block].loss.value(at: point)
      }
      operations[master.estimates[block].period].append(
        SolvedDesign.Operation(block: session.recourse[block].block, point: point))
    }
    return SolvedDesign(
      network: session.network, question: master.question, incidence: master.incidence,
      stage: master.stage, point: kept.point, operations: operations)
  }

  private static let exactness = 1e-10
}
