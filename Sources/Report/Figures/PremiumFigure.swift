import FigureDrawing
import Findings

/// The price of a point of resilience, step by step along the frontier, with what each step buys.
struct PremiumFigure {
  let index: ReportIndex
  let record: PremiumRecord

  /// More steps than this make no figure; the table has them all.
  static let mostRows = 16

  /// The steps drawn, in their order: where there are too many, those that gain the most.
  var drawn: [PremiumStep] {
    let priced = record.pricedSteps
    guard priced.count > Self.mostRows else { return priced }
    let kept = Set(priced.sorted { $0.points > $1.points }.prefix(Self.mostRows).map(\.from))
    return priced.filter { kept.contains($0.from) }
  }

  /// Of a folder of findings alone there is no frontier to name.
  private var source: String {
    index.has(SourcePart.frontier)
      ? index.source(.file(SourcePart.frontier, what: "plans and bounds"))
      : index.source(.file(PremiumRecord.file))
  }

  /// The figure with its table.
  func figure() -> Figure {
    let left = record.steps.count - drawn.count
    let rest =
      left > 0 ? " The other \(left) steps, which gain the least, are in the table." : ""
    return Figure(
      kind: "premium", title: title,
      subtitle: """
        What one percentage point more of resilience costs a year on the way to the next plan, in \
        \(index.money.name), with what that plan has more or less. The thin line below it is the range that the \
        proven bounds leave for the true frontier, as far as the figure goes.\(rest)
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        A year: the difference in total cost, spread evenly over the \
        \(NumberFormat.count(record.years, "year", "years")) with the discount rate. A step pays where the dearer plan costs no \
        more than the cheaper one: at that probability of one event, the others as assumed, the sales it saves, at \
        their full value, and what else it changes in that event outweigh its cost. Both plans act as they do in this report; events \
        of probability 0 are left out.
        """ + " " + source)
  }

  private var title: String {
    let prices = record.pricedSteps.compactMap { $0.price?.perYear }
    guard let least = prices.min(), let most = prices.max(), prices.count > 1 else {
      return "What the step costs and buys"
    }
    return """
      Step by step, a point costs from \(PremiumWords.amount(least, index.money)) to \
      \(PremiumWords.amount(most, index.money)) a year
      """
  }

  /// A row for each step.
  func table() -> FigureTable {
    FigureTable(
      [
        "Step", "Resilience", "Points", "Costs more", "A point", "A point a year",
        "Proven range, a year", "Pays from", "Or with all events likelier", "What it buys",
      ],
      rows: record.steps.map { step in
        let resilience = [step.from, step.to].map {
          NumberFormat.percent(1 - record.points[$0 - 1].salesAtRisk)
        }
        return [
          "Plan \(step.from) to \(step.to)", "\(resilience[0]) to \(resilience[1])",
          NumberFormat.decimal(step.points, places: 2), index.money(step.cost),
          step.price.map { index.money($0.total, digits: 2) } ?? "–",
          step.price.map { index.money($0.perYear, digits: 2) } ?? "–", range(step),
          breakEven(step),
          step.factor.flatMap { $0.side == .atLeast ? $0.value : nil }.map(PremiumWords.times)
            ?? "–",
          step.bought.joined(separator: "; "),
        ]
      }, texts: [7, 9])
  }

  private func range(_ step: PremiumStep) -> String {
    guard let least = step.leastPrice?.perYear, let most = step.mostPrice?.perYear else {
      return "–"
    }
    return """
      \(index.money(least, digits: 2, rounding: .down)) to \
      \(index.money(most, digits: 2, rounding: .up))
      """
  }

  private func breakEven(_ step: PremiumStep) -> String {
    guard let item = step.easiestBreakEven else {
      return step.breakEvens.isEmpty ? "–" : "no probability of one event"
    }
    let name = index.name(ofScenario: item.scenario)
    guard let value = item.threshold.value else { return "any probability of \(name)" }
    return """
      \(PremiumWords.chance(value)) a year of \(name) (assumed \(NumberFormat.given(item.probability)))
      """
  }
}
