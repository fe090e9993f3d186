import Modeling
import SupplyData
import SupplyNetwork

/// Incentives on a first stage that is decided: as much as may be granted, early periods first, since their money weighs most.
struct GrantedMoney {
  let network: Network

  /// - Parameter stage: a first stage of constants.
  func grants(_ stage: FirstStage) -> [FirstStage.Grant] {
    let dataset = network.dataset
    let membership = Membership(dataset)
    let investment = InvestmentCost(network: network)
    var left = dataset.incentives.map { $0.maximum ?? .infinity }
    var grants: [FirstStage.Grant] = []
    for t in dataset.settings.periods.indices {
      for (facility, row) in dataset.facilities.enumerated() {
        let cost = investment.expression(of: facility, in: t, stage).value(at: [])
        var open = cost
        for (index, incentive) in dataset.incentives.enumerated()
        where cost > 0 && membership.matches(incentive.facility, node: row.id) {
          let amount = min(incentive.share * cost, open, left[index])
          guard amount > 0 else { continue }
          open -= amount
          left[index] -= amount
          grants.append(
            FirstStage.Grant(
              incentive: index, facility: facility, period: t, amount: LinearExpression(amount)))
        }
      }
    }
    return grants
  }
}
