import CGLPK
import GLPKGuard
public import Modeling

/// A linear program that stays loaded in GLPK: bounds move, rows come and go, and each solve goes on from the basis of
/// the last one.
///
/// It belongs to the thread of its ``SolverWorkspace``. All numbers are natural; the scaling is its own affair. After
/// an abort inside GLPK, which throws away all programs of the thread, it is loaded again by itself from the values it
/// keeps.
public final class WarmProgram {
  /// How a solve ended.
  public enum Outcome: Sendable, Equatable {
    /// Optimal.
    case optimal
    /// No feasible point.
    case infeasible
    /// The objective is at least the limit that was given.
    case beyondLimit
    /// Ended before an answer, by iterations or time.
    case unfinished
    /// All ways to solve it failed.
    case failed
  }

  /// A row `lower ≤ Σ coefficient · column ≤ upper` in plain arrays.
  public struct SparseRow: Sendable, Equatable {
    /// Columns, from 0, each once.
    public var columns: [Int32]
    /// Their coefficients.
    public var coefficients: [Double]
    /// The least activity.
    public var lower: Double
    /// The greatest activity.
    public var upper: Double

    /// Creates a row.
    public init(columns: [Int32], coefficients: [Double], lower: Double, upper: Double) {
      self.columns = columns
      self.coefficients = coefficients
      self.lower = lower
      self.upper = upper
    }

    /// Σ coefficient · column at `point`.
    public func activity(at point: [Double]) -> Double {
      var sum = 0.0
      for index in columns.indices { sum += coefficients[index] * point[Int(columns[index])] }
      return sum
    }
  }

  /// Statuses of rows and columns, as GLPK codes them.
  public struct Basis: Sendable, Equatable {
    /// One each for a row.
    public var rows: [UInt8]
    /// One each for a column.
    public var columns: [UInt8]

    /// Whether a status is that of a basic variable.
    public static let basic = UInt8(GLP_BS)
    /// The status of what is at its lower bound.
    public static let atLower = UInt8(GLP_NL)
    /// The status of what is at its upper bound.
    public static let atUpper = UInt8(GLP_NU)
    /// The status of what has one value only, as an equation has.
    public static let fixed = UInt8(GLP_NS)

    /// Creates a basis.
    public init(rows: [UInt8], columns: [UInt8]) {
      self.rows = rows
      self.columns = columns
    }
  }

  let workspace: SolverWorkspace
  let scaling: ProgramScaling
  /// The scaled program: what is loaded, kept in step so that it can be loaded again.
  var loaded: LinearProgram
  private var held: Problem?
  /// The factors of the rows that were appended, in their order; those of the others are in ``scaling``.
  private var factorsOfAppended: [Double] = []
  /// Columns that count as 0 until they pay; see ``price(_:)``.
  var deferred: DeferredColumns?
  /// Rows of the program it was made with; they stay.
  public let fixedRowCount: Int
  /// Simplex steps so far.
  public internal(set) var iterations = 0
  /// How far bounds and reduced costs may be missed, after scaling.
  public var tolerance: Double
  /// Whether a large program begins with GLPK's crash basis and the primal method, not with slacks and the dual one.
  let isCrashed: Bool

  /// - Parameters:
  ///   - program: the program; whole columns count as continuous, but their factor is 1.
  ///   - workspace: the thread's state.
  ///   - columnExponents: see `LinearProgram.scaled`.
  ///   - objectiveExponent: see `LinearProgram.scaled`.
  ///   - tolerance: how far bounds and reduced costs may be missed, after scaling.
  ///   - isCrashed: whether it begins with a crash basis and the primal method if it is large. Where all slacks are dual feasible
  ///     and the whole numbers fixed, as in a recourse program, the dual method was measured three times as quick.
  public init(
    _ program: LinearProgram, in workspace: SolverWorkspace, columnExponents: [Int: Int] = [:],
    objectiveExponent: Int? = nil, tolerance: Double = 1e-7, isCrashed: Bool = true
  ) {
    self.workspace = workspace
    (loaded, scaling) = program.scaled(
      columnExponents: columnExponents, objectiveExponent: objectiveExponent)
    fixedRowCount = program.rows.count
    self.tolerance = tolerance
    self.isCrashed = isCrashed
  }

  /// What is loaded; `nil` where nothing is, or where an abort, be it in another program of the thread, has taken it away.
  var problem: Problem? {
    get { held?.isThere == true ? held : nil }
    set { held = newValue }
  }

  /// Number of rows now.
  public var rowCount: Int { loaded.rows.count }
  /// Number of columns.
  public var columnCount: Int { loaded.columns.count }

  /// A column's bounds.
  public func bounds(ofColumn index: Int) -> (lower: Double, upper: Double) {
    let factor = scaling.columnFactors[index]
    return (loaded.columns[index].lower * factor, loaded.columns[index].upper * factor)
  }

  /// Replaces a column's bounds.
  public func setBounds(ofColumn index: Int, from lower: Double, to upper: Double) {
    let factor = scaling.columnFactors[index]
    let (lower, upper) = (lower / factor, max(lower, upper) / factor)
    let column = loaded.columns[index]
    if column.lower == lower && column.upper == upper { return }
    loaded.setBounds(of: LinearProgram.ColumnID(index), from: lower, to: upper)
    if deferred?.isDeferred[index] == true {
      if lower != 0 { activate(index) }
      return
    }
    problem?.setBounds(ofColumn: index, BoundKind(from: lower, to: upper))
  }

  /// Replaces the bounds of a row that was there from the beginning.
  public func setBounds(ofFixedRow index: Int, from lower: Double, to upper: Double) {
    let factor = scaling.rowFactors[index]
    let (lower, upper) = (lower * factor, upper * factor)
    loaded.setBounds(of: LinearProgram.RowID(index), from: lower, to: upper)
    problem?.setBounds(ofRow: index, BoundKind(from: lower, to: upper))
  }

  /// Replaces the objective.
  public func setObjective(_ costs: [Double]) {
    for (index, cost) in costs.enumerated() {
      let scaled = cost * scaling.columnFactors[index] * scaling.objectiveFactor
      if loaded.columns[index].cost == scaled { continue }
      loaded.setCost(scaled, of: LinearProgram.ColumnID(index))
      problem?.setCost(scaled, ofColumn: index)
    }
  }

  /// Appends rows; they get the next indices.
  public func append(_ rows: [SparseRow]) {
    guard !rows.isEmpty else { return }
    let scaled = rows.map { row in
      let (scaled, factor) = scaledRow(row)
      factorsOfAppended.append(factor)
      return scaled
    }
    for row in scaled { loaded.addRow(row) }
    do throws(Interruption) { try problem?.append(scaled) } catch { problem = nil }
  }

  /// Deletes rows by index; none of those it was made with.
  public func deleteRows(_ indices: [Int]) {
    guard !indices.isEmpty else { return }
    let gone = Set(indices)
    loaded.removeRows(gone)
    factorsOfAppended = factorsOfAppended.enumerated()
      .filter { !gone.contains(fixedRowCount + $0.offset) }.map(\.element)
    do throws(Interruption) { try problem?.delete(indices) } catch { problem = nil }
  }

  private func scaledRow(_ row: SparseRow) -> (row: LinearProgram.Row, factor: Double) {
    var greatest = 0.0
    var terms: [LinearExpression.Term] = []
    terms.reserveCapacity(row.columns.count)
    for (column, coefficient) in zip(row.columns, row.coefficients) {
      let scaled = coefficient * scaling.columnFactors[Int(column)]
      greatest = max(greatest, abs(scaled))
      terms.append(LinearExpression.Term(scaled, LinearProgram.ColumnID(Int(column))))
    }
    // A power of two, as everywhere in the scaling; the greatest coefficient comes to about 1.
    let factor =
      greatest > 0 ? Double(sign: .plus, exponent: -greatest.exponent, significand: 1) : 1
    for index in terms.indices { terms[index].coefficient *= factor }
    let scaled = LinearProgram.Row(
      name: "", lower: row.lower * factor, upper: row.upper * factor, terms: terms)
    return (scaled, factor)
  }

  /// The objective of the basic solution.
  public var objective: Double {
    problem.map { scaling.naturalObjective($0.objective) } ?? .nan
  }

  /// Values of the columns in the basic solution.
  public func point() -> [Double] {
    guard let problem else { return [] }
    return scaling.naturalPoint(problem.basicPoint())
  }

  /// Dual values of the first `count` of the rows that it was made with; rows added later have none here.
  public func rowDuals(count: Int) -> [Double] {
    guard let problem else { return [] }
    let duals = problem.rowDuals(count: count)
    return zip(duals, scaling.rowFactors).map { $0 * $1 / scaling.objectiveFactor }
  }

  /// Reduced costs of the columns.
  public func reducedCosts() -> [Double] {
    guard let problem else { return [] }
    return scaling.naturalReducedCosts(problem.reducedCosts())
  }

  /// The basis.
  public func basis() -> Basis? {
    guard var basis = problem?.basis() else { return nil }
    if let deferred {
      for column in deferred.candidates where deferred.isDeferred[column] {
        basis.columns[column] = UInt8(GLP_NL)
      }
    }
    return basis
  }

  /// Statuses of the rows after those it was made with.
  public func statusesOfAddedRows() -> [UInt8] {
    problem?.rowStatuses(from: fixedRowCount) ?? []
  }

  /// Goes on from a basis; its rows must be those of now.
  public func restore(_ basis: Basis) {
    guard basis.rows.count == rowCount, let problem = try? present() else { return }
    if let deferred {
      for column in deferred.candidates where deferred.isDeferred[column] {
        let status = Int32(basis.columns[column])
        if status == GLP_BS || status == GLP_NU { activate(column) }
      }
    }
    problem.restore(basis)
  }

  /// What a scaled row is multiplied by to have come from the natural one.
  package func factor(ofRow row: Int) -> Double {
    row < fixedRowCount ? scaling.rowFactors[row] : factorsOfAppended[row - fixedRowCount]
  }

  /// The program as it is solved: rows, bounds and costs times powers of two, columns near 1.
  package var scaledProgram: LinearProgram { loaded }

  /// The basic solution in the units of ``scaledProgram``.
  package func scaledPoint() -> [Double] { problem?.basicPoint() ?? [] }

  /// The natural row of one over scaled columns.
  package func naturalRow(_ columns: [Int], _ coefficients: [Double], to upper: Double) -> SparseRow
  {
    SparseRow(
      columns: columns.map(Int32.init),
      coefficients: zip(columns, coefficients).map { $1 / scaling.columnFactors[$0] },
      lower: -.infinity, upper: upper)
  }

  /// Frees what is loaded; to be called on the thread it was made on.
  public func close() { problem = nil }
}
