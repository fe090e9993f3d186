import SupplyData
import SupplyNetwork
import TextFiles

/// The network behind the plans: what selectors, tariffs and scenarios come to, row by row.
///
/// A report asks it for what the tables of a plan leave out: the layers of a duty, the demand in a scenario.
struct ResolvedNetwork {
  let network: Network
  let places: NetworkPlaces
  private let layers: DutyLayers

  /// - Throws: `Faults` where the dataset contradicts itself; of a dataset that was planned it does not.
  init(_ dataset: Dataset) throws(Faults) {
    network = try Network(dataset)
    places = NetworkPlaces(network)
    layers = DutyLayers(network)
  }

  /// The layers of duty that goods on a lane pay in the normal state; none where no duty is due.
  func dutyLayers(
    origin: String, destination: String, mode: String, product: String, madeIn: String
  ) -> [DutyLayers.Layer] {
    places.flows[[origin, destination, mode, product, madeIn]].map {
      layers.layers(of: network.flows[$0])
    } ?? []
  }
}
