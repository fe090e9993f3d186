import Foundation
public import SupplyData
import SupplyPlan
import Wording

/// A frontier as a table for a terminal.
public struct FrontierSummary: Sendable {
  private let result: FrontierStudy.Result
  private let dataset: Dataset

  /// - Parameters:
  ///   - result: what the search found.
  ///   - dataset: the dataset it is for.
  public init(_ result: FrontierStudy.Result, dataset: Dataset) {
    self.result = result
    self.dataset = dataset
  }

  /// The lines.
  public var text: String {
    let record = result.record
    if record.termination == .infeasible {
      return Text.line(record.dataset.name)
        + "\nno plan exists: decisions and policy constraints contradict one another (proven)"
    }
    var lines =
      [Text.line(record.dataset.name)]
      + table(
        record.points.indices.map { row("\($0 + 1)", $0) }
          + result.comparators.compactMap { row($0, $1) })
    lines += legend
    lines.append(
      "uncertainty \(Text.uncertainty(record.uncertainty)) (asked: \(Text.percent(record.tolerance))), "
        + "\(record.solve.solves) solves\(weightedSums), \(String(format: "%.1f", record.solve.seconds)) s"
        + (record.stopReason.map { "; stopped: \($0)" } ?? ""))
    for cap in record.unproved {
      lines.append("unproved at a cap of \(Text.percent(cap.cap)): \(cap.reason)")
    }
    return lines.joined(separator: "\n")
  }

  /// What the rows of today's networks are.
  private var legend: [String] {
    result.comparators.map { comparator, _ in
      switch comparator {
      case .current: "today: today's network, unchanged"
      case .expanded: "expanded: today's sites, with modules and stock chosen at least cost"
      }
    }
  }

  /// The first curve of a search that goes on: a few of its points, from end to end.
  public var firstCurve: String {
    let count = result.record.points.count
    let shown = min(count, Self.pointsOfFirstCurve)
    let places = (0..<shown).map { shown > 1 ? $0 * (count - 1) / (shown - 1) : 0 }
    let seconds = String(format: "%.1f", result.record.solve.seconds)
    return
      (["first curve after \(seconds) s; the gap is what may still be saved at each risk"]
      + table(places.map { row("\($0 + 1)", $0) })).joined(separator: "\n")
  }

  private static let pointsOfFirstCurve = 5

  /// What is told of a plan.
  private struct Row {
    var label: String
    var plan: Plan
    var cost: Double
    var risk: Double
    var gap: Double
  }

  private func row(_ label: String, _ place: Int) -> Row {
    let point = result.record.points[place]
    return Row(
      label: label, plan: result.plans[place], cost: point.cost, risk: point.salesAtRisk,
      gap: point.gap)
  }

  private func row(_ comparator: ComparatorNetwork, _ plan: Plan) -> Row? {
    guard let cost = plan.cost, let risk = plan.risk.salesAtRisk else { return nil }
    return Row(
      label: comparator == .current ? "today" : "expanded", plan: plan, cost: cost, risk: risk,
      gap: plan.gap ?? 0)
  }

  /// A head of two lines, and a line for each row.
  private func table(_ rows: [Row]) -> [String] {
    let isInMillions = rows.contains { $0.cost >= 1e9 }
    let currency = Text.line(dataset.settings.currency) + (isInMillions ? " m" : "")
    func money(_ value: Double) -> String {
      isInMillions ? Text.decimal(value / 1e6) : Text.number(value)
    }
    let least = result.record.points.first?.cost ?? 0
    // Some leave more of a normal year undelivered than need not be told.
    let tellsShort = rows.contains { $0.plan.undelivered?.worst != nil }
    var columns: [(head: [String], cells: [String])] = [
      (["", "plan"], rows.map(\.label)),
      (["cost", "(\(currency))"], rows.map { money($0.cost) }),
      (["", "spend"], rows.map { money($0.plan.costs.spend) }),
      (["sales", "not made"], rows.map { money($0.plan.costs.salesNotMade) }),
      (["over", "least"], rows.map { Text.percent(least > 0 ? $0.cost / least - 1 : 0) }),
      (["sales", "at risk"], rows.map { Text.percent($0.risk) }),
    ]
    if tellsShort {
      columns.append(
        (["short in a", "normal year"], rows.map { Text.percent($0.plan.undelivered?.share ?? 0) }))
    }
    columns.append((["", "gap"], rows.map { Text.percent($0.gap) }))
    let widths = columns.map { column in (column.head + column.cells).map(\.count).max() ?? 0 }
    func line(_ cells: [String], _ last: String) -> String {
      let aligned = cells.enumerated().map { place, cell in
        place == 0 ? cell.padded(to: widths[0]) : cell.leftPadded(to: widths[place])
      }
      return (aligned + [last]).joined(separator: "  ").trimmedEnd
    }
    return [0, 1].map { half in
      line(columns.map { $0.head[half] }, half == 0 ? "most sales" : "are")
    }
      + rows.enumerated().map { place, row in
        line(columns.map { $0.cells[place] }, mainPlacement(row.plan))
      }
  }

  private var weightedSums: String {
    let count = result.record.solve.weightedSums
    return count > 0 ? " (\(count) of weighted sums)" : ""
  }

  /// The commonest placement of what is sold in the last period.
  private func mainPlacement(_ plan: Plan) -> String {
    guard let period = dataset.settings.periods.last?.id else { return "" }
    let rows = plan.mix.filter { $0.period == period }
    let shares = PlacementClass.allCases.map { placement in
      (placement, rows.filter { $0.class == placement }.reduce(0) { $0 + $1.valueShare })
    }
    guard let main = shares.max(by: { $0.1 < $1.1 }), main.1 > 0 else { return "" }
    return "\(main.0.rawValue) \(String(format: "%.0f %%", main.1 * 100))"
  }
}
