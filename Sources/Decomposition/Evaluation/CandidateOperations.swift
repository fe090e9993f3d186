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
    exactCandidate(design, .answer).flatMap { operation(of: $0) }
  }

  /// The best operation of a design as the master and the recourse blocks see it: its value and its losses, not yet a plan.
  ///
  /// - Returns: `nil` where the design has no operation under the cap.
  func exactCandidate(_ design: Design, _ exactness: Exactness) -> Candidate? {
    let limits = self.limits.finishing
    let costs = program.columns.map(\.cost)
    _ = session.workers.run(limits: limits) { worker, _ in
      guard worker.number == 1 else { return }
      worker.relaxation?.tolerance = exactness.feasibility
      worker.relaxation?.setObjective(costs)
    }
    best = nil
    evaluate(design, tolerance: exactness.value)
    return best
  }

  /// How near to its optimum the operation of a design is brought. It is a plan all the same.
  struct Exactness {
    /// Relative difference of the value.
    var value: Double
    /// How far bounds and reduced costs of the master may be missed, after scaling.
    var feasibility: Double

    /// For a plan that answers a question.
    static let answer = Exactness(value: 1e-10, feasibility: 1e-9)
    /// For a vertex of a slice: the last digits, which no frontier shows, took up to 20 s a vertex.
    static let vertex = Exactness(value: 1e-6, feasibility: 1e-8)
  }

  /// The scenarios of a candidate, solved one by one.
  func operation(of kept: Candidate) -> SolvedDesign? {
    let points = points(of: kept) { solver, stage, loss, weighsCost in
      solver.operation(at: stage, loss: loss, weighsCost: weighsCost)
    }
    guard let points else { return nil }
    // What is lost may be less than what the master allowed.
    for (block, point) in points.enumerated() where master.estimates[block].loss != nil {
      best?.losses[block] = session.recourse[block].loss.value(at: point)
    }
    return solved(kept, points)
  }

  /// The scenarios of a candidate as the solves have left them that told its value: an operation for nothing, though not
  /// to the last digit.
  func solvedOperation(of candidate: Candidate) -> SolvedDesign? {
    let needsCost = aim.needsCost
    return points(of: candidate) { solver, stage, loss, weighsCost in
      solver.solvedOperation(at: stage, loss: loss, weighsCost: needsCost && weighsCost)
    }.map { solved(candidate, $0) }
  }

  /// A point for each block; `nil` where one has none.
  private func points(
    of candidate: Candidate,
    _ point:
      @escaping @Sendable (RecourseSolver, [Double], _ loss: Double?, _ weighsCost: Bool)
      -> [Double]?
  ) -> [[Double]]? {
    let stage = MasterPoint(candidate.point, of: master)
    let master = self.master
    let needsLoss = master.estimates.map(needsLoss)
    let found = session.workers.run(limits: limits.finishing) { worker, workspace in
      worker.blocks.map { block -> (block: Int, point: [Double]?) in
        let estimate = master.estimates[block]
        let allowed = needsLoss[block] && estimate.loss != nil ? candidate.losses[block] : nil
        return (
          block,
          workspace.limits.stopReason != nil
            ? nil
            : worker.solvers[block].flatMap {
              point($0, stage.stage[estimate.period], allowed, estimate.weight > 0)
            }
        )
      }
    }.flatMap(\.self)
    let points = found.sorted { $0.block < $1.block }.compactMap(\.point)
    return points.count == master.estimates.count ? points : nil
  }

  private func solved(_ candidate: Candidate, _ points: [[Double]]) -> SolvedDesign {
    var operations = master.blocks.map {
      [SolvedDesign.Operation(block: $0, point: candidate.point)]
    }
    for (block, point) in points.enumerated() {
      operations[master.estimates[block].period].append(
        SolvedDesign.Operation(block: session.recourse[block].block, point: point))
    }
    return SolvedDesign(
      network: session.network, question: master.question, incidence: master.incidence,
      stage: master.stage, point: candidate.point, operations: operations)
  }
}
