import Modeling
import SupplyData
import SupplyNetwork

/// Returns: of what a customer receives (draws left out) a share at most is collected, `v ≤ share · received`, and it ships what it
/// collects, `Σ_rows v = Σ shipped`.
struct ReturnsPart {
  let context: RecourseContext

  func add(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    let network = context.network
    if network.returns.isEmpty { return }
    var collected: [[Int]: LinearExpression] = [:]
    for row in network.returns {
      let demand = network.demands[row.demand]
      let customer = network.dataset.customers[row.customer].id
      let key =
        "[\(customer),\(context.productName(demand.product)),\(context.productName(row.returned)),"
        + "\(context.suffix)]"
      let most =
        row.share
        * context.bounds.taken(by: .customer(row.customer), product: demand.product)
      let column = program.addColumn(
        "collected\(key)", to: most, cost: context.weight * row.collectionCost)
      block.collected.append(column)
      var excess = LinearExpression(1, column)
      for flow in context.incidence.flowsOfDemand[row.demand] {
        if let received = block.flows[flow] { excess.add(-row.share, received) }
      }
      program.addRow("returnable\(key)", excess, to: 0)
      collected[[row.customer, row.returned], default: LinearExpression()].add(1, column)
    }
    for (key, collected) in collected.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      var balance = collected
      for flow in context.incidence.flowsOutOfCustomer[key[0]]
      where network.flows[flow].product == key[1] {
        if let shipped = block.flows[flow] { balance.add(-1, shipped) }
      }
      program.addRow(
        "returned[\(network.dataset.customers[key[0]].id),\(context.productName(key[1])),"
          + "\(context.suffix)]", balance, from: 0, to: 0)
    }
  }
}
