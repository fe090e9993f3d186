import TextFiles
import Yams

/// `plan.yaml` as a table of one row, so that it is patched as any other.
enum SettingsTable {
  /// The columns; a point goes into `risk`.
  static let columns = [
    "name", "currency", "discount_rate", "holding_rate", "carbon_price", "home", "risk.measure",
    "risk.level", "service_level",
  ]

  /// The settings as a row; what is absent is empty. `nil` where the file cannot be read.
  static func read(_ bytes: [UInt8]) -> EditableTable? {
    guard let root = root(bytes) else { return nil }
    let cells = columns.map { column in
      var node: Node? = root
      for key in column.split(separator: ".") { node = node?.mapping?[String(key)] }
      guard let node, !YamlNode.isEmpty(node) else { return "" }
      return node.scalar?.string ?? ""
    }
    return EditableTable(
      file: SettingsReader.file, known: columns, columns: columns, cells: cells)
  }

  /// The settings as a row with the periods, which no patch can change.
  static func whole(_ bytes: [UInt8]) -> EditableTable? {
    guard let table = read(bytes), let row = table.rows.first else { return nil }
    let periods = root(bytes)?.mapping?["periods"].flatMap {
      try? Yams.serialize(node: $0, width: -1)
    }
    let text = (periods ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
    return EditableTable(
      file: SettingsReader.file, known: columns + ["periods"], columns: columns + ["periods"],
      cells: row.cells + [text])
  }

  /// The file with the cells of `table` that have been changed, and for each line the patch that it
  /// comes from.
  static func written(_ table: EditableTable, over bytes: [UInt8]) -> (
    bytes: [UInt8], originalLine: [Int: Int]
  ) {
    guard let row = table.rows.first, table.isChanged, var mapping = root(bytes)?.mapping else {
      return (bytes, [:])
    }
    var lines: [String: Int] = [:]
    for (key, _) in mapping { if let text = key.scalar?.string { lines[text] = key.mark?.line } }
    for (index, column) in columns.enumerated() where row.original?[index] != row.cells[index] {
      set(row.cells[index], at: column.split(separator: ".").map(String.init), in: &mapping)
      // A key that a patch has changed has no line of its own any more.
      lines[String(column.split(separator: ".")[0])] = nil
    }
    guard let text = try? Yams.serialize(node: .mapping(mapping)) else { return (bytes, [:]) }
    var originalLine: [Int: Int] = [:]
    var key = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let first = line.first, first != " ", first != "-" {
        key = String(line.prefix { $0 != ":" })
      }
      originalLine[index + 1] = lines[key]
    }
    return (Array(text.utf8), originalLine)
  }

  private static func set(_ text: String, at path: [String], in mapping: inout Node.Mapping) {
    let key = Node(path[0])
    if path.count == 1 {
      mapping[key] = text.isEmpty ? nil : Node(text)
    } else {
      var inner = mapping[key]?.mapping ?? Node.Mapping([])
      set(text, at: Array(path.dropFirst()), in: &inner)
      mapping[key] = .mapping(inner)
    }
  }

  private static func root(_ bytes: [UInt8]) -> Node? {
    YamlFile(name: SettingsReader.file, bytes: bytes, log: FaultLog()).root()?.node
  }
}
