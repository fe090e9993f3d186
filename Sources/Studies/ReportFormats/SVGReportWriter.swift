import Report
import SupplyData
import SupplyPlan

/// Writes the folder `figures`, a drawing for each figure.
struct SVGReportWriter: ReportWriter {
  func write(_ input: ReportInput, of source: String, to output: String) throws(Faults) -> [String]
  {
    let figures = try made(of: source) { try ReportFigures(input).files() }
    let folder = WholeFile.join(output, "figures")
    for figure in figures { try WholeFile.write(figure.svg, name: figure.name, folder: folder) }
    return figures.map { WholeFile.join(folder, $0.name) }
  }
}
