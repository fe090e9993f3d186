import Foundation
public import SupplyData
public import SupplyPlan
import Wording

/// A plan in a few lines for a terminal.
public struct PlanSummary: Sendable {
  private let plan: Plan
  private let dataset: Dataset

  /// - Parameters:
  ///   - plan: the plan.
  ///   - dataset: the dataset it is for.
  public init(_ plan: Plan, dataset: Dataset) {
    self.plan = plan
    self.dataset = dataset
  }

  /// The lines.
  public var text: String {
    var lines = [Text.line(plan.dataset.name)]
    guard let cost = plan.cost, let risk = plan.risk.salesAtRisk else {
      lines.append(
        plan.termination == .infeasible
          ? "no plan exists: \(contradiction) (proven)"
          : "no plan found: \(plan.stopReason ?? "")")
      return lines.joined(separator: "\n")
    }
    let currency = Text.line(dataset.settings.currency)
    lines.append(field("cost", "\(Text.number(cost)) \(currency) over the horizon, discounted"))
    lines += totals(cost)
    lines.append(
      field(
        "bound",
        "\(Text.number(plan.bound ?? 0)) \(currency); gap \(Text.percent(plan.gap ?? 0))"
          + (plan.proof == .solver ? ", by the solver's floating point: not proven" : "")
          + (plan.stopReason.map { " (stopped: \($0))" } ?? "")))
    lines.append(
      field(
        "sales at risk",
        "\(Text.percent(risk)) of a year's sales (\(plan.risk.measure)"
          + (plan.risk.level.map { " \($0)" } ?? "") + ")"))
    lines += shortInNormalYear + spending(cost) + changes + mix + outages
    if let broken = plan.broken {
      for row in broken {
        let rule =
          row.constraint.map { "constraint '\($0)'" }
          ?? "decision '\(row.decision ?? "")' on '\(row.facility ?? "")'"
        lines.append(field("breaks", "\(rule) in \(row.period)"))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// What is spent, and apart from it the value of the sales that are not made.
  private func totals(_ cost: Double) -> [String] {
    [
      line("  spend", plan.costs.spend, of: cost),
      line("  sales not made", plan.costs.salesNotMade, of: cost),
    ]
  }

  /// Where the spend goes.
  private func spending(_ cost: Double) -> [String] {
    ["spend, line by line"]
      + CostLines.lines.filter { $0.name != "shortage" && plan.costs[keyPath: $0.value] != 0 }.map {
        line(
          "  " + $0.name.replacingOccurrences(of: "_", with: " "), plan.costs[keyPath: $0.value],
          of: cost)
      }
  }

  private func line(_ name: String, _ money: Double, of cost: Double) -> String {
    field(
      name,
      Text.number(money).leftPadded(to: 18)
        + Text.percent(cost > 0 ? money / cost : 0).leftPadded(to: 10))
  }

  /// What a normal year leaves undelivered, where that is worth telling.
  private var shortInNormalYear: [String] {
    guard let told = plan.undelivered, let worst = told.worst else { return [] }
    let most =
      told.periods.count > 1 ? ", \(Text.percent(worst.share)) in \(worst.period)" : ""
    return [
      field(
        "normal year",
        "\(Text.percent(told.share)) of sales are not made even without a disruption\(most)")
    ]
  }

  /// What contradicts what, where there is no plan.
  private var contradiction: String {
    let limits = [
      plan.solve.maxRisk == nil ? nil : "the cap on sales at risk",
      plan.solve.maxUnmet == nil ? nil : "the limit of what a normal year may leave undelivered",
    ].compactMap(\.self)
    if let comparator = plan.comparator {
      let network = "the \(comparator.rawValue) network"
      return limits.isEmpty
        ? "\(network) cannot be run"
        : "\(network) cannot keep to \(limits.joined(separator: " and "))"
    }
    let rules = ["decisions", "policy constraints"] + limits
    return rules.dropLast().joined(separator: ", ") + " and \(rules[rules.count - 1])"
      + " contradict one another"
  }

  private var changes: [String] {
    dataset.settings.periods.flatMap { period -> [String] in
      let rows = plan.facilities.filter { $0.period == period.id }
      let built = plan.modules.filter { $0.period == period.id && $0.built > 0 }
      let parts = [
        ("opens", rows.filter(\.opened).map(\.facility)),
        ("closes", rows.filter(\.closed).map(\.facility)),
        ("builds", built.map { "\($0.built) × \($0.module) at \($0.facility)" }),
      ]
      return parts.filter { !$0.1.isEmpty }.map {
        field("\($0.0) \(period.id)", $0.1.joined(separator: ", "))
      }
    }
  }

  private var mix: [String] {
    dataset.settings.periods.compactMap { period in
      let rows = plan.mix.filter { $0.period == period.id }
      if rows.isEmpty { return nil }
      let shares = PlacementClass.allCases.compactMap { placement -> String? in
        let share = rows.filter { $0.class == placement }.reduce(0) { $0 + $1.valueShare }
        return share > 0.0005 ? "\(placement.rawValue) \(Text.percent(share))" : nil
      }
      let micro = rows.filter(\.microfactory).reduce(0) { $0 + $1.valueShare }
      let note = micro > 0.0005 ? " (micro-factories \(Text.percent(micro)))" : ""
      return field("mix \(period.id)", shares.joined(separator: ", ") + note)
    }
  }

  /// The worst of the outages that constraints want survived.
  private var outages: [String] {
    guard let worst = plan.outages.max(by: { $0.salesLost < $1.salesLost }) else { return [] }
    let count = Set(plan.outages.map(\.target)).count
    return [
      field(
        "outages",
        "at worst \(Text.percent(worst.salesLost)) of a year's sales, by \(worst.target) out for "
          + "\(Text.number(worst.weeks)) weeks (of \(count))")
    ]
  }

  private func field(_ name: String, _ value: String) -> String {
    name.padding(toLength: max(18, name.count), withPad: " ", startingAt: 0) + "  " + value
  }
}
