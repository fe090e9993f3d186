import SupplyData

/// Judges claims in one period and state: that there is a rule to meet, what each stated lot is made of, and that claimed lots have
/// the content that the rule asks for.
struct LotCheck {
  let operations: Operations
  let goods: GoodsBalance
  let catalogue: Catalogue
  let findings: Findings

  /// The components of a lot.
  private struct Components {
    /// Units by product.
    var quantities: [Int: Double] = [:]
    /// Customs value of those that do not originate under the lot's claim.
    var foreignValue = 0.0
  }

  /// Judges every lot.
  func run() {
    var components: [GoodsBalance.Lot: Components] = [:]
    for use in operations.uses {
      let lot = GoodsBalance.Lot(node: use.node, product: use.product, claim: use.claim)
      components[lot, default: Components()].quantities[use.component, default: 0] += use.quantity
      if lot.claim > 0, !originates(use, under: lot.claim - 1) {
        components[lot]?.foreignValue +=
          use.quantity * catalogue.dataset.products[use.component].value
      }
    }
    for lot in Set(goods.lots.keys).union(components.keys).sorted() {
      judge(lot, goods.lots[lot] ?? 0, components[lot])
    }
  }

  /// Whether a component originates: made in a member, and under the same claim where a rule speaks of it. Stock never does.
  private func originates(_ use: Operations.Use, under agreement: Int) -> Bool {
    guard let madeIn = use.madeIn else { return false }
    return catalogue.agreements.qualifies(
      use.component, madeIn: madeIn, claim: use.componentClaim, under: agreement)
  }

  private func judge(_ lot: GoodsBalance.Lot, _ made: Double, _ components: Components?) {
    let bill = catalogue.components[lot.product]
    if let components {
      let known = Set(bill.map(\.product))
      for product in Set(components.quantities.keys).union(known).sorted() {
        let need = made * (bill.first { $0.product == product }?.quantity ?? 0)
        let used = components.quantities[product] ?? 0
        findings.equal(
          .lot, place(lot) + ", component \(catalogue.dataset.products[product].id)",
          expected: need, found: used, scale: max(need, used, catalogue.least(product)))
      }
    } else if lot.claim > 0, !bill.isEmpty {
      findings.atMost(
        .lot, place(lot) + ", without rows in uses.csv", limit: 0, found: made,
        scale: max(made, catalogue.least(lot.product)))
    }
    guard lot.claim > 0 else { return }
    let product = catalogue.dataset.products[lot.product]
    let content = catalogue.agreements.content(
      lot.product, claim: lot.claim, madeIn: catalogue.nodeCountry[lot.node])
    guard let content else {
      findings.atMost(
        .claim, place(lot), limit: 0, found: made, scale: max(made, catalogue.least(lot.product)))
      return
    }
    findings.atMost(
      .content, place(lot), limit: (1 - content) * product.value * made,
      found: components?.foreignValue ?? 0,
      scale: product.value * max(made, catalogue.least(lot.product)))
  }

  private func place(_ lot: GoodsBalance.Lot) -> String {
    "facility \(catalogue.name(ofNode: lot.node)), product "
      + "\(catalogue.dataset.products[lot.product].id)"
      + (catalogue.agreements.name(ofClaim: lot.claim).map { " under \($0)" } ?? "")
      + ", \(catalogue.place(operations.period, operations.state))"
  }
}
