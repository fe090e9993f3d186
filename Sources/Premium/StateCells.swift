import NetworkDesign
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
    let values = Dictionary(
      network.dataset.products.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    func cell(_ period: String, _ event: String?) -> Int? {
      guard let period = places.periods[period], let state = places.state(event) else {
        return nil
      }
      return period * network.states.count + state
    }
    for row in plan.flows {
      guard let cell = cell(row.period, row.scenario), let place = places.flow(row) else {
        continue
      }
      let flow = network.flows[place]
      let carbon = settings.carbonPrice * flow.emissionsTonnes
      costs[cell] += row.freight + row.duty + row.quantity * (flow.pipelineCost + carbon)
      served[cell][[row.destination, row.product], default: 0] += row.quantity
    }
    for row in plan.production {
      guard let cell = cell(row.period, row.scenario),
        let place = places.recipes[[row.facility, row.product]]
      else { continue }
      let recipe = network.recipes[place]
      let carbon = settings.carbonPrice * recipe.emissionsTonnes
      costs[cell] += row.quantity * (recipe.unitCost + carbon)
    }
    for row in plan.draws {
      guard let cell = cell(row.period, row.scenario) else { continue }
      costs[cell] += row.quantity * (values[row.product] ?? 0)
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
