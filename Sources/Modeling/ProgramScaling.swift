import Foundation

/// The powers of two that relate a scaled program to the natural one, and the way back.
///
/// With `r`, `c` and `s` the factors of a row, a column and the objective, the scaled program has
/// `a' = r·a·c`, `x' = x / c`, row bounds times `r` and costs `s·c·cost`. All factors are powers of
/// two, so that scaling and unscaling lose nothing. Whole columns keep the factor 1, since a half of
/// a whole number need not be whole.
public struct ProgramScaling: Sendable, Equatable {
  /// The factor of each row.
  public let rowFactors: [Double]
  /// The factor of each column: natural value = factor · scaled value.
  public let columnFactors: [Double]
  /// The factor of the objective: scaled value = factor · natural value.
  public let objectiveFactor: Double

  /// The natural point of a scaled one.
  public func naturalPoint(_ scaled: [Double]) -> [Double] {
    zip(scaled, columnFactors).map { $0 * $1 }
  }

  /// The scaled point of a natural one.
  public func scaledPoint(_ natural: [Double]) -> [Double] {
    zip(natural, columnFactors).map { $0 / $1 }
  }

  /// The natural objective, or bound of it, of a scaled one.
  public func naturalObjective(_ scaled: Double) -> Double { scaled / objectiveFactor }

  /// The scaled objective of a natural one.
  public func scaledObjective(_ natural: Double) -> Double { natural * objectiveFactor }

  /// The natural row duals of scaled ones.
  public func naturalRowDuals(_ scaled: [Double]) -> [Double] {
    zip(scaled, rowFactors).map { $0 * $1 / objectiveFactor }
  }

  /// The natural reduced costs of scaled ones.
  public func naturalReducedCosts(_ scaled: [Double]) -> [Double] {
    zip(scaled, columnFactors).map { $0 / $1 / objectiveFactor }
  }
}

extension LinearProgram {
  /// The same program with coefficients near 1, and how to come back from it.
  ///
  /// Rows and columns are scaled by geometric means (the square root of the least times the greatest
  /// magnitude), a few sweeps in turn; a program whose coefficients all lie between 1/8 and 8 stays
  /// as it is. The objective is scaled so that its coefficients lie about 1e-2 to 1e4, where the
  /// absolute tolerances of a simplex solver mean something.
  ///
  /// - Complexity: linear in the nonzeros.
  ///
  /// - Parameters:
  ///   - columnExponents: columns whose factor is known, as exponents of 2.
  ///   - objectiveExponent: the objective's factor, where it is known.
  public func scaled(
    columnExponents: [Int: Int] = [:], objectiveExponent: Int? = nil
  ) -> (program: LinearProgram, scaling: ProgramScaling) {
    let exponents = ScalingSweeps(self, fixed: columnExponents).exponents()
    let rowFactors = exponents.rows.map { exp2($0) }
    let columnFactors = exponents.columns.map { exp2($0) }
    var scaled = self
    for index in rows.indices {
      let factor = rowFactors[index]
      scaled.rows[index].lower *= factor
      scaled.rows[index].upper *= factor
      for position in rows[index].terms.indices {
        let column = rows[index].terms[position].column.index
        scaled.rows[index].terms[position].coefficient *= factor * columnFactors[column]
      }
    }
    for index in columns.indices {
      scaled.columns[index].lower /= columnFactors[index]
      scaled.columns[index].upper /= columnFactors[index]
      scaled.columns[index].cost *= columnFactors[index]
    }
    let objectiveFactor =
      objectiveExponent.map { exp2(Double($0)) } ?? scaled.objectiveScalingFactor()
    for index in columns.indices { scaled.columns[index].cost *= objectiveFactor }
    let scaling = ProgramScaling(
      rowFactors: rowFactors, columnFactors: columnFactors, objectiveFactor: objectiveFactor)
    return (scaled, scaling)
  }

  /// The power of two that brings the costs about 1e-2 to 1e4; 1 if they are there already.
  private func objectiveScalingFactor() -> Double {
    var least = Double.infinity
    var greatest = 0.0
    for column in columns where column.cost != 0 {
      least = min(least, abs(column.cost))
      greatest = max(greatest, abs(column.cost))
    }
    if greatest == 0 || (least >= 1e-2 && greatest <= 1e4) { return 1 }
    let middle = (log2(least) + log2(greatest)) / 2
    return exp2((log2(10) - middle).rounded())
  }
}

/// Geometric-mean scaling in exponents of two.
private struct ScalingSweeps {
  private let program: LinearProgram
  private let sweeps = 4
  /// Bounds of an exponent: beyond them a coefficient is an oddity that no scaling cures.
  private let limit = 40.0

  /// Exponents of columns that are not to be moved.
  private let fixed: [Int: Int]

  init(_ program: LinearProgram, fixed: [Int: Int]) {
    self.program = program
    self.fixed = fixed
  }

  /// Whole exponents for rows and columns.
  func exponents() -> (rows: [Double], columns: [Double]) {
    var rowExponents = [Double](repeating: 0, count: program.rows.count)
    var columnExponents = [Double](repeating: 0, count: program.columns.count)
    for (column, exponent) in fixed { columnExponents[column] = Double(exponent) }
    if fixed.isEmpty && isWellScaled { return (rowExponents, columnExponents) }
    let logarithms = program.rows.map { row in row.terms.map { log2(abs($0.coefficient)) } }
    for _ in 0..<sweeps {
      scaleRows(&rowExponents, columnExponents, logarithms)
      scaleColumns(&columnExponents, rowExponents, logarithms)
    }
    for index in columnExponents.indices {
      columnExponents[index] = clamped(columnExponents[index].rounded())
    }
    scaleRows(&rowExponents, columnExponents, logarithms)
    for index in rowExponents.indices {
      rowExponents[index] = clamped(rowExponents[index].rounded())
    }
    return (rowExponents, columnExponents)
  }

  private var isWellScaled: Bool {
    program.rows.allSatisfy { row in
      row.terms.allSatisfy { (0.125...8).contains(abs($0.coefficient)) }
    }
  }

  private func clamped(_ exponent: Double) -> Double { min(limit, max(-limit, exponent)) }

  private func scaleRows(
    _ rowExponents: inout [Double], _ columnExponents: [Double], _ logarithms: [[Double]]
  ) {
    for (index, row) in program.rows.enumerated() where !row.terms.isEmpty {
      var least = Double.infinity
      var greatest = -Double.infinity
      for (term, logarithm) in zip(row.terms, logarithms[index]) {
        let value = logarithm + columnExponents[term.column.index]
        least = min(least, value)
        greatest = max(greatest, value)
      }
      rowExponents[index] = -(least + greatest) / 2
    }
  }

  private func scaleColumns(
    _ columnExponents: inout [Double], _ rowExponents: [Double], _ logarithms: [[Double]]
  ) {
    var least = [Double](repeating: .infinity, count: columnExponents.count)
    var greatest = [Double](repeating: -.infinity, count: columnExponents.count)
    for (index, row) in program.rows.enumerated() {
      for (term, logarithm) in zip(row.terms, logarithms[index]) {
        let value = logarithm + rowExponents[index]
        let column = term.column.index
        least[column] = min(least[column], value)
        greatest[column] = max(greatest[column], value)
      }
    }
    for index in columnExponents.indices
    where least[index].isFinite && !program.columns[index].isInteger && fixed[index] == nil {
      columnExponents[index] = -(least[index] + greatest[index]) / 2
    }
  }
}
