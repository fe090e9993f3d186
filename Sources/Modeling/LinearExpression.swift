/// A linear expression: what the parts of a formulation hand to one another.
///
/// A known quantity may stand where a variable stands, as an expression with a constant alone.
public struct LinearExpression: Sendable, Equatable {
  /// A coefficient times a column.
  public struct Term: Sendable, Equatable {
    /// The variable.
    public var column: LinearProgram.ColumnID
    /// Its coefficient.
    public var coefficient: Double

    /// A coefficient times a column.
    public init(_ coefficient: Double, _ column: LinearProgram.ColumnID) {
      self.column = column
      self.coefficient = coefficient
    }
  }

  /// The terms, in the order they were added; a column may stand in several.
  public private(set) var terms: [Term]
  /// The constant.
  public private(set) var constant: Double

  /// A constant, 0 if none is given.
  public init(_ constant: Double = 0) {
    terms = []
    self.constant = constant
  }

  /// One variable with a coefficient.
  public init(_ coefficient: Double, _ column: LinearProgram.ColumnID) {
    terms = [Term(coefficient, column)]
    constant = 0
  }

  /// Whether it has no term and the constant 0.
  public var isZero: Bool { terms.isEmpty && constant == 0 }

  /// Adds `coefficient · column`.
  public mutating func add(_ coefficient: Double, _ column: LinearProgram.ColumnID) {
    if coefficient != 0 { terms.append(Term(coefficient, column)) }
  }

  /// Adds a constant.
  public mutating func add(_ constant: Double) {
    self.constant += constant
  }

  /// Adds `factor · other`.
  public mutating func add(_ other: LinearExpression, times factor: Double = 1) {
    if factor == 0 { return }
    terms.reserveCapacity(terms.count + other.terms.count)
    for term in other.terms { terms.append(Term(term.coefficient * factor, term.column)) }
    constant += other.constant * factor
  }

  /// The value at `point`, which has a number for every column.
  public func value(at point: [Double]) -> Double {
    terms.reduce(constant) { $0 + $1.coefficient * point[$1.column.index] }
  }

  /// The same expression with each column at most once, in rising order, without zeros.
  public func compacted() -> LinearExpression {
    var ordered = terms
    let isRising = zip(terms, terms.dropFirst()).allSatisfy { $0.column < $1.column }
    if !isRising { ordered.sort { $0.column < $1.column } }
    var merged = LinearExpression(constant)
    merged.terms.reserveCapacity(ordered.count)
    for term in ordered {
      if let last = merged.terms.last, last.column == term.column {
        merged.terms[merged.terms.count - 1].coefficient += term.coefficient
      } else {
        merged.terms.append(term)
      }
    }
    if merged.terms.contains(where: { $0.coefficient == 0 }) {
      merged.terms.removeAll { $0.coefficient == 0 }
    }
    return merged
  }
}
