public import SupplyPlan

extension FrontierBand {
  /// The band that a record tells: a point's own bound is a statement about the cap at its risk. Bounds that its lines
  /// imply are left out; they stand there for readers that know no lines.
  public init(_ frontier: FrontierRecord) {
    let bounds =
      frontier.bounds + frontier.points.map { Bound(cap: $0.salesAtRisk, bound: $0.bound) }
    self.init(
      corners: frontier.points.map {
        Corner(cost: $0.cost, risk: $0.salesAtRisk, isJoined: $0.isJoined)
      },
      bounds: bounds.filter { bound in
        !frontier.lines.contains { $0.cost(at: bound.cap) >= bound.bound }
      },
      lines: frontier.lines)
  }

  /// The greatest cost that was proved to be necessary under a cap; `nil` where nothing was.
  public func lowerBound(at cap: Double) -> Double? {
    let cost = lower(at: cap)
    return cost.isFinite ? cost : nil
  }
}
