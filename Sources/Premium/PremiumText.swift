import TextFiles
import Wording
import Foundation
public import SupplyData
import SupplyPlan

/// The premium of resilience as a table for a terminal.
public struct PremiumText: Sendable {
  private let record: PremiumRecord
  private let dataset: Dataset

  /// - Parameters:
  ///   - record: what was found.
  ///   - dataset: the dataset it is for.
  public init(_ record: PremiumRecord, dataset: Dataset) {
    self.record = record
    self.dataset = dataset
  }

  /// The lines.
  public var text: String {
    guard !record.steps.isEmpty else {
      return Text.line(record.dataset.name)
        + "\nThe frontier has one plan, so there is no step to price."
    }
    var lines = [
      Text.line(record.dataset.name),
      "step".padded(to: 10) + "resilience".padded(to: 21) + "points".leftPadded(to: 7)
        + "extra cost (\(Text.line(record.currency)))".leftPadded(to: 20)
        + "per point".leftPadded(to: 16) + "per point-year".leftPadded(to: 16),
    ]
    for step in record.steps {
      lines.append(row(step))
      lines += (step.bought.map { Text.line($0) } + pays(step) + proven(step)).flatMap {
        Text.wrapped($0, indent: 4)
      }
      if step.to == record.knee {
        lines.append(
          "  -- plan \(step.to) is the knee: resilience gets dearer from here on (proven) --")
      }
    }
    if record.years > 1 {
      lines.append(
        "per point-year: the same sum in each of \(record.years) years, of equal present value "
          + "(Σ A = \(Text.number(record.annuityFactor)))")
    }
    lines += comparisons
    return lines.joined(separator: "\n").replacingOccurrences(of: "\u{A0}", with: " ")
  }

  private func row(_ step: PremiumStep) -> String {
    let resilience = [step.from, step.to].map {
      Text.percent(1 - record.points[$0 - 1].salesAtRisk)
    }
    return "\(step.from) to \(step.to)".padded(to: 10)
      + resilience.joined(separator: " to ").padded(to: 21)
      + String(format: "%.2f", step.points).leftPadded(to: 7)
      + Text.number(step.cost).leftPadded(to: 20)
      + (price(step).map { Text.rounded($0.total) } ?? "-").leftPadded(to: 16)
      + (price(step).map { Text.rounded($0.perYear) } ?? "-").leftPadded(to: 16)
  }

  /// The price of a step; `nil` where it gains next to nothing, for then it has the noise of the solves for a price.
  private func price(_ step: PremiumStep) -> PremiumRecord.Price? {
    step.points >= FrontierRecord.leastGain ? step.price : nil
  }

  /// What the bounds leave for the price of a point-year.
  private func proven(_ step: PremiumStep) -> [String] {
    guard price(step) != nil, let least = step.leastPrice?.perYear,
      let most = step.mostPrice?.perYear
    else { return [] }
    return ["proven range per point-year: \(Text.rounded(least)) to \(Text.rounded(most))"]
  }

  /// The cheapest plan, the knee and the most resilient plan against today's networks.
  private var comparisons: [String] {
    let last = record.points.count
    var numbers = [1]
    for number in [record.knee, last].compactMap(\.self) where !numbers.contains(number) {
      numbers.append(number)
    }
    return ComparatorNetwork.allCases.flatMap { comparator -> [String] in
      let rows = numbers.compactMap { record.comparison(of: $0, with: comparator) }
      guard !rows.isEmpty else { return [] }
      let head = "against \(ComparatorWords.name(comparator).uncapitalizedFirst)"
      return [
        "",
        head.padded(to: 38) + "points".leftPadded(to: 7) + "cost".leftPadded(to: 16)
          + "spend".leftPadded(to: 16) + "sales not made".leftPadded(to: 16),
      ] + rows.flatMap(lines)
    }
  }

  private func lines(_ row: PremiumComparison) -> [String] {
    let amounts = [row.cost, row.spend, row.salesNotMade].map {
      ($0 > 0 ? "+" : "") + Text.rounded($0)
    }
    let role =
      row.plan == record.knee
      ? " (knee)"
      : row.plan == 1 ? " (cheapest)" : row.plan == record.points.count ? " (safest)" : ""
    let line =
      "  plan \(row.plan)\(role)".padded(to: 38)
      + String(format: "%+.2f", row.points).leftPadded(to: 7)
      + amounts.map { $0.leftPadded(to: 16) }.joined()
    guard let factor = row.factor else { return [line] }
    let value = factor.value.map { String(format: "%.3g", $0) } ?? ""
    let pays =
      switch factor.side {
      case .always: "pays however likely the events are"
      case .never: "pays at no likelihood of the events"
      case .atLeast: "pays if every event is at least \(value) times as likely as assumed"
      case .atMost: "pays if every event is at most \(value) times as likely as assumed"
      }
    return [line, "    \(pays)"]
  }

  /// When the step pays, in lines.
  private func pays(_ step: PremiumStep) -> [String] {
    var lines: [String] = []
    if let item = step.easiestBreakEven {
      let name = Text.line(
        dataset.scenarios.first { $0.id == item.scenario }?.name ?? item.scenario)
      let at =
        item.threshold.value.map { "of at least \(Text.percent($0)) a year" } ?? "of any size"
      lines.append(
        "pays if “\(name)” has a probability \(at) (\(Text.percent(item.probability)) is assumed)")
    } else if !step.breakEvens.isEmpty {
      lines.append("pays at no probability of any single event")
    }
    if let factor = step.factor, factor.side == .atLeast, let value = factor.value {
      lines.append(
        "pays if every event is \(String(format: "%.3g", value)) times as likely as assumed")
    }
    return lines
  }
}
