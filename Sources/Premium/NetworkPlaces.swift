import SupplyData
import SupplyNetwork

/// The network's entities and lanes by the ids that a plan's tables name them with.
struct NetworkPlaces {
  /// A lane and a product on it.
  struct LaneKey: Hashable {
    var origin: String
    var destination: String
    var mode: String
    var product: String
  }

  let periods: [String: Int]
  /// States by scenario; the normal state is 0 and in no table.
  let states: [String: Int]
  let terms: [LaneKey: Lane.Terms]
  let recipes: [[String]: Network.Recipe]
  /// Customs value by product, money per unit.
  let values: [String: Double]

  init(_ network: Network) {
    let dataset = network.dataset
    func places(_ ids: [String]) -> [String: Int] {
      Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    periods = places(dataset.settings.periods.map(\.id))
    states = places(dataset.scenarios.map(\.id)).mapValues { $0 + 1 }
    values = Dictionary(
      dataset.products.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    recipes = Dictionary(
      network.recipes.map {
        ([dataset.facilities[$0.facility].id, dataset.products[$0.product].id], $0)
      }, uniquingKeysWith: { first, _ in first })
    var terms: [LaneKey: Lane.Terms] = [:]
    for lane in network.lanes {
      let origin = dataset.facilities[lane.origin].id
      let destination = network.id(of: lane.destination)
      let mode = dataset.modes[lane.mode].id
      for item in lane.products {
        terms[
          LaneKey(
            origin: origin, destination: destination, mode: mode,
            product: dataset.products[item.product].id)] = item
      }
    }
    self.terms = terms
  }
}
