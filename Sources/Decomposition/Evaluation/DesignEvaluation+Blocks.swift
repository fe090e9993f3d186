import GLPK
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork

extension DecompositionRun {
  /// Plans before the first relaxation, without a program: there is something to show, and a design to begin from.
  func planEarly() {
    guard allowsEvaluationByBlocks, best == nil, session.designs.isEmpty else { return }
    let isSmall = program.rows.count < Self.rowsWorthStarts
    var early = EarlyDesigns(
      network: session.network, incidence: master.incidence,
      effort: isSmall ? Self.littleEffort : Self.effort,
      limits: limits)
    guard let first = early.first(), limits.stopReason == nil else { return }
    show(early.solved(first, for: master.question))
    guard let better = early.better(), limits.stopReason == nil else { return }
    show(early.solved(better, for: master.question))
    session.remember(Design(rounding: master.point(of: better), at: session.wholeColumns))
    // The root of a small program is there as soon.
    if !isSmall { evaluateByBlocks(better) }
  }

  /// Whether a design costs what its blocks cost one by one: nothing ties them to each other but the first stage.
  private var allowsEvaluationByBlocks: Bool {
    aim.objective == .cost(riskPrice: 0) && aim.cap == nil && requirementRows.isEmpty
      && master.question.firstStage == .free
  }

  /// Whether a master is so large that a design is evaluated by it, or a dive ended, in minutes.
  var isHuge: Bool { isEvaluatedByBlocks && program.rows.count > Self.rowsWorthHaste }

  /// Whether designs of a large master are evaluated block by block: by the master itself that takes thousands of steps.
  var isEvaluatedByBlocks: Bool {
    allowsEvaluationByBlocks && program.rows.count > Self.rowsWorthThrift
  }

  /// Designs near a relaxation of a large master, where a dive would take minutes: sites that are open by more than a share stay open,
  /// with their modules rounded up.
  func evaluateRounded(_ point: [Double]) {
    guard isEvaluatedByBlocks else { return }
    for share in Self.roundedShares where limits.stopReason == nil {
      evaluateByBlocks(master.rounded(point, openFrom: share))
      report(.relaxation)
    }
  }

  /// With the cuts known so far.
  var descent: StageDescent {
    StageDescent(master: master, program: program, entries: pool.entries, limits: limits)
  }

  /// Judges what ``StageDescent`` has found beside the root's relaxation.
  func evaluateDescended() {
    guard let stage = descended else { return }
    descended = nil
    evaluateByBlocks(stage)
    report(.relaxation)
  }

  private func show(_ design: SolvedDesign) {
    kept?.offer(design, isUrgent: true)
    report(.relaxation)
  }

  /// The best operation of a decided first stage, program by program: the normal states with their policies, then each scenario,
  /// whose cuts are kept. Where a cap is missed, or the cuts of before say that it is no better than the best, there is none.
  ///
  /// - Returns: whether it is the best now.
  @discardableResult
  func evaluateByBlocks(_ decided: DecidedStage) -> Bool {
    var point = master.point(of: decided)
    let design = Design(rounding: point, at: session.wholeColumns)
    guard session.recourse.first.map({ $0.program.rows.count <= Self.mostRows }) ?? true,
      !judged.contains(design)
    else { return false }
    let (network, master) = (session.network, self.master)
    let periods = master.blocks.indices
    let found = session.workers.run(limits: limits) {
      worker, workspace -> [(NormalProgram, [Double])] in
      periods.filter { $0 % Workers.count == worker.number }.compactMap { t in
        let normal = NormalProgram(
          network: network, incidence: master.incidence, question: master.question,
          decided: decided, period: t)
        // Its point becomes a plan.
        let live = WarmProgram(
          normal.program, in: workspace, tolerance: 1e-9, isCrashed: false)
        defer { live.close() }
        live.beginWithTree(of: normal)
        guard workspace.limits.stopReason == nil,
          live.solve(seconds: workspace.limits.secondsLeft) == .optimal
        else { return nil }
        return (normal, live.point())
      }
    }.flatMap(\.self)
    guard found.count == periods.count, limits.stopReason == nil else { return false }
    judged.insert(design)
    for (normal, solution) in found { normal.put(solution, into: &point, of: master) }
    guard master.violation(at: point, of: program) <= Self.tolerance else { return false }
    if let best, descent.leastValue(at: point) >= best.value { return false }
    let stage = MasterPoint(point, of: master)
    let findings = separation(at: stage, reference: stage, isExact: true)
    _ = keepCuts(findings, violatedAt: point)
    guard let candidate = candidate(design, point, stage, findings) else { return false }
    guard best.map({ candidate.value < $0.value }) ?? true else { return false }
    offer(candidate)
    if isEvaluatedByBlocks { evaluated = decided }
    return true
  }

  private static let rowsWorthHaste = 6_000
  /// How often early designs look at each flow of each state.
  private static let effort = 500
  /// The same where the root is there soon.
  private static let littleEffort = 200
  /// Openings from which on a site counts as open.
  private static let roundedShares = [0.25, 0.5, 0.1]
  /// Rows of a recourse program from which on a relaxation comes before its operation.
  private static let mostRows = 10_000
  /// Share of a row's greatest term by which it may be missed.
  private static let tolerance = 1e-7
}

extension MasterProgram {
  /// The first stage of a point whose whole numbers are whole.
  func decided(_ point: [Double]) -> DecidedStage {
    DecidedStage(
      open: stage.open.map { $0.map { $0.value(at: point) >= 0.5 } },
      count: stage.count.map { $0.map { max(0, Int($0.value(at: point).rounded())) } },
      stock: stage.stock.map { $0.map { max(0, $0.value(at: point)) } })
  }

  /// The first stage near a point in which what is open by less than a share is closed, with all modules rounded up that are more
  /// than a tenth, and no stock.
  func rounded(_ point: [Double], openFrom share: Double) -> DecidedStage {
    let open = stage.open.map { $0.map { $0.value(at: point) >= share } }
    var count = stage.count.map { $0.map { _ in 0 } }
    for (facility, modules) in network.modulesOfFacility.enumerated() {
      for module in modules {
        for t in open[facility].indices where open[facility][t] {
          let planned = stage.count[module][t].value(at: point)
          count[module][t] = max(0, Int((planned - 0.1).rounded(.up)))
        }
      }
    }
    return DecidedStage(
      open: open, count: count, stock: stage.stock.map { $0.map { _ in 0 } })
  }
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
