import Wording
import Foundation

/// Regrets as a table for a terminal.
public struct RegretText: Sendable {
  private let record: RegretRecord

  /// - Parameter record: what the search found.
  public init(_ record: RegretRecord) { self.record = record }

  /// The lines.
  public var text: String {
    var lines = record.futures.enumerated().map { place, told in
      (isWide ? "future \(place + 1)  " : "") + future(told)
    }
    if !record.plans.isEmpty { lines += [""] + matrix + [""] + findings }
    let stop = record.stopReason.map { "; stopped: \($0)" } ?? ""
    lines.append(
      "gap \(Text.percent(record.gap)), " + String(format: "%.1f s", record.seconds) + stop)
    return lines.joined(separator: "\n")
  }

  private func future(_ future: RegretRecord.Future) -> String {
    let head = "\(label(future.name))  weight \(String(format: "%.4g", future.weight))"
    if future.isInfeasible {
      return head + "  no plan exists: decisions, policies and the cap cannot all be met (proven)"
    }
    guard let cost = future.cost else { return head + "  no plan found" }
    return head
      + "  least cost known \(Text.number(cost)) \(Text.line(record.currency)), proven bound \(Text.number(future.bound ?? 0))"
  }

  private func label(_ name: String) -> String { name == "-" ? "- (the dataset itself)" : name }

  /// Regrets as shares of the least cost: a row for each plan. Where their names are too long, futures go by their number in the
  /// list.
  private var matrix: [String] {
    let columns = futures.enumerated().map { place, column in
      isWide ? ["future \(place + 1)"] + column.dropFirst() : column
    }
    return Text.table(first: [plans], others: columns + summary)
  }

  private var isWide: Bool { Text.tableWidth([plans] + futures + summary) > Text.width }

  private var plans: [String] { ["regret of"] + record.plans.map(\.name) }

  /// A column for each future.
  private var futures: [[String]] {
    record.futures.enumerated().map { place, future in
      [future.name] + record.plans.map { cell($0.entries[place], future) }
    }
  }

  private var summary: [[String]] {
    [
      ["worst case"] + record.plans.map { money($0.greatestRegret) },
      ["expected"] + record.plans.map { money($0.expectedRegret) },
    ]
  }

  private func cell(_ entry: RegretRecord.Entry, _ future: RegretRecord.Future) -> String {
    guard let regret = entry.regret else { return entry.isInfeasible ? "no plan" : "not solved" }
    return future.cost.map {
      (isUnproved(entry, future) ? "~" : "") + Text.percent($0 > 0 ? regret.atLeast / $0 : 0)
    } ?? ""
  }

  private func money(_ interval: RegretRecord.Interval?) -> String {
    interval.map { Text.number($0.atLeast) } ?? "–"
  }

  /// Whether a regret is no more than what is not proved of the future's least cost: the plan may well be the best there.
  private func isUnproved(_ entry: RegretRecord.Entry, _ future: RegretRecord.Future) -> Bool {
    guard let regret = entry.regret, let cost = future.cost, let bound = future.bound else {
      return false
    }
    return regret.atLeast > 0 && regret.atLeast <= cost - bound
  }

  private var findings: [String] {
    var lines: [String] = []
    if record.plans.contains(where: { zip($0.entries, record.futures).contains(where: isUnproved) })
    {
      lines.append(
        "~ no more than the solve leaves unproven: the plan may be as good as the best of that future"
      )
    }
    for plan in record.plans {
      for (future, entry) in zip(record.futures, plan.entries) {
        if let refusal = entry.refusal {
          lines.append("\(plan.name) in \(future.name): \(refusal)")
        }
      }
    }
    lines.append(words("worst-case", record.leastGreatest) { $0.greatestRegret })
    lines.append(words("expected", record.leastExpected) { $0.expectedRegret })
    for even in record.breakEvens {
      let (first, second) = (record.futures[even.first].name, record.futures[even.second].name)
      lines.append(
        "between \(first) and \(second): the best plan of \(second) has the smaller expected regret once "
          + "\(second) weighs \(Text.percent(even.weightOfSecond)); below that, the best plan of \(first)"
      )
    }
    for plan in record.plans {
      guard let weight = plan.ownWeight, let future = plan.bestOf.first else { continue }
      lines.append(
        "\(plan.name) has the smallest expected regret of these plans where \(record.futures[future].name) weighs "
          + "\(Text.percent(weight.atLeast)) to \(Text.percent(weight.atMost))")
    }
    if let axis = record.axis {
      for part in axis.parts {
        let range =
          part.from == part.to
          ? String(format: "at %.6g", part.from)
          : String(format: "from %.6g to %.6g", part.from, part.to)
        lines.append("\(axis.name) \(range): \(record.plans[part.plan].name)")
      }
    }
    return lines
  }

  private func words(
    _ kind: String, _ proof: RegretRecord.Proof,
    _ regret: (RegretRecord.Plan) -> RegretRecord.Interval?
  ) -> String {
    if proof.isInfeasible {
      return "smallest \(kind) regret: no first decision is possible in every future (proven)"
    }
    guard let place = proof.plan, let interval = regret(record.plans[place]) else {
      return "smallest \(kind) regret: none of these plans is possible in every future"
    }
    return
      "smallest \(kind) regret: \(record.plans[place].name), \(Text.number(interval.atLeast)) to "
      + "\(Text.number(interval.atMost)) \(Text.line(record.currency)); no plan can have less than \(Text.number(proof.bound))"
      + (proof.reason.map { " (\($0))" } ?? "")
  }
}
