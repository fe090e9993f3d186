public import SupplyPlan

/// A frontier with its certificate: plans, bounds, the band between them, and what could not be proved.
public struct Frontier<Plan: Sendable>: Sendable {
  /// A cap at which the search found no plan, and why.
  public struct Unproved: Sendable, Equatable {
    /// The cap on risk.
    public var cap: Double
    /// What went wrong.
    public var reason: String
  }

  /// The plans found; none dominates another, in rising cost.
  public internal(set) var points: [FrontierPoint<Plan>] = []
  /// What was proved under caps, in the order it was proved.
  public private(set) var bounds: [FrontierBand.Bound] = []
  /// What was proved of weighted sums, in the order it was proved.
  public private(set) var lines: [FrontierBand.Line] = []
  /// The caps that failed.
  public internal(set) var unproved: [Unproved] = []
  /// Whether both ends were found, the cheapest plan and the safest, and span a box to measure by; or, where
  /// they are one plan, whether it is proven to be both.
  public internal(set) var hasBothEnds = false
  /// Whether it is proven that there is no plan at all.
  public internal(set) var isInfeasible = false
  /// Why the search ended before the tolerance was reached, or what of the ends is not proven; `nil` if all was reached.
  public internal(set) var stopReason: String?
  /// Questions asked of the oracle, weighted sums among them.
  public internal(set) var solves = 0
  /// Weighted sums asked of the oracle.
  public internal(set) var weightedSums = 0
  /// Plans of which the oracle gave a slice.
  public internal(set) var slices = 0

  /// The band between points, bounds and lines.
  public var band: FrontierBand {
    FrontierBand(corners: points.map(\.corner), bounds: bounds, lines: lines)
  }

  /// Area of the band over the area of the box; see ``FrontierBand/uncertainty``. 1 where an end is missing, or nothing
  /// is proved at the cheap one.
  public var uncertainty: Double {
    guard hasBothEnds else { return 1 }
    let uncertainty = band.uncertainty
    return uncertainty.isFinite ? uncertainty : 1
  }

  /// The lines that are the greatest somewhere, in rising price.
  public var essentialLines: [FrontierBand.Line] { band.proven.lines.lines }

  /// The plans next to a cap: the cheapest within it, and the safest beyond it.
  func neighbours(of cap: Double) -> [Plan] {
    let within = points.first { $0.risk <= cap }
    let beyond = points.last { $0.risk > cap }
    return [within, beyond].compactMap { $0?.plan }
  }

  /// The two plans of the least weighted sum.
  func neighbours(
    ofPrice price: Double, within risks: ClosedRange<Double>? = nil
  ) -> [Plan] {
    points.filter { risks?.contains($0.risk) ?? true }.map { ($0.cost + price * $0.risk, $0) }
      .sorted { $0.0 < $1.0 }.prefix(2).map(\.1.plan)
  }

  /// Whether a plan lies under the curve of the points: by more than rounding, and under a segment by more than the vertices
  /// that were left out of it.
  func isImproved(by plan: FrontierPlan<Plan>, resolution: Double, leastBend: Double) -> Bool {
    let isKnown = points.contains { point in
      abs(point.risk - plan.risk) < resolution
        && abs(point.cost - plan.cost) <= 1e-9 * abs(plan.cost)
    }
    if isKnown { return false }
    let index = points.firstIndex { $0.risk <= plan.risk } ?? points.endIndex
    guard index > 0, index < points.endIndex, points[index - 1].isJoined,
      let cheapest = points.first, let safest = points.last
    else { return index == points.endIndex || plan.cost < points[index].cost }
    let (cheap, safe) = (points[index - 1], points[index])
    let slope = (safe.cost - cheap.cost) / (cheap.risk - safe.risk)
    let height = max(safest.cost - cheapest.cost, slope * (cheapest.risk - safest.risk))
    let chord = cheap.cost + slope * (cheap.risk - plan.risk)
    return plan.cost < chord - max(leastBend * height, 1e-9 * abs(chord))
  }

  /// Adds something that was proved.
  mutating func insert(_ bound: FrontierBand.Bound) { bounds.append(bound) }

  /// Adds something that was proved.
  mutating func insert(_ line: FrontierBand.Line) { lines.append(line) }
}

extension [FrontierBand.Bound] {
  /// Those that are not implied by others, in rising cap and falling bound.
  var essential: [FrontierBand.Bound] {
    var essential: [FrontierBand.Bound] = []
    for bound in sorted(by: { ($0.cap, $0.bound) > ($1.cap, $1.bound) })
    where essential.last.map({ bound.bound > $0.bound }) ?? true {
      essential.append(bound)
    }
    return essential.reversed()
  }
}
