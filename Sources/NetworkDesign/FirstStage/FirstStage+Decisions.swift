import Modeling
package import SupplyData
package import SupplyNetwork

extension FirstStage {
  /// The openings, modules, stocks and contracts at a point.
  package func decisions(at point: [Double], for dataset: Dataset) -> FixedDecisions {
    FixedDecisions(
      open: open.map { $0.map { $0.value(at: point) > 0.5 } },
      modules: count.map { $0.map { Int($0.value(at: point).rounded()) } },
      stock: zip(stock, dataset.buffers).map { values, buffer in
        values.map { max(0, min(buffer.maximum, $0.value(at: point))) }
      },
      contracts: signed.map { $0.map { $0.value(at: point) > 0.5 } })
  }

  /// Puts openings, modules and contracts into a point, and the clusters that follow.
  package func set(_ decisions: FixedDecisions, of network: Network, in point: inout [Double]) {
    let clusterSites = network.sitesOfClusters
    func set(_ expressions: [[LinearExpression]], _ values: [[Double]]?) {
      for (row, numbers) in zip(expressions, values ?? []) {
        for (expression, number) in zip(row, numbers) {
          for term in expression.terms { point[term.column.index] = number }
        }
      }
    }
    set(open, decisions.open?.map { $0.map { $0 ? 1 : 0 } })
    set(count, decisions.modules?.map { $0.map(Double.init) })
    set(signed, decisions.contracts?.map { $0.map { $0 ? 1 : 0 } })
    guard let open = decisions.open else { return }
    for (row, values) in met.enumerated() {
      for (t, cluster) in values.enumerated() {
        let sites = clusterSites[row]
        let isMet = sites.count { open[$0][t] } >= network.dataset.clusters[row].atLeast
        for term in cluster.terms { point[term.column.index] = isMet ? 1 : 0 }
      }
    }
  }
}
