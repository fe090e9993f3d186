import NetworkDesign
import SupplyData
import SupplyNetwork

/// Which products can reach a customer at all, in whatever quantity, stock aside: what makes a single point of failure.
///
/// All limits of a network leave room for a little of everything that they do not forbid, and quantities scale, so some unit of
/// a product can be delivered exactly if it lies in the least set closed under: a facility that is open and has room makes a
/// product all of whose components are at hand there; what is at hand moves over every open lane that carries it.
struct Deliverability {
  private let network: Network
  private let stage: DecidedStage
  private let period: Int
  /// Customers with the products that they want.
  private let wanted: Set<[Int]>

  init(network: Network, stage: DecidedStage, period: Int) {
    self.network = network
    self.stage = stage
    self.period = period
    wanted = Set(
      network.demands.filter { $0.quantity[period] > 0 }.map { [$0.customer, $0.product] })
  }

  /// The products that some customer who wants them can get, by their place in the dataset.
  func products(during effect: OutageEffect?) -> Set<Int> {
    let atHand = goods(during: effect)
    var delivered: Set<Int> = []
    for (flow, lane) in usableFlows(during: effect) {
      guard case .customer(let customer) = lane.destination,
        wanted.contains([customer, flow.product]),
        atHand.contains([flow.origin, flow.product])
      else { continue }
      delivered.insert(flow.product)
    }
    return delivered
  }

  /// The products that someone can get who uses them: customers, and facilities that make something of them.
  func usable(during effect: OutageEffect?) -> Set<Int> {
    let atHand = goods(during: effect)
    let consumed = network.recipes.flatMap { recipe in
      network.components[recipe.product].map { [recipe.facility, $0.product] }
    }
    return products(during: effect).union(consumed.filter(atHand.contains).map { $0[1] })
  }

  /// Facilities with the products that can be at hand there.
  private func goods(during effect: OutageEffect?) -> Set<[Int]> {
    let flows = usableFlows(during: effect).filter {
      if case .facility(let place) = $0.lane.destination {
        stage.open[place][period]
      } else {
        false
      }
    }
    let recipes = network.recipes.enumerated().filter { place, recipe in
      isWorking(recipe.facility, effect) && !(effect?.recipes.contains(place) ?? false)
        && network.modulesOfFacility[recipe.facility].contains {
          stage.count[$0][period] > 0 && network.dataset.capacity[$0].size > 0
        }
    }.map(\.element)
    var atHand: Set<[Int]> = []
    var hasGrown = true
    while hasGrown {
      let before = atHand.count
      for recipe in recipes
      where network.components[recipe.product].allSatisfy({
        atHand.contains([recipe.facility, $0.product])
      }) {
        atHand.insert([recipe.facility, recipe.product])
      }
      for (flow, lane) in flows where atHand.contains([flow.origin, flow.product]) {
        if case .facility(let place) = lane.destination { atHand.insert([place, flow.product]) }
      }
      hasGrown = atHand.count > before
    }
    return atHand
  }

  private func usableFlows(during effect: OutageEffect?) -> [(flow: Flow, lane: Lane)] {
    network.flows.compactMap { flow in
      let lane = network.lanes[flow.lane]
      guard isWorking(flow.origin, effect), !(effect?.lanes.contains(flow.lane) ?? false),
        lane.capacity ?? 1 > 0, network.dataset.facilities[flow.origin].throughput ?? 1 > 0
      else { return nil }
      return (flow, lane)
    }
  }

  private func isWorking(_ facility: Int, _ effect: OutageEffect?) -> Bool {
    stage.open[facility][period] && !(effect?.facilities.contains(facility) ?? false)
  }
}
