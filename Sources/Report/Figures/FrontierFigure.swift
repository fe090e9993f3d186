import FigureDrawing
import Findings
import FrontierSearch
import SupplyData
import SupplyPlan
import TextFiles
import Wording

/// The frontier: resilience against cost, with the band in which the true frontier lies.
struct FrontierFigure {
  let index: ReportIndex
  let frontier: FrontierRecord
  let band: FrontierBand
  /// The plans of the points, in their order.
  var plans: [Plan] = []
  /// Today's network, unchanged.
  var baseline: Plan?
  /// Today's sites, expanded.
  var expanded: Plan?
  /// The position of the point shown first.
  let chosen: Int?
  /// The position of the knee, where the bounds prove it.
  let knee: Int?
  /// Plans of equal worth with other sites.
  var choices: EqualChoices?

  /// Today's networks, with their plans.
  var references: [(network: ComparatorNetwork, plan: Plan)] {
    [(ComparatorNetwork.current, baseline), (.expanded, expanded)].compactMap { network, plan in
      plan.map { (network, $0) }
    }
  }

  private var source: String {
    let networks = references.map { network, _ in
      SourcePart(
        file: "plan.json", folder: network.objective,
        what: ComparatorWords.name(network).uncapitalizedFirst)
    }
    return index.source([SourcePart.file(SourcePart.frontier)] + networks)
  }

  /// The figure with its table.
  func figure() -> Figure {
    let measure = MeasureWords(measure: frontier.measure, level: frontier.level)
    return Figure(
      kind: "frontier", title: FrontierWords.pace(frontier, knee: knee, money: index.money),
      subtitle: """
        Total cost over \(NumberFormat.count(index.years, "year", "years")), discounted, \
        in \(index.money.name), against resilience: 100 % less the sales at risk, \(measure.definition).
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        The true frontier lies between the solid line (plans found) and the dashed line (proven limit).\(slants)\(equal)
        """ + " " + source)
  }

  /// What the slanted parts of the lines say, where there are any.
  private var slants: String {
    var sentences: [String] = []
    if frontier.points.contains(where: \.isJoined) {
      sentences.append(
        "Where the solid line slants, it joins plans with the same sites: every mix of the two is possible."
      )
    }
    if !frontier.lines.isEmpty {
      sentences.append(
        "Where the dashed line slants, the limit was proven for cost and risk together.")
    }
    return sentences.map { " " + $0 }.joined()
  }

  /// The plans of equal worth, where there are any.
  private var equal: String {
    guard let choices, !choices.groups.isEmpty else { return "" }
    return " Plans of equal worth are drawn side by side, and listed below."
  }

  /// The points, the bounds and what was not proved.
  func table() -> Table {
    var rows = frontier.points.enumerated().map { position, point -> [Table.Cell] in
      let bound = min(point.cost, band.lowerBound(at: point.salesAtRisk) ?? point.bound)
      return [
        .text(name(position)), .number(1 - point.salesAtRisk), .number(point.salesAtRisk),
        .number(point.cost),
      ] + parts(plans.indices.contains(position) ? plans[position] : nil) + [
        .number(bound), .number(point.cost > 0 ? (point.cost - bound) / point.cost : 0),
      ]
    }
    rows += references.compactMap { network, plan -> [Table.Cell]? in
      guard let cost = plan.cost, let risk = plan.risk.salesAtRisk else { return nil }
      return [
        .text(ComparatorWords.name(network)), .number(1 - risk), .number(risk), .number(cost),
      ] + parts(plan)
        + [.missing, .missing]
    }
    rows += frontier.unproved.map {
      [
        .text("Not proved: \($0.reason)"),
        .shown(.number(1 - $0.cap), as: "≥ " + NumberFormat.percent(1 - $0.cap)),
        .shown(.number($0.cap), as: "≤ " + NumberFormat.percent($0.cap)),
      ] + Array(repeating: .missing, count: 6)
    }
    return Table(
      [
        .text("", name: "plan"), .share("Resilience"), .share("Sales at risk"),
        .money("Cost", index.money, digits: 4), .money("Spend", index.money, digits: 4),
        .money("Sales not made", index.money), .share("Short without any event"),
        .money("No plan costs less than", index.money, digits: 4, rounding: .down),
        .share("Gap", places: 2, rounding: .up),
      ], rows: rows)
  }

  /// What a plan is called in the table: with the knee, and what sets it apart from others of equal worth.
  private func name(_ position: Int) -> String {
    let kind = choices?.group(of: position)?.first { $0.position == position }?.kind
    let words = [position == knee ? "knee" : nil, kind].compactMap(\.self)
    return "Plan \(position + 1)" + (words.isEmpty ? "" : " (\(words.joined(separator: ", ")))")
  }

  /// Spend, the value of sales not made, and the part of the sales at risk that would be short without any event.
  private func parts(_ plan: Plan?) -> [Table.Cell] {
    guard let plan else { return [.missing, .missing, .missing] }
    return [
      .number(plan.costs.spend), .number(plan.costs.salesNotMade),
      .init(NormalShortfall(index.dataset, plan).salesAtRisk),
    ]
  }
}
