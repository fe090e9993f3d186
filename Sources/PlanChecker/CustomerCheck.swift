/// Judges what customers receive in one period and state, and adds up the sales that are lost.
struct CustomerCheck {
  /// Money per year.
  struct Totals {
    /// The value of sales not made.
    var shortage = 0.0
    /// The value of all sales of a normal year.
    var sales = 0.0
  }

  let operations: Operations
  let goods: GoodsBalance
  let conditions: StateConditions
  let catalogue: Catalogue
  let findings: Findings

  /// Judges every demand: received and drawn may not exceed it; the rest is unmet.
  func run() -> Totals {
    var totals = Totals()
    let received = goods.received()
    for demand in catalogue.demands {
      let asked =
        demand.quantity[operations.period]
        * conditions.demandFactor(demand.node, demand.product)
      let delivered =
        (received[demand.node]?[demand.product] ?? 0)
        + (goods.drawn[catalogue.pair(demand.node, demand.product)] ?? 0)
      findings.atMost(
        .demand,
        "customer \(catalogue.name(ofNode: demand.node)), product "
          + "\(catalogue.dataset.products[demand.product].id), "
          + catalogue.place(operations.period, operations.state),
        limit: asked, found: delivered, scale: max(asked, catalogue.least(demand.product)))
      let cost = demand.shortageCost[operations.period]
      totals.shortage += cost * max(0, asked - delivered)
      totals.sales += cost * demand.quantity[operations.period]
    }
    return totals
  }
}
