package import SupplyData
package import SupplyPlan
import Wording

extension StressRecord.Network {
  /// What a comparator is called among the networks.
  package static func name(of comparator: ComparatorNetwork) -> String {
    "\(comparator.rawValue) network"
  }

  /// A plan under a name.
  package init(name: String, plan: Plan) {
    self.init(name: name, cost: plan.cost, salesAtRisk: plan.risk.salesAtRisk)
  }

  /// A network that was not planned, under a name.
  package init(name: String) { self.init(name: name, cost: nil, salesAtRisk: nil) }
}

extension StressRecord.Result {
  /// Its sales lost stand for those of periods too that were not tested, and so are no more than a lower bound.
  package mutating func becomeLowerBound() {
    var bounds = bounds ?? StressRecord.Bounds()
    // From above nothing is known of the others.
    if bounds.salesLost == .atMost { salesLost = 0 }
    bounds.salesLost = .atLeast
    self.bounds = bounds
  }
}

extension StressRecord {
  /// What a test found.
  ///
  /// - Parameters:
  ///   - results: as ``StressTest`` answers.
  ///   - networks: those that were tested, named as its subjects.
  ///   - outages: what was taken out.
  ///   - reason: why the test ended early; `nil` where it did not.
  package init(
    _ results: [Result], networks: [Network], against outages: [StressTest.Outage],
    dataset: Dataset, reference: Plan.DatasetReference, reason: String?
  ) {
    let words = OutageWords(dataset)
    let times = RecoveryTimes(dataset)
    let reason = reason ?? "a program could not be solved"
    let open = Self.openCells(results, networks, outages, dataset, reason)
    self.init(
      dataset: reference, currency: dataset.settings.currency, networks: networks,
      targets: outages.map {
        Target(
          target: $0.target.text, kind: $0.target.kind.rawValue, name: words.name(of: $0.target),
          weeks: $0.weeks, isFromTable: times.weeks(for: $0.target) != nil)
      },
      results: results, stopReason: open.isEmpty ? nil : reason, open: open.isEmpty ? nil : open)
  }

  /// The cells that have no result, or one that is only a bound.
  private static func openCells(
    _ results: [Result], _ networks: [Network], _ outages: [StressTest.Outage], _ dataset: Dataset,
    _ reason: String
  ) -> [OpenCell] {
    let periods = dataset.settings.periods.map(\.id)
    let isSolved = Dictionary(
      results.map { ([$0.network, $0.target, $0.period], $0.isSolved) },
      uniquingKeysWith: { first, _ in first })
    // Most often there is none, and the product of all names is long.
    if isSolved.count == networks.count * outages.count * periods.count,
      isSolved.values.allSatisfy(\.self)
    {
      return []
    }
    return networks.flatMap { network in
      outages.flatMap { outage in
        periods.compactMap { period in
          let answer = isSolved[[network.name, outage.target.text, period]]
          if answer == true { return nil }
          return OpenCell(
            network: network.name, target: outage.target.text, period: period,
            reason: answer == nil ? reason : OpenCell.onlyBounds)
        }
      }
    }
  }
}
