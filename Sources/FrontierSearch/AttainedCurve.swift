/// What plans attain: the least known cost under each cap, a curve of steps and segments.
struct AttainedCurve: Sendable {
  /// A straight part of the curve.
  struct Piece {
    /// The costs at its two ends.
    var side: FrontierBand.Side
    /// The index of the joined corner at its cheap end, where it is part of a segment.
    var segment: Int?
  }

  /// None dominates another, in rising cost and falling risk.
  let corners: [FrontierBand.Corner]

  /// - Parameter corners: in any order; each joined one to the next in rising cost.
  init(_ corners: [FrontierBand.Corner]) {
    var undominated: [FrontierBand.Corner] = []
    for corner in corners.sorted(by: { ($0.cost, $0.risk) < ($1.cost, $1.risk) }) {
      if undominated.last.map({ corner.risk < $0.risk }) ?? true {
        undominated.append(corner)
      } else {
        // The corner that the last one may be joined to is gone, and the segment with it.
        undominated[undominated.endIndex - 1].isJoined = false
      }
    }
    if !undominated.isEmpty { undominated[undominated.endIndex - 1].isJoined = false }
    self.corners = undominated
  }

  /// The least cost attained at `cap`, `.infinity` below the least risk.
  func cost(at cap: Double) -> Double {
    let index = firstCorner(within: cap)
    guard index < corners.endIndex else { return .infinity }
    return cost(at: cap, index)
  }

  /// The curve between two caps that no corner lies between.
  func piece(from: Double, to: Double) -> Piece {
    let index = firstCorner(within: from)
    guard index < corners.endIndex else { return Piece(side: .init(level: .infinity)) }
    guard isSegment(index) else { return Piece(side: .init(level: corners[index].cost)) }
    return Piece(side: .init(cost(at: from, index), cost(at: to, index)), segment: index - 1)
  }

  /// The cheapest corner whose risk is at most `cap`, by halving.
  private func firstCorner(within cap: Double) -> Int {
    var (low, high) = (corners.startIndex, corners.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if corners[middle].risk <= cap { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func isSegment(_ index: Int) -> Bool { index > 0 && corners[index - 1].isJoined }

  /// The cost at a cap from the corner at `index` up to the risk of the next cheaper one.
  private func cost(at cap: Double, _ index: Int) -> Double {
    let safe = corners[index]
    guard isSegment(index), cap > safe.risk else { return safe.cost }
    let cheap = corners[index - 1]
    if cap >= cheap.risk { return cheap.cost }
    return safe.cost + (cap - safe.risk) / (cheap.risk - safe.risk) * (cheap.cost - safe.cost)
  }
}
