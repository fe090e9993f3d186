import SupplyData

/// The layered rates of duty: for each layer the most specific row, and their sum.
///
/// Rows are compared by product first (an id before all), then by origin, then by destination (a country before its
/// groups, its region and `*`). Two best rows that are equally specific are a fault.
struct DutySchedule {
  /// How narrowly a row names a product, an origin and a destination; the narrower is the smaller.
  private struct Rank: Comparable {
    var isAnyProduct: Bool
    var origin: Selector.Specificity
    var destination: Selector.Specificity

    static func < (left: Rank, right: Rank) -> Bool {
      if left.isAnyProduct != right.isAnyProduct { return right.isAnyProduct }
      if left.origin != right.origin { return left.origin < right.origin }
      return left.destination < right.destination
    }
  }

  private let rows: [TariffRow]
  /// For each country and row how narrowly the row names the country as origin, and as destination.
  private let originMatches: [[(row: Int, specificity: Selector.Specificity)]]
  private let destinationSpecificities: [[Selector.Specificity?]]
  private let layers: [String]
  private let layerOfRow: [Int]

  /// - Parameters:
  ///   - dataset: the rows and the countries; countries are named by their place in it.
  ///   - membership: who belongs where.
  init(dataset: Dataset, membership: Membership) {
    let rows = dataset.tariffs
    self.rows = rows
    var layers: [String] = []
    var places: [String: Int] = [:]
    layerOfRow = rows.map { row in
      if let place = places[row.layer] { return place }
      places[row.layer] = layers.count
      layers.append(row.layer)
      return layers.count - 1
    }
    self.layers = layers
    originMatches = dataset.countries.map { country in
      rows.indices.compactMap { row in
        membership.specificity(of: rows[row].origin, forCountry: country.id).map { (row, $0) }
      }
    }
    destinationSpecificities = dataset.countries.map { country in
      rows.map { membership.specificity(of: $0.destination, forCountry: country.id) }
    }
  }

  /// The rows that apply to a product between two countries, one a layer at most, as places in the table.
  ///
  /// - Returns: the rows that win, and pairs of rows between which nothing decides.
  func winners(product: String, origin: Int, destination: Int) -> (
    rows: [Int], ties: [(Int, Int)]
  ) {
    var best: [(row: Int, rank: Rank)?] = Array(repeating: nil, count: layers.count)
    var tied: [Int?] = Array(repeating: nil, count: layers.count)
    for match in originMatches[origin] {
      guard let destinationSpecificity = destinationSpecificities[destination][match.row] else {
        continue
      }
      let row = rows[match.row]
      guard row.product == nil || row.product == product else { continue }
      let rank = Rank(
        isAnyProduct: row.product == nil, origin: match.specificity,
        destination: destinationSpecificity)
      let layer = layerOfRow[match.row]
      if let current = best[layer], !(rank < current.rank) {
        if !(current.rank < rank) { tied[layer] = match.row }
      } else {
        best[layer] = (match.row, rank)
        tied[layer] = nil
      }
    }
    let ties = zip(best, tied).compactMap { best, tied in
      if let best, let tied { (best.row, tied) } else { nil }
    }
    return (best.compactMap { $0?.row }, ties)
  }

  /// Sum of the rates of `rows`, a share of the customs value.
  func rate(of rows: [Int]) -> Double { rows.reduce(0) { $0 + self.rows[$1].rate } }

  /// All pairs of rows between which nothing decides, for some product and pair of countries.
  func ties(products: [Product]) -> [(Int, Int)] {
    var seen: Set<[Int]> = []
    // Products that no row names behave alike: one of them stands for all.
    let named = Set(rows.compactMap(\.product))
    var representatives = products.map(\.id).filter(named.contains)
    if let other = products.first(where: { !named.contains($0.id) }) {
      representatives.append(other.id)
    }
    for origin in originMatches.indices where !originMatches[origin].isEmpty {
      for destination in destinationSpecificities.indices {
        for product in representatives {
          let ties = winners(product: product, origin: origin, destination: destination).ties
          for (first, second) in ties { seen.insert([first, second].sorted()) }
        }
      }
    }
    return seen.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1]) }
  }
}
