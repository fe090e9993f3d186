import CGLPK
import GLPKGuard
import Modeling

/// A ``Problem`` in a box that a class can hold, with what a ``WarmProgram`` does to it.
final class LoadedProblem {
  private let environment: Environment
  private let generation: Int
  private var pointer: OpaquePointer?

  /// - Parameter limits: when a solve stops at once, whatever it was asked to do.
  init(_ environment: Environment, limits: @escaping () -> SolveLimits) {
    self.environment = environment
    generation = environment.generation
    environment.observer.onReport = { _ in limits().stopReason != nil }
  }

  deinit {
    if let pointer, environment.generation == generation { glp_delete_prob(pointer) }
  }

  /// Whether no abort has taken it away.
  var isThere: Bool { pointer != nil && environment.generation == generation }

  func load(_ program: LinearProgram) throws(Interruption) {
    let arrays = ProgramArrays(program)
    var made: OpaquePointer?
    try environment.run { arrays.load($0, into: &made) }
    pointer = made
  }

  private func call(
    _ body: (_ guard: OpaquePointer, _ problem: OpaquePointer) -> guard_outcome
  ) throws(Interruption) {
    guard isThere, let pointer else { throw .aborted("the problem was lost to an abort") }
    try environment.run { body($0, pointer) }
  }

  func setBounds(ofColumn index: Int, _ bounds: BoundKind) {
    guard isThere else { return }
    glp_set_col_bnds(pointer, Int32(index + 1), bounds.kind, bounds.lower, bounds.upper)
  }

  func setBounds(ofRow index: Int, _ bounds: BoundKind) {
    guard isThere else { return }
    glp_set_row_bnds(pointer, Int32(index + 1), bounds.kind, bounds.lower, bounds.upper)
  }

  func setCost(_ cost: Double, ofColumn index: Int) {
    guard isThere else { return }
    glp_set_obj_coef(pointer, Int32(index + 1), cost)
  }

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

  func delete(_ places: [Int]) throws(Interruption) {
    let numbers = [0] + places.map { Int32($0 + 1) }
    try call { guard_delete_rows($0, $1, Int32(places.count), numbers) }
  }

  func advancedBasis() throws(Interruption) {
    try call { guard_advanced_basis($0, $1) }
  }

  func solve(_ options: SimplexOptions) throws(Interruption) -> SimplexResult {
    var parameters = options.parameters
    var code: Int32 = 0
    try call { guard_simplex($0, $1, &parameters, &code) }
    guard let pointer else { return .failed("the problem was lost") }
    return try SimplexResult(simplex: code, pointer)
  }

  var iterations: Int { isThere ? Int(glp_get_it_cnt(pointer)) : 0 }
  var objective: Double { isThere ? glp_get_obj_val(pointer) : .nan }

  func point() -> [Double] {
    (0..<Int(glp_get_num_cols(pointer))).map { glp_get_col_prim(pointer, Int32($0 + 1)) }
  }

  func rowDuals(count: Int) -> [Double] {
    (0..<count).map { glp_get_row_dual(pointer, Int32($0 + 1)) }
  }

  func activities() -> [Double] {
    (0..<Int(glp_get_num_rows(pointer))).map { glp_get_row_prim(pointer, Int32($0 + 1)) }
  }

  func reducedCosts() -> [Double] {
    (0..<Int(glp_get_num_cols(pointer))).map { glp_get_col_dual(pointer, Int32($0 + 1)) }
  }

  func reducedCost(ofColumn index: Int) -> Double { glp_get_col_dual(pointer, Int32(index + 1)) }

  func status(ofColumn index: Int) -> Int32 { glp_get_col_stat(pointer, Int32(index + 1)) }

  func rowStatuses(from first: Int) -> [UInt8] {
    (first..<Int(glp_get_num_rows(pointer))).map {
      UInt8(truncatingIfNeeded: glp_get_row_stat(pointer, Int32($0 + 1)))
    }
  }

  func basis() -> WarmProgram.Basis {
    WarmProgram.Basis(
      rows: rowStatuses(from: 0),
      columns: (0..<Int(glp_get_num_cols(pointer))).map {
        UInt8(truncatingIfNeeded: glp_get_col_stat(pointer, Int32($0 + 1)))
      })
  }

  func restore(_ basis: WarmProgram.Basis) {
    for (index, status) in basis.rows.enumerated() {
      glp_set_row_stat(pointer, Int32(index + 1), Int32(status))
    }
    for (index, status) in basis.columns.enumerated() {
      glp_set_col_stat(pointer, Int32(index + 1), Int32(status))
    }
  }

  /// Multipliers of the rows whose sum is the tableau's row of a column, up to rounding; `nil` where the column is not basic.
  func tableauMultipliers(ofColumn index: Int) throws(Interruption) -> [Double]? {
    guard isThere else { return nil }
    var multipliers = [Double](repeating: 0, count: Int(glp_get_num_rows(pointer)) + 1)
    var found: Int32 = 0
    try call { guard_tableau_row($0, $1, Int32(index + 1), &multipliers, &found) }
    return found != 0 ? Array(multipliers.dropFirst()) : nil
  }

  /// Multipliers of the rows that contradict the bounds, after the dual method has found no feasible point; `nil` where it
  /// left none. Either they or their negatives are meant.
  func infeasibilityMultipliers() throws(Interruption) -> [Double]? {
    guard isThere else { return nil }
    var multipliers = [Double](repeating: 0, count: Int(glp_get_num_rows(pointer)) + 1)
    var found: Int32 = 0
    try call { guard_infeasibility_row($0, $1, &multipliers, &found) }
    return found != 0 ? Array(multipliers.dropFirst()) : nil
  }
}
