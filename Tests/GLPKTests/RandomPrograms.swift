import GLPK
import Modeling

/// Small programs from a seed.
enum RandomPrograms {
  /// Ten columns, eight rows of every kind, whole coefficients and therefore many ties.
  static func linear(seed: UInt64) -> LinearProgram {
    build(seed: seed, columns: 10, rows: 8, wholes: 0)
  }

  /// Four whole columns of at most four values each, and four continuous ones.
  static func mixedInteger(seed: UInt64) -> LinearProgram {
    build(seed: seed, columns: 8, rows: 5, wholes: 4)
  }

  private static func build(
    seed: UInt64, columns: Int, rows: Int, wholes: Int
  ) -> LinearProgram {
    var generator = SeededGenerator(seed: seed)
    func whole(_ range: ClosedRange<Int>) -> Double {
      Double(Int.random(in: range, using: &generator))
    }
    var program = LinearProgram(name: "random \(seed)")
    let made = (0..<columns).map { index in
      let lower = whole(-2...0)
      return program.addColumn(
        "x\(index)", from: lower, to: lower + whole(1...3), cost: whole(-9...9),
        isInteger: index < wholes)
    }
    for row in 0..<rows {
      var sum = LinearExpression()
      for column in made where Double.random(in: 0...1, using: &generator) < 0.5 {
        sum.add(whole(-5...5), column)
      }
      let side = whole(-4...8)
      switch row % 4 {
      case 0: program.addRow("r\(row)", sum, to: side)
      case 1: program.addRow("r\(row)", sum, from: -side)
      case 2: program.addRow("r\(row)", sum, from: side - 6, to: side)
      default: program.addRow("r\(row)", sum, from: -20, to: 2 * side)
      }
    }
    return program
  }
}

/// The optimum by trying all whole numbers and solving for the rest.
enum BruteForce {
  /// - Returns: nothing if there is no point.
  static func optimum(of program: LinearProgram) throws -> Double? {
    let wholes = program.columns.indices.filter { program.columns[$0].isInteger }
    var point = [Double](repeating: 0, count: program.columns.count)
    var best: Double?
    func visit(_ position: Int) throws {
      if position == wholes.count {
        let rest = try GLPKSolver().solve(program.withIntegersFixed(at: point))
        if let objective = rest.objective, objective < best ?? .infinity { best = objective }
        return
      }
      let column = program.columns[wholes[position]]
      for value in Int(column.lower)...Int(column.upper) {
        point[wholes[position]] = Double(value)
        try visit(position + 1)
      }
    }
    try visit(0)
    return best
  }
}

extension LinearProgram {
  /// Costs less what `duals` say the rows are worth.
  func reducedCosts(_ duals: [Double]) -> [Double] {
    var reduced = columns.map(\.cost)
    for (row, dual) in zip(rows, duals) {
      for term in row.terms { reduced[term.column.index] -= dual * term.coefficient }
    }
    return reduced
  }
}
