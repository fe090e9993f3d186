import SupplyData
import SupplyNetwork
import SupplyPlan

/// What each scenario costs each customer: the share of its own sales of a normal year, over the horizon.
struct CustomerLossFacts {
  /// The scenarios, the one that costs most first.
  let scenarios: [String]
  /// The customers with demand, the one with most sales first.
  let customers: [String]
  private let shares: [[String]: Double]
  private let overall: [String: Double]

  /// The share of the customer's sales that a scenario costs: Σ_t years_t · duration/52 · Σ shortage_cost · u over
  /// Σ_t years_t · Σ shortage_cost · demand.
  func share(_ scenario: String, _ customer: String) -> Double {
    shares[[scenario, customer]] ?? 0
  }

  /// The same over all customers.
  func share(_ scenario: String) -> Double { overall[scenario] ?? 0 }

  /// The greatest share of a customer.
  var greatest: Double { shares.values.max() ?? 0 }

  init(_ context: PlanContext, _ plan: Plan) {
    let network = context.resolved.network
    let dataset = network.dataset
    let periods = dataset.settings.periods
    struct Key: Hashable {
      let period: String
      let scenario: String
      let customer: String
      let product: String
    }
    var served: [Key: Double] = [:]
    for row in plan.flows {
      guard let scenario = row.scenario else { continue }
      served[
        Key(
          period: row.period, scenario: scenario, customer: row.destination, product: row.product),
        default: 0] += row.quantity
    }
    for row in plan.draws {
      guard let scenario = row.scenario else { continue }
      served[
        Key(period: row.period, scenario: scenario, customer: row.location, product: row.product),
        default: 0] += row.quantity
    }
    var sales: [String: Double] = [:]
    var lost: [[String]: Double] = [:]
    for (place, demand) in network.demands.enumerated() {
      let customer = dataset.customers[demand.customer].id
      let product = dataset.products[demand.product].id
      for (number, period) in periods.enumerated() {
        let worth = demand.shortageCost[number] * Double(period.years)
        sales[customer, default: 0] += worth * demand.quantity[number]
        for state in network.states {
          guard let scenario = state.scenario.map({ dataset.scenarios[$0].id }) else { continue }
          let wanted = demand.quantity[number] * (1 + state.demandChanges[place])
          let key = Key(
            period: period.id, scenario: scenario, customer: customer, product: product)
          let unmet = wanted - (served[key] ?? 0)
          // Flows are written to so many digits: what is missing in the last of them is no loss.
          guard unmet > 1e-6 * max(wanted, 1) else { continue }
          lost[[scenario, customer], default: 0] += worth * unmet * state.durationWeeks / 52
        }
      }
    }
    shares = Dictionary(
      uniqueKeysWithValues: lost.map { key, money in
        (key, (sales[key[1]] ?? 0) > 0 ? money / (sales[key[1]] ?? 1) : 0)
      })
    let all = sales.values.reduce(0, +)
    var overall: [String: Double] = [:]
    for (key, money) in lost where all > 0 { overall[key[0], default: 0] += money / all }
    self.overall = overall
    scenarios = dataset.scenarios.map(\.id).sorted {
      (-(overall[$0] ?? 0), $0) < (-(overall[$1] ?? 0), $1)
    }
    customers = sales.filter { $0.value > 0 }.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
      .map(\.key)
  }
}
