import Findings
import Wording
import Foundation
public import SupplyData
import SupplyPlan

/// Alternatives as tables for a terminal.
public struct AlternativesText: Sendable {
  private let record: AlternativesRecord
  private let dataset: Dataset

  /// - Parameters:
  ///   - record: what the search found.
  ///   - dataset: the dataset it is for.
  public init(_ record: AlternativesRecord, dataset: Dataset) {
    self.record = record
    self.dataset = dataset
  }

  /// The lines.
  public var text: String {
    guard let leastCost = record.leastCost, let limit = record.limit else {
      return Text.line(record.dataset.name)
        + (record.isInfeasible
          ? "\nno plan exists: decisions, policy constraints and cap contradict one another (proven)"
          : "\nno plan found: \(record.stopReason ?? "")")
    }
    let currency = Text.line(dataset.settings.currency)
    var lines = [
      Text.line(record.dataset.name),
      "least cost  \(Text.number(leastCost)) \(currency), proven bound "
        + Text.number(record.bound ?? 0),
      "within \(share)  up to \(Text.number(limit)) \(currency)", "",
    ]
    lines += plans(leastCost) + [""] + facilities
    if let reason = record.stopReason { lines += ["", "incomplete: \(reason)"] }
    lines += ["", "\(record.solve.solves) solves, \(Text.number(seconds)) s"]
    return lines.joined(separator: "\n")
  }

  private var seconds: Double { (record.solve.seconds * 10).rounded() / 10 }

  private var share: String { "\(Text.number(record.within * 100)) %" }

  private var pair: String { record.periods == 1 ? "sites" : "site-periods" }

  private func plans(_ leastCost: Double) -> [String] {
    var lines = [
      "plan" + "cost".leftPadded(to: 18) + "over least".leftPadded(to: 12)
        + "sales at risk".leftPadded(to: 15) + "differs in".leftPadded(to: 12)
        + "proven most".leftPadded(to: 13)
    ]
    for entry in record.plans {
      let over = leastCost > 0 ? entry.cost / leastCost - 1 : 0
      lines.append(
        "\(entry.number)".leftPadded(to: 4) + Text.number(entry.cost).leftPadded(to: 18)
          + Text.percent(over).leftPadded(to: 12)
          + Text.percent(entry.salesAtRisk).leftPadded(to: 15)
          + (entry.distance.map(String.init) ?? "").leftPadded(to: 12)
          + (entry.greatestDistance.map(String.init) ?? "").leftPadded(to: 13))
    }
    if let further = record.greatestFurtherDistance {
      lines.append(
        further == 0
          ? "every plan within \(share) has the same \(pair) open as one of these (proven)"
          : "no plan within \(share) differs from all of these in more than \(further) "
            + "\(further == 1 ? String(pair.dropLast()) : pair) (proven)")
    }
    return lines
  }

  private var facilities: [String] {
    let width = max(8, record.facilities.map(\.facility.count).max() ?? 0)
    var head =
      "facility".padding(toLength: width, withPad: " ", startingAt: 0)
      + "  " + "all plans within \(share)".padding(toLength: 24, withPad: " ", startingAt: 0)
      + "otherwise at least".leftPadded(to: 20) + "  "
      + record.plans.map { "\($0.number)".leftPadded(to: 3) }.joined()
    if let points = record.frontierPoints { head += "  of \(points) points".leftPadded(to: 14) }
    return [head]
      + record.facilities.map { facility in
        var line =
          facility.facility.padding(toLength: width, withPad: " ", startingAt: 0) + "  "
          + words(facility.verdict).padding(toLength: 24, withPad: " ", startingAt: 0)
          + otherwise(facility).leftPadded(to: 20) + "  "
          + facility.periodsOpen.map { mark($0).leftPadded(to: 3) }.joined()
        if let points = facility.frontierPoints { line += "\(points)".leftPadded(to: 14) }
        return line
      }
  }

  /// Open in every period, in some (how many), or in none.
  private func mark(_ periods: Int) -> String {
    periods == 0 ? "-" : periods == record.periods ? "x" : "\(periods)"
  }

  private func words(_ verdict: AlternativesRecord.Verdict) -> String {
    switch verdict {
    case .throughout: record.periods == 1 ? "open it" : "open in every period"
    case .open: "open at some time"
    case .closed: "never open it"
    case .differs: "differ"
    case .undecided: "undecided"
    }
  }

  private func isDecided(_ facility: AlternativesRecord.Facility) -> Bool {
    dataset.facilities.contains { $0.id == facility.facility && $0.decision != .consider }
  }

  private func otherwise(_ facility: AlternativesRecord.Facility) -> String {
    if facility.isForced { return isDecided(facility) ? "the dataset decides" : "impossible" }
    guard facility.verdict != .differs, let margin = record.margin(facility) else { return "" }
    return (margin < 0 ? "" : "+") + Text.percent(margin)
  }
}
