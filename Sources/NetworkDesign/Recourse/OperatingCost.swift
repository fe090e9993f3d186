import SupplyNetwork

/// What one unit of activity costs in a state: the terms of the operating cost, money per unit.
struct OperatingCost {
  let network: Network

  /// Rate of duty times customs value.
  func duty(of flow: Int, in state: NetworkState) -> Double {
    state.dutyRates[flow] * network.dataset.products[network.flows[flow].product].value
  }

  /// Carbon price times emissions of freight.
  func carbon(of flow: Int) -> Double {
    network.dataset.settings.carbonPrice * network.flows[flow].emissionsTonnes
  }

  /// Freight, duty, pipeline and carbon of a flow.
  func total(of flow: Int, in state: NetworkState) -> Double {
    network.flows[flow].freight + duty(of: flow, in: state) + network.flows[flow].pipelineCost
      + carbon(of: flow)
  }

  /// Carbon price times emissions of production.
  func carbon(ofRecipe recipe: Int) -> Double {
    network.dataset.settings.carbonPrice * network.recipes[recipe].emissionsTonnes
  }

  /// Conversion and carbon of a recipe.
  func total(ofRecipe recipe: Int) -> Double {
    network.recipes[recipe].unitCost + carbon(ofRecipe: recipe)
  }
}
