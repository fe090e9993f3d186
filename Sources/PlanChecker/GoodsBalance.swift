/// Where the goods of one period and state come from and go to: by node, product and country of origin.
struct GoodsBalance {
  /// Goods of one product and origin at one node.
  struct Goods {
    var made = 0.0
    var received = 0.0
    var shipped = 0.0

    /// What is not passed on: made and received less shipped.
    var used: Double { made + received - shipped }
    var gross: Double { made + received + shipped }
  }

  /// A node, a product and a country of origin.
  struct Key: Hashable, Comparable {
    var node: Int
    var product: Int
    var madeIn: Int

    static func < (left: Key, right: Key) -> Bool {
      (left.node, left.product, left.madeIn) < (right.node, right.product, right.madeIn)
    }
  }

  private(set) var goods: [Key: Goods] = [:]
  /// By node and product, see `Catalogue.pair`: components that production needs.
  private(set) var needed: [Int: Double] = [:]
  /// By node and product: drawn from stock.
  private(set) var drawn: [Int: Double] = [:]

  /// Adds up the rows.
  init(_ operations: Operations, _ catalogue: Catalogue) {
    for flow in operations.flows {
      let from = Key(node: flow.origin, product: flow.product, madeIn: flow.madeIn)
      let to = Key(node: flow.destination, product: flow.product, madeIn: flow.madeIn)
      goods[from, default: Goods()].shipped += flow.quantity
      goods[to, default: Goods()].received += flow.quantity
    }
    for row in operations.production {
      let country = catalogue.nodeCountry[row.node]
      goods[
        Key(node: row.node, product: row.product, madeIn: country), default: Goods()
      ].made += row.quantity
      for component in catalogue.components[row.product] {
        needed[catalogue.pair(row.node, component.product), default: 0] +=
          component.quantity * row.quantity
      }
    }
    for row in operations.draws {
      drawn[catalogue.pair(row.node, row.product), default: 0] += row.quantity
    }
  }

  /// Units received by node and product, all origins together.
  func received() -> [Int: [Int: Double]] {
    var received: [Int: [Int: Double]] = [:]
    for (key, goods) in goods {
      received[key.node, default: [:]][key.product, default: 0] += goods.received
    }
    return received
  }

  /// Judges the balance of every facility, product and origin, and of every component.
  ///
  /// The plan does not say what is used; used is what is left of made and received after shipping. It must not be
  /// negative for any origin, must be 0 for what the facility does not consume, and with what is drawn from stock must
  /// add up to what production needs.
  func check(_ operations: Operations, _ catalogue: Catalogue, _ findings: Findings) {
    let place = catalogue.place(operations.period, operations.state)
    var used: [Int: (total: Double, gross: Double)] = [:]
    for (key, goods) in goods.sorted(by: { $0.key < $1.key })
    where key.node < catalogue.facilityCount {
      let scale = max(goods.gross, catalogue.least(key.product))
      let where_ = {
        "facility \(catalogue.name(ofNode: key.node)), product "
          + "\(catalogue.dataset.products[key.product].id) made in "
          + "\(catalogue.dataset.countries[key.madeIn].id), \(place)"
      }
      if catalogue.consumes[key.node].contains(key.product) {
        findings.atMost(
          .goodsBalance, where_(), limit: goods.made + goods.received, found: goods.shipped,
          scale: scale)
        let sum = used[catalogue.pair(key.node, key.product)] ?? (0, 0)
        used[catalogue.pair(key.node, key.product)] = (
          sum.total + goods.used, sum.gross + goods.gross
        )
      } else {
        findings.equal(
          .goodsBalance, where_(), expected: goods.made + goods.received, found: goods.shipped,
          scale: scale)
      }
    }
    for facility in 0..<catalogue.facilityCount {
      for product in catalogue.consumes[facility].sorted() {
        let pair = catalogue.pair(facility, product)
        let (total, gross) = used[pair] ?? (0, 0)
        let need = needed[pair] ?? 0
        findings.equal(
          .componentBalance,
          "facility \(catalogue.name(ofNode: facility)), component "
            + "\(catalogue.dataset.products[product].id), \(place)",
          expected: need, found: total + (drawn[pair] ?? 0),
          scale: max(need, gross, catalogue.least(product)))
      }
    }
  }
}
