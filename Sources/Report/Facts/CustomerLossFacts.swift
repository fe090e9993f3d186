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

  /// Whether some customer loses sales of a product that others, who want it too, lose at the same cost: who of them goes short is
  /// then decided by little more than freight.
  let hasEquals: Bool

  /// The share of the customer's own sales of a year that a scenario costs, mean over the years: Σ_t years_t v_t ÷ Σ_t years_t
  /// with v_t = (duration/52) · Σ shortage_cost · u ÷ Σ shortage_cost · demand as in the contract, over the customer alone; 0 in
  /// a period without demand.
  func share(_ scenario: String, _ customer: String) -> Double {
    shares[[scenario, customer]] ?? 0
  }

  /// The same over all customers.
  func share(_ scenario: String) -> Double { overall[scenario] ?? 0 }

  /// The greatest share of a customer.
  var greatest: Double { shares.values.max() ?? 0 }

  init(_ resolved: ResolvedNetwork, _ plan: Plan) {
    let network = resolved.network
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
    let years = Double(periods.reduce(0) { $0 + $1.years })
    var sales: [String: [Double]] = [:]
    var lost: [[String]: [Double]] = [:]
    let none = periods.map { _ in 0.0 }
    struct Equals: Hashable {
      let product: Int
      let period: Int
      let worth: Double
    }
    var wanting: [Equals: Int] = [:]
    var short: Set<Equals> = []
    for (position, demand) in network.demands.enumerated() {
      let customer = dataset.customers[demand.customer].id
      let product = dataset.products[demand.product].id
      for (number, period) in periods.enumerated() {
        let worth = demand.shortageCost[number]
        sales[customer, default: none][number] += worth * demand.quantity[number]
        let equals = Equals(product: demand.product, period: number, worth: worth)
        if demand.quantity[number] > 0 { wanting[equals, default: 0] += 1 }
        for state in network.states {
          guard let scenario = state.scenario.map({ dataset.scenarios[$0].id }) else { continue }
          let wanted = demand.quantity[number] * (1 + state.demandChanges[position])
          let key = Key(
            period: period.id, scenario: scenario, customer: customer, product: product)
          let unmet = wanted - (served[key] ?? 0)
          // Flows are written to so many digits: what is missing in the last of them is no loss.
          guard unmet > 1e-6 * max(wanted, 1) else { continue }
          short.insert(equals)
          lost[[scenario, customer], default: none][number] +=
            worth * unmet * state.durationWeeks / 52
        }
      }
    }
    hasEquals = short.contains { wanting[$0, default: 0] > 1 }
    /// Mean over the years of what is lost of what is sold.
    func mean(_ lost: [Double], of sales: [Double]) -> Double {
      zip(periods, zip(lost, sales)).reduce(0) { sum, entry in
        let (lost, sold) = entry.1
        return sum + (sold > 0 ? Double(entry.0.years) * lost / sold / years : 0)
      }
    }
    func sum(_ rows: [[Double]]) -> [Double] {
      rows.reduce(none) { zip($0, $1).map(+) }
    }
    shares = Dictionary(
      uniqueKeysWithValues: lost.map { ($0, mean($1, of: sales[$0[1]] ?? none)) })
    let all = sum(Array(sales.values))
    let overall = Dictionary(grouping: lost, by: { $0.key[0] }).mapValues { rows in
      mean(sum(rows.map(\.value)), of: all)
    }
    self.overall = overall
    scenarios = dataset.scenarios.map(\.id).sorted {
      (-(overall[$0] ?? 0), $0) < (-(overall[$1] ?? 0), $1)
    }
    let worth = sales.mapValues { zip($0, periods).reduce(0) { $0 + $1.0 * Double($1.1.years) } }
    customers = worth.filter { $0.value > 0 }
      .sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key)
  }
}
