import GLPK
import Modeling
import NetworkDesign
import SupplyNetwork

/// Designs judged program by program, without the master: the normal state of each period, then each scenario.
extension DesignEvaluation {
  /// Whether a design costs what its blocks cost one by one: nothing ties them to each other but the first stage.
  var allowsBlocks: Bool {
    state.aim.objective == .cost(riskPrice: 0) && state.aim.cap == nil
      && state.requirementRows.isEmpty && state.master.question.firstStage == .free
      && state.master.stage.sourcing.isEmpty
  }

  /// Whether designs of a large master are evaluated block by block: by the master itself that takes thousands of steps.
  var isByBlocks: Bool { allowsBlocks && state.isLarge }

  /// Whether a master is so large that a design is evaluated by it, or a dive ended, in minutes.
  var isHuge: Bool { isByBlocks && state.program.rows.count > Self.rowsWorthHaste }

  /// With the cuts known so far.
  var descent: StageDescent {
    StageDescent(
      master: state.master, program: state.program, entries: state.pool.entries,
      limits: state.limits)
  }

  /// Designs near a relaxation of a large master, where a dive would take minutes: sites that are open by more than a share stay open,
  /// with their modules rounded up.
  func evaluateRounded(_ point: [Double]) {
    guard isByBlocks else { return }
    for share in Self.roundedShares where state.limits.stopReason == nil {
      evaluateByBlocks(state.master.rounded(point, openFrom: share))
      state.report(.relaxation)
    }
  }

  /// The best operation of a decided first stage, program by program: the normal states with their policies, then each scenario,
  /// whose cuts are kept. Where a cap is missed, or the cuts of before say that it is no better than the best, there is none.
  ///
  /// - Returns: whether it is the best now.
  @discardableResult
  func evaluateByBlocks(_ decided: DecidedStage) -> Bool {
    let (master, session) = (state.master, state.session)
    var point = master.point(of: decided)
    let design = Design(rounding: point, at: session.wholeColumns)
    guard session.recourse.first.map({ $0.program.rows.count <= Self.mostRows }) ?? true,
      !judged.contains(design)
    else { return false }
    let normals = normalOperations(of: decided)
    guard normals.count == master.blocks.count, state.limits.stopReason == nil else { return false }
    judged.insert(design)
    for (normal, solution) in normals { normal.put(solution, into: &point, of: master) }
    guard master.violation(at: point, of: state.program) <= Self.tolerance else { return false }
    if let best = state.best, descent.leastValue(at: point) >= best.value { return false }
    let stage = MasterPoint(point, of: master)
    let findings = state.separation(at: stage, reference: stage, isExact: true)
    _ = state.keepCuts(findings, violatedAt: point)
    guard let candidate = state.candidate(design, point, stage, findings), offer(candidate) else {
      return false
    }
    if isByBlocks { descentStart = decided }
    return true
  }

  /// The normal state of each period at its best; those that have none are left out.
  private func normalOperations(of decided: DecidedStage) -> [(NormalProgram, [Double])] {
    let (network, master) = (state.session.network, state.master)
    let periods = master.blocks.indices
    return state.session.workers.run(limits: state.limits) {
      worker, workspace -> [(NormalProgram, [Double])] in
      periods.filter { $0 % Workers.count == worker.number }.compactMap { t in
        let normal = NormalProgram(
          network: network, incidence: master.incidence, question: master.question,
          decided: decided, period: t)
        // Its point becomes a plan.
        let warm = WarmProgram(
          normal.program, in: workspace, tolerance: 1e-9, isCrashed: false)
        defer { warm.close() }
        warm.beginWithTree(of: normal)
        guard workspace.limits.stopReason == nil,
          warm.solve(seconds: workspace.limits.secondsLeft) == .optimal
        else { return nil }
        return (normal, warm.point())
      }
    }.flatMap(\.self)
  }

  private static let rowsWorthHaste = 6_000
  /// Openings from which on a site counts as open.
  private static let roundedShares = [0.25, 0.5, 0.1]
  /// Rows of a recourse program from which on a relaxation comes before its operation.
  private static let mostRows = 10_000
  /// Share of a row's greatest term by which it may be missed.
  private static let tolerance = 1e-7
}

extension WarmProgram {
  /// Begins with every demand's cheapest way; no policy has a price there.
  func beginWithTree(of normal: NormalProgram) {
    let matrix = BlockMatrix(normal.recourse, block: 0)
    let upper = (0..<matrix.columnCount).map { bounds(ofColumn: $0).upper }
    guard var basis = TreeBasis(matrix, upper: upper).basis() else { return }
    basis.rows += Array(repeating: Basis.basic, count: rowCount - basis.rows.count)
    restore(basis)
  }
}
