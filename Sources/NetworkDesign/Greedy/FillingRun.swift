import SupplyData
import SupplyNetwork

/// One filling under way.
struct FillingRun {
  let graph: FlowGraph
  let state: NetworkState
  let quantities: [Double]
  let shortages: [Double]
  var costs: UnitCosts
  let base: UnitCosts
  var ways: CheapestWays
  var room: RoomLeft
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
  private var need = RoomLeft.Need()

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
    room = RoomLeft(offers, state, network)
    flows = network.flows.map { _ in 0 }
    produced = network.recipes.map { _ in 0 }
    used = network.goods.map { _ in 0 }
    unmet = quantities
    for (index, flow) in network.flows.enumerated() {
      self.costs.flows[index] +=
        (flow.origin.facility.map { offers[$0].shippingPrice } ?? 0)
        * network.units.quantity[flow.product]
      if case .facility(let end) = flow.destination, !offers[end].isOpen {
        self.costs.flows[index] = .infinity
      }
    }
    for facility in offers.indices {
      price(makersOf: facility)
      if room.throughput[facility] <= 0 { close(graph.incidence.flowsOut[facility]) }
    }
    for lane in room.lanes.indices where room.lanes[lane] <= 0 {
      close(graph.incidence.flowsOfLane[lane])
    }
  }

  private mutating func price(makersOf facility: Int) {
    let tier = room.capacity[facility].last
    for recipe in graph.incidence.recipesOfFacility[facility] {
      changedRecipes[recipe] = true
      costs.recipes[recipe] =
        tier.map {
          base.recipes[recipe] + $0.price * graph.network.recipes[recipe].capacityUse
        } ?? .infinity
    }
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
        push(min(unmet[demand], room.most(of: need)), to: demand)
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
    need.removeAll()
    var open: [(goods: Int, amount: Double)] = []
    func take(_ flow: Int, _ amount: Double, _ run: inout FillingRun) {
      let network = run.graph.network
      let units = amount * network.units.quantity[network.flows[flow].product]
      run.steps.append((.flow(flow), amount))
      if let origin = network.flows[flow].origin.facility, run.room.throughput[origin] < .infinity {
        run.need.ofThroughput[origin, default: 0] += units
      }
      if run.room.lanes[network.flows[flow].lane] < .infinity {
        run.need.ofLanes[network.flows[flow].lane, default: 0] += units
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
      case .recipe(let index):
        if changedRecipes[index] { return false }
        let recipe = graph.network.recipes[index]
        steps.append((.recipe(index), amount))
        need.ofCapacity[recipe.facility, default: 0] += amount * recipe.capacityUse
        for (slot, part) in graph.parts[index].enumerated() {
          let goods = ways.chosen[index][slot]
          uses.append((goods, amount * part.quantity))
          open.append((goods, amount * part.quantity))
        }
      }
    }
    return true
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
    for end in room.take(amount, of: need) {
      switch end {
      case .tier(let facility): price(makersOf: facility)
      case .throughput(let facility): close(graph.incidence.flowsOut[facility])
      case .lane(let lane): close(graph.incidence.flowsOfLane[lane])
      }
    }
  }

  func operation(at costs: UnitCosts) -> Filling.Operation {
    let network = graph.network
    var operation = Filling.Operation(
      flows: flows, produced: produced, used: used, unmet: unmet,
      load: network.dataset.facilities.map { _ in 0 },
      shipped: network.dataset.facilities.map { _ in 0 })
    for (index, amount) in flows.enumerated() where amount > 0 {
      let flow = network.flows[index]
      operation.cost += amount * costs.flows[index]
      if let origin = flow.origin.facility {
        operation.shipped[origin] += amount * network.units.quantity[flow.product]
      }
    }
    for (index, amount) in produced.enumerated() where amount > 0 {
      let recipe = network.recipes[index]
      operation.cost += amount * costs.recipes[index]
      operation.load[recipe.facility] += amount * recipe.capacityUse
    }
    for (index, amount) in unmet.enumerated() { operation.cost += amount * shortages[index] }
    return operation
  }

  /// Share of an amount that counts as none.
  private static let least = 1e-9
  /// Ways to one demand.
  private static let mostWays = 200
}
