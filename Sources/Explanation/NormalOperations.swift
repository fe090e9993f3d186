import NetworkDesign
import SupplyNetwork
import SupplyPlan

/// What a plan makes and moves in the normal state of a period, by places in the network; annual rates.
struct NormalOperations {
  /// Flows above 0, with their place in the network.
  let flows: [(flow: Int, quantity: Double)]
  /// Recipes above 0, with their place in the network.
  let production: [(recipe: Int, quantity: Double)]

  /// - Parameters:
  ///   - plan: the plan.
  ///   - places: the flows and recipes of the network that it is for.
  ///   - period: the period's id.
  init(_ plan: Plan, _ places: NetworkPlaces, period: String) {
    flows = plan.flows.compactMap { row in
      guard row.scenario == nil, row.period == period, row.quantity > 0,
        let flow = places.flow(row)
      else { return nil }
      return (flow, row.quantity)
    }
    production = plan.production.compactMap { row in
      guard row.scenario == nil, row.period == period, row.quantity > 0,
        let recipe = places.recipes[[row.facility, row.product]]
      else { return nil }
      return (recipe, row.quantity)
    }
  }
}
