package import Browser
package import TextFiles

/// What a report may be written as.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// One self-contained page.
  case html
  /// The page, printed by an installed Chromium.
  case pdf
  /// Every figure as a drawing of its own.
  case svg
  /// The answer, the numbers and the tables as text, with the drawings where these are asked for, too.
  case markdown
  /// A file for each table.
  case csv
  /// Sites and flows for geographic information systems.
  case geojson

  /// The file or folder that is written.
  ///
  /// - Parameter name: what a page is called, without its ending.
  package func output(_ name: String = "report") -> String {
    switch self {
    case .html: "\(name).html"
    case .pdf: "\(name).pdf"
    case .svg: SVGReportWriter.folder
    case .markdown: "\(name).md"
    case .csv: CSVReportWriter.folder
    case .geojson: GeoJSONReportWriter.name
    }
  }

  /// Who writes it, beside the other formats asked for.
  ///
  /// - Throws: a fault where something that it needs is not there.
  package func writer(paper: PaperSize, beside formats: [ReportFormat]) throws(Faults)
    -> any ReportWriter
  {
    switch self {
    case .html: HTMLReportWriter()
    case .pdf: try PDFReportWriter(paper: paper)
    case .svg: SVGReportWriter()
    case .markdown: MarkdownReportWriter(hasFigures: formats.contains(.svg))
    case .csv: CSVReportWriter()
    case .geojson: GeoJSONReportWriter()
    }
  }
}

/// Writes a report in one format.
package protocol ReportWriter {
  /// Writes the report of `input`, which was read from `source`, into the folder `output`, and returns the paths of the files.
  func write(_ input: ReportInput, of source: String, to output: String) throws(Faults) -> [String]
}

extension ReportWriter {
  /// What `make` makes of the report's parts, or the fault of parts that do not belong together.
  package func made<Result>(of source: String, _ make: () throws -> Result) throws(Faults) -> Result
  {
    do { return try make() } catch {
      throw Faults([
        Fault(file: source, cause: "no report can be made", cure: "\(error)")
      ])
    }
  }
}
