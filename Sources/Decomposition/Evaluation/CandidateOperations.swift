import NetworkDesign

/// Candidates with their operation in every state, from which plans are made.
struct CandidateOperations {
  let state: SearchState

  /// The scenarios of a candidate, solved one by one, and what is lost then: it may be less than what the master allowed.
  func exact(_ candidate: Candidate) -> (design: SolvedDesign, losses: [Double])? {
    let points = points(of: candidate) { solver, stage, loss, weighsCost in
      solver.operation(at: stage, loss: loss, weighsCost: weighsCost)
    }
    guard let points else { return nil }
    var losses = candidate.losses
    for (block, point) in points.enumerated() where state.master.estimates[block].loss != nil {
      losses[block] = state.session.recourse[block].loss.value(at: point)
    }
    return (solved(candidate, points), losses)
  }

  /// The scenarios of a candidate as the solves have left them that told its value: an operation for nothing, though not
  /// to the last digit.
  func asSolved(_ candidate: Candidate) -> SolvedDesign? {
    let needsCost = state.aim.needsCost
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
    let master = state.master
    let stage = MasterPoint(candidate.point, of: master)
    let needsLoss = master.estimates.map(state.needsLoss)
    let found = state.session.workers.run(limits: state.limits.finishing) { worker, workspace in
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
    let (master, session) = (state.master, state.session)
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
