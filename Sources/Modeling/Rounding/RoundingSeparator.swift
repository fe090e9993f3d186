/// Finds mixed-integer rounding cuts that a point of a relaxation violates.
///
/// From each row a path is followed: the row itself, then the sum with a second that takes out a continuous column, and so on
/// (Marchand and Wolsey 2001, doi:10.1287/opre.49.3.363.11211). Continuous columns with a variable upper bound `x ≤ U y` are
/// replaced through its row. Sums that a simplex tableau names may be rounded beside them: their cuts are Gomory's, with δ and
/// complements of our own choice. All of it is in arithmetic that errs on the safe side, so a cut holds whatever
/// the solver did (Cook, Dash, Fukasawa and Goycoolea 2009, doi:10.1287/ijoc.1090.0324).
package struct RoundingSeparator {
  /// A cut `Σ coefficient · column ≤ upper` with how it was made.
  package struct Cut {
    package var columns: [Int]
    package var coefficients: [Double]
    package var upper: Double
    package var efficacy: Double
    package var derivation: RoundingDerivation

    /// Whether the two point almost the same way, so that one of them does.
    package func isNearly(_ other: Cut) -> Bool {
      let mine = Dictionary(zip(columns, coefficients), uniquingKeysWith: { first, _ in first })
      let product = zip(other.columns, other.coefficients).reduce(0.0) {
        $0 + $1.1 * (mine[$1.0] ?? 0)
      }
      let norms = [coefficients, other.coefficients].map { $0.reduce(0) { $0 + $1 * $1 } }
      return product > Self.mostAlike * (norms[0] * norms[1]).squareRoot()
    }

    private static let mostAlike = 0.7
  }

  private let program: LinearProgram
  private let point: [Double]
  private let activities: [Double]
  /// Rows in which each column stands, with its coefficient there.
  private let rowsOfColumn: [[(row: Int, coefficient: Double)]]
  /// The row `x − U·y ≤ 0` that bounds a continuous column best at the point.
  private let variableBound: [Int: (row: Int, coefficient: Double, bound: Double)]
  private var sum: RowAggregation
  private var unfolding: RoundingUnfolding

  /// - Parameters:
  ///   - program: the relaxation with the bounds for which cuts are to hold.
  ///   - point: a point of it.
  package init(_ program: LinearProgram, at point: [Double]) {
    self.program = program
    self.point = point
    var rowsOfColumn = [[(row: Int, coefficient: Double)]](
      repeating: [], count: program.columns.count)
    var activities: [Double] = []
    activities.reserveCapacity(program.rows.count)
    var bounds: [Int: (row: Int, coefficient: Double, bound: Double)] = [:]
    for (index, row) in program.rows.enumerated() {
      var activity = 0.0
      for term in row.terms {
        rowsOfColumn[term.column.index].append((index, term.coefficient))
        activity += term.coefficient * point[term.column.index]
      }
      activities.append(activity)
      guard row.terms.count == 2, row.upper == 0 else { continue }
      for (own, other) in [(row.terms[0], row.terms[1]), (row.terms[1], row.terms[0])]
      where own.coefficient > 0 && other.coefficient < 0
        && !program.columns[own.column.index].isInteger
        && program.columns[other.column.index].isInteger
      {
        let bound = -other.coefficient / own.coefficient * point[other.column.index]
        if bound < bounds[own.column.index]?.bound ?? .infinity {
          bounds[own.column.index] = (index, own.coefficient, bound)
        }
      }
    }
    self.rowsOfColumn = rowsOfColumn
    self.activities = activities
    variableBound = bounds
    sum = RowAggregation(columnCount: program.columns.count)
    unfolding = RoundingUnfolding(program: program)
  }

  /// The most violated cuts, the best first.
  ///
  /// - Parameters:
  ///   - most: at most so many.
  ///   - sums: multipliers of rows whose sums are tried too, such as rows of the simplex tableau.
  ///   - isOver: asked between rows; with `true` it ends.
  package mutating func cuts(
    most: Int, sums: [[(row: Int, value: Double)]] = [], isOver: () -> Bool = { false }
  ) -> [Cut] {
    var cuts: [Cut] = []
    for multipliers in sums {
      if isOver() { break }
      if let cut = cut(summing: multipliers) { cuts.append(cut) }
    }
    for row in program.rows.indices where isWorthBeginning(row) {
      if isOver() { break }
      sum.clear()
      sum.add(program.rows[row].terms, row: row, times: 1)
      for step in 0..<Self.mostRows {
        replaceBoundColumns()
        if let cut = cut() {
          cuts.append(cut)
          break
        }
        if step + 1 == Self.mostRows || !addNext() { break }
      }
    }
    cuts.sort { ($0.efficacy, $1.columns.count) > ($1.efficacy, $0.columns.count) }
    var kept: [Cut] = []
    for cut in cuts where kept.count < most && kept.allSatisfy({ !$0.isNearly(cut) }) {
      kept.append(cut)
    }
    return kept
  }

  /// The cut of a sum of rows that its reason has chosen; of a long sum none, since its cut would be long too.
  ///
  /// One sign is enough: of an equation both come to the same cut where δ is the coefficient of a basic column.
  private mutating func cut(summing multipliers: [(row: Int, value: Double)]) -> Cut? {
    sum.clear()
    for (row, value) in multipliers { sum.add(program.rows[row].terms, row: row, times: value) }
    var count = 0
    for column in sum.columns {
      if abs(sum.coefficient(column)) <= Self.nothing { sum.drop(column) } else { count += 1 }
    }
    let most = Self.fewTerms + Int(Self.shareOfTerms * Double(program.columns.count))
    guard count <= min(most, Self.mostTerms), let cut = cut([false]) else { return nil }
    let sizes = cut.coefficients.map(abs)
    let (least, greatest) = (sizes.min() ?? 0, sizes.max() ?? 0)
    return least >= Self.leastRatio * greatest ? cut : nil
  }

  /// Rows that bind at the point; others would bring in slack.
  private func isWorthBeginning(_ row: Int) -> Bool {
    let values = program.rows[row]
    if values.terms.isEmpty { return false }
    let scale = max(1, abs(activities[row]))
    return min(abs(activities[row] - values.lower), abs(values.upper - activities[row]))
      <= 0.1 * scale
  }

  /// Takes out continuous columns that are nearer to a variable upper bound than to their own bounds.
  private mutating func replaceBoundColumns() {
    for column in sum.columns {
      let coefficient = sum.coefficient(column)
      guard abs(coefficient) > Self.nothing, let bound = variableBound[column],
        !sum.contains(bound.row)
      else { continue }
      let value = point[column]
      let (lower, upper) = (program.columns[column].lower, program.columns[column].upper)
      guard bound.bound - value < min(value - lower, upper - value) else { continue }
      take(out: column, by: bound.row, bound.coefficient)
    }
  }

  private mutating func take(out column: Int, by row: Int, _ own: Double) {
    sum.add(program.rows[row].terms, row: row, times: -sum.coefficient(column) / own)
    sum.drop(column)
  }

  /// Adds the row that takes out the continuous column farthest from its bounds; `false` where there is none.
  private mutating func addNext() -> Bool {
    var farthest: (column: Int, distance: Double)?
    for column in sum.columns where !program.columns[column].isInteger {
      if abs(sum.coefficient(column)) <= Self.nothing { continue }
      let distance = min(
        point[column] - program.columns[column].lower, program.columns[column].upper - point[column]
      )
      if distance > max(1e-6, farthest?.distance ?? 0) { farthest = (column, distance) }
    }
    guard let column = farthest?.column else { return false }
    var best: (row: Int, own: Double, score: Double)?
    for entry in rowsOfColumn[column] where !sum.contains(entry.row) {
      let row = program.rows[entry.row]
      let slack = min(
        abs(activities[entry.row] - row.lower), abs(row.upper - activities[entry.row]))
      guard slack <= 1e-6 * max(1, abs(activities[entry.row])), row.terms.count <= Self.mostTerms
      else { continue }
      // Short equations first.
      let score = Double(row.terms.count) + (row.lower == row.upper ? 0 : 5)
      if score < best?.score ?? .infinity { best = (entry.row, entry.coefficient, score) }
    }
    guard let best else { return false }
    take(out: column, by: best.row, best.own)
    return true
  }

  private mutating func cut(_ signs: [Bool] = [false, true]) -> Cut? {
    var found: Cut?
    for isNegated in signs {
      guard var rounding = base(isNegated: isNegated), let divisor = rounding.bestDivisor(),
        let cut = unfolded(rounding, divisor), cut.efficacy > found?.efficacy ?? 0
      else { continue }
      found = cut
    }
    return found
  }

  /// The sum as an inequality over distances from the nearest bounds; `nil` where a bound is missing or nothing is whole.
  private func base(isNegated: Bool) -> MixedIntegerRounding? {
    let sign = isNegated ? -1.0 : 1
    var variables: [MixedIntegerRounding.Variable] = []
    var allowance = 0.0
    var hasFraction = false
    func variable(
      _ name: MixedIntegerRounding.Variable.Name, _ coefficient: Double, _ isWhole: Bool,
      _ lower: Double, _ upper: Double, _ value: Double
    ) -> MixedIntegerRounding.Variable? {
      guard lower.isFinite || upper.isFinite else { return nil }
      let isFromUpper = upper - value < value - lower || !lower.isFinite
      return MixedIntegerRounding.Variable(
        name: name, coefficient: coefficient, isWhole: isWhole, lower: lower, upper: upper,
        value: value, isFromUpper: isFromUpper)
    }
    for column in sum.columns {
      let values = program.columns[column]
      let reach = max(abs(values.lower), abs(values.upper))
      guard reach.isFinite else { return nil }
      allowance += sum.error(column) * reach * (1 + 0x1p-50)
      let coefficient = sum.coefficient(column)
      if coefficient == 0 { continue }
      guard
        let made = variable(
          .column(column), sign * coefficient, values.isInteger, values.lower, values.upper,
          min(max(point[column], values.lower), values.upper))
      else { return nil }
      if values.isInteger, made.distance > 1e-6, abs(made.value - made.value.rounded()) > 1e-6 {
        hasFraction = true
      }
      variables.append(made)
    }
    guard hasFraction else { return nil }
    for (row, factor) in sum.multipliers {
      let values = program.rows[row]
      guard
        let made = variable(
          .slack(row), -sign * factor, false, values.lower, values.upper,
          min(max(activities[row], values.lower), values.upper))
      else { return nil }
      variables.append(made)
    }
    return MixedIntegerRounding(
      variables: variables, allowance: allowance * SafeArithmetic.slack, isNegated: isNegated)
  }

  /// The cut over the columns themselves.
  private mutating func unfolded(_ rounding: MixedIntegerRounding, _ divisor: Double) -> Cut? {
    guard unfolding.unfold(rounding, divisor) else { return nil }
    let derivation = RoundingDerivation(
      multipliers: sum.multipliers,
      columnsFromUpper: rounding.variables.compactMap {
        if case .column(let column) = $0.name, $0.isFromUpper { column } else { nil }
      },
      rowsFromUpper: rounding.variables.compactMap {
        if case .slack(let row) = $0.name, $0.isFromUpper { row } else { nil }
      }, divisor: divisor, isNegated: rounding.isNegated)
    return unfolding.cut(at: point, derivation)
  }

  /// Rows of a path.
  private static let mostRows = 6
  /// Terms of a row that may join a path.
  private static let mostTerms = 500
  /// Terms of a sum that is rounded as a whole: so many, and this share of the columns.
  private static let fewTerms = 100
  private static let shareOfTerms = 0.15
  /// Coefficients of such a cut to one another, the least to the greatest: others make bases that nothing is proven from.
  private static let leastRatio = 1e-4
  private static let nothing = 1e-9
}
