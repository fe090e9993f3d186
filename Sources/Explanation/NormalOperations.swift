import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan

/// What a plan makes and moves in the normal state of a period, by places in the network; annual rates.
struct NormalOperations {
  /// Flows above 0, with their place in the network.
  let flows: [(flow: Int, quantity: Double)]
  /// What quotas save and what is drawn back, by flow, money per year.
  let duty: [Int: (saved: Double, drawnBack: Double)]
  /// Recipes above 0, with their place in the network.
  let production: [(recipe: Int, quantity: Double)]
  /// Of it what is made in lots that claim an agreement, by its place in the network.
  let lots: [(recipe: Int, claim: Int, quantity: Double)]
  /// What is paid for making them, by recipe, money per year: that under contracts at their price, taken or not.
  let conversion: [Int: Double]

  /// - Parameters:
  ///   - plan: the plan.
  ///   - places: the flows and recipes of the network that it is for.
  ///   - period: the period's id.
  init(_ plan: Plan, _ network: Network, _ places: NetworkPlaces, period t: Int) {
    let period = network.dataset.settings.periods[t].id
    let cost = OperatingCost(network: network)
    let normal = network.states[0]
    var duty: [Int: (saved: Double, drawnBack: Double)] = [:]
    for row in plan.flows where row.scenario == nil && row.period == period {
      guard row.inQuota > 0 || row.drawnBack > 0, let flow = places.flow(row) else { continue }
      duty[flow] = (
        row.inQuota * (cost.quotaSaving(of: flow, in: normal, t) ?? 0),
        row.drawnBack * (cost.refund(of: flow, in: normal, t) ?? 0)
      )
    }
    self.duty = duty
    flows = plan.flows.compactMap { row in
      guard row.scenario == nil, row.period == period, row.quantity > 0,
        let flow = places.flow(row)
      else { return nil }
      return (flow, row.quantity)
    }
    var made: [Int: Double] = [:]
    var order: [Int] = []
    var taken: [String: Double] = [:]
    for row in plan.production {
      guard row.scenario == nil, row.period == period, row.quantity > 0,
        let recipe = places.recipes[[row.facility, row.product]]
      else { continue }
      if made[recipe] == nil { order.append(recipe) }
      made[recipe, default: 0] += row.quantity
      if let contract = row.contract { taken[contract, default: 0] += row.quantity }
    }
    lots = plan.production.compactMap { row in
      guard row.scenario == nil, row.period == period, row.quantity > 0, let group = row.claim,
        let claim = network.agreements.firstIndex(where: { $0.group == group }),
        let recipe = places.recipes[[row.facility, row.product]]
      else { return nil }
      return (recipe, claim, row.quantity)
    }
    production = order.map { ($0, made[$0] ?? 0) }
    let signed = Set(
      plan.contracts.filter { $0.signed && $0.period == period }.map(\.contract))
    var conversion: [Int: Double] = [:]
    for (recipe, quantity) in production {
      var (left, money) = (quantity, 0.0)
      for contract in network.contractsOfRecipe[recipe] {
        let row = network.dataset.contracts[contract]
        guard signed.contains(row.id) else { continue }
        left -= taken[row.id] ?? 0
        money += max(taken[row.id] ?? 0, row.minimum) * cost.contract(contract, in: normal, t)
      }
      conversion[recipe] = money + left * cost.conversion(ofRecipe: recipe, in: normal, t)
    }
    self.conversion = conversion
  }
}
