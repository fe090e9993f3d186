/// The points of a frontier and one more design: which of both are on the lower curve, and where segments must be cut.
///
/// Where two curves cross, or one steps under the other, a segment is on the frontier in part. Its part ends in points that
/// nobody has a plan of yet; the design is asked for them. A plan that is cut off slightly inside its part is dominated by none.
struct CurveMerge<Plan: Sendable> {
  /// A place where a segment is cut: a plan of the design of `plan`, with this risk, is wanted.
  struct Cut {
    let plan: Plan
    let designs: Set<Int>
    let risk: Double
  }

  private let points: [FrontierPoint<Plan>]
  private let slice: DesignSlice<Plan>
  private let resolution: Double
  private let leastBend: Double
  private let known: AttainedCurve
  private let added: AttainedCurve
  /// What is no improvement: rounding, and a ten-millionth of the box.
  private let margin: Double
  private let width: Double
  private let height: Double

  /// - Parameters:
  ///   - points: none dominates another, in rising cost.
  ///   - slice: what the design attains.
  ///   - resolution: width in risk under which two plans are one.
  ///   - leastBend: the share of the box that counts: by which a segment must lie under another to take its place, since two
  ///     slices of one design differ by the vertices that were left out of them, or which a segment must be worth.
  init(
    _ points: [FrontierPoint<Plan>], _ slice: DesignSlice<Plan>, resolution: Double,
    leastBend: Double
  ) {
    self.points = points
    self.slice = slice
    self.resolution = resolution
    self.leastBend = leastBend
    known = AttainedCurve(points.map(\.corner))
    added = slice.curve
    let costs = points.map(\.cost) + slice.plans.map(\.cost)
    let risks = points.map(\.risk) + slice.plans.map(\.risk)
    height = (costs.max() ?? 0) - (costs.min() ?? 0)
    width = (risks.max() ?? 0) - (risks.min() ?? 0)
    let magnitude = costs.map { abs($0) }.max() ?? 0
    margin = 1e-9 * magnitude + 1e-7 * height
  }

  /// The plans that are wanted where segments of either curve leave the lower one; where so little of a segment is left that
  /// the area under it is no ``leastBend`` of the box, it is given up.
  var cuts: [Cut] {
    let inset = max(2 * resolution, 1e-6 * width)
    return runs.flatMap { run -> [Cut] in
      let (cheap, safe, plan, designs) = segment(run)
      let length = run.to - run.from
      guard length >= 8 * resolution, length * run.drop / 2 >= leastBend * width * height else {
        return []
      }
      var risks: [Double] = []
      if run.from - safe.risk > inset { risks.append(run.from + inset) }
      if cheap.risk - run.to > inset { risks.append(run.to - inset) }
      return risks.map { Cut(plan: plan, designs: designs, risk: $0) }
    }
  }

  /// The points of the lower curve, in rising cost.
  ///
  /// - Parameter plans: those that were found at cuts.
  func merged(with plans: [(Cut, FrontierPlan<Plan>)]) -> [FrontierPoint<Plan>] {
    let runs = runs
    var all: [FrontierPoint<Plan>] = points.compactMap { point in
      let cost = added.cost(at: point.risk)
      if runs.contains(where: { !$0.isKnown && $0.isAround(point.risk) }) { return nil }
      var point = point
      let isOn = point.cost >= cost - rounding(cost) && point.risk <= slice.plans[0].risk
      if isOn { point.designs.insert(slice.design) }
      return point
    }
    let ends = Set(runs.filter { !$0.isKnown }.flatMap(reachedEnds))
    for (index, plan) in slice.plans.enumerated() {
      let isUnder =
        plan.cost < known.cost(at: plan.risk) - margin
        && !runs.contains { $0.isKnown && $0.isAround(plan.risk) }
      guard isUnder || ends.contains(index) else { continue }
      all.append(
        FrontierPoint(
          plan, designs: [slice.design],
          isAnswer: plan.cost == slice.answer.cost && plan.risk == slice.answer.risk))
    }
    all += plans.map { FrontierPoint($0.1, designs: $0.0.designs, isAnswer: false) }
    return undominated(all)
  }

  /// Drops dominated points; points that differ by rounding become one, of the designs of both.
  private func undominated(_ all: [FrontierPoint<Plan>]) -> [FrontierPoint<Plan>] {
    var kept: [FrontierPoint<Plan>] = []
    for point in all.sorted(by: { ($0.cost, $0.risk) < ($1.cost, $1.risk) }) {
      guard let last = kept.last else {
        kept.append(point)
        continue
      }
      let isSame =
        abs(point.risk - last.risk) < resolution && point.cost - last.cost <= rounding(point.cost)
      if isSame {
        kept[kept.endIndex - 1].designs.formUnion(point.designs)
        if point.isAnswer { kept[kept.endIndex - 1].isAnswer = true }
      } else if point.risk < last.risk {
        kept.append(point)
      }
    }
    kept.join()
    return kept
  }

  /// The ends of a segment of the slice that are on the lower curve.
  private func reachedEnds(_ run: Run) -> [Int] {
    let (cheap, safe) = (run.segment, run.segment + 1)
    return (run.to >= added.corners[cheap].risk ? [cheap] : [])
      + (run.from <= added.corners[safe].risk ? [safe] : [])
  }

  private func rounding(_ cost: Double) -> Double { 1e-9 * abs(cost) }

  private func segment(
    _ run: Run
  ) -> (cheap: FrontierBand.Corner, safe: FrontierBand.Corner, plan: Plan, designs: Set<Int>) {
    let corners = run.isKnown ? known.corners : added.corners
    let (cheap, safe) = (corners[run.segment], corners[run.segment + 1])
    guard run.isKnown else {
      return (cheap, safe, slice.plans[run.segment].plan, [slice.design])
    }
    let designs = points[run.segment].designs.intersection(points[run.segment + 1].designs)
    return (cheap, safe, points[run.segment].plan, designs)
  }
}

extension CurveMerge {
  /// A part of a segment that is on the lower curve.
  private struct Run {
    /// Whether the segment is one of the points', not of the slice's.
    let isKnown: Bool
    /// The index of the segment's cheap end.
    let segment: Int
    var from: Double
    var to: Double
    /// What the cost falls from one end of it to the other.
    var drop: Double

    /// Whether the risk lies inside it, and not at an end.
    func isAround(_ risk: Double) -> Bool { from < risk && risk < to }
  }

  /// The parts of segments that are on the lower curve, those of a tie counted to the points.
  private var runs: [Run] {
    let edges = Set(points.map(\.risk) + slice.plans.map(\.risk)).sorted()
    var runs: [Run] = []
    for (from, to) in zip(edges, edges.dropFirst()) {
      let old = known.piece(from: from, to: to)
      let new = added.piece(from: from, to: to)
      let room = room(old, new, to - from)
      for (low, high) in halves(from, to, old.side, new.side) {
        let share = ((low + high) / 2 - from) / (to - from)
        let isKnown = old.side.cost(at: share) <= new.side.cost(at: share) + room
        let winner = isKnown ? old : new
        guard let segment = winner.segment else { continue }
        let drop = abs(winner.side.start - winner.side.end) * (high - low) / (to - from)
        if let last = runs.last, last.isKnown == isKnown, last.segment == segment, last.to == low {
          runs[runs.endIndex - 1].to = high
          runs[runs.endIndex - 1].drop += drop
        } else {
          runs.append(Run(isKnown: isKnown, segment: segment, from: low, to: high, drop: drop))
        }
      }
    }
    return runs
  }

  /// By how much the new curve must lie under the old one: between two segments by ``leastBend``, in cost and in risk.
  private func room(_ old: AttainedCurve.Piece, _ new: AttainedCurve.Piece, _ length: Double)
    -> Double
  {
    guard old.segment != nil, new.segment != nil else { return margin }
    let slope = abs(old.side.start - old.side.end) / length
    return max(margin, leastBend * max(height, slope * width))
  }

  /// The interval, cut in two where the sides cross.
  private func halves(
    _ from: Double, _ to: Double, _ old: FrontierBand.Side, _ new: FrontierBand.Side
  ) -> [(Double, Double)] {
    let (start, end) = (new.start - old.start, new.end - old.end)
    guard start.isFinite, end.isFinite, start * end < 0 else { return [(from, to)] }
    let crossing = from + (to - from) * start / (start - end)
    guard crossing > from, crossing < to else { return [(from, to)] }
    return [(from, crossing), (crossing, to)]
  }
}
