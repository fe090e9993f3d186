public import SupplyData

extension Dataset {
  /// The same dataset counted otherwise: who has 3 pieces has 3,000 thousandths of a piece.
  ///
  /// - Parameters:
  ///   - quantity: units of every product for one of today's.
  ///   - money: units of money for one of today's.
  ///   - capacity: units of capacity for one of today's.
  public func inOtherUnits(
    quantity: Double = 1, money: Double = 1, capacity size: Double = 1
  ) -> Dataset {
    var dataset = self
    let price = money / quantity
    dataset.settings.carbonPrice *= money
    for place in products.indices {
      dataset.products[place].value *= price
      dataset.products[place].weightTonnes /= quantity
    }
    for place in facilities.indices {
      dataset.facilities[place].openingCost *= money
      dataset.facilities[place].closingCost *= money
      dataset.facilities[place].fixedCost *= money
      dataset.facilities[place].throughput = facilities[place].throughput.map { $0 * quantity }
    }
    for place in capacity.indices {
      dataset.capacity[place].size *= size
      dataset.capacity[place].buildCost *= money
      dataset.capacity[place].fixedCost *= money
    }
    for place in production.indices {
      dataset.production[place].unitCost *= price
      dataset.production[place].capacityUse *= size / quantity
      dataset.production[place].emissionsTonnes /= quantity
    }
    for place in demand.indices {
      dataset.demand[place].quantity *= quantity
      dataset.demand[place].shortageCost *= price
    }
    for place in modes.indices {
      dataset.modes[place].costPerTonneKilometre *= money
      dataset.modes[place].costPerTonne *= money
    }
    for place in lanes.indices {
      dataset.lanes[place].unitCost = lanes[place].unitCost.map { $0 * price }
      dataset.lanes[place].capacity = lanes[place].capacity.map { $0 * quantity }
    }
    for place in incentives.indices {
      dataset.incentives[place].maximum = incentives[place].maximum.map { $0 * money }
    }
    for place in buffers.indices {
      dataset.buffers[place].maximum *= quantity
      dataset.buffers[place].existing *= quantity
      dataset.buffers[place].unitCost *= price
    }
    for place in handling.indices {
      dataset.handling[place].unitCost *= price
      dataset.handling[place].emissionsTonnes /= quantity
    }
    for place in contracts.indices {
      dataset.contracts[place].unitCost *= price
      dataset.contracts[place].fixedCost *= money
      dataset.contracts[place].minimum *= quantity
      dataset.contracts[place].maximum *= quantity
    }
    for place in clusters.indices { dataset.clusters[place].saving *= money }
    for place in tariffs.indices { dataset.tariffs[place].unitRate *= price }
    for place in quotas.indices {
      dataset.quotas[place].quantity *= quantity
      dataset.quotas[place].unitRate *= price
    }
    for place in returns.indices { dataset.returns[place].collectionCost *= price }
    for place in constraints.indices {
      switch constraints[place].kind {
      case .investment: dataset.constraints[place].value *= money
      case .production, .flow, .minimumIfOpen: dataset.constraints[place].value *= quantity
      case .openFacilities, .share, .emissions, .survive, .sources, .requires, .within: break
      }
    }
    return dataset
  }
}
