import Wording
import Foundation
public import SupplyData
import SupplyPlan

/// An explanation as tables for a terminal.
public struct ExplanationText: Sendable {
  private let record: ExplanationRecord
  private let dataset: Dataset

  /// - Parameters:
  ///   - record: what was found.
  ///   - dataset: the dataset it is for.
  public init(_ record: ExplanationRecord, dataset: Dataset) {
    self.record = record
    self.dataset = dataset
  }

  private static let mostPaths = 20

  /// The lines.
  public var text: String {
    var lines = [
      Text.line(record.dataset.name),
      "plan  \(Text.number(record.plan.cost)) \(currency), sales at risk "
        + Text.percent(record.plan.salesAtRisk)
        + (record.plan.maxRisk.map { " (cap \(Text.percent($0)))" } ?? ""),
    ]
    if !record.facilities.isEmpty { lines += [""] + facilities }
    if !record.policies.isEmpty || record.capPrice != nil { lines += [""] + policies }
    lines += [""] + paths
    if let reason = record.stopReason { lines += ["", "not all is told: \(reason)"] }
    return lines.joined(separator: "\n")
  }

  private var currency: String { Text.line(dataset.settings.currency) }

  /// Most dear first: what the plan would miss most.
  private var facilities: [String] {
    let width = max(8, record.facilities.map(\.facility.count).max() ?? 0)
    let sorted = record.facilities.sorted {
      ($0.isImpossible ? .infinity : $0.atLeast ?? -.infinity)
        > ($1.isImpossible ? .infinity : $1.atLeast ?? -.infinity)
    }
    return [
      "facility".padding(toLength: width, withPad: " ", startingAt: 0) + "  plan    "
        + "the other way costs more (\(currency))".leftPadded(to: 38) + "  and then"
    ]
      + sorted.map { row in
        let state = row.periodsOpen > 0 ? "open" : "closed"
        return row.facility.padding(toLength: width, withPad: " ", startingAt: 0) + "  "
          + state.padding(toLength: 8, withPad: " ", startingAt: 0)
          + price(row).leftPadded(to: 38) + "  " + changes(row)
      }
  }

  private func price(_ row: ExplanationRecord.Facility) -> String {
    if row.isImpossible { return "no plan exists" }
    switch (row.atLeast, row.atMost) {
    case (let least?, let most?):
      return "\(signed(least)) to \(signed(most))"
    case (let least?, nil): return "at least \(signed(least))"
    default: return row.stopReason ?? "unknown"
    }
  }

  private func signed(_ money: Double) -> String {
    (money > 0 ? "+" : "") + Text.number(money.rounded())
  }

  private func changes(_ row: ExplanationRecord.Facility) -> String {
    var parts: [String] = []
    if !row.opens.isEmpty { parts.append("opens \(names(row.opens))") }
    if !row.closes.isEmpty { parts.append("closes \(names(row.closes))") }
    if let risk = row.salesAtRisk, abs(risk - record.plan.salesAtRisk) > 5e-5 {
      parts.append("sales at risk \(Text.percent(risk))")
    }
    if let decision = row.decision { parts.append("the dataset decides: \(decision)") }
    return parts.joined(separator: "; ")
  }

  /// The first few; the files have all.
  private func names(_ ids: [String]) -> String {
    let more = ids.count > 4 ? " and \(ids.count - 3) more" : ""
    return ids.prefix(more.isEmpty ? 4 : 3).joined(separator: ", ") + more
  }

  private var policies: [String] {
    var lines = record.policies.map { policy in
      guard policy.isBinding else { return "policy \(policy.constraint): does not bind" }
      var cost = "binds"
      if let least = policy.atLeast, let most = policy.atMost {
        cost +=
          "; costs \(Text.number(least.rounded())) to \(Text.number(most.rounded())) \(currency)"
      } else if let most = policy.atMost {
        cost += "; costs at most \(Text.number(most.rounded())) \(currency)"
      }
      let slopes = policy.rows.filter(\.isBinding).compactMap { row -> String? in
        guard let slope = row.perUnit else { return nil }
        return "\(row.period)\(row.product.map { " \($0)" } ?? ""): \(Text.number(slope))"
      }
      if !slopes.isEmpty {
        cost += "; \(currency) per unit of its value, \(slopes.joined(separator: ", "))"
      }
      return "policy \(policy.constraint): \(cost)"
    }
    if let price = record.capPrice {
      lines.append(
        "cap on sales at risk: one percentage point more saves "
          + "\(Text.number(max(0, -price / 100).rounded())) \(currency), openings and modules as they are"
      )
    }
    return lines
  }

  private var paths: [String] {
    let delivered = record.paths.filter { !$0.isConsumed }
    let shown = (delivered.isEmpty ? record.paths : delivered)
      .sorted { $0.money > $1.money }.prefix(Self.mostPaths)
    guard !shown.isEmpty else { return ["no such path"] }
    let several = dataset.settings.periods.count > 1
    var lines = ["landed cost of a unit (\(currency))"]
    for path in shown {
      let way = path.route.joined(separator: " > ")
      lines.append(
        (several ? "\(path.period)  " : "") + "\(path.product)  \(way)"
          + (path.modes.isEmpty ? "" : " by \(path.modes.joined(separator: ", "))")
          + ": \(Text.number(rounded(path.unitCost))) each, "
          + "\(Text.number(rounded(path.quantity))) a year")
      lines.append("    " + self.lines(path))
    }
    let more = delivered.count - shown.count
    if more > 0 { lines.append("and \(more) more: --json, or -o, tells all") }
    return lines + [reconciliation]
  }

  private func lines(_ path: ExplanationRecord.Path) -> String {
    let own = path.lines.filter { !$0.ofComponents }.map {
      "\($0.layer.map { "duty \($0)" } ?? $0.line) \(Text.number(rounded($0.money)))"
    }
    let components = path.lines.filter(\.ofComponents).reduce(0) { $0 + $1.money }
    let parts = components > 0 ? ["components \(Text.number(rounded(components)))"] : []
    return (own + parts).joined(separator: ", ")
  }

  private var reconciliation: String {
    let delivered = record.reconciliation.reduce(0) { $0 + $1.delivered }
    let booked = record.reconciliation.reduce(0) { $0 + $1.booked }
    let periods = dataset.settings.periods.count == 1 ? "a year" : "a year of each period"
    return "all paths of the plan: \(Text.number(delivered.rounded())) \(currency) in \(periods); "
      + "the plan's tables: \(Text.number(booked.rounded()))"
  }

  /// To five significant digits.
  private func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return 0 }
    let factor = pow(10, 4 - floor(log10(abs(value))))
    return (value * factor).rounded() / factor
  }
}
