/// Applies patches to the raw rows of a dataset, one after the other.
final class PatchRun {
  /// The name of the table that stands for `plan.yaml`.
  static let settingsTable = "settings"

  let log = FaultLog()
  private let source: DatasetSource
  private var tables: [String: EditableTable] = [:]
  private var places: PlaceIndex?

  init(_ source: DatasetSource) {
    self.source = source
  }

  /// Applies a patch, or reports why it cannot be.
  func apply(_ patch: Patch) {
    guard var table = table(named: patch.table, patch), check(patch, table) else { return }
    switch patch.action {
    case .insert(let rows):
      for row in rows { table.insert(row, by: row.first?.place ?? patch.place) }
    case .set, .scale, .add, .delete:
      let rows = matches(patch, table)
      if rows.isEmpty { refuseUnmatched(patch, table) }
      for row in rows { change(row, of: &table, patch) }
    }
    tables[patch.table] = table
    places = nil
  }

  /// The patched dataset.
  ///
  /// - Throws: all that could not be applied.
  func finish() throws(Faults) -> PatchedDataset {
    guard !log.hasErrors else { throw Faults(log.all()) }
    return PatchedDataset(source, tables: tables)
  }

  // MARK: Tables and columns

  private func table(named name: String, _ patch: Patch) -> EditableTable? {
    if let table = tables[name] { return table }
    if name == Self.settingsTable {
      if let table = SettingsTable.read(source.files[SettingsReader.file] ?? []) { return table }
      refuse(
        patch.place, "\(SettingsReader.file) cannot be patched, since it cannot be read",
        "Run `check` without the variant, and cure what it finds.")
      return nil
    }
    guard let schema = TableSchema.all.first(where: { $0.name == name }) else {
      let names = TableSchema.all.map(\.name) + [Self.settingsTable]
      refuse(
        patch.place, "there is no table \(quoted(name))",
        Suggestion.cure(
          for: name, among: names, otherwise: "The tables are \(enumeration(names, "and"))."))
      return nil
    }
    if let table = raw(schema) { return table }
    refuse(
      patch.place, "\(schema.file) cannot be patched, since its form is broken",
      "Run `check` without the variant, and cure what it finds.")
    return nil
  }

  /// The rows of a table as they are now; `nil` where its form is broken.
  private func raw(_ schema: TableSchema) -> EditableTable? {
    if let table = tables[schema.name] { return table }
    guard let bytes = source.files[schema.file] else {
      return EditableTable(file: schema.file, known: schema.columns)
    }
    return EditableTable(schema: schema, bytes: bytes)
  }

  private func check(_ patch: Patch, _ table: EditableTable) -> Bool {
    var isSound = true
    for field in patch.fields where !table.known.contains(field.column) {
      isSound = false
      refuse(
        field.place, "the table '\(patch.table)' has no column \(quoted(field.column))",
        Suggestion.cure(
          for: field.column, among: table.known,
          otherwise: "The columns are \(enumeration(table.known, "and"))."))
    }
    if patch.table == Self.settingsTable {
      if !patch.conditions.isEmpty {
        isSound = false
        refuse(patch.place, "'settings' has no rows to choose from", "Leave 'where' out.")
      }
      switch patch.action {
      case .insert, .delete:
        isSound = false
        refuse(patch.place, "'settings' has no rows", "Write 'set', 'scale' or 'add'.")
      case .set, .scale, .add: break
      }
    }
    for field in patch.conditions
    where isSound && PlaceIndex.scope(of: field.column, in: patch.table) != nil {
      guard let refusal = placeIndex().refusal(of: field.value) else { continue }
      isSound = false
      refuse(field.place, refusal.cause, refusal.cure)
    }
    return isSound
  }

  // MARK: Rows

  private func matches(_ patch: Patch, _ table: EditableTable) -> [Int] {
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
      guard let wanted = try? NumberText.number(part) else { return false }
      return wanted == (try? NumberText.number(cell))
    }
  }

  private func placeIndex() -> PlaceIndex {
    if let places { return places }
    let index = PlaceIndex { raw($0) }
    places = index
    return index
  }

  /// A patch without effect is a slip of the pen: the plan would answer another question than asked.
  private func refuseUnmatched(_ patch: Patch, _ table: EditableTable) {
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

  private func change(_ row: Int, of table: inout EditableTable, _ patch: Patch) {
    switch patch.action {
    case .set(let fields):
      for field in fields {
        table.set(field.column, ofRow: row, to: field.value, by: field.place)
      }
    case .scale(let fields):
      for field in fields { calculate(field, row, of: &table) { $0 * $1 } }
    case .add(let fields):
      for field in fields { calculate(field, row, of: &table) { $0 + $1 } }
    case .delete:
      table.rows[row].isDeleted = true
      table.rows[row].place = patch.place
    case .insert: break
    }
  }

  private func calculate(
    _ field: Patch.Field, _ row: Int, of table: inout EditableTable,
    _ result: (Double, Double) -> Double
  ) {
    let cell = table.text(field.column, ofRow: row)
    let line = table.rows[row].line
    let spot = line > 0 ? "in line \(line) of \(table.file)" : "in a new row of \(table.file)"
    guard !cell.isEmpty else {
      refuse(
        field.place, "'\(field.column)' is empty \(spot): there is nothing to calculate with",
        "Write its default there, 'set' it, or narrow 'where'.")
      return
    }
    do throws(Refusal) {
      let operand = try NumberText.number(field.value)
      let old: Double
      do throws(Refusal) {
        old = try NumberText.number(cell)
      } catch {
        throw Refusal(
          cause: "'\(field.column)' \(spot): \(error.cause)", cure: "Choose a column of numbers.")
      }
      let new = result(old, operand)
      // A number that stays what it was keeps its spelling.
      if new != old {
        table.set(
          field.column, ofRow: row, to: NumberText.text(of: new, digits: 15), by: field.place)
      }
    } catch {
      refuse(field.place, error.cause, error.cure)
    }
  }

  private func refuse(_ place: Patch.Place, _ cause: String, _ cure: String) {
    let fault = Fault(
      file: place.file, line: place.line, column: place.column, cause: cause, cure: cure)
    // The same slip in many rows is one slip.
    if !log.faults.contains(fault) { log.add(fault) }
  }
}
