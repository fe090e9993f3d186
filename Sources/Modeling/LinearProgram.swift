/// A mixed-integer linear program as a plain value: minimise a linear objective subject to
/// two-sided rows and bounds.
///
/// It knows no solver. Parts of a formulation add columns and rows to it; a solver, a writer or
/// a scaler reads it. Every program minimises: who wants a maximum negates on the way in and out.
public struct LinearProgram: Sendable, Equatable {
  /// The index of a column in its program.
  public struct ColumnID: Hashable, Sendable, Comparable {
    /// Index from 0.
    public let index: Int

    /// - Parameter index: from 0, in ``LinearProgram/columns``.
    public init(_ index: Int) { self.index = index }

    /// Orders by index.
    public static func < (left: ColumnID, right: ColumnID) -> Bool { left.index < right.index }
  }

  /// The index of a row in its program.
  public struct RowID: Hashable, Sendable {
    /// Index from 0.
    public let index: Int

    /// - Parameter index: from 0, in ``LinearProgram/rows``.
    public init(_ index: Int) { self.index = index }
  }

  /// A variable with its bounds and its coefficient in the objective.
  public struct Column: Sendable, Equatable {
    /// A name that is unique in the program, such as `open[ningde,2026]`.
    public var name: String
    /// The least value, possibly `-.infinity`.
    public var lower: Double
    /// The greatest value, possibly `.infinity`.
    public var upper: Double
    /// The coefficient in the objective.
    public var cost: Double
    /// Whether the value must be whole.
    public var isInteger: Bool
  }

  /// A linear row between two bounds.
  public struct Row: Sendable, Equatable {
    /// A name that is unique in the program.
    public var name: String
    /// The least activity, possibly `-.infinity`.
    public var lower: Double
    /// The greatest activity, possibly `.infinity`.
    public var upper: Double
    /// The nonzero coefficients; each column at most once, in rising order.
    public var terms: [LinearExpression.Term]

    /// Creates a row; its terms must stand in rising order.
    public init(name: String, lower: Double, upper: Double, terms: [LinearExpression.Term]) {
      self.name = name
      self.lower = lower
      self.upper = upper
      self.terms = terms
    }
  }

  /// What the program stands for, for the head of an exported file.
  public var name: String
  /// The variables.
  public internal(set) var columns: [Column] = []
  /// The constraints.
  public internal(set) var rows: [Row] = []

  /// An empty program.
  public init(name: String = "program") {
    self.name = name
  }

  /// Adds a variable.
  ///
  /// - Parameters:
  ///   - name: unique in the program.
  ///   - lower: the least value.
  ///   - upper: the greatest value.
  ///   - cost: the coefficient in the objective.
  ///   - isInteger: whether it must be whole.
  public mutating func addColumn(
    _ name: @autoclosure () -> String, from lower: Double = 0, to upper: Double = .infinity,
    cost: Double = 0, isInteger: Bool = false
  ) -> ColumnID {
    precondition(!lower.isNaN && !upper.isNaN && cost.isFinite, "column with a number that is none")
    columns.append(
      Column(name: name(), lower: lower, upper: upper, cost: cost, isInteger: isInteger))
    return ColumnID(columns.count - 1)
  }

  /// Adds `lower ≤ expression ≤ upper`; the constant of the expression moves into the bounds.
  ///
  /// A row without terms is kept, since it may state an impossibility (`0 ≥ 3`).
  @discardableResult
  public mutating func addRow(
    _ name: @autoclosure () -> String, _ expression: LinearExpression,
    from lower: Double = -.infinity, to upper: Double = .infinity
  ) -> RowID {
    let compact = expression.compacted()
    precondition(
      !lower.isNaN && !upper.isNaN && compact.constant.isFinite, "row with a number that is none")
    rows.append(
      Row(
        name: name(), lower: lower - compact.constant, upper: upper - compact.constant,
        terms: compact.terms))
    return RowID(rows.count - 1)
  }

  /// Adds a row as it is: its terms must stand in rising order.
  package mutating func addRow(_ row: Row) {
    rows.append(row)
  }

  /// Takes rows away; those after them move up.
  package mutating func removeRows(_ indices: Set<Int>) {
    var kept: [Row] = []
    kept.reserveCapacity(rows.count - indices.count)
    for (index, row) in rows.enumerated() where !indices.contains(index) { kept.append(row) }
    rows = kept
  }

  /// Replaces a column's coefficient in the objective.
  package mutating func setCost(_ cost: Double, of column: ColumnID) {
    columns[column.index].cost = cost
  }

  /// Replaces the objective by `expression`, whose constant must be 0.
  public mutating func minimise(_ expression: LinearExpression) {
    precondition(expression.constant == 0, "an objective has no constant here")
    for index in columns.indices { columns[index].cost = 0 }
    for term in expression.compacted().terms { columns[term.column.index].cost = term.coefficient }
  }

  /// Multiplies every coefficient of the objective.
  package mutating func scaleObjective(by factor: Double) {
    for index in columns.indices { columns[index].cost *= factor }
  }

  /// The same program with each row multiplied by the power of two that brings its greatest coefficient to between 1 and 2.
  package func withRowsNearOne() -> LinearProgram {
    var program = self
    for index in rows.indices {
      let greatest = rows[index].terms.reduce(0.0) { max($0, abs($1.coefficient)) }
      guard greatest > 0 else { continue }
      let factor = Double(sign: .plus, exponent: -greatest.exponent, significand: 1)
      program.rows[index].lower *= factor
      program.rows[index].upper *= factor
      for term in rows[index].terms.indices {
        program.rows[index].terms[term].coefficient *= factor
      }
    }
    return program
  }

  /// The objective as an expression.
  public var objective: LinearExpression {
    var expression = LinearExpression()
    for (index, column) in columns.enumerated() where column.cost != 0 {
      expression.add(column.cost, ColumnID(index))
    }
    return expression
  }

  /// Replaces a column's bounds.
  public mutating func setBounds(of column: ColumnID, from lower: Double, to upper: Double) {
    columns[column.index].lower = lower
    columns[column.index].upper = upper
  }

  /// Replaces a row's bounds.
  public mutating func setBounds(of row: RowID, from lower: Double, to upper: Double) {
    rows[row.index].lower = lower
    rows[row.index].upper = upper
  }

  /// Fixes every whole column at the rounded value it has in `point`, and makes it continuous: what
  /// is left is a linear program.
  public func withIntegersFixed(at point: [Double]) -> LinearProgram {
    var fixed = self
    for index in columns.indices where columns[index].isInteger {
      let value = point[index].rounded()
      fixed.columns[index].lower = value
      fixed.columns[index].upper = value
      fixed.columns[index].isInteger = false
    }
    return fixed
  }

  /// `point` with each value brought between the bounds of its column.
  public func clamped(_ point: [Double]) -> [Double] {
    zip(columns, point).map { max($0.lower, min($0.upper, $1)) }
  }

  /// The greatest value of an expression within the bounds of its columns.
  package func greatest(_ expression: LinearExpression) -> Double {
    expression.compacted().terms.reduce(expression.constant) { sum, term in
      let column = columns[term.column.index]
      return sum + term.coefficient * (term.coefficient > 0 ? column.upper : column.lower)
    }
  }

  /// Value of the objective at `point`.
  public func objectiveValue(at point: [Double]) -> Double {
    var sum = 0.0
    for (column, value) in zip(columns, point) where column.cost != 0 { sum += column.cost * value }
    return sum
  }

  /// The number of nonzero coefficients in the rows.
  public var nonzeroCount: Int { rows.reduce(0) { $0 + $1.terms.count } }
}
