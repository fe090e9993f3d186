import GLPK
import Modeling
import NetworkDesign

/// Branch-and-Benders-cut for one first stage of several futures: each future's blocks are asked in its own session, and their
/// cuts meet in one master.
final class JointSearch {
  let sessions: [DecompositionSession]
  let joint: JointMaster
  let limits: SolveLimits
  let pool: CutPool
  let workers: Workers
  let wholeColumns: [Int]
  let lower: [Double]
  let upper: [Double]
  private let precision: JointPlanner.Precision
  private let needsLoss: Bool
  private let progress: (@Sendable (SolveProgress) -> Void)?
  private let start = ContinuousClock.now

  /// The best first stage so far, with its objective.
  private(set) var best: (value: Double, point: [Double])?
  /// Proven lower bound of the objective.
  var bound = -Double.infinity
  var isInfeasible = false
  var nodes = 0
  var failures = 0
  private var seen: Set<Design> = []

  /// The relaxation at the root once all cuts are in.
  struct Root: Sendable {
    var bound: Double
    var point: [Double]
    var basis: MasterBasis?
  }
  var root: Root?

  init(
    sessions: [DecompositionSession], joint: JointMaster, cap: Double?,
    precision: JointPlanner.Precision, threads: Int, limits: SolveLimits,
    progress: (@Sendable (SolveProgress) -> Void)?
  ) throws(GLPKError) {
    self.sessions = sessions
    self.joint = joint
    self.limits = limits
    self.precision = precision
    self.progress = progress
    needsLoss = cap != nil
    let known = sessions.enumerated().flatMap { number, session in
      session.known.filter(\.isOfBlock).map { joint.entry($0, of: number) }
    }
    let pool = CutPool(links: joint.links, known: known)
    self.pool = pool
    let program = joint.program
    let whole = program.columns.indices.filter { program.columns[$0].isInteger }
    wholeColumns = whole
    lower = whole.map { program.columns[$0].lower }
    upper = whole.map { program.columns[$0].upper }
    workers = try Workers(threads: threads)
    let units = MasterUnits(sessions.map(\.units), joint)
    let priced =
      program.rows.count >= DecompositionSession.rowsWorthPricing
      ? sessions.indices.flatMap { number in
        sessions[number].master.blocks.flatMap { block in
          block.activities.map { joint.indices[number][$0.index] }
        }
      } : []
    _ = workers.run(limits: limits) { worker, workspace in
      worker.relaxation = MasterRelaxation(
        program, pool: pool, units: units, priced: priced, isWarm: false, in: workspace)
    }
  }

  deinit { workers.close() }

  /// From the root to the end.
  ///
  /// - Parameter known: first stages that may be good.
  func run(_ known: [Design]) {
    guard solveRoot() else { return }
    for design in known where !isClosed { evaluate(design) }
    improve()
    if !isClosed { searchTree() }
  }

  /// Money of the objective that counts as none.
  private var smallest: Double { 1e-11 * sessions[0].units.money * 1e5 }

  /// How near to the best the search comes.
  private var slack: Double {
    guard let best else { return precision.finest * abs(joint.offset) }
    return max(
      precision.ofRegret * (best.value - joint.offset), precision.finest * abs(joint.offset))
  }

  /// Objective above which nothing is of interest.
  var cutoff: Double { best.map { $0.value - slack - smallest } ?? .infinity }

  /// Whether nothing is left to be proved.
  var isClosed: Bool { best.map { bound >= $0.value - slack - smallest } ?? false }

  var tolerances: RowTolerances {
    let blocks = sessions.reduce(0) { $0 + $1.master.estimates.count }
    return RowTolerances(
      link: 1e-6, cost: max(1e-10 * sessions[0].units.money, slack / Double(20 * max(1, blocks))),
      loss: lossTolerance)
  }

  private var lossTolerance: Double { SearchState.leastLossTolerance }

  func report() {
    let regret = best.map { max(0, $0.value - joint.offset) }
    progress?(
      SolveProgress(
        phase: root == nil ? .relaxation : .search, objective: regret,
        bound: bound.isFinite ? min(max(0, bound - joint.offset), regret ?? .infinity) : nil,
        nodes: nodes, elapsed: start.duration(to: .now)))
  }

  /// Asks the blocks of all futures.
  ///
  /// - Parameters:
  ///   - points: by future.
  ///   - references: the points whose violation decides whether a transferred cut spares a solve, by future.
  func separate(_ points: [MasterPoint], _ references: [MasterPoint], isExact: Bool)
    -> [[Separation.Finding]]
  {
    sessions.indices.map { number in
      let session = sessions[number]
      let found = Separation(
        master: session.master, matrices: session.matrices, needsCost: true,
        needsLoss: session.master.estimates.map(needsLoss), point: points[number],
        reference: references[number], isExact: isExact,
        lossTolerance: session.master.estimates.map { _ in lossTolerance }
      ).run(in: session.workers, limits: limits)
      failures += found.count { $0.hasFailed }
      return found
    }
  }

  private func needsLoss(_ estimate: MasterProgram.Estimate) -> Bool {
    needsLoss || estimate.mostLost != nil
  }

  /// The futures' own points.
  func points(_ point: [Double]) -> [MasterPoint] {
    sessions.indices.map {
      MasterPoint(joint.point(point, of: $0), of: sessions[$0].master)
    }
  }

  /// Adds the cuts that a point violates to the pool.
  ///
  /// - Returns: how many.
  func keep(_ findings: [[Separation.Finding]], violatedAt point: [Double]) -> Int {
    let tolerances = self.tolerances
    var added = 0
    for (number, found) in findings.enumerated() {
      for finding in found {
        for cut in finding.cuts {
          guard let own = sessions[number].master.entry(for: cut, block: finding.block) else {
            continue
          }
          let entry = joint.entry(own, of: number)
          guard entry.row.violation(at: point) > tolerances[entry.kind], !pool.contains(entry)
          else { continue }
          pool.add(entry)
          added += 1
        }
      }
    }
    return added
  }

  /// Takes an integral point for the best, where it is better than that; `nil` where some future has no operation there.
  @discardableResult
  func offer(_ point: [Double], _ findings: [[Separation.Finding]]) -> Double? {
    var costs: [Double] = []
    for (number, session) in sessions.enumerated() {
      let own = joint.point(point, of: number)
      let stage = MasterPoint(own, of: session.master)
      var cost = session.master.cost.value(at: own)
      guard findings[number].count == session.master.estimates.count else { return nil }
      for finding in findings[number] {
        let estimate = session.master.estimates[finding.block]
        if estimate.cost != nil {
          guard let truth = finding.cost else { return nil }
          cost += estimate.weight * truth - stage.cost[finding.block]
        }
        if needsLoss(estimate), estimate.loss != nil, finding.excess > lossTolerance {
          return nil
        }
      }
      costs.append(cost)
    }
    let value = joint.objective(costs)
    if best.map({ value < $0.value }) ?? true {
      best = (value, point)
      report()
    }
    return value
  }

  /// The best operation of a design in all futures, by cuts until the master's estimates are true.
  func evaluate(_ design: Design) {
    guard design.values.count == wholeColumns.count,
      design.values.indices.allSatisfy({
        (lower[$0]...upper[$0]).contains(Double(design.values[$0]))
      }), seen.insert(design).inserted
    else { return }
    let values = design.values.map(Double.init)
    setBounds(values, values)
    defer { setBounds(lower, upper) }
    for _ in 0..<Self.mostRounds where limits.stopReason == nil {
      let (tolerances, limits, ceiling) = (self.tolerances, self.limits, best?.value)
      let found = workers.run(limits: limits) {
        worker, _ -> (objective: Double, point: [Double])? in
        guard worker.number == 1, let relaxation = worker.relaxation else { return nil }
        let outcome = relaxation.solve(
          addingRows: tolerances, seconds: limits.secondsLeft, objectiveLimit: ceiling)
        relaxation.purge(patience: 12)
        return outcome == .optimal ? (relaxation.objective, relaxation.point) : nil
      }
      guard let (objective, point) = found.compactMap(\.self).first else { return }
      let points = points(point)
      let findings = separate(points, points, isExact: true)
      if let value = offer(point, findings), value - objective <= slack / 10 + smallest { return }
      if keep(findings, violatedAt: point) == 0 { return }
    }
  }

  private func setBounds(_ lower: [Double], _ upper: [Double]) {
    let whole = wholeColumns
    _ = workers.run(limits: limits.finishing) { worker, _ in
      guard worker.number == 1 else { return }
      worker.relaxation?.setBounds(ofColumns: whole, from: lower, to: upper)
    }
  }

  private static let mostRounds = 60
}

extension CutPool.Entry {
  /// Whether it is a cut of a block, which holds whatever else is asked.
  var isOfBlock: Bool {
    switch kind {
    case .cost, .loss: true
    default: false
    }
  }
}
