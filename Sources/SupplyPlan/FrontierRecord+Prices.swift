extension FrontierRecord {
  /// The position of the knee, the point after which resilience gets dearer; `nil` where there is no point.
  ///
  /// It is the point farthest below the straight line between the two ends, both axes scaled to the box that the ends
  /// span; the first point where none lies below.
  public var knee: Int? {
    guard let first = points.first, let last = points.last else { return nil }
    let costSpan = last.cost - first.cost
    let riskSpan = first.salesAtRisk - last.salesAtRisk
    guard costSpan > 0, riskSpan > 0 else { return 0 }
    var best = (position: 0, depth: 1e-9)
    for (position, point) in points.enumerated() {
      let cost = (point.cost - first.cost) / costSpan
      let risk = (point.salesAtRisk - last.salesAtRisk) / riskSpan
      let depth = 1 - cost - risk
      if depth > best.depth { best = (position, depth) }
    }
    return best.position
  }
}

extension FrontierRecord {
  /// A step from one point to a later one, by their positions, and what a percentage point of resilience costs on it.
  public struct PricedStep: Equatable, Sendable {
    /// Where it starts.
    public var from: Int
    /// Where it ends.
    public var to: Int
    /// Discounted money over the horizon for a percentage point of a year's sales.
    public var price: Double
  }

  /// Percentage points of resilience that a step must gain to have a price worth telling.
  public static let leastGain = 0.05

  /// What one more point of resilience costs at a point: on the way to the next one that gains at least a twentieth of a
  /// percentage point; a shorter step would have the noise of the solves for a price.
  ///
  /// - Parameter position: the position of the point; at the last that gains, `nil`.
  public func nextStep(from position: Int) -> PricedStep? {
    guard points.indices.contains(position) else { return nil }
    let point = points[position]
    for next in points.indices
    where next > position && point.percentagePoints(to: points[next]) >= Self.leastGain {
      return point.price(to: points[next]).map { PricedStep(from: position, to: next, price: $0) }
    }
    return nil
  }
}

extension FrontierRecord.Point {
  /// Resilience gained on the way to `other`, in percentage points of a year's sales.
  public func percentagePoints(to other: Self) -> Double {
    (salesAtRisk - other.salesAtRisk) * 100
  }

  /// What one percentage point of resilience costs on the way to `other`, discounted money over the horizon; `nil` where
  /// none is gained.
  public func price(to other: Self) -> Double? {
    let points = percentagePoints(to: other)
    return points > 1e-9 ? (other.cost - cost) / points : nil
  }
}
