/// How a row that a search found is proved, in the numbering of that search: rows of the master first, then its pool's.
public enum RowDerivation: Sendable, Equatable {
  /// A Benders cut.
  case cut(BoundCertificate.Cut)
  /// A rounding cut.
  case rounding(BoundCertificate.Rounding)
}

/// Multipliers that a search has proved a node with; nodes share them.
public final class ProofMultipliers: Sendable {
  /// What they prove.
  public let kind: BoundCertificate.Multipliers.Kind
  /// The rows, in the numbering of the search.
  public let rows: [Int32]
  /// What each is multiplied by.
  public let values: [Double]

  /// Creates multipliers; zeros are left out.
  public init(_ kind: BoundCertificate.Multipliers.Kind, rows: [Int], values: [Double]) {
    self.kind = kind
    let indices = values.indices.filter { values[$0] != 0 }
    self.rows = indices.map { Int32(rows[$0]) }
    self.values = indices.map { values[$0] }
  }
}
