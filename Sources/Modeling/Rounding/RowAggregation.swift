/// A weighted sum of rows, each with its slack: `Σ λ_i (a_i x − s_i) = 0`, s_i between the bounds of its row.
///
/// Coefficients are sums of products, and so known up to `errors`; those of slacks are exact.
struct RowAggregation {
  /// λ, by row, in the order in which rows came in.
  private(set) var multipliers: [(row: Int, value: Double)] = []
  /// The columns that may have a coefficient.
  private(set) var columns: [Int] = []
  private var coefficients: [Double]
  private var errors: [Double]
  private var isTouched: [Bool]
  private var rows: Set<Int> = []

  /// The sum of nothing, over so many columns.
  init(columnCount: Int) {
    coefficients = Array(repeating: 0, count: columnCount)
    errors = coefficients
    isTouched = Array(repeating: false, count: columnCount)
  }

  func coefficient(_ column: Int) -> Double { coefficients[column] }

  /// How far a coefficient may be from the true sum.
  func error(_ column: Int) -> Double { errors[column] * SafeArithmetic.slack }

  func contains(_ row: Int) -> Bool { rows.contains(row) }

  /// Adds a row; where it takes a column out, that column's coefficient is 0 up to its error.
  mutating func add(_ terms: [LinearExpression.Term], row: Int, times factor: Double) {
    multipliers.append((row, factor))
    rows.insert(row)
    for term in terms {
      let column = term.column.index
      if !isTouched[column] {
        isTouched[column] = true
        columns.append(column)
      }
      let part = factor * term.coefficient
      coefficients[column] += part
      errors[column] += SafeArithmetic.error(ofSum: coefficients[column], adding: part)
    }
  }

  /// Counts a coefficient that rounding alone has left as nothing.
  mutating func drop(_ column: Int) {
    errors[column] += abs(coefficients[column])
    coefficients[column] = 0
  }

  /// Begins anew.
  mutating func clear() {
    for column in columns {
      coefficients[column] = 0
      errors[column] = 0
      isTouched[column] = false
    }
    columns.removeAll(keepingCapacity: true)
    multipliers.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
  }
}

/// Running bounds of what rounding does (Higham 2002, section 3.3).
enum SafeArithmetic {
  /// What a sum may be wrong by after a product was added to it: the product is rounded, and a coefficient in it was rounded
  /// when the program was assembled, and the sum is.
  static func error(ofSum sum: Double, adding part: Double) -> Double {
    abs(part) * (0x1p-51 + 0x1p-48) + abs(sum) * 0x1p-53
  }

  /// Errors are added up with roundings too.
  static let slack = 1 + 0x1p-20
}
