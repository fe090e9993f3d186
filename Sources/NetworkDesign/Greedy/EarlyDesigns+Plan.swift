import Modeling
import SupplyData
import SupplyNetwork

extension EarlyDesigns {
  /// A first stage with an operation of every state, each found by filling: a plan, if all that binds is kept.
  ///
  /// - Parameters:
  ///   - decided: the first stage.
  ///   - question: what is asked.
  package mutating func solved(_ decided: DecidedStage, for question: DesignQuestion)
    -> SolvedDesign
  {
    var stage = FirstStage(decided, of: network)
    stage.grants = GrantedMoney(network: network).grants(stage)
    look(at: Array(network.states.indices))
    var operations: [[SolvedDesign.Operation]] = []
    for t in fillings.indices {
      let offers = offers(decided, t)
      operations.append([])
      for state in fillings[t].indices {
        var work = 0
        let operation =
          state == 0
          ? lawful(t, offers).operation : fillings[t][state].fill(offers, work: &work)
        operations[t].append(
          SolvedDesign.Operation(
            block: FlowPolicies.block(network, period: t, state: state),
            point: operation.flows + operation.produced + operation.used + operation.unmet))
      }
    }
    return SolvedDesign(
      network: network, question: question, incidence: graph.incidence, stage: stage, point: [],
      operations: operations)
  }

  private func offers(_ decided: DecidedStage, _ t: Int) -> [Filling.Offer] {
    network.dataset.facilities.indices.map { site in
      let room = network.modulesOfFacility[site].reduce(0.0) {
        $0 + network.dataset.capacity[$1].size * Double(decided.count[$1][t])
      }
      return Filling.Offer(isOpen: decided.open[site][t], capacity: [Filling.Tier(room: room)])
    }
  }
}

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
        for (place, incentive) in dataset.incentives.enumerated()
        where cost > 0 && membership.matches(incentive.facility, node: row.id) {
          let amount = min(incentive.share * cost, open, left[place])
          guard amount > 0 else { continue }
          open -= amount
          left[place] -= amount
          grants.append(
            FirstStage.Grant(
              incentive: place, facility: facility, period: t, amount: LinearExpression(amount)))
        }
      }
    }
    return grants
  }
}
