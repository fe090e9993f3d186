import SupplyData

/// What costs of a kind are multiplied by, by facility and period.
struct EscalationTable: Sendable {
  private var factors: [EscalationRow.Cost: [[Double]]] = [:]
  private let periods: Int
  /// Rows of `escalation.csv` of which neither is the most specific, in words.
  private(set) var ambiguous: [String] = []

  init(_ dataset: Dataset, matching: Matching, periodIndex: [String: Int]) {
    periods = dataset.settings.periods.count
    let facilities = dataset.facilities.count
    let ones = [[Double]](
      repeating: [Double](repeating: 1, count: periods), count: facilities)
    for cost in Set(dataset.escalation.map(\.cost)) {
      var own = ones
      var best: [[Int]: (rank: UInt8, line: Int)] = [:]
      for row in dataset.escalation where row.cost == cost {
        guard let period = periodIndex[row.period] else { continue }
        let ranks = matching.nodeRanks(row.facility).prefix(facilities)
        for (facility, rank) in ranks.enumerated() where rank != Matching.none {
          if let standing = best[[facility, period]], standing.rank <= rank {
            if standing.rank == rank {
              ambiguous.append(
                "escalation.csv lines \(standing.line) and \(row.line), facility "
                  + dataset.facilities[facility].id)
            }
            continue
          }
          best[[facility, period]] = (rank, row.line)
          own[facility][period] = row.factor
        }
      }
      factors[cost] = own
    }
  }

  /// The factor on a facility's costs of a kind; 1 where no row speaks of them.
  func factor(_ cost: EscalationRow.Cost, _ facility: Int, _ period: Int) -> Double {
    factors[cost]?[facility][period] ?? 1
  }

  /// The factor on the price of carbon, whose rows are for all facilities.
  func carbonPrice(_ period: Int) -> Double { factors[.carbonPrice]?.first?[period] ?? 1 }
}
