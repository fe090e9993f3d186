import SupplyData

/// Where duty on components is paid back when what is made of them is exported, and what share of it.
struct Drawback {
  /// By facility, then product: share of the duty; 0 where none is paid back.
  private let shares: [[Double]]

  init(_ dataset: Dataset, _ membership: Membership) {
    guard !dataset.drawback.isEmpty else {
      shares = []
      return
    }
    shares = dataset.facilities.map { facility in
      let matching = dataset.drawback.compactMap { row in
        membership.specificity(of: row.country, forCountry: facility.country).map {
          (row: row, specificity: $0)
        }
      }
      return dataset.products.map { product in
        matching.filter { $0.row.component == nil || $0.row.component == product.id }
          .min {
            ($0.specificity.rawValue, $0.row.component == nil ? 1 : 0)
              < ($1.specificity.rawValue, $1.row.component == nil ? 1 : 0)
          }?.row.share ?? 0
      }
    }
  }

  /// The share of the duty on a component at a facility that is paid back.
  func share(_ facility: Int, _ component: Int) -> Double {
    shares.isEmpty ? 0 : shares[facility][component]
  }
}
