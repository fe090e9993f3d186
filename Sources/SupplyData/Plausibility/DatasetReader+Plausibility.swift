import TextFiles

extension DatasetReader {
  /// What is valid and can hardly be meant, and what has no effect.
  func checkPlausibility(of dataset: Dataset) {
    checkRows()
    checkMakers(of: dataset)
    checkMagnitudes(of: dataset)
    checkRanges(of: dataset)
    checkEffects(of: dataset)
    checkUses(of: dataset)
    checkTradeSense(of: dataset)
    checkCostSense(of: dataset)
    checkCircularSense(of: dataset)
    checkPolicySense(of: dataset)
  }

  /// Without capacity, demand or lanes a plan delivers nothing; that is a plan, but hardly the one
  /// meant.
  private func checkRows() {
    let counts = [
      capacity.rows.count, production.rows.count, demand.rows.count, modes.rows.count,
      lanes.rows.count,
    ]
    let schemas: [TableSchema] = [.capacity, .production, .demand, .modes, .lanes]
    for (schema, count) in zip(schemas, counts) where count == 0 {
      log.add(
        schema.file, "the table has no rows",
        cure: "Add rows; without them nothing can be delivered.",
        severity: .doubtful)
    }
  }

  /// Reports what would pass for right with another unit: percent where a share is asked.
  private func checkMagnitudes(of dataset: Dataset) {
    for (place, row) in constraints.soundRows {
      guard row.kind.isOfShare, row.value > 1 else { continue }
      refuse(
        constraints, place, "value", "a share above 1 cannot be reached",
        cure: "Write shares from 0 to 1: 30 % is 0.3 or 30%.", severity: .doubtful)
    }
    for (place, row) in tariffs.soundRows where row.rate > 10 {
      refuse(
        tariffs, place, "rate", "a rate of \(plain(row.rate)) is \(plain(row.rate * 100)) %",
        cure: "Write rates as shares of the value: 25 % is 0.25 or 25%.", severity: .warning)
    }
    if dataset.settings.discountRate > 1 {
      let rate = dataset.settings.discountRate
      log.add(
        SettingsReader.file, at: settings.discountRatePosition,
        "a discount rate of \(plain(rate)) is \(plain(rate * 100)) % a year",
        cure: "Write rates as shares: 8 % is 0.08 or 8%.", severity: .warning)
    }
  }

  /// Reports rows and groups that change nothing.
  private func checkEffects(of dataset: Dataset) {
    func warn<Row>(
      _ table: Table<Row>, _ place: RowPlace, _ column: String, _ cause: String, cure: String
    ) {
      refuse(table, place, column, cause, cure: cure, severity: .warning)
    }
    var makers = Set(dataset.production.map(\.facility))
    for (place, row) in capacity.soundRows where makers.insert(row.facility).inserted {
      warn(
        capacity, place, "facility",
        "\(quoted(row.facility)) makes nothing, so its modules are useless",
        cure: "Add rows to production.csv, or delete its modules.")
    }
    let disrupted = Set(dataset.disruptions.map(\.scenario))
    for (place, row) in scenarios.soundRows where !disrupted.contains(row.id) {
      warn(
        scenarios, place, "scenario", "the scenario \(quoted(row.id)) has no effects",
        cure: "Add rows to disruptions.csv, or delete it.")
    }
    if dataset.scenarios.isEmpty, let place = buffers.places.first {
      warn(
        buffers, place, "location", "buffers are used only in scenarios, and there are none",
        cure: "Add scenarios, or delete the table.")
    }
    checkReplacedDemand(of: dataset)
  }

  /// A row for all periods, each of which has a row of its own.
  private func checkReplacedDemand(of dataset: Dataset) {
    var named: [DemandPair: Int] = [:]
    for row in dataset.demand where row.period != nil { named[DemandPair(row), default: 0] += 1 }
    for (place, row) in demand.soundRows
    where row.period == nil
      && named[DemandPair(row), default: 0] == dataset.settings.periods.count
    {
      refuse(
        demand, place, "period", "every period has its own row, so this one has no effect",
        cure: "Delete the row, or one of the others.", severity: .warning)
    }
  }
}
