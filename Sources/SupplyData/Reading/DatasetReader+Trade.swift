import TextFiles

extension DatasetReader {
  /// Duties, who is spared them, and what is paid back.
  func readTrade(_ selectors: SelectorReader) {
    readTariffs(selectors)
    rulesOfOrigin = read(.rulesOfOrigin) { row in
      RuleOfOrigin(
        line: row.line, agreement: row.reference("agreement", to: directory.groups),
        product: row.referenceOrAll("product", to: directory.products),
        content: row.number("content", .share))
    }
    drawback = read(.drawback) { row in
      DrawbackRow(
        line: row.line, country: row.selector("country", .countries, selectors),
        component: row.referenceOrAll("component", to: directory.products, emptyIsAll: false),
        share: row.number("share", .share))
    }
    let ids = IdIndex("quota", file: TableSchema.quotas.file)
    quotas = read(.quotas) { row in
      TariffQuota(
        line: row.line, id: row.newIdentifier("quota", in: ids),
        layer: row.identifier("layer", noun: "layer"),
        origin: row.selector("origin", .countries, selectors),
        destination: row.selector("destination", .countries, selectors),
        product: row.referenceOrAll("product", to: directory.products),
        period: row.referenceOrAll("period", to: directory.periods),
        quantity: row.number("quantity"), rate: row.number("rate", .rate),
        unitRate: row.number("unit_rate", or: 0))
    }
  }

  private func readTariffs(_ selectors: SelectorReader) {
    tariffs = read(.tariffs) { row in
      if row.has("rate") || row.has("unit_rate"), row.text("rate") == nil,
        row.text("unit_rate") == nil
      {
        row.refuse(
          row.has("rate") ? "rate" : "unit_rate", "neither 'rate' nor 'unit_rate' is given",
          "Fill in one of them, with 0 where nothing is due.")
      }
      return TariffRow(
        line: row.line, layer: row.identifier("layer", noun: "layer"),
        origin: row.selector("origin", .countries, selectors),
        destination: row.selector("destination", .countries, selectors),
        product: row.referenceOrAll("product", to: directory.products),
        rate: row.number("rate", .rate, or: 0), unitRate: row.number("unit_rate", or: 0),
        period: row.referenceOrAll("period", to: directory.periods),
        claim: row.optionalReference("claim", to: directory.groups))
    }
    guard let text = tariffs.text, text.index(of: "rate") == nil,
      text.index(of: "unit_rate") == nil
    else { return }
    tariffs.isComplete = false
    log.add(
      text.file, at: TextPosition(line: 1, column: 1),
      "the columns 'rate' and 'unit_rate' are both missing",
      cure: "Add one of them: a tariff is a share of the value, money per unit, or both.")
  }
}
