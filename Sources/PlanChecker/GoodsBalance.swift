import SupplyData

/// Where the goods of one period and state come from and go to: by node, product, country of origin and claim.
///
/// What production uses of a component stands in `uses.csv` for some lots, *stated* ones, and for the others not: those share what is
/// left. Where goods may be discarded, what is left beyond that is.
struct GoodsBalance {
  /// Goods of one product, origin and claim at one node.
  struct Goods {
    var made = 0.0
    /// Come into being beside other products.
    var yielded = 0.0
    var received = 0.0
    var shipped = 0.0
    /// Used in stated lots.
    var stated = 0.0
    /// Used in no lot and not passed on.
    var discarded = 0.0

    /// What is not passed on.
    var left: Double { made + yielded + received - shipped }
    /// What is used in lots.
    var used: Double { left - discarded }
    var gross: Double { made + yielded + received + shipped }
  }

  /// A node, a product, a country of origin and a claim.
  struct Key: Hashable, Comparable {
    var node: Int
    var product: Int
    var madeIn: Int
    var claim: Int

    static func < (left: Key, right: Key) -> Bool {
      (left.node, left.product, left.madeIn, left.claim)
        < (right.node, right.product, right.madeIn, right.claim)
    }
  }

  /// What a facility makes of a product under a claim.
  struct Lot: Hashable, Comparable {
    var node: Int
    var product: Int
    var claim: Int

    static func < (left: Lot, right: Lot) -> Bool {
      (left.node, left.product, left.claim) < (right.node, right.product, right.claim)
    }
  }

  /// The lots of a component at a facility that do not say what they use.
  private struct Rest {
    var left = 0.0
    var gross = 0.0
    var need = 0.0
    var drawn = 0.0
    /// What is left beyond what they need.
    var excess: Double { left + drawn - need }
  }

  private(set) var goods: [Key: Goods] = [:]
  /// Units made in each lot.
  private(set) var lots: [Lot: Double] = [:]
  /// The lots of which `uses.csv` has rows.
  private(set) var stated: Set<Lot> = []
  /// By node and product, see `Catalogue.pair`: drawn from stock.
  private(set) var drawn: [Int: Double] = [:]
  /// By facility and component.
  private var rests: [Int: Rest] = [:]
  private let catalogue: Catalogue

  /// Adds up the rows.
  init(_ operations: Operations, _ catalogue: Catalogue) {
    self.catalogue = catalogue
    for flow in operations.flows {
      var key = Key(
        node: flow.origin, product: flow.product, madeIn: flow.madeIn, claim: flow.claim)
      goods[key, default: Goods()].shipped += flow.quantity
      key.node = flow.destination
      goods[key, default: Goods()].received += flow.quantity
    }
    for row in operations.production {
      let country = catalogue.nodeCountry[row.node]
      let key = Key(node: row.node, product: row.product, madeIn: country, claim: row.claim)
      goods[key, default: Goods()].made += row.quantity
      lots[Lot(node: row.node, product: row.product, claim: row.claim), default: 0] += row.quantity
      for line in catalogue.circular.coproducts[row.product] {
        let key = Key(node: row.node, product: line.product, madeIn: country, claim: 0)
        goods[key, default: Goods()].yielded += line.quantity * row.quantity
      }
    }
    for row in operations.draws {
      drawn[catalogue.pair(row.node, row.product), default: 0] += row.quantity
    }
    takeStated(operations)
    share()
  }

  private mutating func takeStated(_ operations: Operations) {
    for row in operations.draws {
      rests[catalogue.pair(row.node, row.product), default: Rest()].drawn += row.quantity
    }
    for use in operations.uses {
      stated.insert(Lot(node: use.node, product: use.product, claim: use.claim))
      if let madeIn = use.madeIn {
        let key = Key(
          node: use.node, product: use.component, madeIn: madeIn, claim: use.componentClaim)
        goods[key, default: Goods()].stated += use.quantity
      } else {
        rests[catalogue.pair(use.node, use.component), default: Rest()].drawn -= use.quantity
      }
    }
  }

  /// Finds what the other lots need and have, and what is discarded.
  private mutating func share() {
    for (lot, quantity) in lots.sorted(by: { $0.key < $1.key }) where !stated.contains(lot) {
      for line in catalogue.components[lot.product] {
        rests[catalogue.pair(lot.node, line.product), default: Rest()].need +=
          line.quantity * quantity
      }
    }
    for (key, goods) in goods.sorted(by: { $0.key < $1.key })
    where key.node < catalogue.facilityCount
      && catalogue.consumes[key.node].contains(key.product)
    {
      let pair = catalogue.pair(key.node, key.product)
      rests[pair, default: Rest()].left += goods.left - goods.stated
      rests[pair, default: Rest()].gross += goods.gross
    }
    for (key, goods) in goods where key.node < catalogue.facilityCount {
      let most = mostDiscarded(key)
      guard most > 0 else { continue }
      let excess =
        catalogue.consumes[key.node].contains(key.product)
        ? rests[catalogue.pair(key.node, key.product)]?.excess ?? 0 : goods.left
      self.goods[key]?.discarded = min(max(0, excess), most)
    }
  }

  /// The most of some goods that may be discarded: of a coproduct, and of a product that has some, what was yielded and what was made
  /// without a claim.
  private func mostDiscarded(_ key: Key) -> Double {
    guard key.claim == 0, let goods = goods[key] else { return 0 }
    return goods.yielded
      + (catalogue.circular.discardable.contains(key.product) ? goods.made : 0)
  }

  /// Units received by node and product, all origins together.
  func received() -> [Int: [Int: Double]] {
    var received: [Int: [Int: Double]] = [:]
    for (key, goods) in goods {
      received[key.node, default: [:]][key.product, default: 0] += goods.received
    }
    return received
  }

  /// Judges the balance of every facility's goods, and of every component.
  ///
  /// What is left of made and received after shipping is used or discarded. It must not be less than stated lots use, must be 0
  /// for what the facility neither consumes nor may discard, and with what is drawn from stock must add up to what production needs
  /// and what may be discarded.
  func check(_ operations: Operations, _ findings: Findings) {
    let place = catalogue.place(operations.period, operations.state)
    for (key, goods) in goods.sorted(by: { $0.key < $1.key })
    where key.node < catalogue.facilityCount {
      let scale = max(goods.gross, goods.stated, catalogue.least(key.product))
      let where_ = {
        "facility \(catalogue.name(ofNode: key.node)), "
          + catalogue.goods(key.product, madeIn: key.madeIn, claim: key.claim) + ", \(place)"
      }
      let most = mostDiscarded(key)
      if catalogue.consumes[key.node].contains(key.product) {
        findings.atMost(
          .goodsBalance, where_(), limit: goods.made + goods.yielded + goods.received,
          found: goods.shipped + goods.stated, scale: scale)
      } else if most > 0 {
        findings.atMost(
          .goodsBalance, where_(), limit: goods.made + goods.yielded + goods.received,
          found: goods.shipped + goods.stated, scale: scale)
        findings.atMost(
          .discard, where_(), limit: most, found: goods.left - goods.stated, scale: scale)
      } else {
        findings.equal(
          .goodsBalance, where_(), expected: goods.made + goods.yielded + goods.received,
          found: goods.shipped + goods.stated, scale: scale)
      }
    }
    for facility in 0..<catalogue.facilityCount {
      for product in catalogue.consumes[facility].sorted() {
        components(facility, product, place, findings)
      }
    }
  }

  private func components(_ facility: Int, _ product: Int, _ place: String, _ findings: Findings) {
    let rest = rests[catalogue.pair(facility, product)] ?? Rest()
    let where_ = {
      "facility \(catalogue.name(ofNode: facility)), component "
        + "\(catalogue.dataset.products[product].id), \(place)"
    }
    let scale = max(rest.need, rest.gross, catalogue.least(product))
    if !stated.isEmpty {
      findings.atLeast(.draw, where_() + ", stated", limit: 0, found: rest.drawn, scale: scale)
    }
    let own = Key(
      node: facility, product: product, madeIn: catalogue.nodeCountry[facility], claim: 0)
    let most = mostDiscarded(own)
    guard most > 0, let goods = goods[own] else {
      findings.equal(
        .componentBalance, where_(), expected: rest.need, found: rest.left + rest.drawn,
        scale: scale)
      return
    }
    findings.atLeast(
      .componentBalance, where_(), limit: rest.need, found: rest.left + rest.drawn, scale: scale)
    findings.atMost(
      .discard, where_(), limit: min(most, goods.left - goods.stated), found: rest.excess,
      scale: scale)
  }
}
