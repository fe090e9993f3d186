import SupplyData

extension Network {
  /// The same network in units that suit it: what programs are assembled from. One that is measured already stays as it is.
  public var measured: Network {
    units == .ofDataset(dataset) ? measured(in: NetworkUnits(suiting: self)) : self
  }

  /// The same network with every quantity, price and capacity told in other units.
  ///
  /// Shares, weeks, kilometres and tonnes stay as they are, and so do throughputs and the capacities of lanes, which count
  /// products of several units together: who adds products up multiplies each by its unit.
  ///
  /// - Parameter units: of as many products and facilities as the network has; the network must be in those of its tables.
  public func measured(in units: NetworkUnits) -> Network {
    var network = self
    network.units = units
    let perProduct = units.quantity.map { $0 / units.money }
    network.components = components.enumerated().map { product, lines in
      lines.map { line in
        (
          product: line.product,
          quantity: line.quantity * (units.quantity[product] / units.quantity[line.product])
        )
      }
    }
    network.demands = demands.map { demand in
      var demand = demand
      demand.quantity = demand.quantity.map { $0 / units.quantity[demand.product] }
      demand.shortageCost = demand.shortageCost.map { $0 * perProduct[demand.product] }
      return demand
    }
    network.coproducts = coproducts.enumerated().map { product, lines in
      lines.map { line in
        (
          product: line.product,
          quantity: line.quantity * (units.quantity[product] / units.quantity[line.product])
        )
      }
    }
    network.returns = returns.map { row in
      var row = row
      let delivered = demands[row.demand].product
      row.share *= units.quantity[delivered] / units.quantity[row.returned]
      row.collectionCost *= perProduct[row.returned]
      return row
    }
    network.states = states.map { $0.measured(perFlow: flows.map { perProduct[$0.product] }) }
    network.recipes = recipes.map { recipe in
      var recipe = recipe
      recipe.unitCost *= perProduct[recipe.product]
      recipe.capacityUse *= units.quantity[recipe.product] / units.capacity[recipe.facility]
      recipe.emissionsTonnes *= units.quantity[recipe.product]
      return recipe
    }
    network.flows = flows.map { flow in
      var flow = flow
      flow.freight *= perProduct[flow.product]
      flow.handling *= perProduct[flow.product]
      flow.pipelineCost *= perProduct[flow.product]
      flow.safetyStockCost *= perProduct[flow.product]
      flow.emissionsTonnes *= units.quantity[flow.product]
      return flow
    }
    network.lanes = lanes.map { lane in
      var lane = lane
      lane.products = lane.products.map { terms in
        var terms = terms
        terms.unitCost *= perProduct[terms.product]
        terms.emissionsTonnes *= units.quantity[terms.product]
        return terms
      }
      return lane
    }
    network.dataset = dataset.measured(in: units, modulesOfFacility: modulesOfFacility)
    network.merging = merging.map { merging in
      MergedOrigins(
        unmerged: merging.unmerged.measured(in: units), representative: merging.representative,
        parts: merging.parts)
    }
    return network
  }
}

extension Dataset {
  /// The numbers of the tables that a network reads again, in other units.
  fileprivate func measured(in units: NetworkUnits, modulesOfFacility: [[Int]]) -> Dataset {
    var dataset = self
    dataset.settings.carbonPrice /= units.money
    let place = Dictionary(
      products.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for product in products.indices {
      dataset.products[product].value *= units.quantity[product] / units.money
    }
    for facility in facilities.indices {
      dataset.facilities[facility].openingCost /= units.money
      dataset.facilities[facility].closingCost /= units.money
      dataset.facilities[facility].fixedCost /= units.money
      for module in modulesOfFacility[facility] {
        dataset.capacity[module].size /= units.capacity[facility]
      }
    }
    for module in capacity.indices {
      dataset.capacity[module].buildCost /= units.money
      dataset.capacity[module].fixedCost /= units.money
    }
    for buffer in buffers.indices {
      let quantity = place[buffers[buffer].product].map { units.quantity[$0] } ?? 1
      dataset.buffers[buffer].maximum /= quantity
      dataset.buffers[buffer].existing /= quantity
      dataset.buffers[buffer].unitCost *= quantity / units.money
    }
    for contract in contracts.indices {
      let quantity = place[contracts[contract].product].map { units.quantity[$0] } ?? 1
      dataset.contracts[contract].unitCost *= quantity / units.money
      dataset.contracts[contract].fixedCost /= units.money
      dataset.contracts[contract].minimum /= quantity
      dataset.contracts[contract].maximum /= quantity
    }
    for cluster in clusters.indices { dataset.clusters[cluster].saving /= units.money }
    for incentive in incentives.indices {
      dataset.incentives[incentive].maximum = incentives[incentive].maximum.map { $0 / units.money }
    }
    for constraint in constraints.indices {
      if case .investment = constraints[constraint].kind {
        dataset.constraints[constraint].value /= units.money
      }
    }
    return dataset
  }
}

extension NetworkState {
  /// The state with duties told in other units.
  ///
  /// - Parameter factors: what money per unit is multiplied by, by flow.
  fileprivate func measured(perFlow factors: [Double]) -> NetworkState {
    var state = self
    state.duties = duties.map { zip($0, factors).map(*) }
    state.dutiesInQuota = dutiesInQuota.map { duties in
      Dictionary(uniqueKeysWithValues: duties.map { ($0, $1 * factors[$0]) })
    }
    return state
  }
}
