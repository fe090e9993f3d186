import SupplyData
package import SupplyNetwork
package import SupplyPlan

extension Plan {
  /// A plan made of a measured network, told in the units of its dataset. Units are powers of two, so nothing is rounded.
  package func inUnitsOfDataset(_ network: Network) -> Plan {
    let units = network.units
    let quantity = Dictionary(
      zip(network.dataset.products.map(\.id), units.quantity),
      uniquingKeysWith: { first, _ in first }
    )
    func unit(_ product: String) -> Double { quantity[product] ?? 1 }
    var plan = self
    plan.cost = cost.map { $0 * units.money }
    plan.bound = bound.map { $0 * units.money }
    for line in CostLines.lines { plan.costs[keyPath: line.value] *= units.money }
    for index in buffers.indices { plan.buffers[index].stock *= unit(buffers[index].product) }
    for index in incentives.indices { plan.incentives[index].granted *= units.money }
    for index in flows.indices {
      plan.flows[index].quantity *= unit(flows[index].product)
      plan.flows[index].freight *= units.money
      plan.flows[index].duty *= units.money
      plan.flows[index].inQuota *= unit(flows[index].product)
      plan.flows[index].drawnBack *= unit(flows[index].product)
    }
    for index in production.indices {
      plan.production[index].quantity *= unit(production[index].product)
    }
    for index in uses.indices { plan.uses[index].quantity *= unit(uses[index].component) }
    for index in draws.indices { plan.draws[index].quantity *= unit(draws[index].product) }
    return plan
  }
}

extension FixedDecisions {
  /// The same decisions with stocks in the units of a measured network.
  package func measured(for network: Network) -> FixedDecisions {
    stocks(of: network) { $0 / $1 }
  }

  /// The same decisions with stocks in the units of the dataset of a measured network.
  package func inUnitsOfDataset(_ network: Network) -> FixedDecisions {
    stocks(of: network) { $0 * $1 }
  }

  private func stocks(
    of network: Network, _ convert: (Double, Double) -> Double
  ) -> FixedDecisions {
    var decisions = self
    decisions.stock = stock.map { stock in
      zip(network.unitsOfBuffers, stock).map { unit, values in values.map { convert($0, unit) } }
    }
    return decisions
  }
}

extension DecidedStage {
  /// The same first stage with stocks in the units of a measured network.
  package func measured(for network: Network) -> DecidedStage {
    DecidedStage(
      open: open, count: count,
      stock: zip(network.unitsOfBuffers, stock).map { unit, values in values.map { $0 / unit } },
      signed: signed)
  }
}

extension Network {
  /// Units of the dataset in a unit of what each buffer holds.
  fileprivate var unitsOfBuffers: [Double] {
    let quantity = Dictionary(
      zip(dataset.products.map(\.id), units.quantity), uniquingKeysWith: { first, _ in first })
    return dataset.buffers.map { quantity[$0.product] ?? 1 }
  }
}

extension DesignQuestion {
  /// The same question to a measured network.
  package func measured(for network: Network) -> DesignQuestion {
    guard case .fixed(let decisions) = firstStage else { return self }
    var question = self
    question.firstStage = .fixed(decisions.measured(for: network))
    return question
  }
}

extension ElasticRule {
  /// What a unit of the rule's value stands for in the dataset of a measured network.
  package func unit(in network: Network) -> Double {
    guard case .constraint(let id) = self,
      case .investment = network.dataset.constraints.first(where: { $0.id == id })?.kind
    else { return 1 }
    return network.units.money
  }
}
