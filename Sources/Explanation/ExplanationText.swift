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
    if let reason = record.stopReason { lines += ["", "incomplete: \(reason)"] }
    return lines.joined(separator: "\n")
  }

  private var currency: String { Text.line(dataset.settings.currency) }

  /// What each site is worth: those that are, the dearest first, then those of which nothing is proven either way.
  private var facilities: [String] {
    func isWorth(_ row: ExplanationRecord.Facility) -> Bool {
      row.isImpossible || row.atLeast ?? 0 > 0
    }
    let worth = record.facilities.filter(isWorth).sorted { least($0) > least($1) }
    let rest = record.facilities.filter { !isWorth($0) }
    let open = rest.filter { $0.atMost == nil }
    return savings(record.facilities) + table(worth)
      + undecided(rest.filter { $0.atMost != nil }, isBesides: !worth.isEmpty) + unanswered(open)
  }

  private func least(_ row: ExplanationRecord.Facility) -> Double {
    row.isImpossible ? .infinity : row.atLeast ?? -.infinity
  }

  /// A plan that was found on the way and is cheaper than the one explained: told once, whichever questions came upon it.
  private func savings(_ rows: [ExplanationRecord.Facility]) -> [String] {
    let cheaper = rows.filter { $0.decision == nil && $0.atMost ?? 0 < -0.5 }
    guard let best = cheaper.min(by: { $0.atMost ?? 0 < $1.atMost ?? 0 }),
      let saving = best.atMost.map({ -$0 })
    else { return [] }
    let cost = record.plan.cost
    let opens = (best.periodsOpen == 0 ? [best.facility] : []) + best.opens
    let closes = (best.periodsOpen > 0 ? [best.facility] : []) + best.closes
    let changes = [("opens", opens), ("closes", closes)].filter { !$0.1.isEmpty }
      .map { "\($0.0) \(names($0.1))" }
    let share = cost > 0 ? " (\(Text.percent(saving / cost)))" : ""
    return Text.wrapped(
      "A cheaper plan turned up: it costs \(Text.number(saving.rounded())) \(currency)\(share) less and "
        + changes.joined(separator: " and ")
        + ". This plan was only proven to be near the least cost; "
        + "`shorewise plan` with a smaller --gap finds better ones.") + [""]
  }

  private func table(_ rows: [ExplanationRecord.Facility]) -> [String] {
    if rows.isEmpty { return [] }
    let width = max(4, rows.map(\.facility.count).max() ?? 0)
    func line(_ site: String, _ state: String, _ least: String, _ most: String) -> String {
      ("\(site.padded(to: width))  \(state.padded(to: 11))"
        + least.leftPadded(to: 19) + most.leftPadded(to: 19)).trimmedEnd
    }
    return [
      "what the plan would cost more with a site the other way (\(currency))",
      line("site", "in the plan", "at least", "at most"),
    ]
      + rows.flatMap { row -> [String] in
        let least = row.isImpossible ? "no plan exists" : signed(row.atLeast)
        let head = line(
          row.facility, row.periodsOpen > 0 ? "open" : "closed", least,
          row.isImpossible ? "" : row.atMost.map { signed($0) } ?? "not known")
        let then = changes(row)
        return [head] + (then.isEmpty ? [] : Text.wrapped(then, indent: 6))
      }
  }

  /// Sites of which no answer tells whether the other way would cost more: all that is known of them lies within the gap of the plan.
  private func undecided(_ rows: [ExplanationRecord.Facility], isBesides: Bool) -> [String] {
    if rows.isEmpty { return [] }
    let count = rows.count
    let slack = rows.compactMap(\.atLeast).min().map { Text.number((-$0).rounded()) } ?? "0"
    let head = Text.wrapped(
      "\(count) \(isBesides ? "more " : "")\(plural(count, one: "site makes", many: "sites make")) no proven difference: "
        + "the other way costs at most so much more, and saves at most \(slack) \(currency), "
        + "by which this plan may be above the least cost")
    return (isBesides ? [""] : []) + head
      + [("open", true), ("closed", false)].flatMap { word, isOpen -> [String] in
        let named = rows.filter { ($0.periodsOpen > 0) == isOpen }
          .sorted { ($0.atMost ?? 0) > ($1.atMost ?? 0) }
          .map { "\($0.facility) \(signed($0.atMost))" }
        return named.isEmpty
          ? [] : Text.wrapped("\(word): \(named.joined(separator: ", "))", indent: 2)
      }
  }

  /// Sites about which nothing was found out.
  private func unanswered(_ rows: [ExplanationRecord.Facility]) -> [String] {
    let reasons = Dictionary(grouping: rows) { $0.stopReason ?? "unknown" }
    return reasons.keys.sorted().flatMap { reason -> [String] in
      let names = reasons[reason, default: []].map(\.facility)
      return [""]
        + Text.wrapped("not answered (\(reason)): \(names.joined(separator: ", "))")
    }
  }

  private func signed(_ money: Double?) -> String {
    guard let money = money?.rounded() else { return "" }
    return (money > 0 ? "+" : "") + Text.number(money)
  }

  private func changes(_ row: ExplanationRecord.Facility) -> String {
    var parts: [String] = []
    if let decision = row.decision { parts.append("the dataset decides: \(decision)") }
    if !row.opens.isEmpty { parts.append("then opens \(names(row.opens))") }
    if !row.closes.isEmpty { parts.append("closes \(names(row.closes))") }
    if let risk = row.salesAtRisk, abs(risk - record.plan.salesAtRisk) > 5e-5 {
      parts.append("sales at risk \(Text.percent(risk))")
    }
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
          + "\(Text.number(max(0, (-price / 100).rounded()) + 0)) \(currency), openings and modules as they are"
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
