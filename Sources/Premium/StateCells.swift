import SupplyData
import SupplyNetwork
import SupplyPlan

/// What the rows of a plan's tables cost in each period and state, money per year.
struct StateCells {
  private let stateCount: Int
  /// Everything but shortage, by period and state.
  private var costs: [Double]
  /// Units per year that reach a customer, drawn from stock or delivered, by period and state.
  private var served: [[[String]: Double]]

  init(_ plan: Plan, network: Network, places: NetworkPlaces) {
    stateCount = network.states.count
    costs = Array(repeating: 0, count: places.periods.count * stateCount)
    served = Array(repeating: [:], count: costs.count)
    let settings = network.dataset.settings
    func cell(_ period: String, _ scenario: String?) -> Int? {
      let state = scenario.map { places.states[$0] } ?? 0
      guard let period = places.periods[period], let state else { return nil }
      return period * network.states.count + state
    }
    for row in plan.flows {
      let key = NetworkPlaces.LaneKey(
        origin: row.origin, destination: row.destination, mode: row.mode, product: row.product)
      guard let cell = cell(row.period, row.scenario), let terms = places.terms[key] else {
        continue
      }
      let pipeline =
        (places.values[row.product] ?? 0) * settings.holdingRate * terms.leadTimeDays / 365
      let carbon = settings.carbonPrice * terms.emissionsTonnes
      costs[cell] += row.freight + row.duty + row.quantity * (pipeline + carbon)
      served[cell][[row.destination, row.product], default: 0] += row.quantity
    }
    for row in plan.production {
      guard let cell = cell(row.period, row.scenario),
        let recipe = places.recipes[[row.facility, row.product]]
      else { continue }
      let carbon = settings.carbonPrice * recipe.emissionsTonnes
      costs[cell] += row.quantity * (recipe.unitCost + carbon)
    }
    for row in plan.draws {
      guard let cell = cell(row.period, row.scenario) else { continue }
      costs[cell] += row.quantity * (places.values[row.product] ?? 0)
      served[cell][[row.location, row.product], default: 0] += row.quantity
    }
  }

  /// Operating cost, shortage included, money per year.
  func operating(period: Int, state: Int, network: Network) -> Double {
    let cell = period * stateCount + state
    let dataset = network.dataset
    let changes = network.states[state].demandChanges
    return network.demands.enumerated().reduce(costs[cell]) { sum, item in
      let (place, demand) = item
      let asked = demand.quantity[period] * (1 + changes[place])
      let key = [dataset.customers[demand.customer].id, dataset.products[demand.product].id]
      let unmet = asked - (served[cell][key] ?? 0)
      return sum + max(0, unmet) * demand.shortageCost[period]
    }
  }
}
