import Modeling
import SupplyData
import SupplyNetwork

/// A facility that is not open ships nothing: what leaves it is bounded by what could be wanted, times y.
///
/// The bounds are as small as ``FlowBounds`` can make them, for the smaller they are, the nearer the linear
/// relaxation is to the truth (Cornuéjols, Sridharan and Thizy 1991 call these the strong links). A throughput bounds all
/// that leaves, times y.
struct LinksPart {
  let context: RecourseContext

  func add(to program: inout LinearProgram, _ block: RecourseBlock) {
    for facility in context.network.dataset.facilities.indices {
      addThroughput(of: facility, to: &program, block)
      switch context.links {
      case .perDestination: addPerDestination(of: facility, to: &program, block)
      case .perOrigin: addPerOrigin(of: facility, to: &program, block)
      }
    }
  }

  private func addThroughput(
    of facility: Int, to program: inout LinearProgram, _ block: RecourseBlock
  ) {
    guard let throughput = context.network.dataset.facilities[facility].throughput else { return }
    var shipped = LinearExpression()
    for flow in context.incidence.flowsOut[facility] {
      if let column = block.flows[flow] { shipped.add(1, column) }
    }
    if shipped.isZero { return }
    shipped.add(
      context.stage.open[facility],
      times: -throughput * context.state.availability[facility])
    program.addRow(
      "throughput[\(context.facilityName(facility)),\(context.suffix)]", shipped, to: 0)
  }

  private func addPerDestination(
    of facility: Int, to program: inout LinearProgram, _ block: RecourseBlock
  ) {
    let network = context.network
    let flows = context.incidence.flowsOut[facility].filter { block.flows[$0] != nil }
    var groups: [(destination: Node, product: Int, shipped: LinearExpression)] = []
    var places: [Node: [Int: Int]] = [:]
    for place in flows {
      guard let column = block.flows[place] else { continue }
      let flow = network.flows[place]
      if let group = places[flow.destination]?[flow.product] {
        groups[group].shipped.add(1, column)
      } else {
        places[flow.destination, default: [:]][flow.product] = groups.count
        groups.append((flow.destination, flow.product, LinearExpression(1, column)))
      }
    }
    for group in groups {
      var shipped = group.shipped
      shipped.add(
        context.stage.open[facility],
        times: -context.bounds.shipped(
          from: facility, to: group.destination, product: group.product))
      program.addRow(
        "link[\(context.facilityName(facility)),\(network.id(of: group.destination)),"
          + "\(context.productName(group.product)),\(context.suffix)]", shipped, to: 0)
    }
  }

  /// Goods that the facility makes itself are bound by its capacity, which is nothing while it is closed; only what it
  /// receives and passes on needs a row.
  private func addPerOrigin(
    of facility: Int, to program: inout LinearProgram, _ block: RecourseBlock
  ) {
    let network = context.network
    guard network.dataset.facilities[facility].throughput == nil else { return }
    let flows = context.incidence.flowsOut[facility].filter { block.flows[$0] != nil }
    for product in network.dataset.products.indices
    where context.bounds.receives(facility, product) {
      var shipped = LinearExpression()
      for place in flows where network.flows[place].product == product {
        if let column = block.flows[place] { shipped.add(1, column) }
      }
      if shipped.isZero { continue }
      shipped.add(
        context.stage.open[facility],
        times: -context.bounds.shipped(from: facility, product: product))
      program.addRow(
        "link[\(context.facilityName(facility)),\(context.productName(product)),\(context.suffix)]",
        shipped, to: 0)
    }
  }
}
