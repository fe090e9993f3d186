import SupplyNetwork
import SupplyPlan

/// The duties of a period's normal state: what each layer takes, and on which way of goods.
struct DutyFacts {
  /// A way of goods: where they were made and where they enter.
  struct Way: Hashable {
    let madeIn: String
    let destination: String
  }

  /// Money a year by layer.
  private(set) var byLayer: [String: Double] = [:]
  /// Money a year by way.
  private(set) var byWay: [Way: Double] = [:]
  /// Money a year by way and product.
  private(set) var byProduct: [Way: [String: Double]] = [:]
  /// Customs value a year of all goods that pay duty.
  private(set) var dutiableValue = 0.0

  /// All duties, money a year.
  var total: Double { byWay.values.reduce(0, +) }

  init(_ index: ReportIndex, _ resolved: ResolvedNetwork, _ plan: Plan, period: String) {
    for row in plan.flows where row.scenario == nil && row.period == period && row.duty > 0 {
      guard let destination = index.country(ofNode: row.destination) else { continue }
      let way = Way(madeIn: row.madeIn, destination: destination)
      byWay[way, default: 0] += row.duty
      byProduct[way, default: [:]][row.product, default: 0] += row.duty
      dutiableValue += index.value(row.quantity, of: row.product)
      // A duty that a quota lowers is shared out as that out of the quota.
      let layers = resolved.dutyLayers(of: row).map {
        (id: $0.layer, duty: $0.rate + $0.unitRate / index.value(1, of: row.product))
      }
      let rate = layers.reduce(0) { $0 + $1.duty }
      for layer in layers where rate > 0 {
        byLayer[layer.id, default: 0] += row.duty * layer.duty / rate
      }
    }
  }
}
