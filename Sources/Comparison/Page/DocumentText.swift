import FigureDrawing
import Wording
import Findings

extension Document {
  /// The document in lines for a terminal.
  var text: String {
    var lines = ([title, question, finding + "."] + opening).map(Self.inert)
    for section in sections {
      lines += ["", Self.inert(section.title), String(repeating: "=", count: section.title.count)]
      lines += section.sentences.map(Self.inert)
      for block in section.blocks {
        switch block {
        case .table(let title, let table, let note):
          lines += ["", Self.inert(title)] + Self.lines(table)
          if !note.isEmpty { lines.append(Self.inert(note)) }
        case .figure(let figure, let isInText):
          if isInText { lines += ["", Self.inert(figure.title)] + Self.lines(figure.table) }
        }
      }
    }
    return Self.plain(lines.joined(separator: "\n"))
  }

  private static func lines(_ table: Table) -> [String] {
    table.rows.isEmpty ? [] : [table.text(inert: inert)]
  }

  /// Without control characters: a name of several lines would break the table, one with an escape the terminal.
  private static func inert(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          scalar.properties.generalCategory == .control ? " " : scalar
        }))
  }

  /// Without signs that a terminal, or what reads its text, may take amiss.
  private static func plain(_ text: String) -> String {
    text.replacing(NumberFormat.space, with: " ").replacing("−", with: "-")
  }
}
