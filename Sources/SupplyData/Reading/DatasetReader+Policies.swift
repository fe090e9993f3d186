import TextFiles

extension DatasetReader {
  /// Incentives and policy constraints.
  func readPolicies(_ selectors: SelectorReader) {
    let ids = IdIndex("incentive", file: TableSchema.incentives.file)
    incentives = read(.incentives) { row in
      Incentive(
        id: row.newIdentifier("incentive", in: ids),
        facility: row.selector("facility", .facilities, selectors),
        share: row.number("share", .share), maximum: row.optionalNumber("maximum"))
    }
    readConstraints(selectors)
    readRecovery()
  }

  private func readRecovery() {
    recovery = read(.recovery) { row in
      RecoveryRow(
        target: row.outages("target", directory), weeks: row.number("weeks", .recoveryWeeks))
    }
  }

  private enum ConstraintKind: String, CaseIterable {
    case openFacilities = "open_facilities"
    case share, investment, emissions, survive
  }

  private func readConstraints(_ selectors: SelectorReader) {
    let ids = IdIndex("constraint", file: TableSchema.constraints.file)
    constraints = read(.constraints) { row in
      let id = row.newIdentifier("constraint", in: ids)
      let named = row.choice("kind", ConstraintKind.self)
      let kind = constraintKind(named, row, selectors)
      let sense = row.choice("sense", Comparison.self)
      if sense == .atLeast,
        named == .investment || named == .emissions || named == .survive
      {
        row.refuse(
          "sense", "'\(named?.rawValue ?? "")' takes '<=' only", "Write '<=', or another kind.")
      }
      return PolicyConstraint(
        line: row.line, id: id, kind: kind,
        period: row.referenceOrAll("period", to: directory.periods), sense: sense ?? .atMost,
        value: row.number("value", named == .share || named == .survive ? .rate : .nonnegative))
    }
  }

  private func constraintKind(
    _ named: ConstraintKind?, _ row: RowReader, _ selectors: SelectorReader
  ) -> PolicyConstraint.Kind {
    guard let named else { return .openFacilities(.everything(in: .facilities)) }
    if named == .share {
      return .share(
        origin: row.selector("origin", .countries, selectors, emptyIsAll: true),
        destination: row.selector("destination", .nodes, selectors, emptyIsAll: true),
        product: row.referenceOrAll("product", to: directory.products))
    }
    row.requireUnused(["destination", "product"], by: named.rawValue)
    if named == .survive { return .survive(row.outages("origin", directory, emptyIsAll: true)) }
    let facilities = row.selector("origin", .facilities, selectors, emptyIsAll: true)
    return switch named {
    case .investment: .investment(facilities)
    case .emissions: .emissions(facilities)
    default: .openFacilities(facilities)
    }
  }
}

extension RowReader {
  /// Refuses columns that say something where nothing would heed it.
  func requireUnused(_ columns: [String], by user: String) {
    for column in columns {
      if let text = text(column), text != "*" {
        refuse(
          column, "'\(user)' does not use the column '\(column)', which holds \(quoted(text))",
          "Write '*' there, or leave it empty.")
      }
    }
  }
}
