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
        + "\nthe frontier has one point, so there is no step to price"
    }
    var lines = [
      Text.line(record.dataset.name),
      "step".padded(to: 12) + "resilience".padded(to: 22) + "points".leftPadded(to: 8)
        + "cost (\(Text.line(record.currency)))".leftPadded(to: 18) + "a point".leftPadded(to: 16)
        + "a point, a year".leftPadded(to: 18) + "  proven, a year",
    ]
    for step in record.steps {
      lines.append(row(step))
      lines += step.bought.map { "    \(Text.line($0))" }
      lines += pays(step).map { "    \(Text.line($0))" }
      if step.to == record.knee { lines.append("  -- plan \(step.to) is the knee --") }
    }
    if record.years > 1 {
      lines.append(
        "a year: the same sum in each of \(record.years) years, worth as much today "
          + "(Σ A = \(Text.number(record.annuityFactor)))")
    }
    return lines.joined(separator: "\n").replacingOccurrences(of: "\u{A0}", with: " ")
  }

  private func row(_ step: PremiumStep) -> String {
    let resilience = [step.from, step.to].map {
      Text.percent(1 - record.points[$0 - 1].salesAtRisk)
    }
    let proven = [step.leastPrice?.perYear, step.mostPrice?.perYear].map {
      $0.map(Text.rounded) ?? "?"
    }
    return "\(step.from) to \(step.to)".padded(to: 12)
      + resilience.joined(separator: " to ").padded(to: 22)
      + String(format: "%.2f", step.points).leftPadded(to: 8)
      + Text.number(step.cost).leftPadded(to: 18)
      + (step.price.map { Text.rounded($0.total) } ?? "-").leftPadded(to: 16)
      + (step.price.map { Text.rounded($0.perYear) } ?? "-").leftPadded(to: 18)
      + "  " + proven.joined(separator: " to ")
  }

  /// When the step pays, in lines.
  private func pays(_ step: PremiumStep) -> [String] {
    var lines: [String] = []
    if let item = step.easiestBreakEven {
      let name = Text.line(
        dataset.scenarios.first { $0.id == item.scenario }?.name ?? item.scenario)
      let at =
        item.threshold.value.map { "from \(Text.percent($0)) a year" } ?? "at any probability"
      lines.append("pays by “\(name)” \(at) (assumed: \(Text.percent(item.probability)))")
    } else if !step.breakEvens.isEmpty {
      lines.append("pays at no probability of a single event")
    }
    if let factor = step.factor, factor.side == .atLeast, let value = factor.value {
      lines.append("pays if every event were \(String(format: "%.3g", value)) times as likely")
    }
    return lines
  }
}
