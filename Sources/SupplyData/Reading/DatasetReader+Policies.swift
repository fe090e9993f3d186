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
