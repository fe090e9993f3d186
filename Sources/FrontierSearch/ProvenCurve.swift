import SupplyPlan

/// What is proved: the greatest lower bound of the least cost under each cap, a curve of steps and lines.
struct ProvenCurve: Sendable {
  /// A straight part of the curve.
  struct Piece {
    var from: Double
    var to: Double
    var side: FrontierBand.Side
  }

  /// In rising cap.
  let bounds: [FrontierBand.Bound]
  /// The lines, each where it is the greatest.
  let lines: SlantedCurve
  /// The bounds and the ends of lines, in rising cap.
  private let steps: [FrontierBand.Bound]
  /// The greatest bound at each index of `steps` or after it.
  private let levels: [Double]

  init(bounds: [FrontierBand.Bound], lines: [FrontierBand.Line]) {
    self.bounds = bounds.sorted { ($0.cap, $0.bound) < ($1.cap, $1.bound) }
    let lines = lines.filter { $0.bound.isFinite && $0.riskPrice.isFinite && $0.riskPrice >= 0 }
    self.lines = SlantedCurve(lines)
    steps = (bounds + lines.flatMap(\.steps)).sorted { ($0.cap, $0.bound) < ($1.cap, $1.bound) }
    var greatest = -Double.infinity
    levels =
      steps.reversed().map { bound in
        greatest = max(greatest, bound.bound)
        return greatest
      }.reversed()
  }

  /// The greatest bound proven at `cap` or at a greater one.
  func level(at cap: Double) -> Double {
    var (low, high) = (steps.startIndex, steps.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].cap >= cap { high = middle } else { low = middle + 1 }
    }
    return low < levels.endIndex ? levels[low] : -.infinity
  }

  /// The curve between two caps that no bound and no break of the lines lies between: the line where it is above the level,
  /// then the level.
  func pieces(from: Double, to: Double) -> [Piece] {
    let level = level(at: to)
    guard let line = lines.line(at: from + (to - from) / 2), line.cost(at: from) > level else {
      return [Piece(from: from, to: to, side: .init(level: level))]
    }
    let side = FrontierBand.Side(line.cost(at: from), line.bound - line.riskPrice * to)
    if side.end >= level { return [Piece(from: from, to: to, side: side)] }
    let crossing = (line.bound - level) / line.riskPrice
    guard crossing > from, crossing < to else {
      return [Piece(from: from, to: to, side: .init(side.start, level))]
    }
    return [
      Piece(from: from, to: crossing, side: .init(side.start, level)),
      Piece(from: crossing, to: to, side: .init(level: level)),
    ]
  }
}

extension FrontierRecord.Line {
  /// What it proves at the ends of its range, and so for all smaller caps.
  fileprivate var steps: [FrontierRecord.Bound] {
    guard let risks else { return [] }
    return [risks.lowerBound, risks.upperBound].map {
      FrontierRecord.Bound(cap: $0, bound: cost(at: $0))
    }
  }
}
