import FigureDrawing

extension Document {
  /// The document in lines for a terminal.
  var text: String {
    var lines = [title, question, finding + "."] + opening
    for section in sections {
      lines += ["", section.title, String(repeating: "=", count: section.title.count)]
      lines += section.sentences
      for block in section.blocks {
        switch block {
        case .table(let title, let table, let note):
          lines += ["", title] + Self.lines(table) + (note.isEmpty ? [] : [note])
        case .figure(let figure, let isInText):
          if isInText { lines += ["", figure.title] + Self.lines(figure.table) }
        }
      }
    }
    return Self.plain(lines.joined(separator: "\n"))
  }

  private static func lines(_ table: FigureTable) -> [String] {
    table.rows.isEmpty ? [] : [table.text]
  }

  /// Without signs that a terminal, or what reads its text, may take amiss.
  private static func plain(_ text: String) -> String {
    text.replacing(NumberFormat.space, with: " ").replacing("−", with: "-")
  }
}
