extension DatasetReader {
  /// What changes costs over time, what handling takes, and the terms on which something is made or
  /// saved.
  func readCosts(_ selectors: SelectorReader) {
    escalation = read(.escalation) { row in
      let cost = row.choice("cost", EscalationRow.Cost.self)
      if cost == .carbonPrice { row.requireUnused(["facility"], by: "carbon_price") }
      return EscalationRow(
        line: row.line, cost: cost ?? .production,
        facility: cost == .carbonPrice
          ? .everything(in: .facilities)
          : row.selector("facility", .facilities, selectors, emptyIsAll: true),
        period: row.reference("period", to: directory.periods), factor: row.number("factor"))
    }
    handling = read(.handling) { row in
      HandlingRow(
        line: row.line, facility: row.selector("facility", .facilities, selectors),
        product: row.referenceOrAll("product", to: directory.products),
        unitCost: row.number("unit_cost", or: 0), emissionsTonnes: row.number("emissions_t", or: 0))
    }
    let ids = IdIndex("contract", file: TableSchema.contracts.file)
    contracts = read(.contracts) { row in
      Contract(
        line: row.line, id: row.newIdentifier("contract", in: ids),
        facility: row.reference("facility", to: directory.facilities),
        product: row.reference("product", to: directory.products),
        unitCost: row.number("unit_cost"), fixedCost: row.number("fixed_cost", or: 0),
        minimum: row.number("minimum", or: 0), maximum: row.number("maximum", .positive),
        isExisting: row.count("existing", 0...1, or: 0) == 1)
    }
    clusters = read(.clusters) { row in
      ClusterRow(
        line: row.line, cluster: row.identifier("cluster", noun: "cluster"),
        facility: row.selector("facility", .facilities, selectors),
        atLeast: row.count("at_least", 2...RowReader.mostCounted), saving: row.number("saving"))
    }
  }
}
