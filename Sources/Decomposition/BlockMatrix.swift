import GLPK
import Modeling
import NetworkDesign

/// A recourse program in plain arrays: rows, costs, bounds and gates, from which cuts are computed.
struct BlockMatrix: Sendable {
  /// Columns that are the first stage; they come first.
  let stageCount: Int
  let columnCount: Int
  /// Row r has the nonzeros from `rowStarts[r]` to before `rowStarts[r + 1]`.
  let rowStarts: [Int32]
  let columns: [Int32]
  let coefficients: [Double]
  let rowLower: [Double]
  let rowUpper: [Double]
  /// Operating cost of each column, money per year.
  let costs: [Double]
  /// Sales lost of each column, share of a year's sales.
  let losses: [Double]
  /// Upper bounds; lower ones are 0.
  let upper: [Double]
  let gates: [RecourseProgram.ColumnGate]
  let lossRow: Int?
  /// The place of the program among the master's estimates.
  let block: Int
  /// Whether cuts say what proves them.
  let isRecorded: Bool

  init(_ recourse: RecourseProgram, block: Int, isRecorded: Bool = false) {
    self.block = block
    self.isRecorded = isRecorded
    let program = recourse.program
    stageCount = recourse.stageCount
    columnCount = program.columns.count
    var starts: [Int32] = [0]
    var columns: [Int32] = []
    var coefficients: [Double] = []
    for row in program.rows {
      for term in row.terms {
        columns.append(Int32(term.column.index))
        coefficients.append(term.coefficient)
      }
      starts.append(Int32(columns.count))
    }
    rowStarts = starts
    self.columns = columns
    self.coefficients = coefficients
    rowLower = program.rows.map(\.lower)
    rowUpper = program.rows.map(\.upper)
    costs = program.columns.map(\.cost)
    var upper = program.columns.map(\.upper)
    // In truth nothing is lost beyond v; a cut need not hold where that is so.
    if let excess = recourse.excess { upper[excess.index] = 0 }
    self.upper = upper
    var losses = [Double](repeating: 0, count: program.columns.count)
    for term in recourse.loss.terms { losses[term.column.index] += term.coefficient }
    self.losses = losses
    gates = recourse.gates
    lossRow = recourse.lossRow?.index
  }
}
