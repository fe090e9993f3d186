import Modeling

/// Programs with everything that readers of LP and MPS files trip over.
enum AwkwardPrograms {
  /// Every kind of bound and row, and names from hell. The optimum is -40.
  static func everything() -> LinearProgram {
    var program = LinearProgram(name: "every \"kind\"\nof thing")
    let open = program.addColumn("open[ningde-cells,2026]", to: 1, cost: 2.5, isInteger: true)
    let other = program.addColumn("open[ningde_cells,2026]", from: -3, to: 7, isInteger: true)
    let exponent = program.addColumn("e10", from: 0.1, to: 0.30000000000000004, cost: 1)
    let free = program.addColumn("free", from: -.infinity, cost: 1)
    let below = program.addColumn("2 süße 'Äpfel'", from: -.infinity, to: -1.5, cost: -2)
    let fixed = program.addColumn("inf", from: 4, to: 4, cost: -10)
    let long = program.addColumn(String(repeating: "long", count: 80), from: -2, cost: 1 / 3)
    _ = program.addColumn("unused", to: 9)
    let count = program.addColumn("count", from: 2, cost: 0.5, isInteger: true)
    program.addRow("two-sided", expression((1, open), (3, other), (1, free)), from: -5, to: 5)
    program.addRow("two-sided.upper", expression((1, free), (-1, below)), from: -2.5)
    program.addRow("cost", expression((1, count), (1, long)), from: 1.25)
    program.addRow("free row", expression((1, free), (2, long)))
    program.addRow("", LinearExpression(), from: -1, to: 1)
    program.addRow("equality", expression((1, exponent), (-1, free)), from: 4.25, to: 4.25)
    program.addRow("st", expression((1e-7, open), (123456.789, fixed)), to: 1e6)
    return program
  }

  /// The numbers beside the columns.
  static func expression(
    _ terms: (Double, LinearProgram.ColumnID)...
  ) -> LinearExpression {
    var sum = LinearExpression()
    for (coefficient, column) in terms { sum.add(coefficient, column) }
    return sum
  }

  /// Nothing to minimise and nothing to obey.
  static func empty() -> LinearProgram { LinearProgram(name: "") }

  /// One row that cannot hold, over no column at all.
  static func impossible() -> LinearProgram {
    var program = LinearProgram(name: "impossible")
    _ = program.addColumn("x", to: 1)
    program.addRow("never", LinearExpression(), from: 3)
    return program
  }

  /// Any point between bounds will do.
  static func noObjective() -> LinearProgram {
    var program = LinearProgram(name: "no objective")
    let x = program.addColumn("x", from: 1)
    program.addRow("most", LinearExpression(1, x), to: 2)
    return program
  }
}
