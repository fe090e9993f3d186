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

  /// Units of each product that policies may want made beyond what is taken: of what may be thrown away all that can be made, as a
  /// policy on what is made, used or sent may ask for it.
  package func forced(in period: Int) -> [Double] {
    var forced = dataset.products.map { _ in 0.0 }
    let discardable = discardableProducts
    let wants = dataset.constraints.contains { constraint in
      guard constraint.period == nil || constraint.period == dataset.settings.periods[period].id
      else { return false }
      return switch constraint.kind {
      case .production, .flow, .share, .minimumIfOpen: true
      default: false
      }
    }
    guard wants, !discardable.isEmpty else { return forced }
    for recipe in recipes where discardable.contains(recipe.product) {
      let room = modulesOfFacility[recipe.facility].reduce(0.0) { sum, module in
        sum + dataset.capacity[module].size * Double(dataset.capacity[module].maximum)
      }
      forced[recipe.product] += room / recipe.capacityUse
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
