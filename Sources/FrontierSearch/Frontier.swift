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
  public private(set) var points: [FrontierPlan<Plan>] = []
  /// What was proved, in the order it was proved.
  public private(set) var bounds: [FrontierBand.Bound] = []
  /// The caps that failed.
  public internal(set) var unproved: [Unproved] = []
  /// Whether both ends were found, the cheapest plan and the safest, and span a box to measure by; or, where
  /// they are one plan, whether it is proven to be both.
  public internal(set) var hasBothEnds = false
  /// Whether it is proven that there is no plan at all.
  public internal(set) var isInfeasible = false
  /// Why the search ended before the tolerance was reached, or what of the ends is not proven; `nil` if all was reached.
  public internal(set) var stopReason: String?
  /// Questions asked of the oracle.
  public internal(set) var solves = 0

  /// The band between points and bounds.
  public var band: FrontierBand {
    FrontierBand(
      corners: points.map { FrontierBand.Corner(cost: $0.cost, risk: $0.risk) }, bounds: bounds)
  }

  /// Area of the band over the area of the box; see ``FrontierBand/uncertainty``. 1 where an end is missing, or nothing
  /// is proved at the cheap one.
  public var uncertainty: Double {
    guard hasBothEnds else { return 1 }
    let uncertainty = band.uncertainty
    return uncertainty.isFinite ? uncertainty : 1
  }

  /// The bounds that are not implied by others, in rising cap and falling bound.
  public var essentialBounds: [FrontierBand.Bound] {
    var essential: [FrontierBand.Bound] = []
    for bound in bounds.sorted(by: { ($0.cap, $0.bound) > ($1.cap, $1.bound) })
    where essential.last.map({ bound.bound > $0.bound }) ?? true {
      essential.append(bound)
    }
    return essential.reversed()
  }

  /// The plans next to a cap: the cheapest within it, and the safest beyond it.
  func neighbours(of cap: Double) -> [Plan] {
    let within = points.first { $0.risk <= cap }
    let beyond = points.last { $0.risk > cap }
    return [within, beyond].compactMap { $0?.plan }
  }

  /// Adds a plan and drops what it dominates; a plan that is dominated is not added, nor one that differs by rounding.
  mutating func insert(_ plan: FrontierPlan<Plan>, resolution: Double) {
    let isKnown = points.contains { point in
      (point.cost <= plan.cost && point.risk <= plan.risk)
        || (abs(point.risk - plan.risk) < resolution
          && abs(point.cost - plan.cost) <= 1e-9 * abs(plan.cost))
    }
    if isKnown { return }
    points.removeAll { plan.cost <= $0.cost && plan.risk <= $0.risk }
    points.append(plan)
    points.sort { $0.cost < $1.cost }
  }

  /// Adds something that was proved.
  mutating func insert(_ bound: FrontierBand.Bound) { bounds.append(bound) }
}
