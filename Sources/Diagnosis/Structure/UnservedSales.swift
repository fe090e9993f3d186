import NetworkDesign
import SupplyData
import SupplyNetwork

/// What it costs at least that some demands cannot be served.
struct UnservedSales {
  let network: Network
  let measure: RiskMeasure

  /// The share of a normal year's sales that goes undelivered, in the worst period.
  func normalYear(_ demands: [Int]) -> Double {
    normalYear(Array(network.dataset.settings.periods.indices), demands)
  }

  /// The share of a normal year's sales that goes undelivered, in the worst of some periods.
  func normalYear(_ periods: [Int], _ demands: [Int]) -> Double {
    periods.map { period in
      share(demands, in: period) { network.demands[$0].quantity[period] }
    }.max() ?? 0
  }

  /// The least sales at risk: in every event all of these demands are lost, but for what stocks at the customers hold.
  func risk(_ demands: [Int]) -> Double {
    let dataset = network.dataset
    let losses = dataset.settings.periods.indices.map { period in
      dataset.scenarios.enumerated().map { place, scenario in
        let yearsLong = scenario.durationWeeks / 52
        let changes = network.states[place + 1].demandChanges
        return yearsLong
          * share(demands, in: period) { demand in
            let asked = network.demands[demand].quantity[period] * (1 + changes[demand])
            return max(0, asked - stock(demand) / yearsLong)
          }
      }
    }
    return RiskAccount(network: network, measure: measure).salesAtRisk(losses)
  }

  /// `Σ shortage_cost · quantity` of some demands over that of all in a normal year.
  private func share(
    _ demands: [Int], in period: Int, quantity: (Int) -> Double
  ) -> Double {
    let sales = network.demands.reduce(0.0) {
      $0 + $1.shortageCost[period] * $1.quantity[period]
    }
    guard sales > 0 else { return 0 }
    return demands.reduce(0.0) {
      $0 + network.demands[$1].shortageCost[period] * quantity($1)
    } / sales
  }

  /// The most units in stock at the customer.
  private func stock(_ demand: Int) -> Double {
    let customer = network.dataset.customers[network.demands[demand].customer].id
    let product = network.dataset.products[network.demands[demand].product].id
    return network.dataset.buffers
      .filter { $0.location == customer && $0.product == product }
      .reduce(0) { $0 + $1.maximum }
  }
}
