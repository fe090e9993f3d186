import SupplyData
import SupplyNetwork

/// How much of a product can be wanted anywhere: the numbers that make links strong.
///
/// Nothing leaks: what is made is delivered or used, but for coproducts and what has them. So in a period and state no more of a product
/// is made than ``ProductNeed`` says, and, cycles aside, no more of it runs over a lane than the lane's end can use or pass on. Only
/// where a policy wants goods sent, or duty is paid back on what is exported, can cycles be of use.
struct FlowBounds {
  private let network: Network
  private let incidence: Incidence
  private let state: NetworkState
  private let period: Int
  /// Units per year of each product that can be wanted in all.
  let need: [Double]
  /// Units per year of each product that can be made in all.
  let makeable: [Double]
  /// Units per year of each product that may run in circles: a policy wants them sent, or exports of them are credited.
  private let circling: [Double]

  init(network: Network, incidence: Incidence, state: NetworkState, period: Int) {
    self.network = network
    self.incidence = incidence
    self.state = state
    self.period = period
    let isNormal = state.event == nil
    let need = network.need(
      quantity: network.demands.enumerated().map {
        $1.quantity[period] * (1 + state.demandChanges[$0])
      }, forced: isNormal ? network.forced(in: period) : nil)
    self.need = need.taken
    makeable = need.made
    var circling = isNormal ? network.sentForPolicies(in: period) : need.taken.map { _ in 0 }
    if !incidence.flowsWithDrawback.isEmpty {
      for recipe in network.recipes { circling[recipe.product] += need.made[recipe.product] }
    }
    self.circling = circling
  }

  /// Most of a product that runs over a lane, units per year.
  private func most(of product: Int) -> Double { need[product] + circling[product] }

  /// Most that the end of a lane takes of a product, units per year.
  func taken(by node: Node, product: Int) -> Double {
    switch node {
    case .customer(let customer):
      guard let demand = incidence.demandIndices[[customer, product]] else { return 0 }
      return network.demands[demand].quantity[period] * (1 + state.demandChanges[demand])
    case .facility(let facility):
      return min(
        most(of: product), eaten(by: facility, product: product) + passed(by: facility, product))
    }
  }

  /// More than any operation costs in the state, money per year: everything at its most.
  var greatestOperatingCost: Double {
    let cost = OperatingCost(network: network)
    var sum = 0.0
    for (index, flow) in network.flows.enumerated() {
      sum +=
        cost.total(of: index, demand: incidence.demand(servedBy: flow), in: state, period)
        * carried(flow)
    }
    for (index, recipe) in network.recipes.enumerated() {
      sum +=
        (cost.conversion(ofRecipe: index, in: state, period) + cost.carbon(ofRecipe: index, period))
        * made(by: recipe.facility, recipe: index)
    }
    for (index, contract) in network.dataset.contracts.enumerated() {
      sum += cost.contract(index, in: state, period) * contract.maximum
    }
    for row in network.returns {
      let delivered = network.demands[row.demand].product
      sum +=
        row.collectionCost * row.share
        * taken(by: .customer(row.customer), product: delivered)
    }
    for (index, demand) in network.demands.enumerated() {
      sum +=
        demand.shortageCost[period] * demand.quantity[period] * (1 + state.demandChanges[index])
    }
    for (index, buffer) in network.dataset.buffers.enumerated() {
      let value = network.dataset.products[incidence.productOfBuffer[index]].value
      sum += value * buffer.maximum * 52 / state.durationWeeks
    }
    // Slightly above, so that rounding takes nothing away.
    return sum * (1 + 1e-9)
  }

  /// Most that a flow carries, units per year: no more than its end can want.
  func carried(_ flow: Flow) -> Double {
    guard case .customer = flow.destination else { return most(of: flow.product) }
    return taken(by: flow.destination, product: flow.product)
  }

  /// Most of a product that a facility makes when all its modules stand, units per year.
  func made(by facility: Int, recipe: Int) -> Double {
    if state.stoppedRecipes.contains(recipe) { return 0 }
    let room = network.modulesOfFacility[facility].reduce(0.0) { sum, module in
      sum + network.dataset.capacity[module].size * Double(network.dataset.capacity[module].maximum)
    }
    let recipe = network.recipes[recipe]
    return min(
      makeable[recipe.product], state.availability[facility] * room / recipe.capacityUse)
  }

  /// Most that an open facility ships of a product to a node, units per year.
  func shipped(from origin: Int, to node: Node, product: Int) -> Double {
    min(taken(by: node, product: product), shipped(from: origin, product: product))
  }

  /// Most that an open facility ships of a product in all, units per year.
  func shipped(from origin: Int, product: Int) -> Double {
    var most = most(of: product)
    if let throughput = network.dataset.facilities[origin].throughput {
      most = min(most, state.availability[origin] * throughput / network.units.quantity[product])
    }
    if !receives(origin, product) {
      most = min(most, own(origin, product))
    }
    return most
  }

  /// Most of a product that comes into being at a facility, units per year.
  private func own(_ facility: Int, _ product: Int) -> Double {
    incidence.recipesOfFacility[facility].reduce(0.0) { sum, recipe in
      let row = network.recipes[recipe]
      let yield = network.coproducts[row.product].filter { $0.product == product }
        .reduce(row.product == product ? 1.0 : 0) { $0 + $1.quantity }
      return yield > 0 ? sum + yield * made(by: facility, recipe: recipe) : sum
    }
  }

  /// Whether goods of a product can reach a facility from elsewhere.
  func receives(_ facility: Int, _ product: Int) -> Bool {
    incidence.flowsIn[facility].contains { network.flows[$0].product == product }
  }

  /// Most of a product that a facility uses as a component when all its modules stand, units per year.
  func eaten(by facility: Int, product: Int) -> Double {
    incidence.recipesOfFacility[facility].reduce(0.0) { sum, recipe in
      let quantity = network.components[network.recipes[recipe].product]
        .first { $0.product == product }?.quantity
      return sum + (quantity ?? 0) * made(by: facility, recipe: recipe)
    }
  }

  private func passed(by facility: Int, _ product: Int) -> Double {
    guard incidence.flowsOut[facility].contains(where: { network.flows[$0].product == product })
    else { return 0 }
    let throughput = network.dataset.facilities[facility].throughput ?? .infinity
    return min(
      most(of: product), state.availability[facility] * throughput / network.units.quantity[product]
    )
  }
}
