extension DatasetReader {
  /// Modes and lanes.
  func readTransport(_ selectors: SelectorReader) {
    readModes()
    // Customers send goods only where they may give something back.
    let origins: Selector.Scope =
      returns.text == nil && returns.isComplete ? .facilities : .nodes
    lanes = read(.lanes) { row in
      LaneRow(
        line: row.line, origin: row.selector("origin", origins, selectors),
        destination: row.selector("destination", .nodes, selectors),
        mode: row.reference("mode", to: directory.modes),
        product: row.referenceOrAll("product", to: directory.products),
        distanceKilometres: row.optionalNumber("distance_km"),
        unitCost: row.optionalNumber("unit_cost"),
        leadTimeDays: row.optionalNumber("lead_time_days"),
        capacity: row.optionalNumber("capacity"))
    }
  }

  private func readModes() {
    modes = read(.modes) { row in
      Mode(
        id: row.newIdentifier("mode", in: directory.modes),
        costPerTonneKilometre: row.number("cost_per_t_km"),
        costPerTonne: row.number("cost_per_t", or: 0),
        speedKilometresPerDay: row.number("speed_km_per_day", .positive),
        dwellDays: row.number("dwell_days", or: 0), circuity: row.number("circuity", or: 1.2),
        emissionsTonnesPerTonneKilometre: row.number("emissions_t_per_t_km", or: 0))
    }
    directory.modes.isComplete = modes.isComplete
  }
}
