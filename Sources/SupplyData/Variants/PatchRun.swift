import TextFiles

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
      change(rows, of: &table, patch)
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
        patch.place, "\(SettingsReader.file) cannot be patched because it cannot be read",
        "Run `check` without the variant and fix what it reports.")
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
      patch.place, "\(schema.file) cannot be patched because it is malformed",
      "Run `check` without the variant and fix what it reports.")
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
        refuse(patch.place, "'settings' has no rows to choose from", "Leave out 'where'.")
      }
      switch patch.action {
      case .insert, .delete:
        isSound = false
        refuse(patch.place, "'settings' has no rows", "Use 'set', 'scale' or 'add'.")
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

  /// Who belongs where, by the rows as they are now.
  func placeIndex() -> PlaceIndex {
    if let places { return places }
    let index = PlaceIndex { raw($0) }
    places = index
    return index
  }

  // MARK: Changes

  private func change(_ rows: [Int], of table: inout EditableTable, _ patch: Patch) {
    switch patch.action {
    case .set(let fields):
      for field in fields {
        for row in rows {
          table.set(field.column, ofRow: row, to: field.value, by: field.place)
        }
      }
    case .scale(let fields):
      // Of a number, 90% is the same in every column.
      for field in fields {
        calculate(field, rows, of: &table, patch.table, isShare: true) { $0 * $1 }
      }
    case .add(let fields):
      for field in fields {
        let isShare = rows.allSatisfy { takesPercent(field.column, $0, table, patch.table) }
        calculate(field, rows, of: &table, patch.table, isShare: isShare) { $0 + $1 }
      }
    case .delete:
      for row in rows {
        table.rows[row].isDeleted = true
        table.rows[row].place = patch.place
      }
    case .insert: break
    }
  }

  private func calculate(
    _ field: Patch.Field, _ rows: [Int], of table: inout EditableTable, _ name: String,
    isShare: Bool, _ result: (Double, Double) -> Double
  ) {
    let operand: Double
    do throws(Refusal) {
      operand = try NumberText.number(field.value, percent: isShare)
    } catch {
      refuse(field.place, error.cause, error.cure)
      return
    }
    // The same slip in many rows is one slip: the first row stands for all.
    var wrong: (row: Int, refusal: Refusal)?
    var count = 0
    for row in rows {
      do throws(Refusal) {
        let old = try number(field.column, row, table, name)
        let new = result(old, operand)
        // A number that stays what it was keeps its spelling.
        if new != old {
          let text = NumberText.text(of: new, digits: 15)
          table.set(field.column, ofRow: row, to: text, by: field.place)
        }
      } catch {
        count += 1
        if wrong == nil { wrong = (row, error) }
      }
    }
    guard let (row, refusal) = wrong else { return }
    let line = table.rows[row].line
    let others = count == 1 ? "" : " and \(count - 1) more"
    let place = line > 0 ? "line \(line) of \(table.file)" : "a new row of \(table.file)"
    refuse(
      field.place, "'\(field.column)' in \(place)\(others): \(refusal.cause)", refusal.cure)
  }

  /// Whether a cell may be written as a percentage.
  private func takesPercent(_ column: String, _ row: Int, _ table: EditableTable, _ name: String)
    -> Bool
  {
    TableSchema.takesPercent(column, of: name, kind: table.text("kind", ofRow: row))
  }

  private func number(_ column: String, _ row: Int, _ table: EditableTable, _ name: String)
    throws(Refusal) -> Double
  {
    let cell = table.text(column, ofRow: row)
    guard !cell.isEmpty else {
      throw Refusal(
        cause: "the cell is empty, so there is no value to change",
        cure: "'set' it, or narrow 'where'.")
    }
    do throws(Refusal) {
      return try NumberText.number(cell, percent: takesPercent(column, row, table, name))
    } catch {
      throw Refusal(cause: error.cause, cure: "Choose a column of numbers, or narrow 'where'.")
    }
  }

  /// Reports what is wrong with a patch.
  func refuse(_ place: Patch.Place, _ cause: String, _ cure: String) {
    log.add(
      Fault(file: place.file, line: place.line, column: place.column, cause: cause, cure: cure))
  }
}
