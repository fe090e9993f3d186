import SupplyNetwork

/// An operation of one period and state, found without a program: demand after demand takes the cheapest way that has room,
/// and as much as the narrowest place on it leaves.
///
/// What leaves is balanced everywhere, so it is a plan's operation, though seldom the cheapest one.
struct Filling: Sendable {
  /// Room at a price: capacity or throughput of a facility.
  struct Tier: Sendable {
    var room: Double
    /// Money per unit of it.
    var price = 0.0
  }

  /// What a facility offers.
  struct Offer: Sendable {
    var isOpen: Bool
    /// Capacity units, what is cheapest first.
    var capacity: [Tier] = []
    /// Money per unit shipped.
    var shippingPrice = 0.0
  }

  /// What happens, annual rates.
  struct Operation: Sendable {
    /// By flow.
    var flows: [Double]
    /// By recipe.
    var produced: [Double]
    /// By goods, as components.
    var used: [Double]
    /// By demand.
    var unmet: [Double]
    /// Money per year, without the prices of room.
    var cost = 0.0
    /// Capacity units in use, by facility.
    var load: [Double]
    /// Shipped, by facility, each product in units of the dataset.
    var shipped: [Double]
  }

  let graph: FlowGraph
  let period: Int
  /// The state, by its index in the network.
  let index: Int
  let state: NetworkState
  /// Prices of policies included.
  private let costs: UnitCosts
  private let plain: UnitCosts

  /// - Parameter surcharges: money per unit on top of what things cost.
  init(_ graph: FlowGraph, period: Int, state: Int, surcharges: UnitCosts? = nil) {
    self.graph = graph
    self.period = period
    let network = graph.network
    index = state
    let state = network.states[state]
    self.state = state
    let operating = OperatingCost(network: network)
    plain = UnitCosts(
      flows: network.flows.enumerated().map { index, flow in
        operating.total(
          of: index, demand: graph.incidence.demand(servedBy: flow), in: state, period)
      },
      recipes: network.recipes.indices.map {
        operating.conversion(ofRecipe: $0, in: state, period)
          + operating.carbon(ofRecipe: $0, period)
      },
      use: network.goods.map { _ in 0 })
    var costs = plain
    if let surcharges {
      for index in costs.flows.indices { costs.flows[index] += surcharges.flows[index] }
      for index in costs.recipes.indices { costs.recipes[index] += surcharges.recipes[index] }
      costs.use = surcharges.use
    }
    for (index, flow) in network.flows.enumerated() where !state.isOpen(flow) {
      costs.flows[index] = .infinity
    }
    for recipe in state.stoppedRecipes { costs.recipes[recipe] = .infinity }
    self.costs = costs
  }

  /// Fills.
  ///
  /// - Parameters:
  ///   - offers: by facility; capacity of the normal state.
  ///   - work: flows and recipes looked at are added.
  func fill(_ offers: [Offer], work: inout Int) -> Operation {
    var run = FillingRun(graph: graph, period: period, state: state, costs: costs, offers: offers)
    run.fill()
    work += run.ways.work + 4 * graph.network.flows.count
    return run.operation(at: plain)
  }
}
