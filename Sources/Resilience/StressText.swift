import Wording
import Foundation
public import SupplyData
import SupplyPlan

/// What a stress test found, as tables for a terminal.
public struct StressText: Sendable {
  private let record: StressRecord
  private let sources: SourceMapRecord?
  private let plan: String
  private let dataset: Dataset
  private let showsAll: Bool

  /// - Parameters:
  ///   - record: what was found.
  ///   - sources: where the current network gets its goods; `nil` where it cannot be run.
  ///   - plan: the folder of the plans.
  ///   - dataset: the dataset it is for.
  ///   - showsAll: whether targets are listed that no network loses a sale by.
  public init(
    _ record: StressRecord, sources: SourceMapRecord?, plan: String, dataset: Dataset,
    showsAll: Bool = false
  ) {
    self.record = record
    self.sources = sources
    self.plan = plan
    self.dataset = dataset
    self.showsAll = showsAll
  }

  /// The lines.
  public var text: String {
    var parts = [
      Text.line(record.dataset.name) + "\n" + record.networks.map(summary).joined(separator: "\n")
    ]
    if let open = Self.openCells(record, plan: plan) { parts.append(open) }
    parts += sections
    if let sources {
      parts.append(
        "where today's network gets its goods in a normal year\n"
          + SourceMapText(sources, dataset: dataset).text)
    }
    return parts.joined(separator: "\n\n")
  }

  /// Which cells have no answer, the first of them by name, why, and what to do; `nil` where there is none.
  public static func openCells(_ record: StressRecord, plan: String) -> String? {
    let open = record.openCells
    guard let first = open.first else { return nil }
    let periods = Set(record.results.map(\.period)).union(open.map(\.period)).count
    let all = record.networks.count * record.targets.count * periods
    let names = open.prefix(mostNames).map { cell in
      "  \(cell.network), \(cell.target), \(cell.period): \(cell.reason)"
    }
    let more = open.count > names.count ? ["  and \(open.count - names.count) more"] : []
    let command = "shorewise stress \(ShellWord.path(plan))"
    let cure =
      open.contains { $0.reason != StressRecord.OpenCell.onlyBounds }
      ? "Test them with more time: `\(command)`, with --target for some of them."
      : "What is at least or at most so is marked in the table. "
        + "One by one: `\(command) --target '\(first.target)'`."
    return
      ([
        "warning: \(open.count) of \(all) cells have no answer"
          + (record.stopReason.map { " (\($0))" } ?? "")
      ] + names + more + [cure]).joined(separator: "\n")
  }

  private static let mostNames = 5

  /// How many targets a network cannot do without.
  private func summary(_ network: StressRecord.Network) -> String {
    let results = record.results.filter { $0.network == network.name }
    let targets = Set(results.map(\.target)).count
    let costly = Set(results.filter(\.costsSales).map(\.target)).count
    let single = Set(results.filter(\.isSinglePointOfFailure).map(\.target)).count
    let worst = results.max { $0.salesLost < $1.salesLost }
    let side =
      results.contains { $0.bounds?.salesLost == .atLeast } ? .atLeast : worst?.bounds?.salesLost
    let most =
      worst.map {
        $0.salesLost > 0
          ? ", \(side == nil ? "up to " : Self.words(side))\(Text.percent($0.salesLost)) of a year's"
          : ""
      }
      ?? ""
    let points = plural(
      single, one: "1 single point of failure",
      many: "\(single == 0 ? "no" : "\(single)") single points of failure")
    let count =
      costly == 0
      ? "none of \(targets) outages costs"
      : "\(costly) of \(targets) outages \(plural(costly, one: "costs", many: "cost"))"
    return network.name.padded(to: nameWidth)
      + "  \(count) sales\(most); "
      + points + usual(results)
  }

  /// Where not all demand is met with nothing out, nothing is survived, and every target is a weak link.
  private func usual(_ results: [StressRecord.Result]) -> String {
    let periods = results.filter { $0.usualSalesLost > 0 }.map(\.period)
    guard !periods.isEmpty else { return "" }
    let named = dataset.settings.periods.map(\.id).filter(Set(periods).contains)
    return "; in \(named.listed()) it cannot meet all demand even without a disruption"
  }

  private var nameWidth: Int { record.networks.map(\.name.count).max() ?? 0 }

  /// A table for each period: targets by what they cost the current network.
  private var sections: [String] {
    let periods = dataset.settings.periods.map(\.id)
    return periods.map { period in
      let title = periods.count > 1 ? "\(period): " : ""
      return title
        + "share of a year's sales lost in an outage, and weeks survived before the first loss\n"
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
    if rows.isEmpty { return "  no outage costs a sale" }
    let networks = record.networks.indices.map { place in
      [record.networks[place].name] + rows.map { Self.cell($0.1[place]) }
    }
    let targets = ["target"] + rows.map(\.0.target)
    let names = ["name"] + rows.map { Text.line($0.0.name) }
    let weeks = ["weeks"] + rows.map { String(format: "%.4g", $0.0.weeks) }
    // Networks side by side tell more than names do.
    let isWide = Text.tableWidth([targets, names, weeks] + networks, indent: 2) > Text.width
    let lines = Text.table(
      first: isWide ? [targets, weeks] : [targets, names, weeks], others: networks, indent: 2)
    return lines.joined(separator: "\n")
      + "\n  * weak link: the outage lasts longer than the network survives   ! single point of failure"
  }

  private static func exposures(_ results: [StressRecord.Result?]) -> [Double] {
    results.map { $0?.salesLost ?? 0 }
  }

  /// `12.30 %  3.1 w !`, the mark standing for a single point of failure.
  private static func cell(_ result: StressRecord.Result?) -> String {
    guard let result else { return "not tested" }
    let survived =
      words(result.bounds?.weeksToSurvive)
      + (result.weeksToSurvive.map { String(format: "%.1f w", $0) } ?? "any")
    let mark = result.isSinglePointOfFailure ? " !" : result.isWeakLink ? " *" : "  "
    return words(result.bounds?.salesLost) + Text.percent(result.salesLost)
      + (result.bounds?.weeksToSurvive == nil ? survived.leftPadded(to: 9) : "  " + survived) + mark
  }

  /// What stands before a figure that is only a bound.
  private static func words(_ side: StressRecord.Side?) -> String {
    switch side {
    case .atLeast: "at least "
    case .atMost: "at most "
    case nil: ""
    }
  }
}
