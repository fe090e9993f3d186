import SupplyPlan
package import TextFiles

/// Writes `report.md`.
package struct MarkdownReportWriter: ReportWriter {
  /// Whether the figures' drawings are written beside it.
  package let hasFigures: Bool

  package func write(_ input: ReportInput, of source: String, to output: String) throws(Faults)
    -> [String]
  {
    let text = try made(of: source) {
      try MarkdownReport(input, figures: hasFigures ? SVGReportWriter.folder : nil).render()
    }
    try WholeFile.write(text, name: "report.md", folder: output)
    return [WholeFile.join(output, "report.md")]
  }
}
