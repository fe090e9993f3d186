import FigureDrawing
import Findings
import FrontierSearch
import SupplyData
import SupplyPlan
import Wording

/// The frontier: resilience against cost, with the band in which the true frontier lies.
struct FrontierFigure {
  let index: ReportIndex
  let frontier: FrontierRecord
  let band: FrontierBand
  let baseline: Plan?
  /// The position of the point shown first.
  let chosen: Int?
  /// The position of the knee.
  let knee: Int?

  private var source: String {
    let points = SourcePart.file(SourcePart.frontier)
    guard baseline != nil else { return index.source(points) }
    return index.source(
      points, SourcePart(file: "plan.json", folder: "baseline", what: "the current network"))
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
        A plan’s cost caps the true frontier at its own resilience and below (solid line); a proven bound holds at its \
        resilience and above (dashed line).\(slants) Between the two lies the true frontier.
        """ + " " + source)
  }

  /// What the slanted parts of the lines say, where there are any.
  private var slants: String {
    var sentences: [String] = []
    if frontier.points.contains(where: \.isJoined) {
      sentences.append(
        "Where the solid line slants it joins plans with the same sites: all between them can be had too."
      )
    }
    if !frontier.lines.isEmpty {
      sentences.append(
        "Where the dashed line slants, cost and risk were bounded together, at a price of risk.")
    }
    return sentences.map { " " + $0 }.joined()
  }

  /// The points, the bounds and what was not proved.
  func table() -> Table {
    var rows = frontier.points.enumerated().map { position, point -> [Table.Cell] in
      let bound = min(point.cost, band.lowerBound(at: point.salesAtRisk) ?? point.bound)
      return [
        .text(position == knee ? "Plan \(position + 1) (knee)" : "Plan \(position + 1)"),
        .number(1 - point.salesAtRisk), .number(point.salesAtRisk), .number(point.cost),
        .number(bound), .number(point.cost > 0 ? (point.cost - bound) / point.cost : 0),
      ]
    }
    if let cost = baseline?.cost, let risk = baseline?.risk.salesAtRisk {
      rows.append([
        .text("Current network"), .number(1 - risk), .number(risk), .number(cost), .missing,
        .missing,
      ])
    }
    rows += frontier.unproved.map {
      [
        .text("Not proved: \($0.reason)"),
        .shown(.number(1 - $0.cap), as: "≥ " + NumberFormat.percent(1 - $0.cap)),
        .shown(.number($0.cap), as: "≤ " + NumberFormat.percent($0.cap)), .missing, .missing,
        .missing,
      ]
    }
    return Table(
      [
        .text("", name: "plan"), .share("Resilience"), .share("Sales at risk"),
        .money("Cost", index.money, digits: 4),
        .money("No plan costs less than", index.money, digits: 4, rounding: .down),
        .share("Gap", places: 2, rounding: .up),
      ], rows: rows)
  }
}
