/// How much a row of the pool may be missed before it is added.
struct RowTolerances: Sendable {
  /// Share of what a link can carry.
  var link: Double
  /// Share of the objective.
  var cost: Double
  /// Share of a year's sales.
  var loss: Double

  subscript(kind: CutPool.Kind) -> Double {
    switch kind {
    case .link: link
    case .network, .rounding: 1e-6
    case .cost: cost
    case .loss: loss
    }
  }
}
