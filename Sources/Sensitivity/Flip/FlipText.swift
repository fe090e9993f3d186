import Wording
import Foundation
public import SupplyData
import SupplyPlan

/// Flips as lines for a terminal.
public struct FlipText: Sendable {
  private let record: FlipRecord
  private let dataset: Dataset

  /// - Parameters:
  ///   - record: what the search found.
  ///   - dataset: the dataset it is for.
  public init(_ record: FlipRecord, dataset: Dataset) {
    self.record = record
    self.dataset = dataset
  }

  /// The lines.
  public var text: String {
    ([Text.line(record.dataset.name)] + record.studies.flatMap(lines)).joined(separator: "\n")
  }

  private func lines(_ study: FlipRecord.Study) -> [String] {
    var lines = ["", study.parameter.expression]
    if study.isInfeasible {
      return lines + [
        "no plan exists: decisions, policies and the cap contradict one another (proven)"
      ]
    }
    if study.pieces.isEmpty {
      return lines + ["no plan found: \(study.stopReason ?? "")"]
    }
    for (place, piece) in study.pieces.enumerated() {
      if place > 0 { lines += turn(study.turns[place - 1], isStopped: study.stopReason != nil) }
      let proof =
        piece.isProved
        ? "no other footprint is cheaper (proven)"
        : "no other is cheaper by more than \(Self.share(piece.excess))"
      lines.append(
        "  from \(Self.value(piece.from)) to \(Self.value(piece.to)): \(Text.number(piece.costFrom)) to "
          + "\(Text.number(piece.costTo)) \(Text.line(record.currency)); \(proof)")
      if place == 0 {
        for openings in piece.footprint {
          lines.append("    open in \(openings.period): \(openings.open.joined(separator: ", "))")
        }
      }
    }
    if study.turns.isEmpty {
      lines.append("  one footprint is best over the whole range")
    }
    let today = study.parameter.current.map { "today \(Self.value($0)); " } ?? ""
    lines.append(
      "  \(today)proven to within \(Self.share(study.band)), \(study.solves) solves, "
        + String(format: "%.1f s", study.seconds)
        + (study.stopReason.map { "; stopped: \($0)" } ?? ""))
    if study.stopReason != nil {
      let proved = study.proved.map { "\(Self.value($0.from)) to \(Self.value($0.to))" }
      lines.append(
        proved.isEmpty
          ? "  nothing is proven to within the gap of \(Self.share(study.gap))"
          : "  proven to within the gap of \(Self.share(study.gap)): \(proved.joined(separator: ", "))"
      )
    }
    return lines
  }

  private func turn(_ turn: FlipRecord.Turn, isStopped: Bool) -> [String] {
    let reason =
      isStopped ? "the search was stopped" : "they differ by less than the gap"
    let certainty =
      turn.isProved ? "" : "; which of the two is cheaper close by is not proven: \(reason)"
    return [
      "  the best footprint changes at \(Self.value(turn.value)) (between \(Self.value(turn.from)) and \(Self.value(turn.to))), "
        + "where both cost \(Text.number(turn.cost)) \(Text.line(record.currency))\(certainty)"
    ]
      + [("opens", turn.opens), ("closes", turn.closes)].filter { !$0.1.isEmpty }.map {
        "    \($0.0) \(FlipText.sites($0.1))"
      }
  }

  /// `leipzig in 2026 and 2028, agueda in 2028`.
  private static func sites(_ sites: [FlipRecord.Site]) -> String {
    var facilities: [String] = []
    for site in sites where !facilities.contains(site.facility) { facilities.append(site.facility) }
    return facilities.map { facility in
      let periods = sites.filter { $0.facility == facility }.map(\.period)
      return "\(facility) in \(periods.joined(separator: " and "))"
    }.joined(separator: ", ")
  }

  private static func value(_ value: Double) -> String { String(format: "%.6g", value) }

  /// A share in percent, small ones too.
  private static func share(_ share: Double) -> String {
    share < 1e-9 ? "0 %" : String(format: "%.2g %%", share * 100)
  }
}
