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
          network, state, recourse, weight: horizon.yearly[t] * state.weight, period: t, &lines)
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
      if activity.opens(index, t) { lines.opening += once * facility.openingCost }
      if activity.closes(index, t) { lines.closing += once * facility.closingCost }
      if activity.isOpen(index, t) { lines.facilityFixed += yearly * facility.fixedCost }
    }
    for (index, module) in dataset.capacity.enumerated() {
      lines.building += once * module.buildCost * Double(activity.built(index, t))
      lines.moduleFixed += yearly * module.fixedCost * Double(activity.count[index][t])
    }
    for (index, buffer) in dataset.buffers.enumerated() {
      lines.buffers += yearly * buffer.unitCost * activity.stock[index][t]
    }
  }

  private static func addOperating(
    _ network: Network, _ state: NetworkState, _ recourse: Activity.Recourse, weight: Double,
    period t: Int, _ lines: inout CostLines
  ) {
    if weight == 0 { return }
    let cost = OperatingCost(network: network)
    for (index, quantity) in recourse.flows.enumerated() where quantity > 0 {
      lines.freight += weight * quantity * network.flows[index].freight
      lines.duty += weight * quantity * cost.duty(of: index, in: state)
      lines.pipeline += weight * quantity * network.flows[index].pipelineCost
      lines.carbon += weight * quantity * cost.carbon(of: index)
    }
    for (index, quantity) in recourse.produced.enumerated() where quantity > 0 {
      lines.production += weight * quantity * network.recipes[index].unitCost
      lines.carbon += weight * quantity * cost.carbon(ofRecipe: index)
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
