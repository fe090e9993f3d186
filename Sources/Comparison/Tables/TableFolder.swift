import Findings
import SupplyData
import SupplyPlan
import TextFiles

/// A folder of tidy tables, with a `README.md` that explains every column.
struct TableFolder {
  /// What the tables are of, for the head of the `README.md`.
  let title: String
  let tables: [Table]

  /// Writes the folder, which is made where it is missing; files of other names are let be.
  ///
  /// - Throws: what cannot be written.
  func write(to folder: String) throws(Faults) {
    var files = FileSet()
    for table in tables { files.add(table.csv, path: "\(table.name).csv") }
    files.add(readme, path: "README.md", isHead: true)
    try files.write(to: folder)
  }

  /// What the tables and their columns are.
  var readme: String {
    var text = """
      # \(title)

      Tables in UTF-8 by RFC 4180: commas, a header row, quotes where a cell needs them, a line feed behind each row. An
      empty cell says that there is no such figure. Numbers are unrounded. Shares go from 0 to 1; money is in the
      currency of the run's dataset, discounted over the horizon where nothing else is said. The variant `-` is the
      dataset as its files are.

      """
    for table in tables {
      text += """

        ## \(table.name).csv

        \(table.meaning) Rows: \(table.rows.count).

        | column | meaning |
        |---|---|

        """
      for column in table.columns {
        text += "| `\(column.name)` | \(column.meaning) |\n"
      }
    }
    return text
  }
}
