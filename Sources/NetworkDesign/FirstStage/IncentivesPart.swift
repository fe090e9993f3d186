import Modeling
import SupplyData
import SupplyNetwork

/// Incentives: each grants a facility in a period at most its share of the opening and build cost there, over all at most its
/// maximum; all together grant at most that cost.
struct IncentivesPart {
  let network: Network
  let horizon: Horizon

  func add(to program: inout LinearProgram, _ stage: inout FirstStage) {
    let membership = Membership(network.dataset)
    let investment = InvestmentCost(network: network)
    var grantedAt: [[Int]: LinearExpression] = [:]
    for (index, incentive) in network.dataset.incentives.enumerated() where incentive.share > 0 {
      var total = LinearExpression()
      for (facility, row) in network.dataset.facilities.enumerated()
      where membership.matches(incentive.facility, node: row.id) {
        for (t, period) in network.dataset.settings.periods.enumerated() {
          let cost = investment.expression(of: facility, in: t, stage)
          if cost.isZero { continue }
          let key = "[\(incentive.id),\(row.id),\(period.id)]"
          let most = incentive.share * program.greatest(cost)
          let g = program.addColumn("granted\(key)", to: most, cost: -horizon.oneOff[t])
          var limit = LinearExpression(1, g)
          limit.add(cost, times: -incentive.share)
          program.addRow("grantShare\(key)", limit, to: 0)
          total.add(1, g)
          grantedAt[[facility, t], default: LinearExpression()].add(1, g)
          stage.grants.append(
            FirstStage.Grant(
              incentive: index, facility: facility, period: t, amount: LinearExpression(1, g)))
        }
      }
      if let maximum = incentive.maximum, !total.isZero {
        program.addRow("grantMaximum[\(incentive.id)]", total, to: maximum)
      }
    }
    for (key, granted) in grantedAt.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where granted.terms.count > 1 {
      var excess = granted
      excess.add(investment.expression(of: key[0], in: key[1], stage), times: -1)
      let facility = network.dataset.facilities[key[0]].id
      program.addRow(
        "grantCost[\(facility),\(network.dataset.settings.periods[key[1]].id)]", excess, to: 0)
    }
  }
}
