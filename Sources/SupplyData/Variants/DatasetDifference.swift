extension DatasetSource {
  /// The rows that differ from those of another dataset's files, by file; rows that are only here come last in each.
  ///
  /// Rows are matched by what they say, whatever their order, and those that are left by what names them: a tariff by
  /// layer, places and product. Of `plan.yaml` the settings that differ are told, and its periods.
  public func changes(since old: DatasetSource) -> [PatchedDataset.Change] {
    Set(files.keys).union(old.files.keys).sorted().flatMap { file in
      files[file] == old.files[file]
        ? [] : RowMatching(file: file, old: old.files[file], new: files[file]).changes
    }
  }
}

/// The rows of a table in two datasets, matched.
struct RowMatching {
  /// A row, and the line that it begins in.
  private struct Row {
    let cells: [String]
    let line: Int
  }

  private let file: String
  private let columns: [String]
  private let old: [Row]
  private let new: [Row]

  init(file: String, old: [UInt8]?, new: [UInt8]?) {
    let (before, after) = (Self.table(file, old), Self.table(file, new))
    self.file = file
    columns = before.columns + after.columns.filter { !before.columns.contains($0) }
    self.old = Self.rows(of: before, as: columns)
    self.new = Self.rows(of: after, as: columns)
  }

  private static func rows(of table: EditableTable, as columns: [String]) -> [Row] {
    table.rows.indices.map { index in
      Row(
        cells: columns.map { table.text($0, ofRow: index) }, line: table.rows[index].line)
    }
  }

  /// A file as a table; one that cannot be read as such is a table of its lines.
  private static func table(_ file: String, _ bytes: [UInt8]?) -> EditableTable {
    guard let bytes else { return EditableTable(file: file, known: []) }
    if file == SettingsReader.file, let table = SettingsTable.whole(bytes) { return table }
    if let schema = TableSchema.all.first(where: { $0.file == file }),
      let table = EditableTable(schema: schema, bytes: bytes)
    {
      return table
    }
    var table = EditableTable(file: file, known: ["line"], columns: ["line"])
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let place = Patch.Place(file: file)
      table.insert([Patch.Field(column: "line", value: String(line), place: place)], by: place)
    }
    return table
  }

  /// The rows that differ.
  var changes: [PatchedDataset.Change] {
    // Taken from the end, so that the first comes first.
    var same = Dictionary(grouping: new.indices.reversed(), by: { new[$0].cells })
    let left = old.indices.filter { same[old[$0].cells]?.popLast() == nil }
    var named = Dictionary(
      grouping: same.values.joined().sorted(by: >), by: { name(of: new[$0]) })
    var result = left.map { index in
      let row = old[index]
      let partner = named[name(of: row)]?.popLast()
      return PatchedDataset.Change(
        file: file, line: row.line, columns: columns, old: row.cells,
        new: partner.map { new[$0].cells })
    }
    result += named.values.joined().sorted().map {
      PatchedDataset.Change(file: file, line: 0, columns: columns, old: nil, new: new[$0].cells)
    }
    return result
  }

  /// What names the row: its key, or all of it where the table has none. `plan.yaml` is one row, whatever it says.
  private func name(of row: Row) -> [String] {
    if file == SettingsReader.file { return [] }
    let key = Self.keys[file] ?? columns
    return columns.indices.filter { key.contains(columns[$0]) }.map { row.cells[$0] }
  }

  /// What names a row, by table.
  static let keys: [String: [String]] = [
    "countries": ["country"], "groups": ["group", "country"], "products": ["product"],
    "bills_of_materials": ["product", "component"], "facilities": ["facility"],
    "capacity": ["facility", "module"], "production": ["facility", "product"],
    "customers": ["customer"], "demand": ["customer", "product", "period"], "modes": ["mode"],
    "lanes": ["origin", "destination", "mode", "product"],
    "tariffs": ["layer", "origin", "destination", "product", "period", "claim"],
    "incentives": ["incentive", "facility"], "buffers": ["location", "product"],
    "scenarios": ["scenario"],
    "disruptions": ["scenario", "effect", "origin", "destination", "mode", "product"],
    "constraints": ["constraint", "kind", "origin", "destination", "product", "period"],
    "recovery": ["target"], "escalation": ["cost", "facility", "period"],
    "handling": ["facility", "product"], "contracts": ["contract"],
    "clusters": ["cluster", "at_least"], "rules_of_origin": ["agreement", "product"],
    "drawback": ["country", "component"], "quotas": ["quota"],
    "returns": ["customer", "product", "returned"], "coproducts": ["product", "coproduct"],
  ].reduce(into: [:]) { $0["\($1.key).csv"] = $1.value }
}
