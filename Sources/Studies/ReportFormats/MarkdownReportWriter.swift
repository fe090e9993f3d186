import Report
import SupplyData
import SupplyPlan
import TextFiles

/// Writes `report.md`.
struct MarkdownReportWriter: ReportWriter {
  /// Whether the figures' drawings are written beside it.
  let hasFigures: Bool

  func write(_ input: ReportInput, of source: String, to output: String) throws(Faults) -> [String]
  {
    let text = try made(of: source) {
      try MarkdownReport(input, figures: hasFigures ? SVGReportWriter.folder : nil).render()
    }
    try WholeFile.write(text, name: "report.md", folder: output)
    return [WholeFile.join(output, "report.md")]
  }
}
