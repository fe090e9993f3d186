import TextFiles

/// A dataset in the making: settings, and tables as rows of text.
///
/// What makes datasets from something else fills one of these; numbers become text by
/// ``number(_:)``, and names need no care: the files quote what has to be quoted.
///
/// ```swift
/// var draft = DatasetDraft(title: "Two sites")
/// draft.settings = ["discount_rate: 0", "periods: [{id: year-1, years: 1}]"]
/// draft.table("modes", ["mode", "cost_per_t_km", "speed_km_per_day"]) { modes in
///   modes.append(["road", "0", "600"])
/// }
/// let files = draft.files
/// ```
public struct DatasetDraft: Sendable, Equatable {
  /// A table of the dataset.
  public struct Table: Sendable, Equatable {
    /// Its name, without `.csv`.
    public let name: String
    /// Its columns.
    public let columns: [String]
    /// Its rows: a cell for each column; cells after the last that is given are empty.
    public var rows: [[String]] = []

    /// Adds a row.
    public mutating func append(_ cells: [String]) { rows.append(cells) }
  }

  /// The `name` of `plan.yaml`: any text of one line.
  public var title: String
  /// The lines of `plan.yaml` after the name, as YAML; texts of a user go through ``YAMLScalar``.
  public var settings: [String] = []
  /// Other files, such as a README; their paths may lead into folders below.
  public var others: [DatasetFile] = []
  /// The tables, in the order in which they were first asked for.
  public private(set) var tables: [Table] = []

  /// An empty draft.
  public init(title: String) { self.title = title }

  /// A number as the tables write it: the shortest text that is read as the same number.
  public static func number(_ number: Double) -> String { NumberText.text(number) }

  /// Makes the table `name` with these columns where it does not exist yet, and hands it to `fill`.
  public mutating func table(_ name: String, _ columns: [String], fill: (inout Table) -> Void) {
    if let place = tables.firstIndex(where: { $0.name == name }) {
      fill(&tables[place])
    } else {
      var table = Table(name: name, columns: columns)
      fill(&table)
      tables.append(table)
    }
  }

  /// The files: `plan.yaml`, the tables, and the others.
  public var files: [DatasetFile] {
    let yaml = ["name: \(YAMLScalar.quoted(title))"] + settings
    return [DatasetFile(path: "plan.yaml", text: yaml.joined(separator: "\n") + "\n")]
      + tables.map { DatasetFile(path: "\($0.name).csv", text: Self.text(of: $0)) } + others
  }

  private static func text(of table: Table) -> String {
    var text = TableText(columns: table.columns, rows: table.rows.count)
    for row in table.rows {
      for cell in row { text.add(cell) }
      for _ in table.columns.dropFirst(row.count) { text.add("") }
      text.endRow()
    }
    return text.text
  }
}
