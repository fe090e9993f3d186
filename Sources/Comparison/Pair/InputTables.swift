import FigureDrawing
import Findings
import SupplyData

/// The rows of the input that differ, as tables for a reader: `−` before the old row, `+` before the new one.
struct InputTables {
  let changes: [PatchedDataset.Change]
  /// Whether all rows can be had as tables for other programs.
  var hasTables = true

  /// The most rows shown of a table.
  static let mostRows = 60

  /// A table for each file.
  var tables: [(title: String, table: Table, note: String)] {
    var files: [String] = []
    for change in changes where files.last != change.file { files.append(change.file) }
    return files.map { file in
      let changes = changes.filter { $0.file == file }
      let shown = Array(changes.prefix(Self.mostRows))
      let note =
        changes.count > shown.count
        ? hasTables
          ? "\(changes.count - shown.count) more rows differ; --csv and --json have all of them."
          : "\(changes.count - shown.count) more rows differ." : ""
      return (file, file == "plan.yaml" ? settings(shown) : rows(shown), note)
    }
  }

  /// Settings are one row of many columns, so those that differ are shown below one another.
  private func settings(_ changes: [PatchedDataset.Change]) -> Table {
    Table(
      ["Setting", "−", "+"], names: 3,
      words: changes.flatMap { change in
        change.columns.enumerated().compactMap { index, column in
          let (old, new) = (change.old?[index] ?? "", change.new?[index] ?? "")
          return old == new ? nil : [column, old, new]
        }
      })
  }

  /// The rows without the columns that are empty in all of them.
  private func rows(_ changes: [PatchedDataset.Change]) -> Table {
    let columns = changes.first?.columns ?? []
    let shown = columns.indices.filter { index in
      changes.contains { !($0.old?[index] ?? "").isEmpty || !($0.new?[index] ?? "").isEmpty }
    }
    let rows = changes.flatMap { change in
      [("−", change.old), ("+", change.new)].compactMap { sign, cells in
        cells.map { cells in [sign] + shown.map { cells[$0] } }
      }
    }
    return Table([""] + shown.map { columns[$0] }, names: shown.count + 1, words: rows)
  }
}
