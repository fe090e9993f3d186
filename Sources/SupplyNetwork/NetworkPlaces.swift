import SupplyData

/// The places of a network's parts by the ids that a plan's tables name them with.
package struct NetworkPlaces: Sendable {
  /// By the period's id.
  package let periods: [String: Int]
  /// States by the name of their event; the normal one, which has none, is left out.
  package let events: [String: Int]
  /// Flows by origin, destination, mode, product, country of origin and the agreement claimed, empty for none.
  package let flows: [[String]: Int]
  /// Recipes by facility and product.
  package let recipes: [[String]: Int]

  package init(_ network: Network) {
    func places<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
      Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let dataset = network.dataset
    periods = places(dataset.settings.periods.map(\.id))
    events = Dictionary(
      network.states.enumerated().compactMap { place, state in
        network.name(of: state).map { ($0, place) }
      }, uniquingKeysWith: { first, _ in first })
    flows = places(
      network.flows.map {
        [
          network.id(of: $0.origin), network.id(of: $0.destination),
          dataset.modes[network.lanes[$0.lane].mode].id, dataset.products[$0.product].id,
          dataset.countries[$0.madeIn].id, network.name(ofClaim: $0.claim) ?? "",
        ]
      })
    recipes = places(
      network.recipes.map { [dataset.facilities[$0.facility].id, dataset.products[$0.product].id] })
  }

  /// The place of a state by its event; `nil` for the normal state, which comes first.
  package func state(_ event: String?) -> Int? {
    guard let event else { return 0 }
    return events[event]
  }
}
