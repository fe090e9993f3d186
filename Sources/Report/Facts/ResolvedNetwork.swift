import SupplyData
import SupplyNetwork
import SupplyPlan
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

  /// The layers of duty that goods of a plan's flow pay in the normal state; none where no duty is due.
  func dutyLayers(of row: FlowRow) -> [DutyLayers.Layer] {
    let key = [row.origin, row.destination, row.mode, row.product, row.madeIn, row.claim ?? ""]
    guard let flow = places.flows[key], let period = places.periods[row.period] else { return [] }
    return layers.layers(of: network.flows[flow], period: period)
  }
}
