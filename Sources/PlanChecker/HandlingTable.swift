import SupplyData

/// What sending goods out of a facility takes: facilities compared first, then products.
struct HandlingTable: Sendable {
  /// Of a facility and product.
  struct Handling: Sendable {
    /// Money per unit.
    var unitCost = 0.0
    /// Tonnes of CO2 equivalent per unit.
    var emissions = 0.0
  }

  /// By facility, then product; empty where the dataset has no rows.
  private let table: [[Handling]]
  /// Rows of `handling.csv` of which neither is the most specific, in words.
  let ambiguous: [String]

  init(_ dataset: Dataset, matching: Matching) {
    guard !dataset.handling.isEmpty else {
      (table, ambiguous) = ([], [])
      return
    }
    let ranks = dataset.handling.map { matching.nodeRanks($0.facility) }
    var ambiguous: [String] = []
    table = dataset.facilities.indices.map { facility in
      dataset.products.map { product in
        let matches = dataset.handling.enumerated().filter {
          ranks[$0.offset][facility] != Matching.none
            && ($0.element.product == nil || $0.element.product == product.id)
        }.map {
          (
            rank: Int(ranks[$0.offset][facility]) * 2 + ($0.element.product == nil ? 1 : 0),
            row: $0.element
          )
        }
        guard let best = matches.min(by: { $0.rank < $1.rank }) else { return Handling() }
        if let rival = matches.last(where: { $0.rank == best.rank }), rival.row != best.row {
          ambiguous.append(
            "handling.csv lines \(best.row.line) and \(rival.row.line), facility "
              + dataset.facilities[facility].id)
        }
        return Handling(unitCost: best.row.unitCost, emissions: best.row.emissionsTonnes)
      }
    }
    self.ambiguous = ambiguous
  }

  /// What a unit of a product takes at a facility.
  func handling(_ facility: Int, _ product: Int) -> Handling {
    table.isEmpty ? Handling() : table[facility][product]
  }
}
