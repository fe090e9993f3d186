import SupplyPlan
package import TextFiles

/// Writes `network.geojson`.
package struct GeoJSONReportWriter: ReportWriter {
  /// The file's name.
  package static let name = "network.geojson"

  package func write(_ input: ReportInput, of source: String, to output: String) throws(Faults)
    -> [String]
  {
    guard let text = try made(of: source, { try NetworkGeoJSON(input).text() }) else {
      throw Faults([
        Fault(
          file: source, cause: "there is no plan, so there is no network to draw",
          cure: "Leave geojson out of --format.")
      ])
    }
    try WholeFile.write(text, name: Self.name, folder: output)
    return [WholeFile.join(output, Self.name)]
  }
}
