import FigureDrawing
import Findings
import SupplyData
import TextFiles
import Wording

/// What differs in what outputs read: the tables, with their rows, against the first of them.
struct InputSection {
  let outputs: [ComparedOutput]

  /// The section; `nil` where there is only one output.
  var section: Section? {
    guard let first = outputs.first, outputs.count > 1 else { return nil }
    let others = outputs.dropFirst().map { output in
      (output, changes: output.source.changes(since: first.source))
    }
    let files = Set(others.flatMap { $0.changes.map(\.file) }).sorted()
    guard !files.isEmpty else {
      return Section(title: "All use the same dataset")
    }
    let count = NumberFormat.count(
      files.count, "input table differs", "input tables differ", inWords: true)
    var section = Section(title: count.capitalizedFirst)
    section.sentences = ["Compared with \(first.name) row by row, in whatever order."]
    section.blocks = [
      .table(
        title: "Rows",
        Table(
          ["Table"] + outputs.map(\.name), names: outputs.count + 1,
          words: files.map { file in
            [file, Self.rows(of: file, in: first)]
              + others.map { output, changes in
                Self.cell(file, output, changes.filter { $0.file == file })
              }
          }), note: "Tables that are the same in all of them are left out.")
    ]
    if others.count == 1 {
      section.sentences.append(
        "− marks what only \(first.name) has, + what only \(outputs[1].name) has.")
      section.blocks += InputTables(changes: others[0].changes, hasTables: false).tables.map {
        .table(title: $0.title, $0.table, note: $0.note)
      }
    }
    return section
  }

  private static func cell(
    _ file: String, _ output: ComparedOutput, _ changes: [PatchedDataset.Change]
  ) -> String {
    let kinds = [
      ("changed", changes.count { $0.old != nil && $0.new != nil }),
      ("added", changes.count { $0.old == nil }), ("removed", changes.count { $0.new == nil }),
    ].filter { $0.1 > 0 }.map { "\(NumberFormat.whole(Double($0.1))) \($0.0)" }
    return ([rows(of: file, in: output)] + (kinds.isEmpty ? ["the same"] : kinds))
      .joined(separator: ", ")
  }

  private static func rows(of file: String, in output: ComparedOutput) -> String {
    guard let bytes = output.source.files[file] else { return "no table" }
    guard file.hasSuffix(".csv") else { return "settings" }
    return NumberFormat.count(records(in: bytes), "row", "rows")
  }

  /// The records of a table below its header, empty lines left out.
  static func records(in bytes: [UInt8]) -> Int {
    var count = 0
    var isQuoted = false
    var isEmpty = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""):
        isQuoted.toggle()
        isEmpty = false
      case UInt8(ascii: "\n") where !isQuoted:
        if !isEmpty { count += 1 }
        isEmpty = true
      case UInt8(ascii: "\r"), UInt8(ascii: " "): break
      default: isEmpty = false
      }
    }
    if !isEmpty { count += 1 }
    return max(0, count - 1)
  }
}
