import FigureDrawing
import SupplyData
import SupplyPlan

/// How near to its users a product was made, and in which tier of the supply chain it stands.
struct UseFact {
  let product: String
  /// 0 for what is no component of anything used, else one more than the highest tier of what is made of it.
  let tier: Int
  /// Units a year that were used, by placement.
  let quantities: [PlacementClass: Double]
  /// Customs value a year of all that was used.
  let value: Double

  /// The share of each placement.
  var shares: [PlacementClass: Double] {
    let sum = quantities.values.reduce(0, +)
    return sum > 0 ? quantities.mapValues { $0 / sum } : [:]
  }

  /// What is made in its user's country or region.
  var near: Double { (shares[.domestic] ?? 0) + (shares[.nearshore] ?? 0) }
}

enum UseFacts {
  /// What is used in a period's normal state, tier by tier, in each the greatest value first.
  ///
  /// A facility uses what it makes and receives and does not ship, by country of origin (the contract's balance); a customer
  /// uses what it receives.
  static func uses(_ index: ReportIndex, _ plan: Plan, period: String) -> [UseFact] {
    struct Key: Hashable {
      let node: String
      let product: String
      let madeIn: String
    }
    var used: [Key: Double] = [:]
    for row in plan.production where row.scenario == nil && row.period == period {
      guard let country = index.country(ofNode: row.facility) else { continue }
      used[Key(node: row.facility, product: row.product, madeIn: country), default: 0] +=
        row.quantity
    }
    for row in plan.flows where row.scenario == nil && row.period == period {
      let arrival = Key(node: row.destination, product: row.product, madeIn: row.madeIn)
      used[arrival, default: 0] += row.quantity
      let departure = Key(node: row.origin, product: row.product, madeIn: row.madeIn)
      used[departure, default: 0] -= row.quantity
    }
    var quantities: [String: [PlacementClass: Double]] = [:]
    for (key, quantity) in used {
      guard let country = index.country(ofNode: key.node) else { continue }
      let placement = index.placement(madeIn: key.madeIn, usedIn: country)
      quantities[key.product, default: [:]][placement, default: 0] += quantity
    }
    let tiers = tiers(of: index.dataset)
    return quantities.compactMap { product, byPlacement -> UseFact? in
      // What is left of goods that pass through is rounding of the solve.
      let scale = byPlacement.values.map(abs).max() ?? 0
      let kept = byPlacement.filter { $0.value > 1e-6 * scale }
      let sum = kept.values.reduce(0, +)
      guard sum > 1e-9 else { return nil }
      return UseFact(
        product: product, tier: tiers[product] ?? 0, quantities: kept,
        value: index.value(sum, of: product))
    }.sorted { ($0.tier, -$0.value, $0.product) < ($1.tier, -$1.value, $1.product) }
  }

  /// The tier of each product: the longest way up the bill of materials, which has no cycle.
  static func tiers(of dataset: Dataset) -> [String: Int] {
    let parents = Dictionary(grouping: dataset.billsOfMaterials, by: \.component)
    var tiers: [String: Int] = [:]
    func tier(_ product: String) -> Int {
      if let known = tiers[product] { return known }
      let found = (parents[product] ?? []).map { tier($0.product) + 1 }.max() ?? 0
      tiers[product] = found
      return found
    }
    for product in dataset.products { _ = tier(product.id) }
    return tiers
  }
}
