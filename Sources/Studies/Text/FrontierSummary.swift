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
    var lines = [Text.line(record.dataset.name)] + table(of: record.points.indices.map(\.self))
    lines += result.comparators.compactMap(Self.line)
    lines.append(
      "uncertainty \(Text.uncertainty(record.uncertainty)) (asked: \(Text.percent(record.tolerance))), "
        + "\(record.solve.solves) solves\(weightedSums), \(String(format: "%.1f", record.solve.seconds)) s"
        + (record.stopReason.map { "; stopped: \($0)" } ?? ""))
    for cap in record.unproved {
      lines.append("unproved at a cap of \(Text.percent(cap.cap)): \(cap.reason)")
    }
    return lines.joined(separator: "\n")
  }

  /// What a network of today's sites costs and risks, to compare with.
  private static func line(_ comparator: ComparatorNetwork, _ plan: Plan) -> String? {
    guard let cost = plan.cost, let risk = plan.risk.salesAtRisk else { return nil }
    let network =
      switch comparator {
      case .current: "today's network, unchanged, costs"
      case .expanded: "today's sites, free to add capacity, cost"
      }
    let undelivered = plan.undelivered.flatMap { told in
      told.worst == nil
        ? nil : "; \(Text.percent(told.share)) of sales are not made even without a disruption"
    }
    return "\(network) \(Text.number(cost)), with \(Text.percent(risk)) of sales at risk"
      + (undelivered ?? "")
  }

  /// The first curve of a search that goes on: a few of its points, from end to end.
  public var firstCurve: String {
    let count = result.record.points.count
    let shown = min(count, Self.pointsOfFirstCurve)
    let places = (0..<shown).map { shown > 1 ? $0 * (count - 1) / (shown - 1) : 0 }
    let seconds = String(format: "%.1f", result.record.solve.seconds)
    return
      (["first curve after \(seconds) s; the gap is what may still be saved at each risk"]
      + table(of: places)).joined(separator: "\n")
  }

  private static let pointsOfFirstCurve = 5

  /// A head, and a line for each point.
  private func table(of places: [Int]) -> [String] {
    let record = result.record
    var lines = [
      "cost (\(Text.line(dataset.settings.currency)))".leftPadded(to: 20)
        + "over least".leftPadded(to: 12)
        + "sales at risk".leftPadded(to: 16)
        + (tellsUndelivered ? "undelivered".leftPadded(to: 14) : "") + "gap".leftPadded(to: 10)
        + "  placements of the last period"
    ]
    let least = record.points.first?.cost ?? 0
    for place in places {
      let (point, plan) = (record.points[place], result.plans[place])
      lines.append(
        Text.number(point.cost).leftPadded(to: 20)
          + Text.percent(least > 0 ? point.cost / least - 1 : 0).leftPadded(to: 12)
          + Text.percent(point.salesAtRisk).leftPadded(to: 16)
          + (tellsUndelivered
            ? Text.percent(plan.undelivered?.share ?? 0).leftPadded(to: 14) : "")
          + Text.percent(point.gap).leftPadded(to: 10) + "  " + placements(plan))
    }
    return lines
  }

  /// Whether some plan leaves more of a normal year undelivered than need not be told.
  private var tellsUndelivered: Bool { result.plans.contains { $0.undelivered?.worst != nil } }

  private var weightedSums: String {
    let count = result.record.solve.weightedSums
    return count > 0 ? " (\(count) of weighted sums)" : ""
  }

  private func placements(_ plan: Plan) -> String {
    guard let period = dataset.settings.periods.last?.id else { return "" }
    let rows = plan.mix.filter { $0.period == period }
    return PlacementClass.allCases.compactMap { placement in
      let share = rows.filter { $0.class == placement }.reduce(0) { $0 + $1.valueShare }
      return share > 0.005 ? "\(placement.rawValue) \(String(format: "%.0f %%", share * 100))" : nil
    }.joined(separator: ", ")
  }
}
