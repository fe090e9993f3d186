import Modeling
import SupplyData
import SupplyNetwork

/// Clusters: `at_least · m ≤ Σ y` of the facilities that match, m whole; while m is 1 the saving is taken off the cost.
struct ClustersPart {
  let network: Network
  let horizon: Horizon

  func add(to program: inout LinearProgram, _ stage: inout FirstStage) {
    let periods = network.dataset.settings.periods
    for (row, sites) in zip(network.dataset.clusters, network.sitesOfClusters) {
      stage.met.append(
        periods.indices.map { t in
          let key = "[\(row.cluster),\(row.atLeast),\(periods[t].id)]"
          // Where all is decided, so is the cluster.
          let (least, most) = sites.reduce((0.0, 0.0)) { sum, site in
            let range = program.range(of: stage.open[site][t])
            return (sum.0 + range.lowerBound, sum.1 + range.upperBound)
          }
          let need = Double(row.atLeast)
          let m = program.addColumn(
            "cluster\(key)", from: least >= need ? 1 : 0, to: most >= need ? 1 : 0,
            cost: -horizon.yearly[t] * row.saving, isInteger: true)
          var link = LinearExpression(need, m)
          for site in sites { link.add(stage.open[site][t], times: -1) }
          program.addRow("clusterLink\(key)", link, to: 0)
          return LinearExpression(1, m)
        })
    }
  }
}

extension Network {
  /// The facilities that each row of `clusters.csv` matches, by their places in the dataset.
  package var sitesOfClusters: [[Int]] {
    if dataset.clusters.isEmpty { return [] }
    let membership = Membership(dataset)
    return dataset.clusters.map { row in
      dataset.facilities.indices.filter {
        membership.matches(row.facility, node: dataset.facilities[$0].id)
      }
    }
  }

  /// Less than any plan costs, discounted money: savings of clusters alone can make a cost negative.
  package var leastCost: Double {
    let saved = dataset.clusters.reduce(0.0) { $0 + $1.saving }
    if saved == 0 { return 0 }
    return -saved * Horizon(dataset.settings).yearly.reduce(0, +)
  }
}

extension LinearProgram {
  /// The values that a single column, or a constant, can have.
  fileprivate func range(of expression: LinearExpression) -> ClosedRange<Double> {
    guard let column = expression.terms.first?.column else {
      return expression.constant...expression.constant
    }
    return columns[column.index]
      .lower...max(columns[column.index].lower, columns[column.index].upper)
  }
}
