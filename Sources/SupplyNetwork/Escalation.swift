public import SupplyData

/// What costs of the tables are multiplied by, by kind of cost, facility and period.
public struct Escalation: Sendable {
  /// By kind, then facility (by its place in the dataset), then period; kinds that nothing changes are left out.
  private var factors: [EscalationRow.Cost: [[Double]]] = [:]

  /// The most specific row of each kind, facility and period.
  init(_ dataset: Dataset, _ membership: Membership) {
    let periods = dataset.settings.periods
    for (cost, rows) in Dictionary(grouping: dataset.escalation, by: \.cost) {
      factors[cost] = dataset.facilities.map { facility in
        periods.map { period in
          rows.filter { $0.period == period.id }
            .compactMap { row in
              membership.specificity(of: row.facility, forNode: facility.id).map { (row, $0) }
            }
            .min { $0.1 < $1.1 }?.0.factor ?? 1
        }
      }
      // The price of carbon is the same everywhere, also without any facility.
      if cost == .carbonPrice {
        let everywhere = periods.map { period in
          rows.first { $0.period == period.id }?.factor ?? 1
        }
        factors[cost] = [everywhere]
      }
    }
  }

  /// The factor on a cost of a facility in a period.
  public func factor(_ cost: EscalationRow.Cost, _ facility: Int, _ period: Int) -> Double {
    factors[cost]?[facility][period] ?? 1
  }

  /// The factor on the price of carbon in a period.
  public func carbonPrice(_ period: Int) -> Double {
    factors[.carbonPrice]?[0][period] ?? 1
  }

  /// The factor on a cost of something that a node does; customers' costs are never escalated.
  public func factor(_ cost: EscalationRow.Cost, _ node: Node, _ period: Int) -> Double {
    guard case .facility(let facility) = node else { return 1 }
    return factor(cost, facility, period)
  }
}
