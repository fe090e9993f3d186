import SupplyData

/// The narrowest rows of `tariffs.csv`, looked up for one kind of goods at a time.
struct MathProgTariffs {
  private let rows: [TariffRow]
  /// For each row how narrowly it names each country as origin and as destination, by places in the dataset.
  private let origins: [[Int?]]
  private let destinations: [[Int?]]
  /// The layers, in the order of the table.
  let layers: [String]

  init(_ dataset: Dataset, _ membership: Membership) {
    rows = dataset.tariffs
    layers = Self.layers(of: dataset)
    func ranks(_ selector: Selector) -> [Int?] {
      dataset.countries.map { membership.specificity(of: selector, forCountry: $0.id)?.rawValue }
    }
    origins = rows.map { ranks($0.origin) }
    destinations = rows.map { ranks($0.destination) }
  }

  /// Whether one sum of rates does not say all that a dataset knows about duties.
  static func areToldApart(in dataset: Dataset) -> Bool {
    !dataset.quotas.isEmpty
      || dataset.tariffs.contains { $0.unitRate > 0 || $0.period != nil || $0.claim != nil }
  }

  /// The layers, where they are told apart.
  static func layers(toldApartIn dataset: Dataset) -> [String] {
    areToldApart(in: dataset) ? layers(of: dataset) : []
  }

  private static func layers(of dataset: Dataset) -> [String] {
    var seen: Set<String> = []
    return dataset.tariffs.map(\.layer).filter { seen.insert($0).inserted }
  }

  /// The narrowest row of a layer: products are compared first, then origins, destinations and periods.
  ///
  /// - Parameters:
  ///   - claim: the agreement that the row must speak of; `nil` for rows that speak of all goods.
  ///   - origin: the country that goods are made in, by its place in the dataset.
  ///   - destination: the country that they enter.
  func row(
    _ layer: String, claim: String?, product: String, from origin: Int, to destination: Int,
    in period: String
  ) -> TariffRow? {
    var best: (row: TariffRow, rank: [Int])?
    for (index, row) in rows.enumerated() {
      guard row.layer == layer, row.claim == claim, row.product == nil || row.product == product,
        row.period == nil || row.period == period, let ofOrigin = origins[index][origin],
        let ofDestination = destinations[index][destination]
      else { continue }
      let rank = [row.product == nil ? 1 : 0, ofOrigin, ofDestination, row.period == nil ? 1 : 0]
      if let best, !rank.lexicographicallyPrecedes(best.rank) { continue }
      best = (row, rank)
    }
    return best?.row
  }
}
