import SupplyPlan
package import TextFiles

/// Writes the folder `figures`, a drawing for each figure.
package struct SVGReportWriter: ReportWriter {
  /// The folder's name.
  package static let folder = "figures"

  package func write(_ input: ReportInput, of source: String, to output: String) throws(Faults)
    -> [String]
  {
    let figures = try made(of: source) { try ReportFigures(input).files() }
    let folder = WholeFile.join(output, Self.folder)
    var files = FileSet()
    for figure in figures { files.add(figure.svg, path: figure.name) }
    try files.write(to: folder)
    return figures.map { WholeFile.join(folder, $0.name) }
  }
}
