/// A row `lower ≤ Σ coefficient · column ≤ upper` that holds in every plan, its numbers enclosed.
struct ProofRow: Sendable {
  var columns: [Int32]
  /// One a column.
  var coefficients: [Interval]
  /// −∞ for none.
  var lower: Interval
  /// ∞ for none.
  var upper: Interval
  /// What a cut counts as at least, or at most, where rounding cuts are derived of it; `nil` for what is proved.
  ///
  /// A search leaves room for its own rounding, and what follows from the row it had is not what follows from a sharper one.
  var stated: Double?

  /// The side of the row that a rounding cut is derived with.
  func sideInDerivation(for multiplier: Double) -> Interval? {
    side(for: multiplier).map { side in stated.map { Interval($0) } ?? side }
  }

  /// The side that a multiplier of this sign may count on: what the row is at least for a positive one, at most for a
  /// negative one; `nil` where there is none.
  func side(for multiplier: Double) -> Interval? {
    let side = multiplier > 0 ? lower : upper
    return side.lower.isFinite && side.upper.isFinite ? side : nil
  }
}

/// A column of the master as a proof sees it.
struct ProofColumn: Sendable {
  var name: String
  /// Coefficient in the objective.
  var cost: Interval
  var lower: Interval
  var upper: Interval
  var isWhole: Bool
}
