/// A part of the designs: bounds of the whole columns, in their order.
///
/// Large-neighbourhood search in the manner of Danna, Rothberg and Le Pape (2005, doi:10.1007/s10107-004-0518-7): most whole
/// columns are fixed, so that a small tree finds the best design of the part.
struct Neighbourhood: Sendable {
  var lower: [Double]
  var upper: [Double]
}

/// The neighbourhoods of a relaxation's point and of the best design.
struct Neighbourhoods {
  /// Bounds of the whole columns in the whole search.
  let lower: [Double]
  let upper: [Double]
  /// The relaxation's values of the whole columns.
  let relaxed: [Double]
  /// The period of each whole column.
  let periods: [Int]
  /// The facility of each whole column.
  let facilities: [Int]

  /// Whole columns that the relaxation leaves fractional may be rounded either way, all others stay
  /// (relaxation-enforced neighbourhood search, Berthold 2014, doi:10.1007/s12532-013-0060-9).
  var ofRelaxation: Neighbourhood {
    bounded { index in
      (relaxed[index] + 1e-6).rounded(.down)...(relaxed[index] - 1e-6).rounded(.up)
    }
  }

  /// What relaxation and best design agree on stays (relaxation-induced neighbourhood search).
  func induced(by best: Design) -> Neighbourhood {
    bounded { index in
      let value = Double(best.values[index])
      return abs(relaxed[index] - value) < 0.15 ? value...value : lower[index]...upper[index]
    }
  }

  /// One period is free.
  func period(_ period: Int, around best: Design) -> Neighbourhood {
    bounded { index in
      let value = Double(best.values[index])
      return periods[index] == period ? lower[index]...upper[index] : value...value
    }
  }

  /// Some facilities are free, with module counts at most `reach` away.
  func facilities(_ free: Set<Int>, reach: Double, around best: Design) -> Neighbourhood {
    bounded { index in
      let value = Double(best.values[index])
      return free.contains(facilities[index]) ? (value - reach)...(value + reach) : value...value
    }
  }

  private func bounded(_ range: (Int) -> ClosedRange<Double>) -> Neighbourhood {
    var result = Neighbourhood(lower: lower, upper: upper)
    for index in lower.indices {
      let allowed = range(index)
      result.lower[index] = min(max(lower[index], allowed.lowerBound), upper[index])
      result.upper[index] = max(min(upper[index], allowed.upperBound), lower[index])
    }
    return result
  }
}
