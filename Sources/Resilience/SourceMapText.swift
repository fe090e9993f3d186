import Wording
import Foundation
public import SupplyData

/// Where products come from, as a table for a terminal.
public struct SourceMapText: Sendable {
  private let record: SourceMapRecord
  private let dataset: Dataset

  /// - Parameters:
  ///   - record: what was found.
  ///   - dataset: the dataset it is for.
  public init(_ record: SourceMapRecord, dataset: Dataset) {
    self.record = record
    self.dataset = dataset
  }

  /// The lines: a row for each product and period.
  public var text: String {
    if record.entries.isEmpty { return "nothing is made in a normal year" }
    let titles =
      ["product", "period", "units a year", "HHI", "HHI sites", "from", "single source"]
      + (hasFailures ? ["nothing without"] : [])
    let rows = record.entries.map { entry in
      [
        Text.line(dataset.products.first { $0.id == entry.product }?.name ?? entry.product),
        entry.period,
        Text.rounded(entry.quantity), String(format: "%.2f", entry.concentrationByCountry),
        String(format: "%.2f", entry.concentrationByFacility),
        Self.first(
          entry.countries.map {
            String(format: "%@ %.0f %%", $0.country as NSString, $0.share * 100)
          }),
        entry.isSingleFacility
          ? "site \(entry.sources[0].facility)"
          : entry.isSingleCountry ? "country \(entry.countries[0].country)" : "",
      ] + (hasFailures ? [Self.first(entry.singlePointsOfFailure ?? [])] : [])
    }
    let widths = titles.indices.map { column in
      ([titles] + rows).map { $0[column].count }.max() ?? 0
    }
    return ([titles] + rows).map { row in
      row.enumerated().map { column, cell in
        (2...4).contains(column)
          ? cell.leftPadded(to: widths[column]) : cell.padded(to: widths[column])
      }.joined(separator: "  ").trimmedEnd
    }.joined(separator: "\n")
  }

  /// The first few; the files have all.
  private static func first(_ names: [String]) -> String {
    let more = names.count > mostNames ? " and \(names.count - mostNames + 1) more" : ""
    return names.prefix(more.isEmpty ? mostNames : mostNames - 1).joined(separator: ", ") + more
  }

  private static let mostNames = 3

  private var hasFailures: Bool {
    record.entries.contains { !($0.singlePointsOfFailure ?? []).isEmpty }
  }
}
