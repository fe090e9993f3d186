import Modeling
import SupplyData
package import SupplyNetwork
package import SupplyPlan

/// First stages that need no search, as points of a program of which only the integers count.
package struct StartingDesigns {
  let network: Network
  let stage: FirstStage
  let columnCount: Int

  /// - Parameters:
  ///   - network: the network.
  ///   - stage: the first stage in the program.
  ///   - columnCount: number of the program's columns.
  package init(network: Network, stage: FirstStage, columnCount: Int) {
    self.network = network
    self.stage = stage
    self.columnCount = columnCount
  }

  /// The current network as far as decisions allow, then everything open with all modules: what a stopped solve falls back on
  /// when it has found nothing.
  ///
  /// - Parameter choice: the first stages that are allowed.
  package func fallbacks(for choice: DesignQuestion.FirstStageChoice) -> [[Double]] {
    [fallback(choice, isGenerous: false), fallback(choice, isGenerous: true)]
  }

  /// The first stage of a plan for the same network.
  package func design(of plan: Plan) -> [Double] {
    let stage = DecidedStage(plan, in: network.dataset)
    return point(
      isOpen: { facility, t in stage.open[facility][t] },
      count: { module, t in stage.count[module][t] },
      isSigned: { contract, t in stage.signed[contract][t] },
      sources: SourcesOfPlan(plan, network))
  }

  private func fallback(_ choice: DesignQuestion.FirstStageChoice, isGenerous: Bool)
    -> [Double]
  {
    let dataset = network.dataset
    func isOpen(_ facility: Facility) -> Bool {
      switch choice.decision(about: facility) {
      case .open: true
      case .closed: false
      case .consider: isGenerous || facility.status == .existing
      }
    }
    let open = dataset.facilities.map(isOpen)
    let facilityOfModule = Dictionary(
      network.modulesOfFacility.enumerated().flatMap { facility, modules in
        modules.map { ($0, facility) }
      }, uniquingKeysWith: { first, _ in first })
    return point(
      isOpen: { facility, _ in open[facility] },
      count: { module, _ in
        guard let facility = facilityOfModule[module], open[facility] else { return 0 }
        return isGenerous ? dataset.capacity[module].maximum : dataset.capacity[module].existing
      },
      isSigned: { contract, _ in
        dataset.contracts[contract].isExisting && open[network.facilityOfContract[contract]]
      }, sources: nil)
  }

  private func point(
    isOpen: (Int, Int) -> Bool, count: (Int, Int) -> Int, isSigned: (Int, Int) -> Bool,
    sources: SourcesOfPlan?
  ) -> [Double] {
    let first = network.dataset.firstOpenPeriods
    let sitesOfClusters = network.sitesOfClusters
    func isOpenWhenAvailable(_ facility: Int, _ t: Int) -> Bool {
      t >= first[facility] && isOpen(facility, t)
    }
    var point = Array(repeating: 0.0, count: columnCount)
    func set(_ variable: LinearExpression, _ value: Int) {
      if let column = variable.terms.first?.column { point[column.index] = Double(value) }
    }
    for t in network.dataset.settings.periods.indices {
      for (facility, open) in stage.open.enumerated() {
        set(open[t], isOpenWhenAvailable(facility, t) ? 1 : 0)
      }
      for (module, counts) in stage.count.enumerated() {
        let isThere = isOpenWhenAvailable(network.facilityOfModule[module], t)
        set(counts[t], isThere ? count(module, t) : 0)
      }
      for (contract, signed) in stage.signed.enumerated() {
        let isThere = isOpenWhenAvailable(network.facilityOfContract[contract], t)
        set(signed[t], isThere && isSigned(contract, t) ? 1 : 0)
      }
      for (cluster, met) in stage.met.enumerated() {
        let open = sitesOfClusters[cluster].count { isOpenWhenAvailable($0, t) }
        set(met[t], open >= network.dataset.clusters[cluster].atLeast ? 1 : 0)
      }
    }
    for link in stage.sourcing { set(link.mayShip, sources?.ships(link) ?? false ? 1 : 0) }
    return point
  }
}
