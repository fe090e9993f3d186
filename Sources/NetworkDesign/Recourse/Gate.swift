package import Modeling

/// A tie of a block to the first stage: `Σ columns ≤ most · x`, x a first-stage decision.
///
/// In a recourse program a gate of one column is a bound of that column, which costs a simplex method nothing; in a
/// master it is a row that is added when it is violated (the variable upper bounds, or strong links, of
/// Cornuéjols, Sridharan and Thizy 1991, doi:10.1016/0377-2217(91)90261-S).
package struct Gate: Sendable {
  /// The decision that opens it.
  package enum Key: Sendable, Equatable {
    /// y of a facility.
    case facility(Int)
    /// y of a facility, and Σ n over its modules too: what it makes it makes with at least one module.
    case maker(Int)
    /// z of a buffer.
    case stock(Int)
    /// w of a contract: signed.
    case contract(Int)
  }

  /// What flows through it.
  package var columns: [LinearProgram.ColumnID]
  /// Units per year for each unit of x.
  package var most: Double
  /// x.
  package var key: Key
  /// What it is called in a program.
  package var what: String
}
