import SupplyData

/// What it takes to send a product out of a facility: the most specific row, facilities compared before products.
struct Handling {
  /// By facility, then product: money and t CO2e per unit.
  private let terms: [[(unitCost: Double, emissionsTonnes: Double)]]

  init(_ dataset: Dataset, _ membership: Membership) {
    guard !dataset.handling.isEmpty else {
      terms = []
      return
    }
    terms = dataset.facilities.map { facility in
      let matching = dataset.handling.compactMap { row in
        membership.specificity(of: row.facility, forNode: facility.id).map {
          (row: row, specificity: $0)
        }
      }
      return dataset.products.map { product in
        let best = matching.filter { $0.row.product == nil || $0.row.product == product.id }
          .min {
            ($0.specificity.rawValue, $0.row.product == nil ? 1 : 0)
              < ($1.specificity.rawValue, $1.row.product == nil ? 1 : 0)
          }
        return best.map { ($0.row.unitCost, $0.row.emissionsTonnes) } ?? (0, 0)
      }
    }
  }

  /// Money and t CO2e per unit that leaves a node; nothing at customers.
  func terms(_ node: Node, _ product: Int) -> (unitCost: Double, emissionsTonnes: Double) {
    guard case .facility(let facility) = node, !terms.isEmpty else { return (0, 0) }
    return terms[facility][product]
  }
}
