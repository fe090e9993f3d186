import TextFiles

extension DatasetReader {
  /// Contracts, clusters, factors and handling that change nothing, or hardly what is meant.
  func checkCostSense(of dataset: Dataset) {
    checkContractSense(of: dataset)
    checkClusterSense(of: dataset)
    checkEscalationSense(of: dataset)
    checkHandlingSense(of: dataset)
    checkSafetyStockSense(of: dataset)
  }

  private func warn<Row>(
    _ table: Table<Row>, _ place: RowPlace, _ column: String, _ cause: String, cure: String
  ) {
    refuse(table, place, column, cause, cure: cure, severity: .warning)
  }

  /// A contract that is never the cheaper, and one that asks for more than can be made.
  private func checkContractSense(of dataset: Dataset) {
    struct Pair: Hashable {
      var facility: String
      var product: String
    }
    let spot = Dictionary(
      dataset.production.map { (Pair(facility: $0.facility, product: $0.product), $0) },
      uniquingKeysWith: { first, _ in first })
    var capacity: [String: Double] = [:]
    for row in dataset.capacity {
      capacity[row.facility, default: 0] += row.size * Double(row.maximum)
    }
    let mayCostMore = unitCostsOfMakingMayRise(in: dataset)
    for (place, row) in contracts.soundRows {
      guard let production = spot[Pair(facility: row.facility, product: row.product)] else {
        continue
      }
      if row.unitCost >= production.unitCost {
        warn(
          contracts, place, "unit_cost",
          "the contract asks for \(plain(row.unitCost)) a unit and production.csv for "
            + "\(plain(production.unitCost)), so that it is cheaper at no volume",
          cure: "Lower 'unit_cost', or delete the contract.")
      } else if !mayCostMore,
        (production.unitCost - row.unitCost) * row.maximum < row.fixedCost
      {
        let saved = (production.unitCost - row.unitCost) * row.maximum
        warn(
          contracts, place, "fixed_cost",
          "the contract costs \(plain(row.fixedCost)) a year and saves at most \(plain(saved)), at its"
            + " maximum, so that it is cheaper at no volume",
          cure: "Lower 'fixed_cost', raise 'maximum', or delete the contract.")
      }
      let most = (capacity[row.facility] ?? 0) / production.capacityUse
      if row.minimum > most * (1 + 1e-9) {
        warn(
          contracts, place, "minimum",
          "the minimum of \(plain(row.minimum)) is more than \(quoted(row.facility)) can make:"
            + " \(plain(most)) with every module built",
          cure: "Lower the minimum, or raise 'maximum' in capacity.csv.")
      }
    }
  }

  /// Whether something makes production dearer than its table says: a factor, or a scenario.
  private func unitCostsOfMakingMayRise(in dataset: Dataset) -> Bool {
    dataset.escalation.contains { $0.cost == .production && $0.factor > 1 }
      || dataset.disruptions.contains {
        if case .productionCost(_, _, let change) = $0.effect { change > 0 } else { false }
      }
  }

  /// A number of facilities that cannot be open together.
  private func checkClusterSense(of dataset: Dataset) {
    if dataset.clusters.isEmpty { return }
    let membership = Membership(dataset)
    let possible = dataset.facilities.filter { $0.decision != .closed }.map(\.id)
    for (place, row) in clusters.soundRows {
      let count = possible.count { membership.matches(row.facility, node: $0) }
      guard count < row.atLeast else { continue }
      warn(
        clusters, place, "at_least",
        "only \(count) of the facilities that \(quoted(row.facility.text)) matches can be open,"
          + " so that nothing is saved",
        cure: "Lower 'at_least' or widen the selector.")
    }
  }

  // MARK: Escalation

  private func checkEscalationSense(of dataset: Dataset) {
    if dataset.escalation.isEmpty { return }
    let membership = Membership(dataset)
    var counted = RowsThatCount<String>()
    let rows = Array(escalation.soundRows)
    let named = RowsByName(rows.map(\.1.facility))
    let costs = facilitiesWithCosts(dataset, membership)
    var hasCosts: Set<Int> = []
    for facility in dataset.facilities.map(\.id) {
      let candidates = named.rows(for: facility).compactMap { index in
        membership.specificity(of: rows[index].1.facility, forNode: facility).map {
          RowsThatCount<String>.Candidate(
            row: index, specificity: $0,
            slot: "\(rows[index].1.cost.rawValue) \(rows[index].1.period)")
        }
      }
      counted.add(candidates) { _ in false }
      for candidate in candidates
      where costs[rows[candidate.row].1.cost]?.contains(facility) == true {
        hasCosts.insert(candidate.row)
      }
    }
    for (index, (place, row)) in rows.enumerated() {
      if row.factor > 10 {
        warn(
          escalation, place, "factor",
          "a factor of \(plain(row.factor)) is \(plain(row.factor * 100)) % of the cost",
          cure: "Write factors, not percentages: 5 % more is 1.05.")
      }
      if row.cost == .carbonPrice {
        guard dataset.settings.carbonPrice == 0 else { continue }
        warn(
          escalation, place, "cost", "the price of carbon is 0, so that a factor changes nothing",
          cure: "Set 'carbon_price' in plan.yaml, or delete the row.")
      } else if !hasCosts.contains(index) {
        warn(
          escalation, place, "facility",
          "no facility that \(quoted(row.facility.text)) matches has a cost of '\(row.cost.rawValue)'",
          cure: "Name others, or delete the row.")
      } else if !counted.rows.contains(index) {
        warn(
          escalation, place, "facility", "narrower rows take its place at every facility",
          cure: "Delete the row, or one of the others.")
      }
    }
  }

  /// The facilities that have costs of a kind.
  private func facilitiesWithCosts(_ dataset: Dataset, _ membership: Membership) -> [EscalationRow
    .Cost: Set<String>]
  {
    let all = dataset.facilities
    func facilities(_ has: (Facility) -> Bool) -> Set<String> { Set(all.filter(has).map(\.id)) }
    return [
      .production: Set(
        dataset.production.filter { $0.unitCost > 0 }.map(\.facility)
          + dataset.contracts.filter { $0.unitCost > 0 }.map(\.facility)),
      .handling: facilities { facility in
        dataset.handling.contains {
          $0.unitCost > 0 && membership.matches($0.facility, node: facility.id)
        }
      },
      .freight: facilities { facility in
        dataset.lanes.contains {
          $0.unitCost != 0 && membership.matches($0.origin, node: facility.id)
        }
      },
      .facilityFixed: facilities { $0.fixedCost > 0 },
      .moduleFixed: Set(dataset.capacity.filter { $0.fixedCost > 0 }.map(\.facility)),
      .opening: facilities { $0.openingCost > 0 }, .closing: facilities { $0.closingCost > 0 },
      .build: Set(dataset.capacity.filter { $0.buildCost > 0 }.map(\.facility)),
    ]
  }

  // MARK: Handling and safety stock

  private func checkHandlingSense(of dataset: Dataset) {
    if dataset.handling.isEmpty { return }
    let membership = Membership(dataset)
    let rows = Array(handling.soundRows)
    let products = Set(dataset.products.map(\.id))
    var counted = RowsThatCount<String>()
    let named = RowsByName(rows.map(\.1.facility))
    for facility in dataset.facilities.map(\.id) {
      let candidates = named.rows(for: facility).compactMap { index in
        membership.specificity(of: rows[index].1.facility, forNode: facility).map {
          RowsThatCount<String>.Candidate(
            row: index, specificity: $0, slot: rows[index].1.product)
        }
      }
      counted.add(candidates) { !products.isSubset(of: $0) }
    }
    for (index, (place, _)) in rows.enumerated() where !counted.rows.contains(index) {
      warn(
        handling, place, "facility", "narrower rows take its place at every facility",
        cure: "Delete the row, or one of the others.")
    }
  }

  /// Safety stock takes a level of service as well as demand that deviates.
  private func checkSafetyStockSense(of dataset: Dataset) {
    let deviating = demand.soundRows.first { $0.1.deviation > 0 }
    if dataset.settings.serviceLevel == nil, let (place, _) = deviating {
      warn(
        demand, place, "deviation", "without a service level deviations change nothing",
        cure: "Set 'service_level' in plan.yaml, or leave the column empty.")
    }
    if dataset.settings.serviceLevel != nil, deviating == nil {
      log.add(
        SettingsReader.file, at: settings.serviceLevelPosition,
        "no demand deviates, so that the service level changes nothing",
        cure: "Fill in 'deviation' in demand.csv, or delete 'service_level'.", severity: .warning)
    }
    for (place, row) in demand.soundRows where row.deviation > 10 {
      warn(
        demand, place, "deviation",
        "a deviation of \(plain(row.deviation)) is \(plain(row.deviation * 100)) % of the mean",
        cure: "Write deviations as shares of the mean: 30 % is 0.3 or 30%.")
    }
  }
}
