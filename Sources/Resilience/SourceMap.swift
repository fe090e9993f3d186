import Findings
public import SupplyData
public import SupplyPlan

/// Where each product of a plan comes from in the normal state.
///
///     let record = SourceMap(dataset: dataset, plan: plan).record
///
/// Concentration is the Herfindahl–Hirschman index, the sum of squared shares: 1 where all comes from one place, 1/n where n
/// places share equally (Hirschman, *National Power and the Structure of Foreign Trade*, 1945; Herfindahl, *Concentration in
/// the Steel Industry*, 1950; Hirschman, "The paternity of an index", 1964, American Economic Review 54, 761).
public struct SourceMap: Sendable {
  /// What is below this share of a product's use is rounding of a solve, no source.
  static let leastShare = 1e-6

  private let dataset: Dataset
  private let plan: Plan

  /// - Parameters:
  ///   - dataset: the dataset that was planned.
  ///   - plan: a plan of it, with its flows and production.
  public init(dataset: Dataset, plan: Plan) {
    self.dataset = dataset
    self.plan = plan
  }

  /// The record, an entry for each product and period in which it is used.
  public var record: SourceMapRecord {
    let uses = dataset.settings.periods.map { ProductUses(plan, period: $0.id, dataset: dataset) }
    return SourceMapRecord(
      dataset: plan.dataset,
      entries: dataset.products.flatMap { product in
        zip(dataset.settings.periods, uses).compactMap { period, uses in
          entry(product.id, period.id, uses)
        }
      })
  }

  /// Σ share², of shares that add up to 1.
  static func concentration(_ shares: [Double]) -> Double { shares.reduce(0) { $0 + $1 * $1 } }

  private func entry(_ product: String, _ period: String, _ uses: ProductUses)
    -> SourceMapRecord.Entry?
  {
    let used = Self.shares(uses.byCountry[product] ?? [:])
    let made = Self.shares(uses.byFacility[product] ?? [:])
    guard !used.isEmpty, !made.isEmpty else { return nil }
    return SourceMapRecord.Entry(
      product: product, period: period, quantity: used.reduce(0) { $0 + $1.quantity },
      countries: used.map { .init(country: $0.id, quantity: $0.quantity, share: $0.share) },
      sources: made.map {
        .init(
          facility: $0.id, country: uses.countryOf[$0.id] ?? "", quantity: $0.quantity,
          share: $0.share)
      },
      concentrationByCountry: Self.concentration(used.map(\.share)),
      concentrationByFacility: Self.concentration(made.map(\.share)),
      isSingleCountry: used.count == 1, isSingleFacility: made.count == 1,
      users: Self.shares(uses.byCustomer[product] ?? [:]).map {
        .init(kind: .customer, id: $0.id, quantity: $0.quantity)
      }
        + Self.shares(uses.byParent[product] ?? [:]).map {
          .init(kind: .product, id: $0.id, quantity: $0.quantity)
        })
  }

  /// Quantities with their shares, the greatest first; what is rounding is left out.
  private static func shares(_ quantities: [String: Double])
    -> [(id: String, quantity: Double, share: Double)]
  {
    let all = quantities.values.reduce(0) { $0 + max(0, $1) }
    let kept = quantities.filter { $0.value > leastShare * all }
    let sum = kept.values.reduce(0, +)
    guard sum > 0 else { return [] }
    return kept.map { ($0.key, $0.value, $0.value / sum) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}
