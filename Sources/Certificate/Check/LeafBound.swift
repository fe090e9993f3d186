/// What multipliers prove of a part of the choices, by weak duality: with reduced costs `d = cost − Σ π_r row_r`,
///
///     objective ≥ Σ_r π_r · side_r + Σ_j min(d_j · lower_j, d_j · upper_j).
///
/// With a cost of 0 in place of the objective, a value above 0 proves that there is no plan: 0 would be more than 0.
struct LeafBound {
  private let columns: [ProofColumn]
  /// Costs of the columns, and zeros.
  private let costs: [Interval]
  private let zeros: [Interval]
  /// Kept between leaves, so that each costs one pass and no memory.
  private var reduced: [Interval]

  init(_ columns: [ProofColumn]) {
    self.columns = columns
    costs = columns.map(\.cost)
    zeros = columns.map { _ in .zero }
    reduced = zeros
  }

  /// The value, enclosed: what exact arithmetic would give lies in it.
  ///
  /// - Parameters:
  ///   - multipliers: those of rows; one of a sign for which its row has no side counts as 0.
  ///   - rows: the rows that they refer to.
  ///   - bounds: bounds of columns that differ from the master's.
  mutating func value(
    of multipliers: BoundCertificate.Multipliers, rows: RowTable, bounds: [Int: WholeRange]
  ) throws(CertificateFault) -> Interval {
    guard multipliers.rows.count == multipliers.values.count else {
      throw CertificateFault(
        "", "it has \(multipliers.rows.count) rows and \(multipliers.values.count) multipliers")
    }
    reduced = multipliers.kind == .bound ? costs : zeros
    var value = Interval.zero
    for (reference, multiplier) in zip(multipliers.rows, multipliers.values) where multiplier != 0 {
      guard multiplier.isFinite else {
        throw CertificateFault("", "a multiplier is not a finite number")
      }
      guard let row = rows[reference] else {
        throw CertificateFault("", "there is no row \(reference)")
      }
      guard let side = row.side(for: multiplier) else { continue }
      value += multiplier * side
      for index in row.columns.indices {
        reduced[Int(row.columns[index])] -= multiplier * row.coefficients[index]
      }
    }
    for column in columns.indices {
      let cost = reduced[column]
      if cost.isZero { continue }
      var (lower, upper) = (columns[column].lower, columns[column].upper)
      if columns[column].isWhole, let range = bounds[column] {
        lower = Interval(max(lower.lower, Double(range.lower)))
        upper = Interval(min(upper.lower, Double(range.upper)))
      }
      if lower.isZero {
        if cost.lower >= 0 { continue }
        value += cost.negativePart * upper
      } else {
        value += .least(cost * lower, cost * upper)
      }
      guard value.lower > -.infinity else {
        throw CertificateFault(
          "", "it counts on a bound of \(columns[column].name), which has none on that side")
      }
    }
    return value
  }
}

/// A range of whole numbers.
struct WholeRange: Sendable, Equatable {
  var lower: Int
  var upper: Int

  var isEmpty: Bool { lower > upper }
}
