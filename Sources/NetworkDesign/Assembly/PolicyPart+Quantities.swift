import Modeling
import SupplyData
import SupplyNetwork

/// Policies on what is made, sent and delivered: units per year.
extension PolicyPart {
  /// The rows of a constraint in a period.
  func quantities(
    _ index: Int, _ t: Int, _ stage: FirstStage, _ block: RecourseBlock
  ) -> [Requirement] {
    let constraint = network.dataset.constraints[index]
    switch constraint.kind {
    case .production(let selector, let product):
      let sites = Set(facilities(selector))
      return products(product, among: makeable(at: sites)).map { p in
        let made = network.recipes.indices.filter {
          network.recipes[$0].product == p && sites.contains(network.recipes[$0].facility)
        }.map { block.produced[$0] }
        return requirement(index, t, p, columns: made, of: constraint)
      }
    case .flow(let origin, let destination, let product):
      let sites = Set(facilities(origin))
      let ends = nodes(destination)
      func isMeant(_ origin: Node, _ destination: Node) -> Bool {
        origin.facility.map(sites.contains) ?? false && ends.contains(destination)
      }
      let carried = Set(
        network.lanes.filter { isMeant($0.origin, $0.destination) }
          .flatMap { $0.products.map(\.product) })
      return products(product, among: carried).map { p in
        let sent = network.flows.indices.filter {
          let flow = network.flows[$0]
          return flow.product == p && isMeant(flow.origin, flow.destination)
        }.compactMap { block.flows[$0] }
        return requirement(index, t, p, columns: sent, of: constraint)
      }
    case .minimumIfOpen(let selector, let product):
      return facilities(selector).compactMap {
        minimum(index, t, $0, product, stage, block)
      }
    case .within(let limit, let customers, let product):
      return products(product, among: Set(network.demands.map(\.product))).compactMap { p in
        within(index, t, p, limit, customers, block)
      }
    default: return []
    }
  }

  /// The product that is named, or each of some.
  private func products(_ named: String?, among: Set<Int>) -> [Int] {
    let products = network.dataset.products
    guard let named else { return among.sorted() }
    return products.indices.filter { products[$0].id == named }
  }

  /// Products for which one of some facilities has a production row.
  private func makeable(at sites: Set<Int>) -> Set<Int> {
    let ids = Set(sites.map { network.dataset.facilities[$0].id })
    let names = Set(
      network.dataset.production.filter { ids.contains($0.facility) }.map(\.product))
    let products = network.dataset.products
    return Set(products.indices.filter { names.contains(products[$0].id) })
  }

  private func requirement(
    _ index: Int, _ t: Int, _ product: Int, columns: [LinearProgram.ColumnID],
    of constraint: PolicyConstraint
  ) -> Requirement {
    let unit = network.units.quantity[product]
    var excess = LinearExpression(-constraint.value / unit)
    for column in columns { excess.add(1, column) }
    return Requirement(
      constraint: index, period: t, product: product, unit: unit, excess: excess,
      sense: constraint.sense)
  }

  /// `Σ made ≥ value · y`; `nil` for a facility without such a production row.
  private func minimum(
    _ index: Int, _ t: Int, _ facility: Int, _ product: String?, _ stage: FirstStage,
    _ block: RecourseBlock
  ) -> Requirement? {
    let dataset = network.dataset
    let constraint = dataset.constraints[index]
    guard
      dataset.production.contains(where: {
        $0.facility == dataset.facilities[facility].id && (product == nil || product == $0.product)
      })
    else { return nil }
    let recipes = incidence.recipesOfFacility[facility].filter {
      product == nil || product == dataset.products[network.recipes[$0].product].id
    }
    // Products of several units together: each counts by its own, and the row by the greatest of them.
    let units = recipes.map { network.units.quantity[network.recipes[$0].product] }
    let unit = units.max() ?? 1
    var excess = LinearExpression()
    for (recipe, own) in zip(recipes, units) { excess.add(own / unit, block.produced[recipe]) }
    excess.add(stage.open[facility][t], times: -constraint.value / unit)
    return Requirement(
      constraint: index, period: t, place: .facility(facility), unit: unit, excess: excess,
      sense: constraint.sense)
  }

  /// `Σ delivered within the limit ≥ value · Σ demand`; `nil` without such customers.
  private func within(
    _ index: Int, _ t: Int, _ product: Int, _ limit: PolicyConstraint.DeliveryLimit,
    _ customers: Selector, _ block: RecourseBlock
  ) -> Requirement? {
    let dataset = network.dataset
    let constraint = dataset.constraints[index]
    let demands = network.demands.indices.filter {
      network.demands[$0].product == product
        && membership.matches(customers, node: dataset.customers[network.demands[$0].customer].id)
    }
    let wanted = demands.reduce(0.0) { $0 + network.demands[$1].quantity[t] }
    guard wanted > 0 else { return nil }
    var excess = LinearExpression(-constraint.value * wanted)
    for demand in demands {
      for flow in incidence.flowsOfDemand[demand] where limit.reaches(network.flows[flow]) {
        if let column = block.flows[flow] { excess.add(1, column) }
      }
    }
    return Requirement(
      constraint: index, period: t, product: product, unit: 1 / wanted, excess: excess,
      sense: constraint.sense)
  }
}

extension PolicyConstraint.DeliveryLimit {
  /// Whether a flow's lane is within the limit, up to rounding.
  fileprivate func reaches(_ flow: Flow) -> Bool {
    let (value, limit) =
      switch self {
      case .days(let days): (flow.leadTimeDays, days)
      case .kilometres(let distance): (flow.distanceKilometres, distance)
      }
    return value <= limit * (1 + 1e-9)
  }
}
