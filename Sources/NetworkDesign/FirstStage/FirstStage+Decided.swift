import Modeling
import SupplyData
import SupplyNetwork

extension FirstStage {
  /// A first stage that is decided: all of it is constants, with what incentives grant on it.
  init(_ decided: DecidedStage, of network: Network) {
    self.init()
    let dataset = network.dataset
    func changes(_ values: [[Double]], _ first: (Int) -> Double, _ sign: Double)
      -> [[LinearExpression]]
    {
      values.enumerated().map { index, values in
        values.indices.map { t in
          let before = t == 0 ? first(index) : values[t - 1]
          return LinearExpression(max(0, sign * (values[t] - before)))
        }
      }
    }
    let open = decided.open.map { $0.map { $0 ? 1.0 : 0 } }
    let count = decided.count.map { $0.map(Double.init) }
    let wasOpen = { (index: Int) in dataset.facilities[index].status == .existing ? 1.0 : 0 }
    self.open = open.map { $0.map { LinearExpression($0) } }
    opened = changes(open, wasOpen, 1)
    closed = changes(open, wasOpen, -1)
    self.count = count.map { $0.map { LinearExpression($0) } }
    built = changes(count, { Double(dataset.capacity[$0].existing) }, 1)
    retired = changes(count, { Double(dataset.capacity[$0].existing) }, -1)
    stock = decided.stock.map { $0.map { LinearExpression($0) } }
    signed = decided.signed.map { $0.map { LinearExpression($0 ? 1 : 0) } }
    met = zip(dataset.clusters, network.sitesOfClusters).map { row, sites in
      dataset.settings.periods.indices.map { t in
        LinearExpression(sites.count { decided.open[$0][t] } >= row.atLeast ? 1 : 0)
      }
    }
    grants = GrantedMoney(network: network).grants(self)
  }

  /// Values of the columns that this first stage has in a program, for one that is decided; 0 for all others.
  ///
  /// - Parameter count: number of the program's columns.
  func point(of decided: FirstStage, count: Int) -> [Double] {
    var point = [Double](repeating: 0, count: count)
    func set(_ variable: LinearExpression, _ value: LinearExpression) {
      if let column = variable.terms.first?.column { point[column.index] = value.constant }
    }
    for (mine, given) in [
      (open, decided.open), (opened, decided.opened), (closed, decided.closed),
      (self.count, decided.count), (built, decided.built), (retired, decided.retired),
      (stock, decided.stock), (signed, decided.signed), (met, decided.met),
    ] {
      for (mine, given) in zip(mine, given) {
        for (mine, given) in zip(mine, given) { set(mine, given) }
      }
    }
    let granted = Dictionary(
      decided.grants.map { ([$0.incentive, $0.facility, $0.period], $0.amount) },
      uniquingKeysWith: { first, _ in first })
    for grant in grants {
      if let amount = granted[[grant.incentive, grant.facility, grant.period]] {
        set(grant.amount, amount)
      }
    }
    return point
  }
}
