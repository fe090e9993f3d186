import SupplyPlan

/// Where the goods of a period come from: the share of each placement, by customs value.
struct PlacementShares: Equatable {
  private var shares: [PlacementClass: Double] = [:]
  /// What is made in micro-factories.
  private(set) var microfactories = 0.0

  /// The sum of rows of one period.
  init(_ rows: [MixRow]) {
    for row in rows {
      shares[row.class, default: 0] += row.valueShare
      if row.microfactory { microfactories += row.valueShare }
    }
  }

  /// The share of a placement.
  subscript(placement: PlacementClass) -> Double { shares[placement] ?? 0 }
}
