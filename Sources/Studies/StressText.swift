import Findings
import Foundation
public import SupplyData
import SupplyPlan

/// What a stress test found, as tables for a terminal.
public struct StressText: Sendable {
  private let result: StressStudy.Result
  private let dataset: Dataset
  private let showsAll: Bool

  /// - Parameters:
  ///   - result: what was found.
  ///   - dataset: the dataset it is for.
  ///   - showsAll: whether targets are listed that no network loses a sale by.
  public init(_ result: StressStudy.Result, dataset: Dataset, showsAll: Bool = false) {
    self.result = result
    self.dataset = dataset
    self.showsAll = showsAll
  }

  private var record: StressRecord { result.stress }

  /// The lines.
  public var text: String {
    var parts = [
      Text.line(record.dataset.name) + "\n" + record.networks.map(summary).joined(separator: "\n")
    ]
    if let reason = record.stopReason { parts.append("not all were tested: \(reason)") }
    parts += sections
    if let sources = result.sources {
      parts.append(
        "where the current network gets its goods (normal year)\n"
          + SourceMapText(sources, dataset: dataset).text)
    }
    return parts.joined(separator: "\n\n")
  }

  /// How many targets a network cannot do without.
  private func summary(_ network: StressRecord.Network) -> String {
    let results = record.results.filter { $0.network == network.name }
    let targets = Set(results.map(\.target)).count
    let costly = Set(results.filter(\.costsSales).map(\.target)).count
    let single = Set(results.filter(\.isSinglePointOfFailure).map(\.target)).count
    let worst = results.max { $0.salesLost < $1.salesLost }
    let most =
      worst.map {
        $0.salesLost > 0 ? ", at worst \(Text.percent($0.salesLost)) of a year's sales" : ""
      }
      ?? ""
    return network.name.padded(to: nameWidth)
      + "  \(targets) targets: \(costly) cost sales, \(single) are single points of failure\(most)"
      + usual(results)
  }

  /// Where not all demand is met with nothing out, nothing is survived, and every target is a weak link.
  private func usual(_ results: [StressRecord.Result]) -> String {
    let periods = results.filter { $0.usualSalesLost > 0 }.map(\.period)
    guard !periods.isEmpty else { return "" }
    let named = dataset.settings.periods.map(\.id).filter(Set(periods).contains)
    return "; in \(named.joined(separator: ", ")) sales are lost with nothing out"
  }

  private var nameWidth: Int { record.networks.map(\.name.count).max() ?? 0 }

  /// A table for each period: targets by what they cost the current network.
  private var sections: [String] {
    let periods = dataset.settings.periods.map(\.id)
    return periods.map { period in
      let title = periods.count > 1 ? "\(period): " : ""
      return title + "sales lost while out, as a share of a year's; weeks survived without a loss\n"
        + table(period)
    }
  }

  private func table(_ period: String) -> String {
    let found = Dictionary(
      record.results.filter { $0.period == period }.map { ([$0.network, $0.target], $0) },
      uniquingKeysWith: { first, _ in first })
    let rows = record.targets.map { target in
      (target, record.networks.map { found[[$0.name, target.target]] })
    }.filter { _, results in
      showsAll
        || results.contains { $0.map { $0.costsSales || $0.isSinglePointOfFailure } ?? false }
    }.sorted { left, right in
      let (first, second) = (Self.exposures(left.1), Self.exposures(right.1))
      return first == second
        ? left.0.target < right.0.target : second.lexicographicallyPrecedes(first)
    }
    if rows.isEmpty { return "  none of the targets costs a sale" }
    let head = ["target", "name", "weeks"] + record.networks.map(\.name)
    let cells = rows.map { target, results in
      [target.target, Text.line(target.name), String(format: "%.4g", target.weeks)]
        + results.map(Self.cell)
    }
    return Self.aligned([head] + cells, numbersFrom: 2)
  }

  private static func exposures(_ results: [StressRecord.Result?]) -> [Double] {
    results.map { $0?.salesLost ?? 0 }
  }

  /// `12.30 %  3.1 w !`, the mark standing for a single point of failure.
  private static func cell(_ result: StressRecord.Result?) -> String {
    guard let result else { return "not tested" }
    let survived = result.weeksToSurvive.map { String(format: "%.1f w", $0) } ?? "any"
    let mark = result.isSinglePointOfFailure ? " !" : result.isWeakLink ? " *" : "  "
    return Text.percent(result.salesLost) + survived.leftPadded(to: 9) + mark
  }

  static func aligned(_ rows: [[String]], numbersFrom first: Int) -> String {
    let widths =
      rows.first.map { head in
        head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
      } ?? []
    return rows.map { row in
      "  "
        + row.enumerated().map { column, cell in
          column >= first
            ? cell.leftPadded(to: widths[column]) : cell.padded(to: widths[column])
        }.joined(separator: "  ").trimmedEnd
    }.joined(separator: "\n")
      + "\n  * weak link: out for longer than survived   ! single point of failure"
  }
}
