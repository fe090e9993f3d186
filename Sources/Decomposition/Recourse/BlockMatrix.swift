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
  /// The index of the program among the master's estimates.
  let block: Int
  /// Whether cuts say what proves them.
  let isRecorded: Bool
  /// What rounding may do to a cut's value, from which ``rounding(_:duals:)`` follows.
  private let reach: Reach

  /// Sums of magnitudes at the greatest values of columns.
  private struct Reach: Sendable {
    /// `Σ |cost|·u`, and `Σ |loss|·u`.
    var costs = 0.0
    var losses = 0.0
    /// For each row, `Σ |a|·u` over its nonzeros and `Σ |h|` over its sides: what a dual of 1 weighs.
    var rows: [Double] = []
    /// Most terms that come together in one sum.
    var terms = 0
  }

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
    var reach = Reach()
    var termsOfColumn = [Int](repeating: 0, count: columnCount)
    for row in program.rows {
      var weight = 0.0
      for term in row.terms {
        weight += abs(term.coefficient) * upper[term.column.index]
        termsOfColumn[term.column.index] += 1
      }
      for side in [row.lower, row.upper] where side.isFinite { weight += abs(side) }
      reach.rows.append(weight)
    }
    for column in 0..<columnCount {
      reach.costs += abs(costs[column]) * upper[column]
      reach.losses += abs(losses[column]) * upper[column]
    }
    reach.terms = (termsOfColumn.max() ?? 0) + program.rows.count + columnCount
    self.reach = reach
  }

  /// How far rounding may have carried a cut above the truth, anywhere: sums of n numbers are wrong by at most `n·2⁻⁵³` of the sum
  /// of their magnitudes, and coefficients were rounded before.
  ///
  /// - Parameter duals: those it was made of, one a row.
  func rounding(_ subject: BendersCut.Subject, duals: [Double]) -> Double {
    var magnitude = subject == .cost ? reach.costs : reach.losses
    for (dual, weight) in zip(duals, reach.rows) where dual != 0 {
      magnitude += 2 * abs(dual) * weight
    }
    return magnitude * (Double(reach.terms + 16) * 0x1p-53 + 0x1p-48)
  }
}
