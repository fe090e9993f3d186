import CGLPK
import GLPKGuard
public import Modeling

/// A linear program that stays loaded in GLPK: bounds move, rows come and go, and each solve goes on from the basis of
/// the last one.
///
/// It belongs to the thread of its ``SolverWorkspace``. All numbers are natural; the scaling is its own affair. After
/// an abort inside GLPK, which throws away all programs of the thread, it is loaded again by itself from the values it
/// keeps.
public final class LiveProgram {
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

    /// Puts a row together.
    public init(columns: [Int32], coefficients: [Double], lower: Double, upper: Double) {
      self.columns = columns
      self.coefficients = coefficients
      self.lower = lower
      self.upper = upper
    }

    /// Σ coefficient · column at `point`.
    public func activity(at point: [Double]) -> Double {
      var sum = 0.0
      for place in columns.indices { sum += coefficients[place] * point[Int(columns[place])] }
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
    /// The status of a row whose lower bound binds.
    public static let atLower = UInt8(GLP_NL)
    /// The status of a row whose upper bound binds.
    public static let atUpper = UInt8(GLP_NU)

    /// Puts a basis together.
    public init(rows: [UInt8], columns: [UInt8]) {
      self.rows = rows
      self.columns = columns
    }
  }

  let workspace: SolverWorkspace
  let scaling: ProgramScaling
  /// The scaled program: what is loaded, kept in step so that it can be loaded again.
  private var loaded: LinearProgram
  var problem: LoadedProblem?
  /// Rows of the program it was made with; they stay.
  public let fixedRowCount: Int
  /// Simplex steps so far.
  public private(set) var iterations = 0
  /// Solves that needed a second way.
  public private(set) var troubles = 0
  /// How far bounds and reduced costs may be missed, after scaling.
  public var tolerance: Double

  /// - Parameters:
  ///   - program: the program; whole columns count as continuous, but their factor is 1.
  ///   - workspace: the thread's state.
  ///   - columnExponents: see `LinearProgram.scaled`.
  ///   - objectiveExponent: see `LinearProgram.scaled`.
  ///   - tolerance: how far bounds and reduced costs may be missed, after scaling.
  public init(
    _ program: LinearProgram, in workspace: SolverWorkspace, columnExponents: [Int: Int] = [:],
    objectiveExponent: Int? = nil, tolerance: Double = 1e-7
  ) {
    self.workspace = workspace
    (loaded, scaling) = program.scaled(
      columnExponents: columnExponents, objectiveExponent: objectiveExponent)
    fixedRowCount = program.rows.count
    self.tolerance = tolerance
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

  /// Appends rows; they get the next places.
  public func append(_ rows: [SparseRow]) {
    guard !rows.isEmpty else { return }
    let scaled = rows.map(scaledRow)
    for row in scaled { loaded.addRow(row) }
    if rowCount >= Self.rowsWorthCrashing, rows.count > rowCount / 10 {
      // So many new rows are met sooner from a crash basis than from the old one.
      problem = nil
      return
    }
    do throws(Interruption) { try problem?.append(scaled) } catch { problem = nil }
  }

  /// Deletes rows by place; none of those it was made with.
  public func deleteRows(_ places: [Int]) {
    guard !places.isEmpty else { return }
    loaded.removeRows(Set(places))
    do throws(Interruption) { try problem?.delete(places) } catch { problem = nil }
  }

  private func scaledRow(_ row: SparseRow) -> LinearProgram.Row {
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
    for place in terms.indices { terms[place].coefficient *= factor }
    return LinearProgram.Row(
      name: "", lower: row.lower * factor, upper: row.upper * factor, terms: terms)
  }

  /// Solves by the dual simplex method from the present basis, and by other ways where that fails.
  ///
  /// - Parameters:
  ///   - seconds: most time for it.
  ///   - maximumIterations: most steps.
  ///   - objectiveLimit: an objective above which the optimum is of no interest.
  public func solve(
    seconds: Double = .infinity, maximumIterations: Int? = nil, objectiveLimit: Double? = nil
  ) -> Outcome {
    var options = SimplexOptions()
    options.method = .dual
    options.ratioTest = .flipping
    options.feasibilityTolerance = tolerance
    options.dualTolerance = tolerance
    options.objectiveLimit = objectiveLimit.map { scaling.scaledObjective($0) }
    options.timeLimit = seconds < 2e6 ? max(1, Int32(seconds * 1000)) : .max
    for attempt in Attempt.allCases {
      if workspace.limits.stopReason != nil, attempt != .flipping { return .unfinished }
      do throws(Interruption) {
        let outcome = try solve(options, attempt, mostSteps: maximumIterations)
        if let outcome {
          if attempt != .flipping { troubles += 1 }
          return outcome
        }
      } catch {
        problem = nil
        if workspace.limits.stopReason != nil { return .unfinished }
      }
    }
    return .failed
  }

  /// Ways to solve, one after another until one gives an answer.
  private enum Attempt: CaseIterable {
    /// The dual method with long steps from the present basis.
    case flipping
    /// The same with Harris' ratio test, which breaks most cycles.
    case harris
    /// The primal method from the present basis: where the objective has changed, that one is feasible.
    case primal
    /// From all slacks.
    case cold
    /// The primal method with the textbook ratio test from GLPK's advanced basis, with ten times the patience.
    case steady
  }

  /// One try; `nil` if it failed.
  private func solve(
    _ base: SimplexOptions, _ attempt: Attempt, mostSteps: Int?
  ) throws(Interruption) -> Outcome? {
    var options = base
    if attempt == .cold { problem = nil }
    let isCold = problem?.isThere != true
    var crashes = false
    // A solve that takes many more steps than there are rows is going round in circles.
    let patience = isCold ? 10 * rowCount + 5_000 : rowCount + 1_000
    switch attempt {
    case .flipping, .cold:
      // From nothing the primal method and a crash basis were measured four times as quick on large programs.
      if isCold, rowCount >= Self.rowsWorthCrashing {
        options.method = .primal
        options.objectiveLimit = nil
        options.ratioTest = .harris
        crashes = true
      }
    case .harris: options.ratioTest = .harris
    case .primal:
      options.method = .primal
      options.objectiveLimit = nil
      options.ratioTest = .harris
    case .steady:
      options = base.steadier
      options.objectiveLimit = nil
    }
    options.iterationLimit = Int32(clamping: mostSteps ?? (attempt == .steady ? 10 : 1) * patience)
    if attempt != .flipping {
      // What cannot be had to the ninth digit is often there to the seventh.
      options.feasibilityTolerance = max(tolerance, Self.usualTolerance)
      options.dualTolerance = max(tolerance, Self.usualTolerance)
    }
    let problem = try present()
    if attempt == .steady || crashes { try problem.advancedBasis() }
    let before = problem.iterations
    let result = try problem.solve(options)
    iterations += problem.iterations - before
    switch result {
    case .optimal: return .optimal
    case .infeasible: return .infeasible
    case .objectiveLimit: return .beyondLimit
    case .timeLimit: return .unfinished
    case .iterationLimit: return mostSteps != nil ? .unfinished : nil
    case .unbounded, .infeasibleOrUnbounded, .badBasis, .failed: return nil
    }
  }

  private static let rowsWorthCrashing = 1_000
  private static let usualTolerance = 1e-7

  private func present() throws(Interruption) -> LoadedProblem {
    if let problem, problem.isThere { return problem }
    do throws(GLPKError) {
      let environment = try workspace.environment()
      let fresh = LoadedProblem(environment, limits: { [workspace] in workspace.limits })
      do throws(Interruption) {
        try fresh.load(loaded)
      } catch {
        throw .noThread
      }
      problem = fresh
      return fresh
    } catch {
      throw .fault(error)
    }
  }

  /// The objective of the basic solution.
  public var objective: Double {
    problem.map { scaling.naturalObjective($0.objective) } ?? .nan
  }

  /// Values of the columns in the basic solution.
  public func point() -> [Double] {
    guard let problem else { return [] }
    return scaling.naturalPoint(problem.point())
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
  public func basis() -> Basis? { problem?.basis() }

  /// Statuses of the rows after those it was made with.
  public func statusesOfAddedRows() -> [UInt8] {
    problem?.rowStatuses(from: fixedRowCount) ?? []
  }

  /// Goes on from a basis; its rows must be those of now.
  public func restore(_ basis: Basis) {
    guard basis.rows.count == rowCount, let problem = try? present() else { return }
    problem.restore(basis)
  }

  /// Mixed-integer rounding cuts that the basic solution violates, with the present bounds.
  public func roundingCuts(wholeColumns: [Int]) -> [SparseRow] {
    guard let problem, problem.isThere,
      let rows = try? problem.roundingCuts(wholeColumns: wholeColumns)
    else { return [] }
    return rows.map { row in
      var natural = row
      for place in row.columns.indices {
        natural.coefficients[place] /= scaling.columnFactors[Int(row.columns[place])]
      }
      return natural
    }
  }

  /// Frees what is loaded; to be called on the thread it was made on.
  public func close() { problem = nil }
}
