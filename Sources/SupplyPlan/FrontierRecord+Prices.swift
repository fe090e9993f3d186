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
