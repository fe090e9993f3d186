import SupplyPlan

/// What a plan costs over the range: a straight line, and an upper bound of the least cost everywhere.
struct CostLine: Sendable {
  /// The plan's footprint, by its number.
  let footprint: Int
  /// The plan.
  let plan: Plan
  /// Its cost at the low end.
  let low: Double
  /// Its cost at the high end.
  let high: Double

  /// The cost at a share of the range.
  func callAsFunction(_ share: Double) -> Double { low + share * (high - low) }

  /// The share of the range at which two lines cross; `nil` where they do not.
  func crossing(_ other: CostLine) -> Double? {
    let (start, end) = (low - other.low, high - other.high)
    guard start != end else { return nil }
    let share = start / (start - end)
    return share >= 0 && share <= 1 ? share : nil
  }
}

/// The least of lines: concave and piecewise linear.
struct LeastOfLines {
  /// A part on which one line is the least, in shares of the range.
  struct Part {
    let line: Int
    let from: Double
    let to: Double
  }

  /// The parts, from the low end to the high end.
  let parts: [Part]

  init(_ lines: [CostLine]) {
    var parts: [Part] = []
    var start = 0.0
    // At a tie the line that falls most is the least behind it.
    var current = lines.indices.min {
      (lines[$0].low, lines[$0].high) < (lines[$1].low, lines[$1].high)
    }
    while let line = current {
      var next: (line: Int, at: Double)?
      for other in lines.indices
      where lines[other].high - lines[other].low < lines[line].high - lines[line].low {
        guard let share = lines[line].crossing(lines[other]), share >= start, share < 1 else {
          continue
        }
        let isSooner = next.map { best in
          share < best.at
            || share == best.at
              && lines[other].high - lines[other].low < lines[best.line].high - lines[best.line].low
        }
        if isSooner ?? true { next = (other, share) }
      }
      let end = next?.at ?? 1
      if end > start || next == nil { parts.append(Part(line: line, from: start, to: end)) }
      (start, current) = (end, next?.line)
    }
    self.parts = parts
  }

  /// Where its parts meet, and both ends.
  var breakpoints: [Double] { parts.isEmpty ? [] : parts.map(\.from) + [1] }
}
