import SupplyPlan
package import TextFiles

/// Writes `report.html`.
package struct HTMLReportWriter: ReportWriter {
  package func write(_ input: ReportInput, of source: String, to output: String) throws(Faults)
    -> [String]
  {
    let text = try made(of: source) { try HTMLReport(input).render() }
    try WholeFile.write(text, name: "report.html", folder: output)
    return [WholeFile.join(output, "report.html")]
  }
}
