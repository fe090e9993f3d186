import Browser
import Report
import SupplyData

/// What a report may be written as.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// One self-contained page.
  case html
  /// The page, printed by an installed Chromium.
  case pdf
  /// Every figure as a drawing of its own.
  case svg

  /// Who writes it.
  ///
  /// - Throws: a fault where something that it needs is not there.
  func writer(paper: PaperSize) throws(Faults) -> any ReportWriter {
    switch self {
    case .html: HTMLReportWriter()
    case .pdf: try PDFReportWriter(paper: paper)
    case .svg: SVGReportWriter()
    }
  }
}

/// Writes a report in one format.
protocol ReportWriter {
  /// Writes the report of `input`, which was read from `source`, into the folder `output`, and returns the paths of the files.
  func write(_ input: ReportInput, of source: String, to output: String) throws(Faults) -> [String]
}

extension ReportWriter {
  /// What `make` makes of the report's parts, or the fault of parts that do not belong together.
  func made<Result>(of source: String, _ make: () throws -> Result) throws(Faults) -> Result {
    do { return try make() } catch {
      throw Faults([
        Fault(file: source, cause: "no report can be made", cure: "\(error)")
      ])
    }
  }
}
