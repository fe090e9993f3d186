import SupplyData

/// Judges what customers return in one period and state, and adds up what collecting it costs.
struct ReturnCheck {
  let operations: Operations
  let goods: GoodsBalance
  let catalogue: Catalogue
  let findings: Findings

  /// Judges every customer and answers what collection costs a year.
  ///
  /// What a customer ships of a product it has collected, of each row at most its share of what was received; the cheapest rows first.
  func run() -> Double {
    var shipped: [Int: Double] = [:]
    for (key, goods) in goods.goods.sorted(by: { $0.key < $1.key })
    where key.node >= catalogue.facilityCount && goods.shipped > 0 {
      shipped[catalogue.pair(key.node, key.product), default: 0] += goods.shipped
      guard key.madeIn != catalogue.nodeCountry[key.node] || key.claim > 0 else { continue }
      findings.atMost(
        .returned,
        place(key.node) + ", " + catalogue.goods(key.product, madeIn: key.madeIn, claim: key.claim),
        limit: 0, found: goods.shipped, scale: max(goods.shipped, catalogue.least(key.product)))
    }
    guard !shipped.isEmpty else { return 0 }
    let received = goods.received()
    var cost = 0.0
    for (pair, quantity) in shipped.sorted(by: { $0.key < $1.key }) {
      let (node, product) = pair.quotientAndRemainder(dividingBy: catalogue.dataset.products.count)
      let rows = catalogue.circular.returns[node - catalogue.facilityCount]
        .filter { $0.returned == product }.sorted { $0.cost < $1.cost }
      var (rest, limit) = (quantity, 0.0)
      for row in rows {
        let most = row.share * (received[node]?[row.delivered] ?? 0)
        let collected = min(rest, most)
        cost += row.cost * collected
        rest -= collected
        limit += most
      }
      findings.atMost(
        .returned,
        place(node) + ", product \(catalogue.dataset.products[product].id)",
        limit: limit, found: quantity, scale: max(quantity, limit, catalogue.least(product)))
    }
    return cost
  }

  private func place(_ node: Int) -> String {
    "customer \(catalogue.name(ofNode: node)), "
      + catalogue.place(operations.period, operations.state)
  }
}
