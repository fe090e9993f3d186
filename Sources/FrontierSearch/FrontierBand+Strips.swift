import SupplyPlan

extension FrontierBand {
  /// The costs of a side of the band at the two ends of a strip; straight between them.
  public struct Side: Sendable, Equatable {
    /// At the strip's lower end.
    public var start: Double
    /// At the strip's upper end.
    public var end: Double

    /// Creates a side.
    public init(_ start: Double, _ end: Double) {
      self.start = start
      self.end = end
    }

    /// A level side.
    public init(level: Double) { self.init(level, level) }

    /// Whether it is level.
    public var isLevel: Bool { start == end }

    /// The cost at a share of the strip's width.
    func cost(at share: Double) -> Double {
      isLevel ? start : start + share * (end - start)
    }
  }

  /// A stretch of caps over which both sides are straight.
  public struct Strip: Sendable, Equatable {
    /// Its lower end.
    public var from: Double
    /// Its upper end.
    public var to: Double
    /// What is attained there.
    public var upper: Side
    /// What is proved there.
    public var lower: Side

    /// Creates a strip.
    public init(from: Double, to: Double, upper: Side, lower: Side) {
      self.from = from
      self.to = to
      self.upper = upper
      self.lower = lower
    }

    /// The most that is unknown there.
    public var height: Double { max(0, upper.start - lower.start, upper.end - lower.end) }

    /// The area between the sides, where the upper one lies above.
    public var area: Double {
      let (start, end) = (upper.start - lower.start, upper.end - lower.end)
      let width = to - from
      if start >= 0, end >= 0 { return start == end ? width * start : width * (start + end) / 2 }
      let most = max(start, end)
      // The sides cross: a triangle is left.
      return most <= 0 ? 0 : width * most * most / (2 * abs(start - end))
    }

    /// The part of the strip between two caps.
    func part(from low: Double, to high: Double) -> Strip {
      let shares = [low, high].map { ($0 - from) / (to - from) }
      return Strip(
        from: low, to: high,
        upper: Side(upper.cost(at: shares[0]), upper.cost(at: shares[1])),
        lower: Side(lower.cost(at: shares[0]), lower.cost(at: shares[1])))
    }
  }

  /// The strips between the risks of the two end points, in rising cap.
  ///
  /// - Complexity: O(n log n) in corners, bounds and lines.
  public var strips: [Strip] {
    guard let first = corners.last?.risk, let last = corners.first?.risk, first < last else {
      return []
    }
    let edges = Set(corners.map(\.risk) + bounds.map(\.cap) + proven.lines.breaks)
      .filter { $0 >= first && $0 <= last }.sorted()
    return zip(edges, edges.dropFirst()).flatMap { from, to in
      let upper = attained.piece(from: from, to: to).side
      return proven.pieces(from: from, to: to).map { piece in
        let whole = Strip(from: from, to: to, upper: upper, lower: upper)
        var strip =
          piece.from == from && piece.to == to ? whole : whole.part(from: piece.from, to: piece.to)
        strip.lower = piece.side
        return strip
      }
    }
  }
}
