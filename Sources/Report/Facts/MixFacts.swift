import SupplyPlan

/// Where the goods delivered in a period's normal state come from, by customs value.
struct MixFact: Equatable {
  /// The share of each placement.
  var shares: [PlacementClass: Double] = [:]
  /// The part of each share that micro-factories make.
  var microfactories: [PlacementClass: Double] = [:]

  /// The share of a placement.
  subscript(placement: PlacementClass) -> Double { shares[placement] ?? 0 }

  /// What micro-factories make, of everything.
  var microfactoryShare: Double { microfactories.values.reduce(0, +) }

  /// What is made in the customer's country or region.
  var near: Double { self[.domestic] + self[.nearshore] }

  /// The mix of a period; `nil` where nothing is delivered.
  init?(_ plan: Plan, period: String) {
    for row in plan.mix where row.period == period {
      shares[row.class, default: 0] += row.valueShare
      if row.microfactory { microfactories[row.class, default: 0] += row.valueShare }
    }
    if shares.values.reduce(0, +) <= 0 { return nil }
  }
}
