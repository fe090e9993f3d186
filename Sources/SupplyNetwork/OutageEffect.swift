public import SupplyData

/// What an outage does to a network: whose work stops, and which lanes carry nothing.
public struct OutageEffect: Sendable, Equatable {
  /// Facilities that make and ship nothing, by their place in the dataset.
  public var facilities: Set<Int> = []
  /// Recipes that cannot be made, by their place in ``Network/recipes``; those of facilities that are out are not listed.
  public var recipes: Set<Int> = []
  /// Lanes that carry nothing, by their place in ``Network/lanes``.
  public var lanes: Set<Int> = []

  /// What `target` does to `network`.
  public init(_ target: OutageTarget, on network: Network) {
    let catalogue = OutageCatalogue(network.dataset)
    for part in target.parts { add(part, network, catalogue) }
  }

  private mutating func add(
    _ part: OutageTarget.Part, _ network: Network, _ catalogue: OutageCatalogue
  ) {
    let dataset = network.dataset
    func places(_ area: OutageTarget.Area) -> Set<Int> {
      let countries = catalogue.countries(of: area)
      return Set(dataset.countries.indices.filter { countries.contains(dataset.countries[$0].id) })
    }
    switch part {
    case .facility(let id):
      facilities.formUnion(dataset.facilities.indices.filter { dataset.facilities[$0].id == id })
    case .area(let area):
      let countries = places(area)
      facilities.formUnion(
        dataset.facilities.indices.filter { countries.contains(network.countryOfFacility[$0]) })
    case .product(let product, let country):
      let countries = places(.country(country))
      recipes.formUnion(
        network.recipes.indices.filter {
          dataset.products[network.recipes[$0].product].id == product
            && countries.contains(network.countryOfFacility[network.recipes[$0].facility])
        })
    case .corridor(let from, let to, let mode):
      let (origins, ends) = (places(from), places(to))
      lanes.formUnion(
        network.lanes.indices.filter {
          let lane = network.lanes[$0]
          return (mode == nil || dataset.modes[lane.mode].id == mode)
            && origins.contains(network.countryIndex(of: lane.origin))
            && ends.contains(network.countryIndex(of: lane.destination))
        })
    }
  }
}

extension NetworkState {
  /// The state during an outage: demand and duties are those of the normal state. It has no weight of its own.
  ///
  /// - Parameter weeks: how long it lasts.
  public static func during(_ target: OutageTarget, weeks: Double, of network: Network)
    -> NetworkState
  {
    var state = network.states[0]
    state.weight = 0
    state.event = .outage(target)
    state.durationWeeks = weeks
    let effect = OutageEffect(target, on: network)
    for facility in effect.facilities { state.availability[facility] = 0 }
    for lane in effect.lanes { state.laneAvailability[lane] = 0 }
    state.stoppedRecipes = effect.recipes
    return state
  }
}
