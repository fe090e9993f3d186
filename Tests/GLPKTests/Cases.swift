import Modeling
import Testing

/// A program with its known answer.
struct Case: Sendable, CustomTestStringConvertible {
  let program: LinearProgram
  let termination: Termination
  let optimum: Double?
  var testDescription: String { program.name }

  private init(
    _ name: String, _ termination: Termination, _ optimum: Double? = nil,
    _ build: (inout LinearProgram) -> Void
  ) {
    var program = LinearProgram(name: name)
    build(&program)
    self.program = program
    self.termination = termination
    self.optimum = optimum
  }

  /// A sum of columns with coefficients.
  static func sum(_ terms: (Double, LinearProgram.ColumnID)...) -> LinearExpression {
    var sum = LinearExpression()
    for (coefficient, column) in terms { sum.add(coefficient, column) }
    return sum
  }

  static let all: [Case] = linear + mixedInteger

  private static let linear: [Case] = [
    Case("nothing at all", .optimal, 0) { _ in },
    Case("no column, a row that holds", .optimal, 0) {
      $0.addRow("fine", LinearExpression(), from: -1, to: 1)
    },
    Case("no column, a row that does not", .infeasible) {
      $0.addRow("never", LinearExpression(), from: 3)
    },
    Case("no row", .optimal, -14) {
      _ = $0.addColumn("x", from: -2, to: 5, cost: 3)
      _ = $0.addColumn("y", from: -2, to: 4, cost: -2)
    },
    Case("a row that does not hold beside columns", .infeasible) {
      _ = $0.addColumn("x", to: 1)
      $0.addRow("never", LinearExpression(), to: -1)
    },
    Case("no objective", .optimal, 0) {
      let x = $0.addColumn("x")
      $0.addRow("some", sum((1, x)), from: 1, to: 2)
    },
    Case("crossing rows", .infeasible) {
      let x = $0.addColumn("x")
      let y = $0.addColumn("y", cost: 1)
      $0.addRow("most", sum((1, x), (1, y)), to: 1)
      $0.addRow("least", sum((1, x), (2, y)), from: 4)
    },
    Case("no limit", .unbounded) {
      let x = $0.addColumn("x", cost: -1)
      let y = $0.addColumn("y")
      $0.addRow("cone", sum((1, x), (-1, y)), to: 2)
    },
    Case("no limit and no point", .infeasible) {
      let x = $0.addColumn("x", cost: -1)
      let y = $0.addColumn("y")
      $0.addRow("cone", sum((1, x), (-1, y)), to: 2)
      let z = $0.addColumn("z", to: 1)
      $0.addRow("never", sum((1, z)), from: 2)
    },
    Case("free column, no row", .unbounded) {
      _ = $0.addColumn("x", from: -.infinity, cost: 1)
    },
    Case("free columns and equations", .optimal, 1) {
      let x = $0.addColumn("x", from: -.infinity, cost: 1)
      let y = $0.addColumn("y", from: -.infinity, cost: 1)
      $0.addRow("sum", sum((1, x), (1, y)), from: 1, to: 1)
      $0.addRow("difference", sum((1, x), (-1, y)), from: 7, to: 7)
    },
    Case("degenerate corner", .optimal, -2) {
      let x = $0.addColumn("x", cost: -1)
      let y = $0.addColumn("y", cost: -1)
      for slope in 1...6 {
        $0.addRow("through (1,1) \(slope)", sum((Double(slope), x), (1, y)), to: Double(slope + 1))
        $0.addRow("and back \(slope)", sum((1, x), (Double(slope), y)), to: Double(slope + 1))
      }
    },
    // E. M. L. Beale, Cycling in the dual simplex algorithm, 1955: cycles under the plain rule.
    Case("Beale's cycle", .optimal, -0.05) {
      let x = $0.addColumn("x", cost: -0.75)
      let y = $0.addColumn("y", cost: 150)
      let z = $0.addColumn("z", cost: -0.02)
      let w = $0.addColumn("w", cost: 6)
      $0.addRow("first", sum((0.25, x), (-60, y), (-0.04, z), (9, w)), to: 0)
      $0.addRow("second", sum((0.5, x), (-90, y), (-0.02, z), (3, w)), to: 0)
      $0.addRow("third", sum((1, z)), to: 1)
    },
    Case("two-sided, free and fixed", .optimal, -2) {
      let x = $0.addColumn("x", from: 2, to: 2, cost: 1)
      let y = $0.addColumn("y", from: -.infinity, to: 9, cost: 1)
      $0.addRow("range", sum((1, x), (1, y)), from: -2, to: 5)
      $0.addRow("free", sum((1, x), (3, y)))
    },
    Case("numbers far apart", .optimal, 2.5e9) {
      let x = $0.addColumn("x", cost: 1e6)
      let y = $0.addColumn("y", cost: 3e-4)
      $0.addRow("tons", sum((1e-3, x), (1e3, y)), from: 2.5)
      $0.addRow("none of the cheap", sum((1e5, y)), to: 0)
    },
  ]

  private static let mixedInteger: [Case] = [
    Case("knapsack of three", .optimal, -11) {
      let x = $0.addColumn("x", to: 1, cost: -5, isInteger: true)
      let y = $0.addColumn("y", to: 1, cost: -6, isInteger: true)
      let z = $0.addColumn("z", to: 1, cost: -4, isInteger: true)
      $0.addRow("weight", sum((2, x), (3, y), (2, z)), to: 5)
    },
    Case("whole with fractional bounds", .optimal, -2) {
      let x = $0.addColumn("x", from: -0.5, to: 2.7, cost: -1, isInteger: true)
      $0.addRow("most", sum((1, x)), to: 50)
    },
    Case("no whole number between the bounds", .infeasible) {
      _ = $0.addColumn("x", from: 0.2, to: 0.8, isInteger: true)
    },
    Case("no whole point", .infeasible) {
      let x = $0.addColumn("x", to: 10, isInteger: true)
      let y = $0.addColumn("y", to: 10, isInteger: true)
      $0.addRow("odd", sum((2, x), (2, y)), from: 7, to: 7)
    },
    Case("infeasible already relaxed", .infeasible) {
      let x = $0.addColumn("x", to: 10, isInteger: true)
      $0.addRow("never", sum((1, x)), from: 11)
    },
    Case("whole and without limit", .unbounded) {
      let x = $0.addColumn("x", cost: -1, isInteger: true)
      let y = $0.addColumn("y")
      $0.addRow("cone", sum((1, x), (-1, y)), to: 2)
    },
    Case("relaxation without limit, no whole point", .infeasible) {
      let x = $0.addColumn("x", cost: -1)
      let y = $0.addColumn("y", to: 5, isInteger: true)
      $0.addRow("odd", sum((2, y)), from: 3, to: 3)
      $0.addRow("x at least", sum((1, x)), from: 1)
    },
    Case("whole, no row", .optimal, -9) {
      _ = $0.addColumn("x", from: -3, to: 4, cost: 3, isInteger: true)
    },
    Case("whole, no objective", .optimal, 0) {
      let x = $0.addColumn("x", to: 9, isInteger: true)
      $0.addRow("middle", sum((3, x)), from: 5, to: 7)
    },
    Case("free whole column", .optimal, -7) {
      let x = $0.addColumn("x", from: -.infinity, cost: 1, isInteger: true)
      $0.addRow("least", sum((2, x)), from: -15)
    },
    Case("fixed charge with a large link", .optimal, 120) {
      let open = $0.addColumn("open", to: 1, cost: 100, isInteger: true)
      let flow = $0.addColumn("flow", cost: 2)
      $0.addRow("link", sum((1, flow), (-1e5, open)), to: 0)
      $0.addRow("demand", sum((1, flow)), from: 10)
    },
  ]
}
