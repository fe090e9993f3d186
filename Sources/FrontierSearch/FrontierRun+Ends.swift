/// The two ends of the frontier, between which all else happens.
extension FrontierRun {
  /// Solves for the two lexicographic ends.
  ///
  /// - Parameters:
  ///   - gap: relative gap of both.
  ///   - found: given each end as it is found: the other may take long. The cheap one comes with the slice of its design, a
  ///     first curve, though nobody knows yet where it ends.
  mutating func findEnds(
    gap: Double, found: @escaping @Sendable (Frontier<Oracle.Plan>) -> Void = { _ in }
  ) {
    let (oracle, limits) = (oracle, limits)
    let blank = self
    let work: [@Sendable () -> End] = [
      {
        let answer = oracle.leastCost(maxRisk: nil, gap: gap, neighbours: [], limits: limits)
          .checked
        var alone = blank
        guard let end = alone.noteCheapest(answer) else { return End(answer: answer) }
        found(alone.frontier(of: end))
        let vertices = oracle.slice(
          through: end.plan, from: -.infinity, to: end.risk, limits: limits)
        guard vertices.count > 1 else { return End(answer: answer) }
        alone.frontier.points = []
        alone.merge(DesignSlice(design: 1, answer: end, vertices: vertices))
        found(alone.frontier)
        return End(answer: answer, vertices: vertices)
      },
      {
        let answer = oracle.leastRisk(gap: gap, limits: limits).checked
        var alone = blank
        if let end = alone.noteSafest(answer, gap: gap) { found(alone.frontier(of: end)) }
        return End(answer: answer)
      },
    ]
    let found = run(work)
    let answers = found.map(\.answer)
    frontier.solves += answers.count
    let cheapest = noteCheapest(answers[0])
    let safest = noteSafest(answers[1], gap: gap)
    var ends = [cheapest, safest].compactMap { $0 }
    frontier.hasBothEnds = ends.count == 2
    if ends.isEmpty, answers.contains(where: \.isInfeasible) {
      frontier.isInfeasible = true
      frontier.stopReason = nil
    }
    // Slightly less risk is rounding, and no second end.
    if ends.count == 2, abs(ends[0].risk - ends[1].risk) < resolution {
      ends.remove(at: ends[0].cost <= ends[1].cost ? 1 : 0)
    }
    // A slice that was cut off at the risk of a cheap end that is none, by rounding alone, is asked for anew.
    let isKnown = frontier.hasBothEnds && ends.first?.risk == cheapest?.risk
    add(ends, sliced: isKnown && !found[0].vertices.isEmpty ? [0: found[0].vertices] : [:])
    // A box that is empty says nothing if its point was only the best that was at hand.
    if frontier.hasBothEnds, frontier.points.count == 1, !isProven(answers, gap: gap) {
      frontier.hasBothEnds = false
      if frontier.stopReason == nil { stop("the least cost is not proven") }
    }
    if !frontier.hasBothEnds, !frontier.isInfeasible, let reason = limits.stopReason {
      stop(reason.description)
    }
  }

  /// What was found of an end.
  private struct End: Sendable {
    var answer: FrontierAnswer<Oracle.Plan>
    /// Of the slice of its design; empty where it was not asked for.
    var vertices: [FrontierPlan<Oracle.Plan>] = []
  }

  /// What is known when one end is found.
  private func frontier(of end: FrontierPlan<Oracle.Plan>) -> Frontier<Oracle.Plan> {
    var frontier = frontier
    frontier.points = [FrontierPoint(end, designs: [], isAnswer: true)]
    return frontier
  }

  /// Whether both ends were solved to the gap, with what making a plan exact may cost.
  private func isProven(_ ends: [FrontierAnswer<Oracle.Plan>], gap: Double) -> Bool {
    guard frontier.stopReason == nil, case .found(let plan, let bound, _) = ends[0] else {
      return false
    }
    return plan.cost - bound <= (gap + 1e-6) * abs(plan.cost)
  }

  private mutating func noteCheapest(
    _ answer: FrontierAnswer<Oracle.Plan>
  ) -> FrontierPlan<Oracle.Plan>? {
    switch answer {
    case .found(let plan, let bound, _):
      // It needs no cap, so its bound holds at every cap; the band ends at its risk.
      noteUncapped(min(bound, plan.cost), risk: plan.risk)
      return plan
    case .infeasible: stop("no plan of least cost: \(Self.contradiction)")
    case .failed(let reason, let bound, _):
      insert(bound, cap: .infinity)
      stop("no plan of least cost: \(reason)")
    }
    return nil
  }

  private mutating func noteSafest(
    _ answer: FrontierAnswer<Oracle.Plan>, gap: Double
  ) -> FrontierPlan<Oracle.Plan>? {
    switch answer {
    case .found(let plan, let bound, let riskBound):
      insert(min(bound, plan.cost), cap: plan.risk)
      if let riskBound, plan.risk - riskBound > max(resolution, gap * abs(plan.risk)) * 1.001 {
        stop("the least risk is not proven")
        frontier.unproved.append(
          .init(cap: riskBound, reason: "a plan safer than the safest found is not ruled out"))
      }
      return plan
    case .infeasible: stop("no plan of least risk: \(Self.contradiction)")
    case .failed(let reason, _, let riskBound):
      // A bound of the cost would hold at a cap that nobody knows.
      if let riskBound { frontier.unproved.append(.init(cap: riskBound, reason: reason)) }
      stop("no plan of least risk: \(reason)")
    }
    return nil
  }

  /// The cheap end, solved to a smaller gap. Where that failed, its first answer stands.
  mutating func noteCheapestAgain(_ answer: FrontierAnswer<Oracle.Plan>) {
    isCheapEndSettled = true
    let known = frontier.points.first?.risk ?? -.infinity
    switch answer {
    case .found(let plan, let bound, _):
      noteUncapped(min(bound, plan.cost), risk: max(known, plan.risk))
    case .failed(_, let bound, _): noteUncapped(bound, risk: known)
    case .infeasible: break
    }
  }

  private mutating func noteUncapped(_ bound: Double?, risk: Double) {
    guard let bound, bound.isFinite else { return }
    uncappedBound = max(uncappedBound ?? bound, bound)
    insert(bound, cap: risk)
  }
}
