import Findings
import Wording
import SupplyPlan

/// A diagnosis for a terminal.
public struct DiagnosisText: Sendable {
  private let record: DiagnosisRecord

  /// - Parameter record: what was found.
  public init(_ record: DiagnosisRecord) { self.record = record }

  /// All of it, under the dataset's name.
  public var text: String {
    ([record.dataset.name, verdict] + details).joined(separator: "\n")
  }

  /// What comes behind a statement that no plan exists.
  public var explanation: String { details.drop { $0.isEmpty }.joined(separator: "\n") }

  private var verdict: String {
    switch record.verdict {
    case .possible: "a plan exists" + limits + " (proven)"
    case .impossible: "no plan exists" + limits + " (proven)"
    case .undecided: "whether a plan exists" + limits + " is not known"
    }
  }

  private var limits: String {
    let parts = [
      record.maxRisk.map { "sales at risk at most \(Text.percent($0))" },
      record.maxUnmet.map { "at most \(Text.percent($0)) of a normal year undelivered" },
    ].compactMap(\.self)
    return parts.isEmpty ? "" : " with " + parts.joined(separator: " and ")
  }

  private var details: [String] {
    var lines = leastRisk + reasons + proposals + conflict
    if let reason = record.stopReason { lines += ["", "incomplete: \(reason)"] }
    let seconds = (record.solve.seconds * 10).rounded() / 10
    let solves = record.solve.solves
    return lines + ["", "\(solves) \(solves == 1 ? "solve" : "solves"), \(Text.number(seconds)) s"]
  }

  private var leastRisk: [String] {
    guard let least = record.leastRisk else { return [] }
    let told =
      "\(Text.percent(least.salesAtRisk)) of a year's sales at risk, proven bound "
      + Text.percent(least.bound)
    return [
      record.verdict == .possible
        ? "the safest plan found has \(told)"
        : "under all other rules the safest plan found has \(told)"
    ]
  }

  private var reasons: [String] {
    if record.reasons.isEmpty { return [] }
    var lines = ["", "what the tables say"]
    for reason in record.reasons {
      lines.append("  \(reason.text)\(cost(of: reason))")
      lines += reason.rows.map { "      \(place($0))  \($0.says)" }
    }
    return lines
  }

  private func cost(of reason: DiagnosisRecord.Reason) -> String {
    var parts: [String] = []
    if let unmet = reason.unmetAtLeast, unmet > 0 {
      parts.append("\(Text.percent(unmet)) of a normal year's sales")
    }
    if let risk = reason.riskAtLeast, risk > 0 {
      parts.append("\(Text.percent(risk)) of sales at risk")
    }
    return (parts.isEmpty ? "" : "; that is at least " + parts.joined(separator: " and "))
      + (reason.isDecisive ? ": this alone rules out every plan" : "")
  }

  private var proposals: [String] {
    if record.proposals.isEmpty { return [] }
    let isOne = record.proposals[0].changes.count == 1
    var lines = [
      "",
      isOne
        ? "what would make a plan possible, cheapest first; any one of these is enough"
        : "what would make a plan possible, cheapest first; no single change is enough (proven)",
    ]
    for (place, proposal) in record.proposals.enumerated() {
      for (number, change) in proposal.changes.enumerated() {
        lines.append(
          (number == 0 ? "\(place + 1)" : "").leftPadded(to: 3)
            + "  " + (number == 0 ? "" : "and ") + change.text + limit(of: change))
      }
      lines.append("       " + price(of: proposal))
      lines.append("       " + proposal.changes.map(\.option).joined(separator: " "))
    }
    if record.hasMoreProposals { lines.append("  other combinations of as few rules may do, too") }
    return lines
  }

  private func limit(of change: DiagnosisRecord.Change) -> String {
    var text = ""
    if let value = change.notEnough, value != change.from {
      text = "; \(Text.number(value)) is not enough (proven)"
    }
    return text + (change.isLeast ? "" : "; a smaller change may be enough")
  }

  private func price(of proposal: DiagnosisRecord.Proposal) -> String {
    guard let cost = proposal.cost, let risk = proposal.salesAtRisk else {
      return "not priced in time"
    }
    return "least cost \(Text.number(cost)) \(record.currency), proven bound "
      + "\(Text.number(proposal.bound ?? 0)); sales at risk \(Text.percent(risk))"
  }

  private var conflict: [String] {
    guard let conflict = record.conflict else { return [] }
    let count = conflict.rows.count
    let head =
      count == 1
      ? "no plan can meet this rule, whatever the others say (proven)"
      : "these \(count) rules contradict one another; drop any one of them and the rest can be met "
        + "(proven\(conflict.isSmallest ? "; no fewer rules conflict" : ""))"
    return ["", head]
      + conflict.rows.map { row in
        "  \(place(row))  \(row.says)" + (row.period.map { ", in \($0)" } ?? "")
      }
  }

  private func place(_ row: DiagnosisRecord.Row) -> String {
    guard let file = row.file else { return row.id }
    return "\(file):\(row.line ?? 0) '\(row.id)'"
  }
}
