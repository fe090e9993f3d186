import SupplyData

/// How much of each product can be wanted, and made, in a period and state.
package struct ProductNeed: Sendable {
  /// Units of each product that customers and what is made of it can take.
  package var taken: [Double]
  /// Units of each product that can be made: what is taken of it, and more where it is made for its coproducts or because a policy
  /// wants it and the rest may be thrown away.
  package var made: [Double]
}

extension Network {
  /// `taken_p = Σ demand_p + Σ_parents bom · made_parent`, `made_p = taken_p + Σ_coproducts taken / quantity + forced`.
  ///
  /// - Parameters:
  ///   - quantity: units per year that each demand is of.
  ///   - forced: units of each product that a policy may want made beyond what is taken.
  package func need(quantity: [Double], forced: [Double]? = nil) -> ProductNeed {
    var taken = Array(repeating: 0.0, count: dataset.products.count)
    for (demand, quantity) in zip(demands, quantity) { taken[demand.product] += quantity }
    var made = taken
    let discardable = discardableProducts
    for product in wantedFirst {
      made[product] = taken[product]
      if !coproducts[product].isEmpty {
        for line in coproducts[product] { made[product] += taken[line.product] / line.quantity }
      }
      if discardable.contains(product) { made[product] += forced?[product] ?? 0 }
      for component in components[product] {
        taken[component.product] += component.quantity * made[product]
      }
    }
    return ProductNeed(taken: taken, made: made)
  }

  /// Products of which something may be thrown away: coproducts, and those that have some.
  package var discardableProducts: Set<Int> {
    Set(
      coproducts.indices.filter { !coproducts[$0].isEmpty }
        + coproducts.joined().map(\.product))
  }

  /// Units of each product that policies on what is made may want in a period.
  package func forced(in period: Int) -> [Double] {
    var forced = dataset.products.map { _ in 0.0 }
    guard coproducts.contains(where: { !$0.isEmpty }) else { return forced }
    let membership = Membership(dataset)
    for constraint in dataset.constraints
    where constraint.period == nil || constraint.period == dataset.settings.periods[period].id {
      let (product, times): (String?, Double)
      switch constraint.kind {
      case .production(_, let named) where constraint.sense == .atLeast:
        (product, times) = (named, 1)
      case .minimumIfOpen(let selector, let named):
        let count = dataset.facilities.count { membership.matches(selector, node: $0.id) }
        (product, times) = (named, Double(count))
      default: continue
      }
      for place in dataset.products.indices
      where product == nil || product == dataset.products[place].id {
        forced[place] += times * constraint.value / units.quantity[place]
      }
    }
    return forced
  }

  /// Units of each product that policies on flows may want sent in a period, round in circles if need be.
  package func sentForPolicies(in period: Int) -> [Double] {
    var sent = dataset.products.map { _ in 0.0 }
    for constraint in dataset.constraints
    where constraint.period == nil || constraint.period == dataset.settings.periods[period].id {
      guard case .flow(_, _, let product) = constraint.kind, constraint.sense == .atLeast else {
        continue
      }
      for place in dataset.products.indices
      where product == nil || product == dataset.products[place].id {
        sent[place] += constraint.value / units.quantity[place]
      }
    }
    return sent
  }

  /// Products in an order in which each comes before its components, and a coproduct before what yields it.
  package var wantedFirst: [Int] {
    var wanted = components
    for (product, lines) in coproducts.enumerated() {
      for line in lines { wanted[line.product].append((product, 1)) }
    }
    return Self.parentsFirst(wanted)
  }
}
