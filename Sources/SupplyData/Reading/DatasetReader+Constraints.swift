import TextFiles

extension DatasetReader {
  /// Policy constraints, each kind with its own columns.
  func readConstraints(_ selectors: SelectorReader) {
    let ids = IdIndex("constraint", file: TableSchema.constraints.file)
    constraints = read(.constraints) { row in
      let id = row.newIdentifier("constraint", in: ids)
      let named = row.choice("kind", ConstraintKind.self)
      let limit = limit(named, row)
      let kind = kind(named, limit: limit, row, selectors)
      let sense = row.choice("sense", Comparison.self)
      if let only = named?.onlySense, let sense, sense != only {
        row.refuse(
          "sense", "'\(named?.rawValue ?? "")' takes '\(only.rawValue)' only",
          "Write '\(only.rawValue)', or another kind.")
      }
      return PolicyConstraint(
        line: row.line, id: id, kind: kind,
        period: row.referenceOrAll("period", to: directory.periods), sense: sense ?? .atMost,
        value: value(named, row))
    }
  }

  private func value(_ named: ConstraintKind?, _ row: RowReader) -> Double {
    guard let named else { return row.number("value") }
    if named.isOfWholeNumbers { return Double(row.count("value", 1...RowReader.mostCounted)) }
    return row.number("value", named.isOfShare ? .rate : .nonnegative)
  }

  /// Days or kilometres, where the kind has such a limit; 0, and a fault, where it is given elsewhere.
  private func limit(_ named: ConstraintKind?, _ row: RowReader) -> Double {
    guard let named else { return 0 }
    if named.hasLimit {
      if row.has("limit") { return row.number("limit") }
      row.refuse(
        "kind", "'\(named.rawValue)' needs a limit, and the table has no column 'limit'",
        "Add the column 'limit', in \(named == .withinDays ? "days" : "kilometres").")
    } else if let text = row.text("limit") {
      row.refuse(
        "limit", "'\(named.rawValue)' does not use the column 'limit', which holds \(quoted(text))",
        "Leave it empty.")
    }
    return 0
  }

  private func kind(
    _ named: ConstraintKind?, limit: Double, _ row: RowReader, _ selectors: SelectorReader
  ) -> PolicyConstraint.Kind {
    guard let named else { return .openFacilities(.everything(in: .facilities)) }
    row.requireUnused(named.unusedColumns, by: named.rawValue)
    func selector(_ column: String, _ scope: Selector.Scope) -> Selector {
      row.selector(column, scope, selectors, emptyIsAll: true)
    }
    func product() -> String? { row.referenceOrAll("product", to: directory.products) }
    switch named {
    case .openFacilities: return .openFacilities(selector("origin", .facilities))
    case .investment: return .investment(selector("origin", .facilities))
    case .emissions: return .emissions(selector("origin", .facilities))
    case .survive: return .survive(row.outages("origin", directory, emptyIsAll: true))
    case .share:
      return .share(
        origin: selector("origin", .countries), destination: selector("destination", .nodes),
        product: product())
    case .production: return .production(selector("origin", .facilities), product: product())
    case .flow:
      return .flow(
        origin: selector("origin", .facilities), destination: selector("destination", .nodes),
        product: product())
    case .minimumIfOpen: return .minimumIfOpen(selector("origin", .facilities), product: product())
    case .sources: return .sources(destination: selector("destination", .nodes), product: product())
    case .requires:
      return .requires(
        facility: selector("origin", .facilities), needed: selector("destination", .facilities))
    case .withinDays, .withinKilometres:
      return .within(
        named == .withinDays ? .days(limit) : .kilometres(limit),
        customers: selector("destination", .customers), product: product())
    }
  }
}
