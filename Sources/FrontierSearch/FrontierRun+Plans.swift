import Modeling

/// New plans, and all that their designs attain.
extension FrontierRun {
  /// The share of the box by which a vertex of a slice must bend the curve to be kept.
  static var leastBend: Double { 1e-4 }

  /// Adds the plans that lie under the curve known, each with the slice of its design.
  mutating func add(_ plans: [FrontierPlan<Oracle.Plan>]) {
    let new = plans.indices.filter { place in
      frontier.isImproved(by: plans[place], resolution: resolution)
        && !plans.indices.contains { isBetter($0, place, plans) }
    }.map { plans[$0] }
    let slices = slices(through: new)
    for (plan, vertices) in zip(new, slices) {
      if !vertices.isEmpty { frontier.slices += 1 }
      designs += 1
      merge(DesignSlice(design: designs, answer: plan, vertices: vertices))
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
    through plans: [FrontierPlan<Oracle.Plan>]
  ) -> [[FrontierPlan<Oracle.Plan>]] {
    let risks = frontier.points.map(\.risk) + plans.map(\.risk)
    guard let low = risks.min(), let high = risks.max(), low < high else {
      return plans.map { _ in [] }
    }
    let (oracle, limits) = (oracle, limits)
    return run(
      plans.map { plan in
        { oracle.slice(through: plan.plan, from: low, to: high, limits: limits) }
      })
  }

  /// Adds what a design attains. Segments that are on the curve in part are cut, which takes plans that the oracle is asked
  /// for; where it has none the segment is given up, and a slice that would cost more of the curve than it gains
  /// is not added.
  private mutating func merge(_ slice: DesignSlice<Oracle.Plan>) {
    var slice = slice
    let box = frontier.band
    if let cheapest = box.corners.first, let safest = box.corners.last {
      slice.prune(
        share: Self.leastBend, width: cheapest.risk - safest.risk,
        height: safest.cost - cheapest.cost)
    }
    let merge = CurveMerge(frontier.points, slice, resolution: resolution)
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
