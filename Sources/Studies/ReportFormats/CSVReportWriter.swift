import Report
import SupplyData
import SupplyPlan

/// Writes the folder `tables`, a file for each table.
struct CSVReportWriter: ReportWriter {
  func write(_ input: ReportInput, of source: String, to output: String) throws(Faults) -> [String]
  {
    let tables = try made(of: source) { try ReportTables(input).files() }
    let folder = WholeFile.join(output, "tables")
    for table in tables { try WholeFile.write(table.text, name: table.name, folder: folder) }
    return tables.map { WholeFile.join(folder, $0.name) }
  }
}
