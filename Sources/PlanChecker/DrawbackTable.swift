import SupplyData

/// The share of the duty on components that is drawn back: countries compared first, then components.
struct DrawbackTable {
  /// By country, then product; empty where the dataset has no rows.
  private let shares: [[Double?]]
  /// Rows of `drawback.csv` of which neither is the most specific, in words.
  let ambiguous: [String]

  init(_ catalogue: Catalogue) {
    let dataset = catalogue.dataset
    guard !dataset.drawback.isEmpty else {
      (shares, ambiguous) = ([], [])
      return
    }
    let ranks = dataset.drawback.map { catalogue.matching.countryRanks($0.country) }
    var ambiguous: [String] = []
    shares = dataset.countries.indices.map { country in
      dataset.products.map { product -> Double? in
        let matches = dataset.drawback.enumerated().filter { index, row in
          ranks[index][country] != Matching.none
            && (row.component == nil || row.component == product.id)
        }.map { index, row in
          (rank: Int(ranks[index][country]) * 2 + (row.component == nil ? 1 : 0), row: row)
        }
        guard let best = matches.min(by: { $0.rank < $1.rank }) else { return nil }
        if let rival = matches.last(where: { $0.rank == best.rank }), rival.row != best.row {
          ambiguous.append(
            "drawback.csv lines \(best.row.line) and \(rival.row.line), country "
              + dataset.countries[country].id)
        }
        return best.row.share
      }
    }
    self.ambiguous = ambiguous
  }

  /// The share of the duty on a component that facilities of a country get back; `nil` where no row speaks of it.
  func share(_ country: Int, _ component: Int) -> Double? {
    shares.isEmpty ? nil : shares[country][component]
  }
}
