import Modeling
import Testing

@testable import GLPK

/// Rows of the tableau are sums of rows that take out all basic columns but one.
@Suite struct WarmProgramTableauTests {
  private struct Found: Sendable {
    var rows: [[(row: Int, value: Double)]] = []
    var program = LinearProgram()
    var basic: [Int] = []
    var point: [Double] = []
  }

  @Test(arguments: UInt64(0)..<60)
  func `a row has one basic column, which is not whole`(_ seed: UInt64) throws {
    let found = try onSolverThread { workspace in
      var found = Found()
      var whole = LinearProgram()
      let program = RandomPrograms.linear(seed: seed)
      for column in program.columns {
        _ = whole.addColumn(
          column.name, from: column.lower, to: column.upper, cost: column.cost, isInteger: true)
      }
      for row in program.rows { whole.addRow(row) }
      let warm = WarmProgram(whole, in: workspace)
      defer { warm.close() }
      guard warm.solve() == .optimal, let basis = warm.basis() else { return found }
      found.program = warm.scaledProgram
      found.point = warm.scaledPoint()
      found.rows = warm.tableauRows(at: found.point)
      found.basic = basis.columns.indices.filter { basis.columns[$0] == WarmProgram.Basis.basic }
      return found
    }
    let fractional = found.basic.filter {
      abs(found.point[$0] - found.point[$0].rounded()) >= 0.011
    }
    #expect(found.rows.count >= fractional.count, "seed \(seed)")
    for row in found.rows {
      var sum = [Double](repeating: 0, count: found.program.columns.count)
      for (index, value) in row {
        for term in found.program.rows[index].terms {
          sum[term.column.index] += value * term.coefficient
        }
      }
      let left = found.basic.filter { abs(sum[$0]) > 1e-8 }
      #expect(left.count == 1, "seed \(seed)")
      guard let column = left.first else { continue }
      #expect(abs(abs(sum[column]) - 1) < 1e-8, "seed \(seed)")
      let value = found.point[column]
      #expect(abs(value - value.rounded()) > 1e-3, "seed \(seed)")
    }
  }
}
