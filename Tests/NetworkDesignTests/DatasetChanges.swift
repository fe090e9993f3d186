import TestDatasets

@testable import SupplyData

/// Changes to a dataset of which the effect on plans is known.
extension TestDataset {
  /// The same tables with their rows in another order.
  func shuffled(seed: UInt64) -> TestDataset {
    var random = SplitMix64(seed: seed)
    var copy = self
    for file in files.keys.sorted() where file.hasSuffix(".csv") {
      var lines = files[file, default: ""].split(separator: "\n")
      let header = lines.removeFirst()
      // Fisher and Yates, by a generator that is the same everywhere.
      for index in lines.indices.dropFirst().reversed() {
        lines.swapAt(index, random.whole(0...index))
      }
      copy.files[file] = ([header] + lines).map { $0 + "\n" }.joined()
    }
    return copy
  }
}

extension Dataset {
  /// The same in money of which `factor` is one of the old.
  func withMoney(times factor: Double) -> Dataset {
    var copy = self
    copy.settings.carbonPrice *= factor
    for i in products.indices { copy.products[i].value *= factor }
    for i in facilities.indices {
      copy.facilities[i].openingCost *= factor
      copy.facilities[i].closingCost *= factor
      copy.facilities[i].fixedCost *= factor
    }
    for i in capacity.indices {
      copy.capacity[i].buildCost *= factor
      copy.capacity[i].fixedCost *= factor
    }
    for i in production.indices { copy.production[i].unitCost *= factor }
    for i in demand.indices { copy.demand[i].shortageCost *= factor }
    for i in modes.indices {
      copy.modes[i].costPerTonneKilometre *= factor
      copy.modes[i].costPerTonne *= factor
    }
    for i in lanes.indices { copy.lanes[i].unitCost = lanes[i].unitCost.map { $0 * factor } }
    for i in incentives.indices {
      copy.incentives[i].maximum = incentives[i].maximum.map { $0 * factor }
    }
    for i in buffers.indices { copy.buffers[i].unitCost *= factor }
    for i in constraints.indices {
      if case .investment = constraints[i].kind { copy.constraints[i].value *= factor }
    }
    return copy
  }

  /// The same with `scenario` as two of half its probability.
  func splitting(scenario index: Int) -> Dataset {
    var copy = self
    copy.scenarios[index].probability /= 2
    var twin = copy.scenarios[index]
    twin.id += "-twin"
    copy.scenarios.append(twin)
    for row in disruptions where row.scenario == scenarios[index].id {
      var other = row
      other.scenario = twin.id
      copy.disruptions.append(other)
    }
    return copy
  }

  /// With another candidate of the first facility's kind and country, which can make what it makes and is ruinous to keep.
  func withUselessSite() -> Dataset {
    var copy = self
    var site = facilities[0]
    site.id = "useless"
    site.status = .candidate
    site.decision = .consider
    // Not the opening: that might be granted.
    site.fixedCost = 1e7
    copy.facilities.append(site)
    for row in production where row.facility == facilities[0].id {
      var other = row
      other.facility = site.id
      copy.production.append(other)
    }
    for row in capacity where row.facility == facilities[0].id {
      var other = row
      other.facility = site.id
      other.existing = 0
      copy.capacity.append(other)
    }
    return copy
  }

  /// With a layer of duty of nothing on everything.
  func withZeroTariff() -> Dataset {
    var copy = self
    let everywhere = Selector.everything(in: .countries)
    copy.tariffs.append(
      TariffRow(
        line: 0, layer: "nothing", origin: everywhere, destination: everywhere, product: nil,
        rate: 0))
    return copy
  }

  /// The same with scenarios that never happen.
  func withImpossibleScenarios() -> Dataset {
    var copy = self
    for i in scenarios.indices { copy.scenarios[i].probability = 0 }
    return copy
  }

  /// The same without scenarios.
  func withoutScenarios() -> Dataset {
    var copy = self
    copy.scenarios = []
    copy.disruptions = []
    return copy
  }
}
