import SupplyPlan

/// The knee of a frontier: the point after which resilience gets dearer.
enum Knee {
  /// The position of the point farthest below the straight line between the two ends, both axes scaled to the
  /// box that the ends span; the first point where none lies below.
  static func position(of points: [FrontierRecord.Point]) -> Int? {
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
