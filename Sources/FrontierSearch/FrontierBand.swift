public import SupplyPlan

/// The band that encloses a frontier: what plans attain above, what bounds prove below.
///
/// C*(ρ), the least cost with risk of at most ρ, never rises with ρ. So a bound proven at a cap holds for every smaller cap, and
/// a plan's cost caps C* at and above its own risk: two staircases. Where two plans are of one design, every mixture of them is
/// a plan, and the step above becomes a segment. Where a weighted sum is bounded, `cost + riskPrice · risk ≥ bound`, so is
/// C*: `C*(ρ) ≥ bound − riskPrice · ρ`, a slanted line below (the lower bound set of Ehrgott and Gandibleux 2007,
/// doi:10.1016/j.cor.2005.10.003); over a range of risks alone it may lie higher. The band lies between the least of all above and the greatest of all below.
public struct FrontierBand: Sendable {
  /// A cost and a risk.
  public struct Corner: Sendable, Equatable {
    /// Cost of a plan, in money.
    public var cost: Double
    /// Risk of a plan, in the unit of the caps.
    public var risk: Double
    /// Whether the whole segment to the next dearer corner is attained.
    public var isJoined: Bool

    /// Creates a corner.
    public init(cost: Double, risk: Double, isJoined: Bool = false) {
      self.cost = cost
      self.risk = risk
      self.isJoined = isJoined
    }
  }

  /// A proven statement: C*(cap) ≥ bound.
  public typealias Bound = FrontierRecord.Bound

  /// A proven statement: no plan has `cost + riskPrice · risk` under `bound`.
  ///
  /// With a range of risks it is one of the plans with risks up to its upper end, those below its lower end counted as if
  /// their risk were that end: `cost + riskPrice · max(risk, lower) ≥ bound` where `risk ≤ upper`.
  public typealias Line = FrontierRecord.Line

  /// The plans' costs and risks; none dominates another, in rising cost.
  public var corners: [Corner] { attained.corners }
  /// The bounds, in rising cap.
  public var bounds: [Bound] { proven.bounds }
  /// The lines, as they were given.
  public let lines: [Line]

  let attained: AttainedCurve
  let proven: ProvenCurve

  /// - Parameters:
  ///   - corners: costs and risks of plans, in any order; dominated ones are dropped, and with them the segments to them.
  ///   - bounds: what was proved under caps, in any order.
  ///   - lines: what was proved of weighted sums, in any order.
  public init(corners: [Corner], bounds: [Bound], lines: [Line] = []) {
    attained = AttainedCurve(corners)
    proven = ProvenCurve(bounds: bounds, lines: lines)
    self.lines = lines
  }

  /// The greatest bound proven for `cap`, `-.infinity` where nothing is.
  ///
  /// - Complexity: O(log(bounds + lines)).
  public func lower(at cap: Double) -> Double {
    max(proven.level(at: cap), proven.lines.cost(at: cap))
  }

  /// The least cost attained at `cap`, `.infinity` below the least risk.
  ///
  /// - Complexity: O(log corners).
  public func upper(at cap: Double) -> Double { attained.cost(at: cap) }

  /// Area of the box that the two end points span.
  public var boxArea: Double {
    guard let cheapest = corners.first, let safest = corners.last else { return 0 }
    return (cheapest.risk - safest.risk) * (safest.cost - cheapest.cost)
  }

  /// Area of the band over the area of the box; 0 where the box is empty.
  ///
  /// Above 1 where the bounds lie far below the box.
  public var uncertainty: Double {
    let box = boxArea
    guard box > 0 else { return 0 }
    return strips.reduce(0) { $0 + $1.area } / box
  }
}
