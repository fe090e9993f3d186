import Modeling

/// Customers: `Σ received + w + u = demand · (1 + change_σ)`, with unmet demand u at its shortage cost.
struct DemandPart {
  let context: RecourseContext

  func add(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    let network = context.network
    for (index, demand) in network.demands.enumerated() {
      let key =
        "[\(network.dataset.customers[demand.customer].id),\(context.productName(demand.product)),"
        + "\(context.suffix)]"
      let quantity = demand.quantity[context.period] * (1 + context.state.demandChanges[index])
      let u = program.addColumn(
        "unmet\(key)", to: quantity, cost: context.weight * demand.shortageCost[context.period])
      block.unmet.append(u)
      var served = LinearExpression(1, u)
      for flow in context.incidence.flowsOfDemand[index] {
        if let column = block.flows[flow] { served.add(1, column) }
      }
      if let buffer = context.incidence.bufferOfDemand[index], let w = block.drawn[buffer] {
        served.add(1, w)
      }
      let row = program.addRow("demand\(key)", served, from: quantity, to: quantity)
      block.goodsRows.append(
        GoodsRow(
          row: row, kind: .demand, product: demand.product, node: .customer(demand.customer)))
    }
  }
}
