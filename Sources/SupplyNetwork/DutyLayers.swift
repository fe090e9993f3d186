import SupplyData

/// The layers that a flow's duty in the normal state is made of.
public struct DutyLayers: Sendable {
  /// A layer of duty with the rates that it adds.
  public struct Layer: Sendable, Equatable {
    /// The layer's id.
    public var layer: String
    /// Share of the customs value.
    public var rate: Double
    /// Money per unit, beside the rate.
    public var unitRate: Double
    /// The trade agreement under which the goods pay this rate; `nil` where they pay what all do.
    public var claim: String?
  }

  private let network: Network
  private let schedule: DutySchedule

  /// - Parameter network: whose flows are asked about.
  public init(_ network: Network) {
    self.network = network
    schedule = DutySchedule(
      dataset: network.dataset, agreements: network.agreements,
      membership: Membership(network.dataset))
  }

  /// The layers that a flow pays in a period, in the order of the table; they add up to its duty.
  public func layers(of flow: Flow, period: Int) -> [Layer] {
    guard flow.isDutiable else { return [] }
    let dataset = network.dataset
    let arrival = network.countryIndex(of: flow.destination)
    return schedule.levies(
      on: dataset.products[flow.product], origin: flow.madeIn, destination: arrival,
      period: dataset.settings.periods[period].id,
      qualifying: DutyRatesOfFlows.qualifying(
        network.agreements, product: flow.product, madeIn: flow.madeIn, claim: flow.claim,
        arrival: arrival)
    ).map { levy in
      let row = dataset.tariffs[levy.row]
      return Layer(layer: row.layer, rate: row.rate, unitRate: row.unitRate, claim: row.claim)
    }
  }
}
