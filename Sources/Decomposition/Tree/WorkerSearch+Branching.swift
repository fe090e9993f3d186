extension WorkerSearch {
  /// The whole column to branch on; `nil` where all are whole.
  ///
  /// Reliability branching (Achterberg, Koch and Martin 2005, doi:10.1016/j.orl.2004.04.002): columns of which little is known
  /// are tried with a few simplex steps each way, those that promise most first.
  mutating func branchingIndex(_ objective: Double) -> Int? {
    let point = relaxation.point
    let smallest = 1e-9 * max(1, abs(objective))
    var candidates: [(index: Int, score: Double)] = []
    for (index, column) in wholeColumns.enumerated() {
      let value = point[column]
      if abs(value - value.rounded()) <= Self.integrality { continue }
      candidates.append((index, pseudoCosts.score(index, value: value, floor: smallest)))
    }
    candidates.sort { ($0.score, $1.index) > ($1.score, $0.index) }
    let unknown = candidates.prefix(2 * Self.trials).filter {
      pseudoCosts.reliability($0.index) < Self.reliable
    }
    .prefix(Self.trials)
    if triesColumns, candidates.count > 1, !unknown.isEmpty {
      learnByTrial(unknown.map(\.index), point, objective)
      for rank in candidates.indices {
        let (index, _) = candidates[rank]
        candidates[rank].score = pseudoCosts.score(
          index, value: point[wholeColumns[index]], floor: smallest)
      }
      candidates.sort { ($0.score, $1.index) > ($1.score, $0.index) }
    }
    return candidates.first?.index
  }

  /// Learns from a few simplex steps each way on each of `indices`.
  private mutating func learnByTrial(_ indices: [Int], _ point: [Double], _ objective: Double) {
    guard let basis = relaxation.snapshot() else { return }
    for index in indices {
      let column = wholeColumns[index]
      let value = point[column]
      let (lower, upper) = relaxation.bounds(ofColumn: column)
      for isUp in [false, true] {
        let edge = value.rounded(isUp ? .up : .down)
        relaxation.setBounds(
          ofColumn: column, from: isUp ? edge : lower, to: isUp ? upper : edge)
        let before = relaxation.iterations
        let reached = relaxation.tried(
          steps: Self.stepsOfTrial, objectiveLimit: cutoff.isFinite ? cutoff : nil)
        spent += relaxation.iterations - before + Self.overhead
        relaxation.setBounds(ofColumn: column, from: lower, to: upper)
        relaxation.restore(basis)
        guard let reached else { continue }
        let rise = min(
          max(0, reached - objective), cutoff.isFinite ? max(0, cutoff - objective) : .infinity)
        let observation = PseudoCosts.Observation(
          index: index, isUp: isUp, rise: rise / max(abs(edge - value), 1e-3))
        pseudoCosts.learn(observation)
        result.observations.append(observation)
      }
    }
    // The point is read from the last solve; it is as before.
    relaxation.recall(point)
  }

  /// Columns that are tried at a node.
  private static let trials = 8
  private static let stepsOfTrial = 50
  /// Times that a column was branched on, or tried, each way before its costs are believed.
  private static let reliable = 1
}
