import SupplyData
package import SupplyNetwork

/// What one unit of activity costs in a state and period: the terms of the operating cost, money per unit.
package struct OperatingCost {
  package let network: Network

  package init(network: Network) { self.network = network }

  /// Freight as the period and the state have it.
  package func freight(of flow: Int, in state: NetworkState, _ t: Int) -> Double {
    let row = network.flows[flow]
    return row.freight * network.escalation.factor(.freight, row.origin, t)
      * state.freightFactor(flow)
  }

  /// Handling where the flow leaves a facility.
  package func handling(of flow: Int, _ t: Int) -> Double {
    let row = network.flows[flow]
    return row.handling * network.escalation.factor(.handling, row.origin, t)
  }

  /// Duty out of any quota, before anything is paid back.
  package func duty(of flow: Int, in state: NetworkState, _ t: Int) -> Double {
    state.duties[network.dutyClassOfPeriod[t]][flow]
  }

  /// What a unit in a quota saves; `nil` where no quota speaks of the flow or its rate is no lower.
  package func quotaSaving(of flow: Int, in state: NetworkState, _ t: Int) -> Double? {
    let index = network.dutyClassOfPeriod[t]
    return state.dutiesInQuota[index][flow].map { state.duties[index][flow] - $0 }
  }

  /// What is paid back of the duty on a unit that is drawn back; `nil` where nothing is.
  package func refund(of flow: Int, in state: NetworkState, _ t: Int) -> Double? {
    let row = network.flows[flow]
    guard let facility = row.destination.facility else { return nil }
    let share = network.drawbackShare(at: facility, of: row.product)
    let duty = duty(of: flow, in: state, t)
    return share > 0 && duty > 0 ? share * duty : nil
  }

  /// The stock that covers what demand swings while goods are under way, at a customer.
  package func safetyStock(of flow: Int, demand: Int?, _ t: Int) -> Double {
    guard network.flows[flow].safetyStockCost > 0, let demand else { return 0 }
    return network.flows[flow].safetyStockCost * network.demands[demand].deviation[t]
  }

  /// Money per tonne of CO2 equivalent.
  package func carbonPrice(_ t: Int) -> Double {
    network.dataset.settings.carbonPrice * network.escalation.carbonPrice(t)
  }

  /// Carbon price times emissions of freight and handling.
  package func carbon(of flow: Int, _ t: Int) -> Double {
    carbonPrice(t) * network.flows[flow].emissionsTonnes
  }

  /// Freight, handling, duty, pipeline, safety stock and carbon of a flow.
  ///
  /// - Parameter demand: the demand that it serves, by its place in the network.
  package func total(of flow: Int, demand: Int?, in state: NetworkState, _ t: Int) -> Double {
    freight(of: flow, in: state, t) + duty(of: flow, in: state, t)
      + network.flows[flow].pipelineCost + carbon(of: flow, t) + handling(of: flow, t)
      + safetyStock(of: flow, demand: demand, t)
  }

  /// Carbon price times emissions of production.
  package func carbon(ofRecipe recipe: Int, _ t: Int) -> Double {
    carbonPrice(t) * network.recipes[recipe].emissionsTonnes
  }

  /// Conversion at the production row's cost.
  package func conversion(ofRecipe recipe: Int, in state: NetworkState, _ t: Int) -> Double {
    let row = network.recipes[recipe]
    return row.unitCost * network.escalation.factor(.production, row.facility, t)
      * state.productionFactor(recipe)
  }

  /// What a unit paid for under a contract costs.
  package func contract(_ contract: Int, in state: NetworkState, _ t: Int) -> Double {
    network.dataset.contracts[contract].unitCost
      * network.escalation.factor(.production, network.facilityOfContract[contract], t)
      * state.contractFactor(contract)
  }
}
