/// The band that encloses a frontier: what plans attain above, what bounds prove below.
///
/// C*(ρ), the least cost with risk of at most ρ, never rises with ρ. So a bound proven at a cap holds for every smaller cap, and
/// a plan's cost caps C* at and above its own risk: two staircases.
public struct FrontierBand: Sendable {
  /// A cost and a risk.
  public struct Corner: Sendable, Equatable {
    /// Cost of a plan.
    public var cost: Double
    /// Risk of a plan.
    public var risk: Double

    /// Puts a corner together.
    public init(cost: Double, risk: Double) {
      self.cost = cost
      self.risk = risk
    }
  }

  /// A proven statement: C*(cap) ≥ bound.
  public struct Bound: Sendable, Equatable {
    /// The cap on risk; `.infinity` where nothing caps it.
    public var cap: Double
    /// The proven lower bound of the least cost.
    public var bound: Double

    /// Puts a bound together.
    public init(cap: Double, bound: Double) {
      self.cap = cap
      self.bound = bound
    }
  }

  /// A stretch of caps over which both staircases are flat.
  public struct Strip: Sendable, Equatable {
    /// Its lower end.
    public var from: Double
    /// Its upper end.
    public var to: Double
    /// What a plan attains there.
    public var upper: Double
    /// What is proved there.
    public var lower: Double

    /// What is unknown there.
    public var height: Double { max(0, upper - lower) }
    /// Width times height.
    public var area: Double { (to - from) * height }
  }

  /// The plans' costs and risks; none dominates another, in rising cost.
  public let corners: [Corner]
  /// The bounds, in rising cap.
  public let bounds: [Bound]

  /// - Parameters:
  ///   - corners: costs and risks of plans, in any order; dominated ones are dropped.
  ///   - bounds: what was proved, in any order.
  public init(corners: [Corner], bounds: [Bound]) {
    var undominated: [Corner] = []
    for corner in corners.sorted(by: { ($0.cost, $0.risk) < ($1.cost, $1.risk) })
    where undominated.last.map({ corner.risk < $0.risk }) ?? true {
      undominated.append(corner)
    }
    self.corners = undominated
    self.bounds = bounds.sorted { ($0.cap, $0.bound) < ($1.cap, $1.bound) }
  }

  /// The greatest bound proven for `cap`: at it or at a greater one.
  ///
  /// - Complexity: O(bounds).
  public func lower(at cap: Double) -> Double {
    bounds.reduce(-.infinity) { $1.cap >= cap ? max($0, $1.bound) : $0 }
  }

  /// The least cost attained at `cap`, `.infinity` below the least risk.
  ///
  /// - Complexity: O(corners).
  public func upper(at cap: Double) -> Double {
    corners.reduce(.infinity) { $1.risk <= cap ? min($0, $1.cost) : $0 }
  }

  /// The strips between the risks of the two end points, in rising cap.
  ///
  /// - Complexity: O(n log n) in corners and bounds.
  public var strips: [Strip] {
    guard let first = corners.last?.risk, let last = corners.first?.risk, first < last else {
      return []
    }
    let edges =
      Set(corners.map(\.risk) + bounds.map(\.cap)).filter { $0 >= first && $0 <= last }.sorted()
    // From the right, since a bound holds for every smaller cap; corners are passed from the right too.
    var corner = corners.startIndex
    var bound = bounds.endIndex
    var proved = -Double.infinity
    var strips: [Strip] = []
    for (from, to) in zip(edges, edges.dropFirst()).reversed() {
      while bound > bounds.startIndex, bounds[bound - 1].cap >= to {
        bound -= 1
        proved = max(proved, bounds[bound].bound)
      }
      while corners[corner].risk > from { corner += 1 }
      strips.append(Strip(from: from, to: to, upper: corners[corner].cost, lower: proved))
    }
    return strips.reversed()
  }

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
