import GLPK

extension WorkerSearch {
  /// The whole column to branch on; `nil` where all are whole.
  ///
  /// Reliability branching (Achterberg, Koch and Martin 2005, doi:10.1016/j.orl.2004.04.002): columns of which little is known
  /// are tried with a few simplex steps each way, those that promise most first.
  mutating func branchingPlace(_ objective: Double) -> Int? {
    let point = relaxation.point
    let smallest = 1e-9 * max(1, abs(objective))
    var candidates: [(place: Int, score: Double)] = []
    for (place, column) in wholeColumns.enumerated() {
      let value = point[column]
      if abs(value - value.rounded()) <= Self.integrality { continue }
      candidates.append((place, pseudoCosts.score(place, value: value, floor: smallest)))
    }
    candidates.sort { ($0.score, $1.place) > ($1.score, $0.place) }
    let unknown = candidates.prefix(2 * Self.trials).filter {
      pseudoCosts.reliability($0.place) < Self.reliable
    }
    .prefix(Self.trials)
    if triesColumns, candidates.count > 1, !unknown.isEmpty {
      learnByTrial(unknown.map(\.place), point, objective)
      for index in candidates.indices {
        let (place, _) = candidates[index]
        candidates[index].score = pseudoCosts.score(
          place, value: point[wholeColumns[place]], floor: smallest)
      }
      candidates.sort { ($0.score, $1.place) > ($1.score, $0.place) }
    }
    return candidates.first?.place
  }

  /// Learns from a few simplex steps each way on each of `places`.
  private mutating func learnByTrial(_ places: [Int], _ point: [Double], _ objective: Double) {
    guard let basis = relaxation.snapshot() else { return }
    for place in places {
      let column = wholeColumns[place]
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
          place: place, isUp: isUp, rise: rise / max(abs(edge - value), 1e-3))
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
