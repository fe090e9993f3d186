import GLPK
import Modeling
import NetworkDesign

extension JointSearch {
  /// The root's bound: Benders cuts with in-out separation, then rounding cuts, as for one network.
  ///
  /// - Returns: whether there is more to search.
  func solveRoot() -> Bool {
    var centers = sessions.map { generous($0.master, share: Self.generosity) }
    if !pool.entries.contains(where: \.isOfBlock) {
      for share in [1, Self.generosity] {
        let points = sessions.map { generous($0.master, share: share) }
        for (number, found) in separate(points, points, isExact: true).enumerated() {
          for finding in found {
            for cut in finding.cuts {
              let own = sessions[number].master.entry(for: cut, block: finding.block)
              if let own { pool.add(joint.entry(own, of: number)) }
            }
          }
        }
      }
    }
    guard cut(&centers) else { return false }
    round(&centers)
    guard !isInfeasible, let relaxed = relax() else { return false }
    let basis =
      workers.runFirst(limits: limits) { worker, _ in worker.relaxation?.snapshot() } ?? nil
    root = Root(bound: relaxed.bound, point: relaxed.point, basis: basis)
    return true
  }

  private func generous(_ master: MasterProgram, share: Double) -> MasterPoint {
    MasterPoint(master.program.columns.map { $0.upper.isFinite ? share * $0.upper : 0 }, of: master)
  }

  /// Solves the first worker's relaxation; `nil` where nothing can be gone on with.
  private func relax() -> RelaxedMaster? {
    let (tolerances, limits) = (self.tolerances, self.limits)
    let relaxed = workers.runFirst(limits: limits) { worker, _ in
      worker.relaxation.map {
        RelaxedMaster($0, addingRows: tolerances, limits: limits, patience: 0)
      }
    }
    guard let relaxed = relaxed ?? nil else { return nil }
    if relaxed.outcome == .infeasible {
      if relaxed.bound == .infinity { isInfeasible = true } else { failures += 1 }
      return nil
    }
    bound = max(bound, relaxed.bound)
    if relaxed.outcome == .failed { failures += 1 }
    report()
    return relaxed.outcome == .optimal ? relaxed : nil
  }

  private func cut(_ centers: inout [MasterPoint]) -> Bool {
    var share = Self.inOutShare
    var stalls = 0
    var isSolved = false
    while limits.stopReason == nil {
      let before = bound
      guard let relaxed = relax() else { return isSolved && !isInfeasible }
      isSolved = true
      if separateInside(relaxed.point, &centers, share) == 0 { return true }
      stalls = bound - before < Self.stallShare * tolerance ? stalls + 1 : 0
      if stalls >= 3 {
        if share == 1 { return true }
        (share, stalls) = (1, 0)
      }
    }
    return isSolved
  }

  private func separateInside(
    _ point: [Double], _ centers: inout [MasterPoint], _ share: Double
  ) -> Int {
    let points = points(point)
    let inner = zip(points, centers).map { $0.mixed(with: $1, share: share) }
    centers = zip(points, centers).map { $0.mixed(with: $1, share: 0.5) }
    let added = keep(separate(inner, points, isExact: false), violatedAt: point)
    if added > 0 || share == 1 { return added }
    return keep(separate(points, points, isExact: false), violatedAt: point)
  }

  private func round(_ centers: inout [MasterPoint]) {
    var stalls = 0
    for _ in 0..<Self.roundingRounds where limits.stopReason == nil {
      let (before, limits) = (bound, self.limits)
      let found =
        workers.runFirst(limits: limits) { worker, _ in
          worker.relaxation?.roundingCuts(
            most: Self.mostRoundings, withTableau: false, limits: limits) ?? []
        } ?? []
      if found.isEmpty { return }
      let indices = found.map { pool.add($0) }
      _ = workers.runFirst(limits: limits) { worker, _ in worker.relaxation?.activate(indices) }
      guard let relaxed = relax() else { return }
      _ = separateInside(relaxed.point, &centers, Self.inOutShare)
      stalls = bound - before < Self.stallShare * tolerance ? stalls + 1 : 0
      if stalls >= 3 { return }
    }
  }

  /// Rises of the bound that are worth a round.
  private var tolerance: Double { 1e-3 * max(abs(bound.isFinite ? bound : 0), 1e-9) }

  /// Two dives, then small trees in which most whole columns are fixed.
  func improve() {
    guard let root else { return }
    let (tolerances, limits, ceiling) = (self.tolerances, self.limits, cutoff)
    let (whole, lower, upper) = (wholeColumns, self.lower, self.upper)
    let points = workers.run(limits: limits) { worker, _ -> [Double]? in
      guard let relaxation = worker.relaxation else { return nil }
      if let basis = root.basis { relaxation.restore(basis) }
      return Dive(
        relaxation: relaxation, wholeColumns: whole, tolerances: tolerances,
        direction: worker.number == 0 ? .up : .nearest, cutoff: ceiling, limits: limits
      ).run(lower: lower, upper: upper)
    }
    for point in points.compactMap(\.self) { evaluate(Design(rounding: point, at: whole)) }
    searchAround(root.point, from: root.basis)
  }

  /// Whole columns on which a relaxation and the best design agree stay (Danna, Rothberg and Le Pape 2005,
  /// doi:10.1007/s10107-004-0518-7); the other worker lets those go on that the relaxation leaves whole (Berthold 2014,
  /// doi:10.1007/s12532-013-0060-9).
  private func searchAround(_ point: [Double], from basis: MasterBasis?) {
    guard let best, limits.stopReason == nil else { return }
    let (tolerances, limits, ceiling) = (self.tolerances, self.limits, cutoff)
    let (whole, lower, upper) = (wholeColumns, self.lower, self.upper)
    let results = workers.run(limits: limits) { worker, _ -> WorkerSearch.Result in
      guard let relaxation = worker.relaxation else { return WorkerSearch.Result() }
      var (low, high) = (lower, upper)
      for (index, column) in whole.enumerated() {
        let value = point[column]
        let nearest = value.rounded()
        let other = best.point[column].rounded()
        if abs(value - nearest) > 1e-6 || (worker.number == 1 && nearest != other) { continue }
        (low[index], high[index]) = (nearest, nearest)
      }
      return WorkerSearch.neighbourhood(
        WorkerSearch.Box(
          wholeColumns: whole, lower: low, upper: high, tolerances: tolerances, cutoff: ceiling),
        of: relaxation, from: basis, limits: limits)
    }
    nodes += results.reduce(0) { $0 + $1.nodes }
    for leaf in results.flatMap(\.leaves) where leaf.objective < cutoff {
      evaluate(Design(rounding: leaf.point, at: whole))
    }
  }

  /// Branch and bound over the whole numbers. The bound is the least of what is open, what was given up and what pruning
  /// allowed.
  func searchTree() {
    guard let root else { return }
    var open = OpenNodes(
      root: .root(bound: root.bound, basis: root.basis),
      pseudoCosts: PseudoCosts(count: wholeColumns.count))
    var rounds = 0
    while !open.isEmpty, limits.stopReason == nil {
      let cutoff = self.cutoff
      _ = open.prune(at: cutoff)
      if open.isEmpty { break }
      bound = max(bound, open.bound(cutoff: cutoff))
      report()
      if isClosed { return }
      let found = open.explore(
        WorkerSearch.Box(
          wholeColumns: wholeColumns, lower: lower, upper: upper, tolerances: tolerances,
          cutoff: cutoff), in: workers, limits: limits)
      nodes += found.nodes
      failures += found.failures
      for leaf in found.leaves {
        let points = points(leaf.point)
        let findings = separate(points, points, isExact: true)
        offer(leaf.point, findings)
        if keep(findings, violatedAt: leaf.point) > 0 {
          open.reopen(leaf)
        } else {
          open.giveUp(leaf)
        }
      }
      rounds += 1
      if let sample = found.sample, rounds % Self.sampleEvery == 0 {
        let points = points(sample)
        _ = keep(separate(points, points, isExact: false), violatedAt: sample)
        if !isClosed { searchAround(sample, from: root.basis) }
      }
    }
    let proved = open.bound(cutoff: cutoff)
    if proved.isFinite {
      bound = max(bound, proved)
    } else if limits.stopReason == nil, best == nil {
      isInfeasible = true
    }
  }

  /// Share of everything that the first point to lean on has.
  private static let generosity = 0.6
  private static let inOutShare = 0.3
  private static let stallShare = 0.05
  private static let roundingRounds = 16
  private static let mostRoundings = 8
  private static let sampleEvery = 4
}
