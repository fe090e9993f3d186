import SupplyData
import SupplyNetwork
import SupplyPlan

/// Which facilities ship what where in the normal state of a plan: more than a millionth of what the node needs.
struct SourcesOfPlan {
  private struct Key: Hashable {
    var period: String
    var origin: String
    var destination: String
    var product: String
  }

  private let network: Network
  private var shipped: [Key: Double] = [:]
  private var arrived: [Key: Double] = [:]

  init(_ plan: Plan, _ network: Network) {
    self.network = network
    for row in plan.flows where row.scenario == nil {
      let key = Key(
        period: row.period, origin: row.origin, destination: row.destination, product: row.product)
      shipped[key, default: 0] += row.quantity
      var end = key
      end.origin = ""
      arrived[end, default: 0] += row.quantity
    }
  }

  /// Whether a facility is a source.
  func ships(_ link: Sourcing) -> Bool {
    let dataset = network.dataset
    var key = Key(
      period: dataset.settings.periods[link.period].id,
      origin: dataset.facilities[link.origin].id, destination: network.id(of: link.destination),
      product: dataset.products[link.product].id)
    let own = shipped[key] ?? 0
    key.origin = ""
    return own > 1e-6 * (arrived[key] ?? 0)
  }
}
