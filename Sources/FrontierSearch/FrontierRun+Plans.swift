/// New plans, and all that their designs attain.
extension FrontierRun {
  /// Adds the plans that lie under the curve known, each with the slice of its design.
  ///
  /// - Parameter sliced: vertices of slices that are known, by index of their plan.
  mutating func add(
    _ plans: [FrontierPlan<Oracle.Plan>], sliced: [Int: [FrontierPlan<Oracle.Plan>]] = [:]
  ) {
    let indices = plans.indices.filter { index in
      frontier.isImproved(by: plans[index], resolution: resolution, leastBend: leastBend)
        && !plans.indices.contains { isBetter($0, index, plans) }
    }
    let new = indices.map { plans[$0] }
    let risks = (frontier.points.map(\.risk) + new.map(\.risk)).extent
    let costs = (frontier.points.map(\.cost) + new.map(\.cost)).extent
    let unsliced = indices.filter { sliced[$0] == nil }
    let fresh = Dictionary(
      uniqueKeysWithValues: zip(unsliced, slices(through: unsliced.map { plans[$0] }, risks)))
    for (index, plan) in zip(indices, new) {
      let vertices = sliced[index] ?? fresh[index] ?? []
      if !vertices.isEmpty { frontier.slices += 1 }
      designs += 1
      var slice = DesignSlice(design: designs, answer: plan, vertices: vertices)
      slice.prune(
        share: leastBend, width: risks.upperBound - risks.lowerBound,
        height: costs.upperBound - costs.lowerBound)
      merge(slice)
    }
    coverCheapest()
  }

  /// Whether of two plans of one round the first makes the second needless.
  private func isBetter(_ first: Int, _ second: Int, _ plans: [FrontierPlan<Oracle.Plan>]) -> Bool {
    let (one, other) = (plans[first], plans[second])
    guard first != second, one.cost <= other.cost, one.risk <= other.risk else { return false }
    return one.cost < other.cost || one.risk < other.risk || first < second
  }

  private func slices(
    through plans: [FrontierPlan<Oracle.Plan>], _ risks: ClosedRange<Double>
  ) -> [[FrontierPlan<Oracle.Plan>]] {
    let (low, high) = (risks.lowerBound, risks.upperBound)
    guard high - low > resolution else { return plans.map { _ in [] } }
    let (oracle, limits) = (oracle, limits)
    return run(
      plans.map { plan in
        { oracle.slice(through: plan.plan, from: low, to: high, limits: limits) }
      })
  }

  /// Adds what a design attains. Segments that are on the curve in part are cut, which takes plans that the oracle is asked
  /// for; where it has none the segment is given up, and a slice that would cost more of the curve than it gains
  /// is not added.
  mutating func merge(_ slice: DesignSlice<Oracle.Plan>) {
    let merge = CurveMerge(frontier.points, slice, resolution: resolution, leastBend: leastBend)
    let cuts = merge.cuts
    let (oracle, limits) = (oracle, limits)
    let answers = run(
      cuts.map { cut in
        { oracle.slice(through: cut.plan, from: cut.risk, to: cut.risk, limits: limits) }
      })
    let plans = zip(cuts, answers).flatMap { cut, plans in
      plans.filter { $0.cost.isFinite && $0.risk.isFinite }.map { (cut, $0) }
    }
    let isComplete = answers.allSatisfy { !$0.isEmpty }
    let before = frontier
    frontier.points = merge.merged(with: plans)
    if !isComplete, before.hasBothEnds, frontier.uncertainty > before.uncertainty {
      frontier = before
      // The uncertainty may have grown for the box alone: a plan safer than all known ends the frontier, whatever became of
      // the segments to it.
      if let safest = slice.plans.last, let last = before.points.last, safest.risk < last.risk {
        let alone = DesignSlice(design: slice.design, answer: safest, vertices: [])
        frontier.points = CurveMerge(
          before.points, alone, resolution: resolution, leastBend: leastBend
        ).merged(with: [])
      }
    }
  }

  /// Where a plan was found that is riskier than the cheap end, and cheaper by less than the gap that the end was left
  /// with, the bound of the end holds there too: it needs no cap.
  private mutating func coverCheapest() {
    guard let uncappedBound, let cheapest = frontier.points.first?.risk,
      frontier.band.lower(at: cheapest) < uncappedBound
    else { return }
    insert(uncappedBound, cap: cheapest)
  }
}

extension [Double] {
  /// From the least to the greatest; of nothing 0.
  fileprivate var extent: ClosedRange<Double> { (self.min() ?? 0)...(self.max() ?? 0) }
}
