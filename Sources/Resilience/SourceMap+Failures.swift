import Findings
public import NetworkDesign
public import SupplyNetwork

extension SourceMapRecord {
  /// The map with the single points of failure of each product: facilities and countries without any of which nobody who
  /// uses it can get a unit, stock aside.
  public func withFailures(of stage: DecidedStage, in network: Network) -> SourceMapRecord {
    let dataset = network.dataset
    let targets = StressTargets(network).usual.filter { [.facility, .country].contains($0.kind) }
    let effects = targets.map { OutageEffect($0, on: network) }
    var map = self
    for (t, period) in dataset.settings.periods.enumerated() {
      let deliverability = Deliverability(network: network, stage: stage, period: t)
      let usual = deliverability.usable(during: nil)
      let left = effects.map { deliverability.usable(during: $0) }
      for place in map.entries.indices where map.entries[place].period == period.id {
        guard
          let product = dataset.products.firstIndex(where: { $0.id == map.entries[place].product }),
          usual.contains(product)
        else { continue }
        map.entries[place].singlePointsOfFailure = zip(targets, left)
          .filter { !$0.1.contains(product) }.map(\.0.text)
      }
    }
    return map
  }
}
