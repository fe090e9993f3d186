import SupplyPlan

/// How much of what is made comes out of each country: on whom the network leans.
struct DependenceFacts {
  /// The share of each country in the customs value of everything made, parts included.
  let overall: [String: Double]

  /// Of a normal year of `period`.
  init(_ index: ReportIndex, _ plan: Plan, period: String) {
    var value: [String: Double] = [:]
    for row in plan.production
    where row.scenario == nil && row.period == period && row.quantity > 0 {
      guard let country = index.facilities[row.facility]?.country else { continue }
      value[country, default: 0] += index.value(row.quantity, of: row.product)
    }
    overall = Self.shares(value)
  }

  /// The country with the greatest share among those that are not `home`.
  func leader(besides home: String?) -> (country: String, share: Double)? {
    Self.greatest(overall.filter { $0.key != home })
  }

  /// The greatest entry; of equals the first by name, so that a report is the same each time.
  static func greatest(_ shares: [String: Double]) -> (country: String, share: Double)? {
    shares.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }

  private static func shares(_ amounts: [String: Double]) -> [String: Double] {
    let total = amounts.values.reduce(0, +)
    return total > 0 ? amounts.mapValues { $0 / total } : [:]
  }
}
