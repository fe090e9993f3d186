public import NetworkDesign

/// What a search for flips found: parts of the range with their best footprints, the turns between, and what is proved.
public struct FlipResult: Sendable {
  /// A part of the range with one best footprint.
  public struct Piece: Sendable {
    /// The footprint, by its place in ``FlipResult/footprints``.
    public let footprint: Int
    /// Values of the parameter.
    public let from: Double
    /// Where it ends.
    public let to: Double
    /// The cost at both ends.
    public let costFrom: Double
    /// The least cost where it ends.
    public let costTo: Double
    /// The footprint costs at most this share more than the least anywhere in the part, outside of the turns' intervals.
    public let excess: Double
    /// Whether it is proved that no other footprint is cheaper, outside of the turns' intervals.
    public let isProved: Bool
  }

  /// A value at which the best footprint changes.
  public struct Turn: Sendable {
    /// The value.
    public let value: Double
    /// The interval in which it lies: before it the one footprint is proved to be the cheaper of the two, behind it the other.
    public let from: Double
    /// Where it ends.
    public let to: Double
    /// The least cost there.
    public let cost: Double
    /// Footprints before and behind, by their places in ``FlipResult/footprints``.
    public let before: Int
    /// The footprint behind it.
    public let behind: Int
    /// Whether both sides of the interval are proved.
    public let isProved: Bool
  }

  /// A value with a number of money.
  public struct Point: Sendable, Equatable {
    /// The value.
    public let value: Double
    /// The cost there.
    public let cost: Double
  }

  /// Footprints of all plans found.
  public let footprints: [Footprint]
  /// Parts of the range, in order.
  public let pieces: [Piece]
  /// The turns between them.
  public let turns: [Turn]
  /// The cost of the best plans: corners of a concave line.
  public let costs: [Point]
  /// Corners of a line below which no plan lies.
  public let bounds: [Point]
  /// The widest place of the band between both, relative to the cost.
  public let band: Double
  /// Parts of the range in which the band is within the gap.
  public let proved: [(from: Double, to: Double)]
  /// Solves, of all kinds.
  public let solves: Int
  /// Whether it is proved that there is no plan at all.
  public let isInfeasible: Bool
  /// Why the search ended early.
  public let stopReason: String?
}

extension FlipRun {
  /// What is known now.
  var result: FlipResult {
    let isFound = !lines.isEmpty && !isInfeasible
    let grid = isFound ? self.grid : []
    return FlipResult(
      footprints: footprints, pieces: isFound ? parts.map(piece) : [],
      turns: isFound ? zip(parts, parts.dropFirst()).map(turn) : [],
      costs: least.breakpoints.map { .init(value: value($0), cost: upper($0)) },
      bounds: grid.map { .init(value: value($0), cost: min(lower($0), upper($0))) },
      band: grid.map(band).max() ?? 0, proved: isFound ? provedParts : [], solves: solves,
      isInfeasible: isInfeasible, stopReason: stopReason)
  }

  /// Corners of both lines.
  private var grid: [Double] {
    let turning = turns.flatMap { [$0.from, $0.to] }
    return Array(Set(least.breakpoints + any.hull.map(\.value) + turning)).sorted()
  }

  private func piece(_ part: FootprintPart) -> FlipResult.Piece {
    let firm =
      firmParts.first { $0.footprint == part.footprint && $0.to > part.from && $0.from < part.to }
      ?? part
    let rivals: [Rival] =
      [.others] + footprints.indices.filter { $0 != part.footprint }.map { .known($0) }
    let excess =
      corners(firm).map { share in
        let cost = upper(share, of: part.footprint)
        let least = rivals.map { bound($0, share) }.min() ?? cost
        // Below its own bound no plan of the footprint itself lies.
        return cost > 0 ? max(0, cost - min(cost, least)) / cost : 0
      }.max() ?? 0
    return FlipResult.Piece(
      footprint: part.footprint, from: value(part.from), to: value(part.to),
      costFrom: upper(part.from), costTo: upper(part.to), excess: excess,
      isProved: excess <= FlipRun.negligible * 2)
  }

  private func turn(_ left: FootprintPart, _ right: FootprintPart) -> FlipResult.Turn {
    let known = turns.first {
      $0.before == left.footprint && $0.behind == right.footprint
        && abs($0.at - right.from) <= distance
    }
    return FlipResult.Turn(
      value: value(right.from), from: value(known?.from ?? left.from),
      to: value(known?.to ?? right.to), cost: upper(right.from), before: left.footprint,
      behind: right.footprint, isProved: known?.isProved ?? false)
  }

  /// Between two corners of the plans' line the band is convex, so its ends tell.
  private var provedParts: [(from: Double, to: Double)] {
    let corners = Array(Set(least.breakpoints + grid)).sorted()
    var parts: [(from: Double, to: Double)] = []
    for (left, right) in zip(corners, corners.dropFirst())
    where max(band(left), band(right)) <= search.gap + 1e-9 {
      if let last = parts.last, last.to == value(left) {
        parts[parts.count - 1].to = value(right)
      } else {
        parts.append((value(left), value(right)))
      }
    }
    return parts
  }
}
