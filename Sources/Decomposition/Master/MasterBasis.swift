import GLPK

/// A basis of a master in terms that hold for every relaxation of it.
struct MasterBasis: Sendable {
  struct Binding: Sendable {
    var index: Int
    var status: UInt8
  }

  var fixedRows: [UInt8]
  var columns: [UInt8]
  /// Rows of the pool that are not basic.
  var binding: [Binding]

  /// The same for a master with further rows, whose slacks are basic.
  func extended(to rowCount: Int) -> MasterBasis {
    var basis = self
    let missing = max(0, rowCount - fixedRows.count)
    basis.fixedRows += Array(repeating: WarmProgram.Basis.basic, count: missing)
    return basis
  }
}
