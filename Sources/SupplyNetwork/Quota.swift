import SupplyData

/// A quantity that enters at another rate of duty: a row of `quotas.csv` by places in the dataset.
public struct Quota: Sendable {
  /// The id.
  public var id: String
  /// The layer whose rate it replaces.
  public var layer: String
  /// The product; `nil` for all, together.
  public var product: Int?
  /// Countries that goods are made in.
  public var origins: Set<Int>
  /// Countries that goods enter.
  public var destinations: Set<Int>
  /// The period; `nil` for each by itself.
  public var period: String?
  /// Units per year, of all it matches together.
  public var quantity: Double
  /// Share of the customs value, in the quota.
  public var rate: Double
  /// Money per unit, in the quota.
  public var unitRate: Double

  /// Whether it speaks of goods that enter a country.
  func matches(product: Int, madeIn: Int, arrival: Int, period: String) -> Bool {
    (self.product == nil || self.product == product) && origins.contains(madeIn)
      && destinations.contains(arrival) && (self.period == nil || self.period == period)
  }
}

extension Quota {
  static func all(_ dataset: Dataset, _ membership: Membership) -> [Quota] {
    let index = DatasetIndex(dataset)
    func countries(_ selector: Selector) -> Set<Int> {
      Set(
        dataset.countries.indices.filter {
          membership.matches(selector, country: dataset.countries[$0].id)
        })
    }
    return dataset.quotas.map { row in
      Quota(
        id: row.id, layer: row.layer, product: row.product.flatMap { index.product[$0] },
        origins: countries(row.origin), destinations: countries(row.destination),
        period: row.period, quantity: row.quantity, rate: row.rate, unitRate: row.unitRate)
    }
  }
}
