import CGLPK
import GLPKGuard
import Modeling

/// A program inside GLPK, which frees itself.
///
/// It is bound to the thread of its ``Environment``: born, solved, read and freed there, inside one
/// synchronous scope. Only plain values leave it.
struct Problem: ~Copyable {
  let pointer: OpaquePointer
  let environment: Environment
  let rowCount: Int
  let columnCount: Int
  private let generation: Int

  /// Loads a program without faults (see `LinearProgram.faults`), in one go.
  init(_ program: LinearProgram, in environment: Environment) throws(Interruption) {
    let arrays = ProgramArrays(program)
    var made: OpaquePointer?
    try environment.run { arrays.load($0, into: &made) }
    guard let made else { throw .aborted("no memory for a problem") }
    pointer = made
    self.environment = environment
    generation = environment.generation
    rowCount = program.rows.count
    columnCount = program.columns.count
  }

  deinit {
    // After an abort GLPK has freed it already, and deleting it again would be the end.
    if environment.generation == generation { glp_delete_prob(pointer) }
  }
}

extension Problem {
  /// Runs one guarded call on the problem, if an abort in another solve on the thread has not taken
  /// it away meanwhile.
  func call(
    _ body: (_ guard: OpaquePointer, _ problem: OpaquePointer) -> guard_outcome
  ) throws(Interruption) {
    if environment.generation != generation { throw .aborted("the problem was lost to an abort") }
    let pointer = pointer
    try environment.run { body($0, pointer) }
  }

  /// Values of the columns in the basic solution.
  func basicPoint() -> [Double] {
    (0..<columnCount).map { glp_get_col_prim(pointer, Int32($0 + 1)) }
  }

  /// Dual values of the rows in the basic solution.
  func rowDuals() -> [Double] {
    (0..<rowCount).map { glp_get_row_dual(pointer, Int32($0 + 1)) }
  }

  /// Reduced costs of the columns in the basic solution.
  func reducedCosts() -> [Double] {
    (0..<columnCount).map { glp_get_col_dual(pointer, Int32($0 + 1)) }
  }

  /// Activities of the rows in the basic solution.
  func activities() -> [Double] {
    (0..<rowCount).map { glp_get_row_prim(pointer, Int32($0 + 1)) }
  }

  /// Values of columns and duals in the interior solution.
  func interiorValues() -> LinearValues {
    LinearValues(
      point: (0..<columnCount).map { glp_ipt_col_prim(pointer, Int32($0 + 1)) },
      rowDuals: (0..<rowCount).map { glp_ipt_row_dual(pointer, Int32($0 + 1)) },
      reducedCosts: (0..<columnCount).map { glp_ipt_col_dual(pointer, Int32($0 + 1)) })
  }

  /// Values of columns and duals in the basic solution.
  func basicValues() -> LinearValues {
    LinearValues(point: basicPoint(), rowDuals: rowDuals(), reducedCosts: reducedCosts())
  }

  /// Replaces a row's bounds.
  func setBounds(ofRow index: Int, _ bounds: BoundKind) {
    glp_set_row_bnds(pointer, Int32(index + 1), bounds.kind, bounds.lower, bounds.upper)
  }

  /// Replaces a column's bounds.
  func setBounds(ofColumn index: Int, _ bounds: BoundKind) {
    glp_set_col_bnds(pointer, Int32(index + 1), bounds.kind, bounds.lower, bounds.upper)
  }

  /// Replaces a column's coefficient in the objective.
  func setCost(_ cost: Double, ofColumn index: Int) {
    glp_set_obj_coef(pointer, Int32(index + 1), cost)
  }
}

/// What a method leaves in a problem, in the units of the loaded program.
struct LinearValues {
  let point: [Double]
  let rowDuals: [Double]
  let reducedCosts: [Double]
}
