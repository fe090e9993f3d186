import SupplyData

/// The units of each product that a year asks for: by demand, by what is made of it, by what it yields, by what is returned, and by
/// policies.
struct Turnover {
  let demands: [Catalogue.Demand]
  let components: [[(product: Int, quantity: Double)]]
  let circular: CircularGoods
  let policies: [PolicyConstraint]
  let productIndex: [String: Int]
  /// The number of the first customer among the nodes.
  let customers: Int

  /// For each product the units per year, in the greatest period.
  func greatest(periodCount: Int) -> [Double] {
    var greatest = [Double](repeating: 0, count: components.count)
    for period in 0..<periodCount {
      for (product, total) in total(of: asked(period)).enumerated() {
        greatest[product] = max(greatest[product], total)
      }
    }
    return greatest
  }

  /// What is asked for from without.
  private func asked(_ period: Int) -> [Double] {
    var level = [Double](repeating: 0, count: components.count)
    for demand in demands {
      let quantity = demand.quantity[period]
      level[demand.product] += quantity
      for row in circular.returns[demand.node - customers] where row.delivered == demand.product {
        level[row.returned] += row.share * quantity
      }
    }
    for policy in policies where policy.sense == .atLeast {
      let product: String? =
        switch policy.kind {
        case .production(_, let product), .minimumIfOpen(_, let product): product
        case .flow(_, _, let product): product
        default: nil
        }
      if let product = product.flatMap({ productIndex[$0] }) { level[product] += policy.value }
    }
    return level
  }

  /// That, with what it takes: components of products, and products of their coproducts.
  private func total(of asked: [Double]) -> [Double] {
    var (level, total) = (asked, asked)
    // Neither bills of materials nor coproducts have a circle, so they are at most as deep as there are products.
    for _ in components.indices {
      var below = [Double](repeating: 0, count: components.count)
      for (product, lines) in components.enumerated() where level[product] > 0 {
        for line in lines { below[line.product] += level[product] * line.quantity }
      }
      for (product, lines) in circular.coproducts.enumerated() {
        for line in lines where level[line.product] > 0 {
          below[product] += level[line.product] / line.quantity
        }
      }
      if below.allSatisfy({ $0 == 0 }) { break }
      for product in total.indices { total[product] += below[product] }
      level = below
    }
    return total
  }
}
