import FigureDrawing
import FrontierSearch
import SupplyData
import SupplyPlan

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
  func table() -> FigureTable {
    let money = index.money
    var rows = frontier.points.enumerated().map { position, point in
      let bound = min(point.cost, band.lowerBound(at: point.salesAtRisk) ?? point.bound)
      return [
        position == knee ? "Plan \(position + 1) (knee)" : "Plan \(position + 1)",
        NumberFormat.percent(1 - point.salesAtRisk), NumberFormat.percent(point.salesAtRisk),
        money(point.cost, digits: 4), money(bound, digits: 4, rounding: .down),
        NumberFormat.percent(
          point.cost > 0 ? (point.cost - bound) / point.cost : 0, places: 2, rounding: .up),
      ]
    }
    if let cost = baseline?.cost, let risk = baseline?.risk.salesAtRisk {
      rows.append([
        "Current network", NumberFormat.percent(1 - risk), NumberFormat.percent(risk),
        money(cost, digits: 4), "–", "–",
      ])
    }
    rows += frontier.unproved.map {
      [
        "Not proved: \($0.reason)", "≥ " + NumberFormat.percent(1 - $0.cap),
        "≤ " + NumberFormat.percent($0.cap), "–", "–", "–",
      ]
    }
    return FigureTable(
      ["", "Resilience", "Sales at risk", "Cost", "No plan costs less than", "Gap"], rows: rows
    )
  }
}
