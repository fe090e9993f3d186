import SupplyData
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
  /// The state, by its place in the network.
  let place: Int
  let state: NetworkState
  /// Prices of policies included.
  private let costs: UnitCosts
  private let plain: UnitCosts

  /// - Parameter surcharges: money per unit on top of what things cost.
  init(_ graph: FlowGraph, period: Int, state: Int, surcharges: UnitCosts? = nil) {
    self.graph = graph
    self.period = period
    let network = graph.network
    place = state
    let state = network.states[state]
    self.state = state
    let operating = OperatingCost(network: network)
    plain = UnitCosts(
      flows: network.flows.indices.map { operating.total(of: $0, in: state) },
      recipes: network.recipes.indices.map { operating.total(ofRecipe: $0) },
      use: network.goods.map { _ in 0 })
    var costs = plain
    if let surcharges {
      for place in costs.flows.indices { costs.flows[place] += surcharges.flows[place] }
      for place in costs.recipes.indices { costs.recipes[place] += surcharges.recipes[place] }
      costs.use = surcharges.use
    }
    for (place, flow) in network.flows.enumerated() where !state.isOpen(flow) {
      costs.flows[place] = .infinity
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

/// One filling under way.
private struct FillingRun {
  let graph: FlowGraph
  let state: NetworkState
  let quantities: [Double]
  let shortages: [Double]
  var costs: UnitCosts
  let base: UnitCosts
  var ways: CheapestWays
  var capacity: [[Filling.Tier]]
  var throughput: [Double]
  var lanes: [Double]
  /// What has been closed or made dearer since the ways were found. Prices only rise, so a way that meets none of it is still
  /// the cheapest.
  private var changedFlows: [Bool]
  private var changedRecipes: [Bool]
  private var isStale = true
  var flows: [Double]
  var produced: [Double]
  var used: [Double]
  var unmet: [Double]
  // The way that is walked just now: units of each room for a unit delivered.
  private var steps: [(way: CheapestWays.Way, amount: Double)] = []
  private var uses: [(goods: Int, amount: Double)] = []
  private var ofCapacity: [Int: Double] = [:]
  private var ofThroughput: [Int: Double] = [:]
  private var ofLanes: [Int: Double] = [:]

  init(
    graph: FlowGraph, period: Int, state: NetworkState, costs: UnitCosts, offers: [Filling.Offer]
  ) {
    self.graph = graph
    self.state = state
    let network = graph.network
    quantities = network.demands.enumerated().map {
      max(0, $1.quantity[period] * (1 + state.demandChanges[$0]))
    }
    shortages = network.demands.map { $0.shortageCost[period] }
    base = costs
    self.costs = costs
    ways = CheapestWays(graph)
    changedFlows = network.flows.map { _ in false }
    changedRecipes = network.recipes.map { _ in false }
    capacity = offers.enumerated().map { facility, offer in
      offer.capacity.reversed().compactMap { tier in
        let room = tier.room * state.availability[facility]
        return offer.isOpen && room > 0 ? Filling.Tier(room: room, price: tier.price) : nil
      }
    }
    throughput = offers.enumerated().map { facility, offer in
      guard offer.isOpen, state.availability[facility] > 0 else { return 0 }
      return network.dataset.facilities[facility].throughput.map {
        $0 * state.availability[facility]
      } ?? .infinity
    }
    lanes = network.lanes.enumerated().map { place, lane in
      lane.capacity.map { $0 * state.laneAvailability[place] } ?? .infinity
    }
    flows = network.flows.map { _ in 0 }
    produced = network.recipes.map { _ in 0 }
    used = network.goods.map { _ in 0 }
    unmet = quantities
    for (place, flow) in network.flows.enumerated() {
      self.costs.flows[place] +=
        offers[flow.origin].shippingPrice
        * network.units.quantity[flow.product]
      if case .facility(let end) = flow.destination, !offers[end].isOpen {
        self.costs.flows[place] = .infinity
      }
    }
    for facility in offers.indices {
      price(makersOf: facility)
      if throughput[facility] <= 0 { closeShipping(of: facility) }
    }
    for lane in lanes.indices where lanes[lane] <= 0 { close(lane: lane) }
  }

  private mutating func price(makersOf facility: Int) {
    let tier = capacity[facility].last
    for recipe in graph.incidence.recipesOfFacility[facility] {
      changedRecipes[recipe] = true
      costs.recipes[recipe] =
        tier.map {
          base.recipes[recipe] + $0.price * graph.network.recipes[recipe].capacityUse
        } ?? .infinity
    }
  }

  private mutating func closeShipping(of facility: Int) {
    close(graph.incidence.flowsOut[facility])
  }

  private mutating func close(lane: Int) {
    close(graph.incidence.flowsOfLane[lane])
  }

  private mutating func close(_ flows: [Int]) {
    for flow in flows {
      changedFlows[flow] = true
      costs.flows[flow] = .infinity
    }
  }

  mutating func fill() {
    refresh()
    let margins = quantities.indices.map { shortages[$0] - (cheapest($0)?.price ?? .infinity) }
    let order = quantities.indices.sorted { (-margins[$0], $0) < (-margins[$1], $1) }
    for demand in order where quantities[demand] > 0 {
      let least = Self.least * quantities[demand]
      for _ in 0..<Self.mostWays where unmet[demand] > least {
        guard var best = cheapest(demand), best.price < shortages[demand] else { break }
        if !walk(best.flow) {
          isStale = true
          refresh()
          guard let fresh = cheapest(demand), fresh.price < shortages[demand] else { break }
          best = fresh
          guard walk(best.flow) else { break }
        }
        push(min(unmet[demand], narrowest()), to: demand)
      }
    }
  }

  private mutating func refresh() {
    guard isStale else { return }
    ways.find(costs)
    isStale = false
    for flow in changedFlows.indices { changedFlows[flow] = false }
    for recipe in changedRecipes.indices { changedRecipes[recipe] = false }
  }

  private func cheapest(_ demand: Int) -> (flow: Int, price: Double)? {
    var best: (flow: Int, price: Double)?
    for flow in graph.incidence.flowsOfDemand[demand] where graph.sent[flow] >= 0 {
      let price = ways.price[graph.sent[flow]] + costs.flows[flow]
      if price < best?.price ?? .infinity { best = (flow, price) }
    }
    return best
  }

  /// Collects what a unit delivered by a flow takes.
  ///
  /// - Returns: whether the ways found are those of now.
  private mutating func walk(_ last: Int) -> Bool {
    steps.removeAll(keepingCapacity: true)
    uses.removeAll(keepingCapacity: true)
    ofCapacity.removeAll(keepingCapacity: true)
    ofThroughput.removeAll(keepingCapacity: true)
    ofLanes.removeAll(keepingCapacity: true)
    var open: [(goods: Int, amount: Double)] = []
    func take(_ flow: Int, _ amount: Double, _ run: inout FillingRun) {
      let network = run.graph.network
      let units = amount * network.units.quantity[network.flows[flow].product]
      run.steps.append((.flow(flow), amount))
      if run.throughput[network.flows[flow].origin] < .infinity {
        run.ofThroughput[network.flows[flow].origin, default: 0] += units
      }
      if run.lanes[network.flows[flow].lane] < .infinity {
        run.ofLanes[network.flows[flow].lane, default: 0] += units
      }
      open.append((run.graph.sent[flow], amount))
    }
    take(last, 1, &self)
    while let (goods, amount) = open.popLast() {
      switch ways.way[goods] {
      case .none: return false
      case .flow(let flow):
        if changedFlows[flow] { return false }
        take(flow, amount, &self)
      case .recipe(let place):
        if changedRecipes[place] { return false }
        let recipe = graph.network.recipes[place]
        steps.append((.recipe(place), amount))
        ofCapacity[recipe.facility, default: 0] += amount * recipe.capacityUse
        for (slot, part) in graph.parts[place].enumerated() {
          let goods = ways.chosen[place][slot]
          uses.append((goods, amount * part.quantity))
          open.append((goods, amount * part.quantity))
        }
      }
    }
    return true
  }

  /// Most units that have room.
  private func narrowest() -> Double {
    var most = Double.infinity
    for (facility, use) in ofCapacity {
      most = min(most, (capacity[facility].last?.room ?? 0) / use)
    }
    for (facility, use) in ofThroughput { most = min(most, throughput[facility] / use) }
    for (lane, use) in ofLanes { most = min(most, lanes[lane] / use) }
    return most
  }

  private mutating func push(_ amount: Double, to demand: Int) {
    for (way, share) in steps {
      switch way {
      case .none: break
      case .flow(let flow): flows[flow] += amount * share
      case .recipe(let recipe): produced[recipe] += amount * share
      }
    }
    for (goods, share) in uses { used[goods] += amount * share }
    unmet[demand] -= amount
    for (facility, use) in ofCapacity {
      let left = (capacity[facility].last?.room ?? 0) - amount * use
      if left > Self.least * amount * use {
        capacity[facility][capacity[facility].count - 1].room = left
      } else {
        capacity[facility].removeLast()
        price(makersOf: facility)
      }
    }
    for (facility, use) in ofThroughput {
      throughput[facility] -= amount * use
      if throughput[facility] <= Self.least * amount * use {
        closeShipping(of: facility)
      }
    }
    for (lane, use) in ofLanes {
      lanes[lane] -= amount * use
      if lanes[lane] <= Self.least * amount * use {
        close(lane: lane)
      }
    }
  }

  func operation(at costs: UnitCosts) -> Filling.Operation {
    let network = graph.network
    var operation = Filling.Operation(
      flows: flows, produced: produced, used: used, unmet: unmet,
      load: network.dataset.facilities.map { _ in 0 },
      shipped: network.dataset.facilities.map { _ in 0 })
    for (place, amount) in flows.enumerated() where amount > 0 {
      let flow = network.flows[place]
      operation.cost += amount * costs.flows[place]
      operation.shipped[flow.origin] += amount * network.units.quantity[flow.product]
    }
    for (place, amount) in produced.enumerated() where amount > 0 {
      let recipe = network.recipes[place]
      operation.cost += amount * costs.recipes[place]
      operation.load[recipe.facility] += amount * recipe.capacityUse
    }
    for (place, amount) in unmet.enumerated() { operation.cost += amount * shortages[place] }
    return operation
  }

  /// Share of an amount that counts as none.
  private static let least = 1e-9
  /// Ways to one demand.
  private static let mostWays = 200
}
