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
    for (place, facility) in dataset.facilities.enumerated() {
      if activity.opens(place, t) { lines.opening += once * facility.openingCost }
      if activity.closes(place, t) { lines.closing += once * facility.closingCost }
      if activity.isOpen(place, t) { lines.facilityFixed += yearly * facility.fixedCost }
    }
    for (place, module) in dataset.capacity.enumerated() {
      lines.building += once * module.buildCost * Double(activity.built(place, t))
      lines.moduleFixed += yearly * module.fixedCost * Double(activity.count[place][t])
    }
    for (place, buffer) in dataset.buffers.enumerated() {
      lines.buffers += yearly * buffer.unitCost * activity.stock[place][t]
    }
  }

  private static func addOperating(
    _ network: Network, _ state: NetworkState, _ recourse: Activity.Recourse, weight: Double,
    period t: Int, _ lines: inout CostLines
  ) {
    if weight == 0 { return }
    let cost = OperatingCost(network: network)
    for (place, quantity) in recourse.flows.enumerated() where quantity > 0 {
      lines.freight += weight * quantity * network.flows[place].freight
      lines.duty += weight * quantity * cost.duty(of: place, in: state)
      lines.pipeline += weight * quantity * network.flows[place].pipelineCost
      lines.carbon += weight * quantity * cost.carbon(of: place)
    }
    for (place, quantity) in recourse.produced.enumerated() where quantity > 0 {
      lines.production += weight * quantity * network.recipes[place].unitCost
      lines.carbon += weight * quantity * cost.carbon(ofRecipe: place)
    }
    for (place, quantity) in recourse.unmet.enumerated() where quantity > 0 {
      lines.shortage += weight * quantity * network.demands[place].shortageCost[t]
    }
    for (place, quantity) in recourse.drawn.enumerated() where quantity > 0 {
      let product = network.dataset.products.first {
        $0.id == network.dataset.buffers[place].product
      }
      lines.bufferDraws += weight * quantity * (product?.value ?? 0)
    }
  }
}
