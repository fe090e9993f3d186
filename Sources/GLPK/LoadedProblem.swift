import CGLPK
import GLPKGuard
import Modeling

/// A ``Problem`` in a box that a class can hold, with what a ``LiveProgram`` does to it.
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

  func basis() -> LiveProgram.Basis {
    LiveProgram.Basis(
      rows: rowStatuses(from: 0),
      columns: (0..<Int(glp_get_num_cols(pointer))).map {
        UInt8(truncatingIfNeeded: glp_get_col_stat(pointer, Int32($0 + 1)))
      })
  }

  func restore(_ basis: LiveProgram.Basis) {
    for (index, status) in basis.rows.enumerated() {
      glp_set_row_stat(pointer, Int32(index + 1), Int32(status))
    }
    for (index, status) in basis.columns.enumerated() {
      glp_set_col_stat(pointer, Int32(index + 1), Int32(status))
    }
  }

  /// The cuts that the basic solution violates.
  func roundingCuts(wholeColumns: [Int]) throws(Interruption) -> [LiveProgram.SparseRow] {
    for column in wholeColumns { glp_set_col_kind(pointer, Int32(column + 1), GLP_IV) }
    defer {
      // An abort takes the problem away.
      if isThere {
        for column in wholeColumns { glp_set_col_kind(pointer, Int32(column + 1), GLP_CV) }
      }
    }
    var cuts: OpaquePointer?
    var count: Int32 = 0
    try call { guard_rounding_cuts($0, $1, &cuts, &count) }
    guard let cuts else { return [] }
    defer { glp_delete_prob(cuts) }
    return (1...max(1, count)).filter { $0 <= count }.map { row in
      let length = Int(glp_get_mat_row(cuts, row, nil, nil))
      var columns = [Int32](repeating: 0, count: length + 1)
      var coefficients = [Double](repeating: 0, count: length + 1)
      glp_get_mat_row(cuts, row, &columns, &coefficients)
      let kind = glp_get_row_type(cuts, row)
      return LiveProgram.SparseRow(
        columns: columns.dropFirst().map { $0 - 1 }, coefficients: Array(coefficients.dropFirst()),
        lower: kind == GLP_LO || kind == GLP_FX ? glp_get_row_lb(cuts, row) : -.infinity,
        upper: kind == GLP_UP || kind == GLP_FX ? glp_get_row_ub(cuts, row) : .infinity)
    }
  }
}
