import SupplyData

/// The policies on quantities made and shipped, on who ships, on who is open with whom, and on near deliveries.
extension PolicyRecount {
  /// The rows of such a constraint in the normal state of a period.
  func rows(of number: Int, in state: StateRecount) -> [Outcome] {
    let constraint = catalogue.dataset.constraints[number]
    switch constraint.kind {
    case .production(let facilities, let product):
      return production(number, state, at: selected(facilities), product)
    case .flow(let origin, let destination, let product):
      return flows(number, state, from: selected(origin), to: destination, product)
    case .minimumIfOpen(let facilities, let product):
      return minima(number, state, at: selected(facilities), product)
    case .sources(let destination, let product):
      return sources(number, state, to: destination, product)
    case .requires(let facilities, let needed):
      return companions(number, state, of: selected(facilities), among: selected(needed))
    case .within(let limit, let customers, let product):
      return deliveries(number, state, within: limit, to: customers, product)
    case .share, .openFacilities, .investment, .emissions, .survive: return []
    }
  }

  /// Units made of each product; under `*` of those for which one of the facilities has a production row.
  private func production(
    _ number: Int, _ state: StateRecount, at facilities: [Int], _ product: String?
  ) -> [Outcome] {
    products(product).filter { index in
      product != nil || facilities.contains { catalogue.makes[$0][index] != nil }
    }.map { index in
      let made = state.operations.production
        .filter { $0.product == index && facilities.contains($0.node) }
        .reduce(0) { $0 + $1.quantity }
      return outcome(number, state, name(index), found: made, least: catalogue.least(index))
    }
  }

  /// Units shipped of each product; under `*` of those that some of the lanes carries.
  private func flows(
    _ number: Int, _ state: StateRecount, from origins: [Int], to destination: Selector,
    _ product: String?
  ) -> [Outcome] {
    let ranks = catalogue.matching.nodeRanks(destination)
    let nodes = ranks.indices.filter { ranks[$0] != Matching.none }
    let isFrom = Set(origins)
    return products(product).compactMap { index in
      let shipped = state.operations.flows
        .filter {
          $0.product == index && ranks[$0.destination] != Matching.none
            && isFrom.contains($0.origin)
        }.reduce(0) { $0 + $1.quantity }
      let isMeant =
        product != nil || shipped > 0
        || origins.contains { origin in
          nodes.contains { lanes.carries(index, from: origin, to: $0) }
        }
      guard isMeant else { return nil }
      return outcome(number, state, name(index), found: shipped, least: catalogue.least(index))
    }
  }

  /// Units made at each open facility that has such a production row.
  private func minima(
    _ number: Int, _ state: StateRecount, at facilities: [Int], _ product: String?
  ) -> [Outcome] {
    let wanted = product.map { catalogue.productIndex[$0] ?? -1 }
    return facilities.filter { facility in
      isOpen(facility, state.operations.period)
        && catalogue.makes[facility].keys.contains { wanted == nil || $0 == wanted }
    }.map { facility in
      let rows = state.operations.production.filter {
        $0.node == facility && (wanted == nil || $0.product == wanted)
      }
      return outcome(
        number, state, "facility \(catalogue.name(ofNode: facility))",
        found: rows.reduce(0) { $0 + $1.quantity },
        least: catalogue.makes[facility].keys.map(catalogue.least).max() ?? 0)
    }
  }

  /// Facilities that ship each product to each node: more than a millionth of what it needs.
  private func sources(
    _ number: Int, _ state: StateRecount, to destination: Selector, _ product: String?
  ) -> [Outcome] {
    let ranks = catalogue.matching.nodeRanks(destination)
    let wanted = product.map { catalogue.productIndex[$0] ?? -1 }
    var shipped: [Int: [Int: Double]] = [:]
    for flow in state.operations.flows
    where ranks[flow.destination] != Matching.none && flow.origin < catalogue.facilityCount
      && (wanted == nil || flow.product == wanted)
    {
      shipped[catalogue.pair(flow.destination, flow.product), default: [:]][
        flow.origin, default: 0] += flow.quantity
    }
    return shipped.sorted { $0.key < $1.key }.map { pair, sources in
      let (node, index) = pair.quotientAndRemainder(dividingBy: catalogue.dataset.products.count)
      let demand = catalogue.demandIndex[pair].map {
        catalogue.demands[$0].quantity[state.operations.period]
      }
      let need = max(demand ?? 0, sources.values.reduce(0, +))
      // A shipment on the verge of counting may have been rounded.
      let count = sources.values.count { $0 > need * 1e-6 * (1 + 1e-3) }
      return outcome(
        number, state, "\(catalogue.name(ofNode: node)), \(name(index))", found: Double(count),
        isCount: true)
    }
  }

  /// Other open facilities for each one that is open.
  private func companions(
    _ number: Int, _ state: StateRecount, of facilities: [Int], among needed: [Int]
  ) -> [Outcome] {
    let open = needed.filter { isOpen($0, state.operations.period) }
    return facilities.filter { isOpen($0, state.operations.period) }.map { facility in
      outcome(
        number, state, "facility \(catalogue.name(ofNode: facility))",
        found: Double(open.count { $0 != facility }), isCount: true)
    }
  }

  /// Units of each product delivered on near lanes against the share of demand.
  private func deliveries(
    _ number: Int, _ state: StateRecount, within limit: PolicyConstraint.DeliveryLimit,
    to customers: Selector, _ product: String?
  ) -> [Outcome] {
    let ranks = catalogue.matching.nodeRanks(customers)
    let value = catalogue.dataset.constraints[number].value
    return products(product).compactMap { index in
      let demand = catalogue.demands
        .filter { $0.product == index && ranks[$0.node] != Matching.none }
        .reduce(0) { $0 + $1.quantity[state.operations.period] }
      guard demand > 0 else { return nil }
      let near = state.operations.flows.filter { flow in
        flow.product == index && flow.destination >= catalogue.facilityCount
          && ranks[flow.destination] != Matching.none && isNear(flow, limit)
      }.reduce(0) { $0 + $1.quantity }
      return outcome(
        number, state, name(index), limit: value * demand, found: near,
        least: max(demand, catalogue.least(index)))
    }
  }

  private func isNear(_ flow: Operations.Flow, _ limit: PolicyConstraint.DeliveryLimit) -> Bool {
    guard let lane = lanes.lane(flow.origin, flow.destination, flow.mode, flow.product) else {
      return false
    }
    return switch limit {
    case .days(let days): lane.leadTimeDays <= days * (1 + 1e-9)
    case .kilometres(let kilometres): lane.kilometres <= kilometres * (1 + 1e-9)
    }
  }

  private func products(_ product: String?) -> [Int] {
    guard let product else { return Array(catalogue.dataset.products.indices) }
    return catalogue.productIndex[product].map { [$0] } ?? []
  }

  private func name(_ product: Int) -> String {
    "product \(catalogue.dataset.products[product].id)"
  }

  private func outcome(
    _ number: Int, _ state: StateRecount, _ detail: String, limit: Double? = nil, found: Double,
    least: Double = 0, isCount: Bool = false
  ) -> Outcome {
    let constraint = catalogue.dataset.constraints[number]
    let (period, limit) = (state.operations.period, limit ?? constraint.value)
    return Outcome(
      constraint: number, period: period,
      place: "constraint \(constraint.id), \(detail), \(catalogue.place(period))",
      sense: constraint.sense, limit: limit, found: found,
      scale: isCount ? 1 : max(found, limit, least), isCount: isCount)
  }
}
