import Wording

/// The account of an import, for a terminal and as a file.
public struct ImportText: Sendable {
  private let record: ImportRecord

  /// - Parameter record: what became of the model.
  public init(_ record: ImportRecord) { self.record = record }

  private static let titles: [(ImportRecord.Entry.Kind, String)] = [
    (.leftOut, "Left out: no counterpart"), (.approximated, "Approximated"),
    (.assumed, "Missing, and assumed"),
  ]

  /// The lines.
  public var text: String {
    let rows = record.tablesRead.map(\.rows).reduce(0, +)
    let excluded = record.tablesRead.map(\.excluded).reduce(0, +)
    var lines = [
      record.title,
      "\(Self.count(record.tablesRead.count, "table")), \(Self.count(rows, "row")), "
        + "\(excluded) of them excluded",
    ]
    for (kind, title) in Self.titles {
      let entries = record.entries.filter { $0.kind == kind }
      guard !entries.isEmpty else { continue }
      lines += ["", "\(title)"]
      let places = entries.map { $0.table + ($0.column.map { ".\($0)" } ?? "") }
      let width = places.map(\.count).max() ?? 0
      for (place, entry) in zip(places, entries) {
        let rows = entry.rows == 0 ? "" : Self.count(entry.rows, "row")
        lines.append(
          "  \(place.padded(to: width))  \(rows.leftPadded(to: 10))  \(entry.reason)".trimmedEnd)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The same as Markdown, to lie beside the tables.
  public var markdown: String {
    var lines = [
      "# Import of \(Self.cell(record.title))", "",
      "How the tables of an Anura model were converted to this dataset.", "",
      "## Read", "", "| table | rows | excluded |", "|---|---|---|",
    ]
    lines += record.tablesRead.map { "| \(Self.cell($0.table)) | \($0.rows) | \($0.excluded) |" }
    for (kind, title) in Self.titles {
      let entries = record.entries.filter { $0.kind == kind }
      lines += ["", "## \(title)", ""]
      guard !entries.isEmpty else {
        lines.append("Nothing.")
        continue
      }
      lines += ["| table | column | rows | why |", "|---|---|---|---|"]
      lines += entries.map { entry in
        "| \(Self.cell(entry.table)) | \(Self.cell(entry.column ?? "(rows)")) "
          + "| \(entry.rows == 0 ? "" : "\(entry.rows)") | \(Self.cell(entry.reason)) |"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// Text in a cell of a table: nothing in it is taken for Markdown or HTML.
  private static func cell(_ text: String) -> String {
    var shown = ""
    for character in text {
      switch character {
      case "<": shown += "&lt;"
      case "&": shown += "&amp;"
      case "|", "*", "_", "`", "[", "]", "\\", "#": shown += "\\\(character)"
      case _ where character.isNewline: shown += " "
      default: shown.append(character)
      }
    }
    return shown
  }
}
