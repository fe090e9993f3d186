public import SupplyData
public import SupplyNetwork

/// The targets that a stress test takes where none is named.
public struct StressTargets: Sendable {
  let network: Network

  /// - Parameter network: what may fail.
  public init(_ network: Network) { self.network = network }

  /// Every facility, country, region and product in a country, then every corridor between two countries or two regions on
  /// which something may move.
  ///
  /// A region of one country is left out, since it fails as that country does.
  public var usual: [OutageTarget] {
    let catalogue = OutageCatalogue(network.dataset)
    let selected = ["*", "country:*", "region:*", "product:*@country:*"].flatMap(targets)
    let corridors = ["country:*>country:*", "region:*>region:*"].flatMap(targets)
    return selected.filter { !isSingleCountry($0, catalogue) } + corridors.filter(carries)
  }

  /// Every two countries at once.
  public var pairs: [OutageTarget] { targets("country:*+country:*") }

  /// Whether something may move over a corridor; what is no corridor always counts.
  public func carries(_ target: OutageTarget) -> Bool {
    guard target.kind == .corridor else { return true }
    return OutageEffect(target, on: network).lanes
      .contains { !network.lanes[$0].products.isEmpty }
  }

  private func targets(_ text: String) -> [OutageTarget] {
    guard
      let selector = try? OutageSelector(text, in: network.dataset, place: "the usual targets")
    else { return [] }
    return OutageCatalogue(network.dataset).targets(of: selector)
  }

  private func isSingleCountry(_ target: OutageTarget, _ catalogue: OutageCatalogue) -> Bool {
    guard case .area(let area) = target.parts.first, target.kind == .region else { return false }
    let countries = catalogue.countries(of: area)
    return Set(network.countryOfFacility.map { network.dataset.countries[$0].id })
      .intersection(countries).count < 2
  }
}
