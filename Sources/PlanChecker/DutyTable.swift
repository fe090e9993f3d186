/// The duty rate on goods by their country of origin, the lane they move on, the product and the state.
final class DutyTable {
  /// A rate, and whether the dataset leaves open which row of a layer it is from.
  struct Rate {
    var rate: Double
    var isAmbiguous: Bool
  }

  private struct Key: Hashable {
    var madeIn: Int
    var destination: Int
    var product: Int
  }

  private let catalogue: Catalogue
  /// For each country the number of its customs territory.
  private let territories: [Int]
  /// For each country of origin the rows that match, with the rank.
  private var candidates: [[(row: Int, rank: UInt8)]]
  private var destinationRanks: [[UInt8]] = []
  private var rates: [Key: Rate] = [:]

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    // A country in no union is a territory of its own, numbered after the unions.
    let unions = catalogue.dataset.groups.filter { $0.kind == .customsUnion }
    let names = Set(unions.map(\.group)).sorted()
    var territories = catalogue.dataset.countries.indices.map { names.count + $0 }
    for row in unions {
      if let country = catalogue.countryIndex[row.country],
        let union = names.firstIndex(of: row.group)
      {
        territories[country] = union
      }
    }
    self.territories = territories

    candidates = [[(row: Int, rank: UInt8)]](
      repeating: [], count: catalogue.dataset.countries.count)
    for (row, tariff) in catalogue.dataset.tariffs.enumerated() {
      destinationRanks.append(catalogue.matching.countryRanks(tariff.destination))
      for (country, rank) in catalogue.matching.countryRanks(tariff.origin).enumerated()
      where rank != Matching.none {
        candidates[country].append((row, rank))
      }
    }
  }

  /// The rate on goods made in a country when they move between two countries.
  ///
  /// It is 0 within a territory, and for goods that come home to the territory they were made in; else the sum over
  /// layers plus what the state adds, and at least 0.
  func rate(
    madeIn: Int, from: Int, to: Int, product: Int, in conditions: StateConditions
  ) -> Rate {
    if territories[from] == territories[to] || territories[madeIn] == territories[to] {
      return Rate(rate: 0, isAmbiguous: false)
    }
    var rate = layers(Key(madeIn: madeIn, destination: to, product: product))
    rate.rate = max(0, rate.rate + conditions.tariffAddition(madeIn, to, product))
    return rate
  }

  /// The sum over layers of the most specific row: products compared first, then origins, then destinations.
  private func layers(_ key: Key) -> Rate {
    if let known = rates[key] { return known }
    var best: [String: (rank: Int, rate: Double, isAmbiguous: Bool)] = [:]
    let product = catalogue.dataset.products[key.product].id
    for candidate in candidates[key.madeIn] {
      let destinationRank = destinationRanks[candidate.row][key.destination]
      guard destinationRank != Matching.none else { continue }
      let tariff = catalogue.dataset.tariffs[candidate.row]
      if let wanted = tariff.product, wanted != product { continue }
      let rank =
        (tariff.product == nil ? 100 : 0) + Int(candidate.rank) * 10 + Int(destinationRank)
      if let standing = best[tariff.layer], standing.rank <= rank {
        if standing.rank == rank { best[tariff.layer]?.isAmbiguous = true }
      } else {
        best[tariff.layer] = (rank, tariff.rate, false)
      }
    }
    let rate = Rate(
      // In the order of their names, so that the sum is the same on every run.
      rate: best.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value.rate },
      isAmbiguous: best.values.contains { $0.isAmbiguous })
    rates[key] = rate
    return rate
  }
}
