import SupplyData

/// The layers that a flow's rate of duty in the normal state is made of.
public struct DutyLayers: Sendable {
  /// A layer of duty with the rate that it adds.
  public struct Layer: Sendable, Equatable {
    /// The layer's id.
    public var layer: String
    /// Share of the customs value.
    public var rate: Double
  }

  private let network: Network
  private let schedule: DutySchedule

  /// - Parameter network: whose flows are asked about.
  public init(_ network: Network) {
    self.network = network
    schedule = DutySchedule(
      dataset: network.dataset, membership: Membership(network.dataset))
  }

  /// The layers that a flow pays, in the order of the table; their rates add up to ``Flow/dutyRate``.
  public func layers(of flow: Flow) -> [Layer] {
    guard flow.isDutiable else { return [] }
    let dataset = network.dataset
    return schedule.winners(
      product: dataset.products[flow.product].id, origin: flow.madeIn,
      destination: network.countryIndex(of: flow.destination)
    ).rows.map { Layer(layer: dataset.tariffs[$0].layer, rate: dataset.tariffs[$0].rate) }
  }
}
