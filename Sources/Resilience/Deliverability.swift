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
  /// Whether a customer wants a product, by customer and product.
  private let isWanted: [Bool]
  private let products: Int

  init(network: Network, stage: DecidedStage, period: Int) {
    self.network = network
    self.stage = stage
    self.period = period
    products = network.dataset.products.count
    var isWanted = [Bool](repeating: false, count: network.dataset.customers.count * products)
    for demand in network.demands where demand.quantity[period] > 0 {
      isWanted[demand.customer * products + demand.product] = true
    }
    self.isWanted = isWanted
  }

  /// The products that some customer who wants them can get, by their place in the dataset.
  func products(during effect: OutageEffect?) -> Set<Int> {
    let flows = usableFlows(during: effect)
    return delivered(flows, goods(during: effect, flows))
  }

  /// The products that someone can get who uses them: customers, and facilities that make something of them.
  func usable(during effect: OutageEffect?) -> Set<Int> {
    let flows = usableFlows(during: effect)
    let isAtHand = goods(during: effect, flows)
    var usable = delivered(flows, isAtHand)
    for recipe in network.recipes {
      for component in network.components[recipe.product]
      where isAtHand[recipe.facility * products + component.product] {
        usable.insert(component.product)
      }
    }
    return usable
  }

  private func delivered(_ flows: [(flow: Flow, lane: Lane)], _ isAtHand: [Bool]) -> Set<Int> {
    var delivered: Set<Int> = []
    for (flow, lane) in flows {
      guard case .customer(let customer) = lane.destination,
        isWanted[customer * products + flow.product],
        let origin = flow.origin.facility, isAtHand[origin * products + flow.product]
      else { continue }
      delivered.insert(flow.product)
    }
    return delivered
  }

  /// Whether a product can be at hand, by facility and product.
  private func goods(during effect: OutageEffect?, _ usable: [(flow: Flow, lane: Lane)]) -> [Bool] {
    let moves = usable.compactMap { flow, lane -> (from: Int, to: Int)? in
      guard case .facility(let place) = lane.destination, stage.open[place][period],
        let origin = flow.origin.facility
      else { return nil }
      return (origin * products + flow.product, place * products + flow.product)
    }
    let recipes = network.recipes.enumerated().filter { place, recipe in
      isWorking(recipe.facility, effect) && !(effect?.recipes.contains(place) ?? false)
        && network.modulesOfFacility[recipe.facility].contains {
          stage.count[$0][period] > 0 && network.dataset.capacity[$0].size > 0
        }
    }.map(\.element)
    var isAtHand = [Bool](repeating: false, count: network.dataset.facilities.count * products)
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for recipe in recipes {
        let made = [recipe.product] + network.coproducts[recipe.product].map(\.product)
        guard made.contains(where: { !isAtHand[recipe.facility * products + $0] }),
          network.components[recipe.product].allSatisfy({
            isAtHand[recipe.facility * products + $0.product]
          })
        else { continue }
        for product in made { isAtHand[recipe.facility * products + product] = true }
        hasGrown = true
      }
      for (flow, lane) in usable {
        guard case .customer(let customer) = flow.origin,
          case .facility(let place) = lane.destination,
          stage.open[place][period], !isAtHand[place * products + flow.product],
          isReturned(flow.product, by: customer, usable, isAtHand)
        else { continue }
        isAtHand[place * products + flow.product] = true
        hasGrown = true
      }
      for move in moves where isAtHand[move.from] && !isAtHand[move.to] {
        isAtHand[move.to] = true
        hasGrown = true
      }
    }
    return isAtHand
  }

  /// Whether a customer gets something of which it gives a product back.
  private func isReturned(
    _ product: Int, by customer: Int, _ usable: [(flow: Flow, lane: Lane)], _ isAtHand: [Bool]
  ) -> Bool {
    let delivered = network.returns.filter {
      $0.customer == customer && $0.returned == product && $0.share > 0
    }.map { network.demands[$0.demand].product }
    return usable.contains { flow, lane in
      lane.destination == .customer(customer) && delivered.contains(flow.product)
        && isWanted[customer * products + flow.product]
        && (flow.origin.facility.map { isAtHand[$0 * products + flow.product] } ?? false)
    }
  }

  private func usableFlows(during effect: OutageEffect?) -> [(flow: Flow, lane: Lane)] {
    network.flows.compactMap { flow in
      let lane = network.lanes[flow.lane]
      guard !(effect?.lanes.contains(flow.lane) ?? false), lane.capacity ?? 1 > 0 else {
        return nil
      }
      if let origin = flow.origin.facility {
        guard isWorking(origin, effect), network.dataset.facilities[origin].throughput ?? 1 > 0
        else { return nil }
      }
      return (flow, lane)
    }
  }

  private func isWorking(_ facility: Int, _ effect: OutageEffect?) -> Bool {
    stage.open[facility][period] && !(effect?.facilities.contains(facility) ?? false)
  }
}
