import Modeling
import SupplyData
import SupplyNetwork

/// The flows x over lanes, and what a lane can carry: `Σ x ≤ a_lane · capacity`, all products together.
struct FlowsPart {
  let context: RecourseContext

  func add(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    let network = context.network
    let cost = OperatingCost(network: network)
    block.flows = network.flows.indices.map { index in
      let flow = network.flows[index]
      let isOpen = context.isUseful(index)
      guard isOpen || context.form == .gates else { return nil }
      return program.addColumn(
        "flow\(context.flowName(index))", to: isOpen ? context.bounds.carried(flow) : 0,
        cost: context.weight
          * cost.total(
            of: index, demand: context.incidence.demand(servedBy: flow), in: context.state,
            context.period))
    }
    for (index, lane) in network.lanes.enumerated() {
      guard let capacity = lane.capacity else { continue }
      // Products of several units together: each counts by its own, and the row by the greatest of them.
      let unit = context.greatestUnit(of: context.incidence.flowsOfLane[index])
      var load = LinearExpression()
      for flow in context.incidence.flowsOfLane[index] {
        if let column = block.flows[flow] { load.add(context.unit(of: flow) / unit, column) }
      }
      if load.isZero { continue }
      program.addRow(
        "laneCapacity[\(network.id(of: lane.origin)),\(network.id(of: lane.destination)),"
          + "\(network.dataset.modes[lane.mode].id),\(context.suffix)]",
        load, to: capacity * context.state.laneAvailability[index] / unit)
    }
  }
}
