import Modeling
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
      switch context.form {
      case .rows(.perDestination): addPerDestination(of: facility, to: &program, block)
      case .rows(.perOrigin): addPerOrigin(of: facility, to: &program, block)
      case .gates: break
      }
    }
  }

  /// The links of each destination, where they are no rows.
  func gates(_ block: RecourseBlock) -> [Gate] {
    context.network.dataset.facilities.indices.flatMap { facility in
      linksPerDestination(of: facility, block).map { link in
        Gate(
          columns: link.flows, most: most(link, from: facility),
          key: context.bounds.receives(facility, link.product)
            ? .facility(facility) : .maker(facility),
          what: "link[\(context.network.id(of: link.destination)),"
            + context.productName(link.product))
      }
    }
  }

  private func addThroughput(
    of facility: Int, to program: inout LinearProgram, _ block: RecourseBlock
  ) {
    guard let throughput = context.network.dataset.facilities[facility].throughput else { return }
    let unit = context.greatestUnit(of: context.incidence.flowsOut[facility])
    var shipped = LinearExpression()
    for flow in context.incidence.flowsOut[facility] {
      if let column = block.flows[flow] { shipped.add(context.unit(of: flow) / unit, column) }
    }
    if shipped.isZero { return }
    shipped.add(
      context.stage.open[facility],
      times: -throughput * context.state.availability[facility] / unit)
    program.addRow(
      "throughput[\(context.facilityName(facility)),\(context.suffix)]", shipped, to: 0)
  }

  /// All flows of a product from a facility to one destination, over all modes and made anywhere.
  private struct Link {
    var destination: Node
    var product: Int
    var flows: [LinearProgram.ColumnID]
  }

  private func linksPerDestination(of facility: Int, _ block: RecourseBlock) -> [Link] {
    let network = context.network
    var links: [Link] = []
    var indices: [Node: [Int: Int]] = [:]
    for index in context.incidence.flowsOut[facility] {
      guard let column = block.flows[index] else { continue }
      let flow = network.flows[index]
      if let link = indices[flow.destination]?[flow.product] {
        links[link].flows.append(column)
      } else {
        indices[flow.destination, default: [:]][flow.product] = links.count
        links.append(Link(destination: flow.destination, product: flow.product, flows: [column]))
      }
    }
    return links
  }

  private func most(_ link: Link, from facility: Int) -> Double {
    context.bounds.shipped(from: facility, to: link.destination, product: link.product)
  }

  private func addPerDestination(
    of facility: Int, to program: inout LinearProgram, _ block: RecourseBlock
  ) {
    for link in linksPerDestination(of: facility, block) {
      var shipped = LinearExpression()
      for column in link.flows { shipped.add(1, column) }
      shipped.add(context.stage.open[facility], times: -most(link, from: facility))
      program.addRow(
        "link[\(context.facilityName(facility)),\(context.network.id(of: link.destination)),"
          + "\(context.productName(link.product)),\(context.suffix)]", shipped, to: 0)
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
      for index in flows where network.flows[index].product == product {
        if let column = block.flows[index] { shipped.add(1, column) }
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
