import TextFiles

extension PatchRun {
  /// The rows that the patch is about.
  func matches(_ patch: Patch, _ table: EditableTable) -> [Int] {
    table.rows.indices.filter { row in
      !table.rows[row].isDeleted
        && patch.conditions.allSatisfy { matches($0, row, table, patch.table) }
    }
  }

  private func matches(_ field: Patch.Field, _ row: Int, _ table: EditableTable, _ name: String)
    -> Bool
  {
    let cell = table.text(field.column, ofRow: row)
    if cell == field.value || (field.value == "*" && cell.isEmpty) { return true }
    if let scope = PlaceIndex.scope(of: field.column, in: name) {
      return placeIndex().covers(field.value, cell, scope)
    }
    return field.value.split(separator: "|").contains { part in
      let part = trimmed(part)
      if part == cell { return true }
      guard let wanted = try? NumberText.number(part, percent: true) else { return false }
      return wanted == (try? NumberText.number(cell, percent: true))
    }
  }

  /// A patch without effect is a slip of the pen: the plan would answer another question than asked.
  func refuseUnmatched(_ patch: Patch, _ table: EditableTable) {
    let rows = table.rows.indices.filter { !table.rows[$0].isDeleted }
    let stray = patch.conditions.first { field in
      !rows.contains { matches(field, $0, table, patch.table) }
    }
    guard let stray else {
      refuse(
        patch.place, "no row of \(table.file) matches",
        patch.conditions.isEmpty
          ? "The table is empty: 'insert' rows." : "Widen 'where', or delete the patch.")
      return
    }
    let cells = Set(rows.map { table.text(stray.column, ofRow: $0) }).filter { !$0.isEmpty }
    refuse(
      stray.place, "no row of \(table.file) has \(quoted(stray.value)) as '\(stray.column)'",
      Suggestion.cure(
        for: stray.value, among: cells, otherwise: "Widen 'where', or delete the patch."))
  }
}
