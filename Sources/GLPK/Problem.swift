import CGLPK
import GLPKGuard
import Modeling

/// A program inside GLPK, which frees itself.
///
/// It is bound to the thread of its ``Environment``: born, solved, read and freed there. An abort in any solve on the thread takes
/// it away; what is set then is lost, and a call fails.
final class Problem {
  let pointer: OpaquePointer
  let environment: Environment
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
  }

  deinit {
    // After an abort GLPK has freed it already, and deleting it again would be the end.
    if isThere { glp_delete_prob(pointer) }
  }

  /// Whether no abort has taken it away.
  var isThere: Bool { environment.generation == generation }

  /// Runs one guarded call on the problem.
  func call(
    _ body: (_ guard: OpaquePointer, _ problem: OpaquePointer) -> guard_outcome
  ) throws(Interruption) {
    if !isThere { throw .aborted("the problem was lost to an abort") }
    try environment.run { body($0, pointer) }
  }

  var rowCount: Int { Int(glp_get_num_rows(pointer)) }
  var columnCount: Int { Int(glp_get_num_cols(pointer)) }
}

// MARK: Changes

extension Problem {
  /// Replaces a row's bounds.
  func setBounds(ofRow index: Int, _ bounds: BoundKind) {
    guard isThere else { return }
    glp_set_row_bnds(pointer, Int32(index + 1), bounds.kind, bounds.lower, bounds.upper)
  }

  /// Replaces a column's bounds.
  func setBounds(ofColumn index: Int, _ bounds: BoundKind) {
    guard isThere else { return }
    glp_set_col_bnds(pointer, Int32(index + 1), bounds.kind, bounds.lower, bounds.upper)
  }

  /// Replaces a column's coefficient in the objective.
  func setCost(_ cost: Double, ofColumn index: Int) {
    guard isThere else { return }
    glp_set_obj_coef(pointer, Int32(index + 1), cost)
  }

  /// Adds rows at the end.
  func append(_ rows: [LinearProgram.Row]) throws(Interruption) {
    var starts: [Int32] = [0]
    var columns: [Int32] = []
    var coefficients: [Double] = []
    let bounds = rows.map { BoundKind(from: $0.lower, to: $0.upper) }
    for row in rows {
      for term in row.terms {
        columns.append(Int32(term.column.index + 1))
        coefficients.append(term.coefficient)
      }
      starts.append(Int32(columns.count))
    }
    let (kinds, lower, upper) = (bounds.map(\.kind), bounds.map(\.lower), bounds.map(\.upper))
    try call { handle, problem in
      starts.withUnsafeBufferPointer { starts in
        columns.withUnsafeBufferPointer { columns in
          coefficients.withUnsafeBufferPointer { coefficients in
            kinds.withUnsafeBufferPointer { kinds in
              lower.withUnsafeBufferPointer { lower in
                upper.withUnsafeBufferPointer { upper in
                  var block = guard_rows()
                  block.count = Int32(kinds.count)
                  block.starts = starts.baseAddress
                  block.columns = columns.baseAddress
                  block.coefficients = coefficients.baseAddress
                  block.kinds = kinds.baseAddress
                  block.lower = lower.baseAddress
                  block.upper = upper.baseAddress
                  return guard_append_rows(handle, problem, &block)
                }
              }
            }
          }
        }
      }
    }
  }

  /// Takes rows out, by their indices in rising order.
  func delete(_ indices: [Int]) throws(Interruption) {
    let numbers = [0] + indices.map { Int32($0 + 1) }
    try call { guard_delete_rows($0, $1, Int32(indices.count), numbers) }
  }
}
