import SupplyPlan
package import TextFiles

/// Writes the folder `tables`, a file for each table.
package struct CSVReportWriter: ReportWriter {
  /// The folder's name.
  package static let folder = "tables"

  package func write(_ input: ReportInput, of source: String, to output: String) throws(Faults)
    -> [String]
  {
    let tables = try made(of: source) { try ReportTables(input).files() }
    let folder = WholeFile.join(output, Self.folder)
    var files = FileSet()
    for table in tables { files.add(table.text, path: table.name) }
    try files.write(to: folder)
    return tables.map { WholeFile.join(folder, $0.name) }
  }
}
