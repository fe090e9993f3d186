import SupplyData
import SupplyNetwork
import SupplyPlan

/// The cost of a plan, line by line, discounted.
struct PlanAccount {
  let lines: CostLines

  init(network: Network, activity: Activity) {
    let horizon = Horizon(network.dataset.settings)
    var lines = CostLines()
    for t in 0..<horizon.count {
      Self.addFirstStage(network, activity, horizon, t, &lines)
      for (state, recourse) in zip(network.states, activity.recourse[t]) {
        Self.addOperating(
          network, activity, state, recourse, weight: horizon.yearly[t] * state.weight, period: t,
          &lines)
      }
    }
    for grant in activity.grants { lines.incentives -= horizon.oneOff[grant.period] * grant.amount }
    self.lines = lines
  }

  private static func addFirstStage(
    _ network: Network, _ activity: Activity, _ horizon: Horizon, _ t: Int,
    _ lines: inout CostLines
  ) {
    let dataset = network.dataset
    let (once, yearly) = (horizon.oneOff[t], horizon.yearly[t])
    for (index, facility) in dataset.facilities.enumerated() {
      if activity.opens(index, t) { lines.opening += once * network.openingCost(index, t) }
      if activity.closes(index, t) {
        lines.closing +=
          once * facility.closingCost * network.escalation.factor(.closing, index, t)
      }
      if activity.isOpen(index, t) {
        lines.facilityFixed +=
          yearly * facility.fixedCost * network.escalation.factor(.facilityFixed, index, t)
      }
    }
    for (index, module) in dataset.capacity.enumerated() {
      let facility = network.facilityOfModule[index]
      lines.building +=
        once * network.buildCost(index, facility, t) * Double(activity.built(index, t))
      lines.moduleFixed +=
        yearly * module.fixedCost * network.escalation.factor(.moduleFixed, facility, t)
        * Double(activity.count[index][t])
    }
    for (index, contract) in dataset.contracts.enumerated() where activity.signed[index][t] {
      lines.contracts += yearly * contract.fixedCost
    }
    for (row, sites) in zip(dataset.clusters, network.sitesOfClusters)
    where sites.count(where: { activity.isOpen($0, t) }) >= row.atLeast {
      lines.clusters -= yearly * row.saving
    }
    for (index, buffer) in dataset.buffers.enumerated() {
      lines.buffers += yearly * buffer.unitCost * activity.stock[index][t]
    }
  }

  /// What operating in a state of a period costs while it lasts, money per year.
  static func operating(_ network: Network, _ activity: Activity, period t: Int, state: Int)
    -> CostLines
  {
    var lines = CostLines()
    addOperating(
      network, activity, network.states[state], activity.recourse[t][state], weight: 1, period: t,
      &lines)
    return lines
  }

  private static func addOperating(
    _ network: Network, _ activity: Activity, _ state: NetworkState,
    _ recourse: Activity.Recourse, weight: Double, period t: Int, _ lines: inout CostLines
  ) {
    if weight == 0 { return }
    let cost = OperatingCost(network: network)
    let demands =
      network.dataset.settings.serviceLevel == nil
      ? [:]
      : Dictionary(
        network.demands.enumerated().map { ([$1.customer, $1.product], $0) },
        uniquingKeysWith: { first, _ in first })
    func demandOfFlow(_ index: Int) -> Int? {
      guard case .customer(let customer) = network.flows[index].destination else { return nil }
      return demands[[customer, network.flows[index].product]]
    }
    for (index, quantity) in recourse.flows.enumerated() where quantity > 0 {
      lines.freight += weight * quantity * cost.freight(of: index, in: state, t)
      lines.duty += weight * quantity * cost.duty(of: index, in: state, t)
      lines.pipeline += weight * quantity * network.flows[index].pipelineCost
      lines.carbon += weight * quantity * cost.carbon(of: index, t)
      lines.handling += weight * quantity * cost.handling(of: index, t)
      lines.safetyStock +=
        weight * quantity * cost.safetyStock(of: index, demand: demandOfFlow(index), t)
    }
    for (index, quantity) in recourse.inQuota.sorted(by: { $0.key < $1.key }) {
      lines.duty -= weight * quantity * (cost.quotaSaving(of: index, in: state, t) ?? 0)
    }
    for (index, quantity) in recourse.drawnBack.sorted(by: { $0.key < $1.key }) {
      lines.drawback -= weight * quantity * (cost.refund(of: index, in: state, t) ?? 0)
    }
    for (index, quantity) in recourse.produced.enumerated() where quantity > 0 {
      let underContract = network.contractsOfRecipe[index].reduce(0) { $0 + recourse.taken[$1] }
      lines.production +=
        weight * (quantity - underContract) * cost.conversion(ofRecipe: index, in: state, t)
      lines.carbon += weight * quantity * cost.carbon(ofRecipe: index, t)
    }
    for (index, contract) in network.dataset.contracts.enumerated()
    where activity.signed[index][t] {
      lines.production +=
        weight * max(recourse.taken[index], contract.minimum) * cost.contract(index, in: state, t)
    }
    for (row, quantity) in zip(network.returns, recourse.collected) {
      lines.collection += weight * quantity * row.collectionCost
    }
    for (index, quantity) in recourse.unmet.enumerated() where quantity > 0 {
      lines.shortage += weight * quantity * network.demands[index].shortageCost[t]
    }
    for (index, quantity) in recourse.drawn.enumerated() where quantity > 0 {
      let product = network.dataset.products.first {
        $0.id == network.dataset.buffers[index].product
      }
      lines.bufferDraws += weight * quantity * (product?.value ?? 0)
    }
  }
}
