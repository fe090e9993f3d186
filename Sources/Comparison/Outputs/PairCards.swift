import FigureDrawing
import Wording

/// The numbers at the head of two results: how their costs and their resilience differ.
struct PairCards {
  let first: RunFacts
  let second: RunFacts
  let money: MoneyFormat

  /// How much of the difference is spent, and how much is sales not made.
  private var parts: [String?] {
    guard let before = first.plan, let after = second.plan,
      before.salesNotMade != 0 || after.salesNotMade != 0
    else { return [] }
    return [
      "spend \(money.signed(after.spend - before.spend))",
      "sales not made \(money.signed(after.salesNotMade - before.salesNotMade))",
    ]
  }

  /// A number each for the cost, what is proved of it, and the resilience.
  func cards(_ difference: CostDifference) -> [Section.Card] {
    var cards = [
      Section.Card(
        label: "Cost", value: money.signed(difference.cost),
        detail: ([difference.share.map { NumberFormat.signedPercent($0, places: 2) }] + parts)
          .compactMap(\.self).joined(separator: "; ")),
      Section.Card(
        label: "What is proved", value: difference.verdict.rawValue,
        detail: CostWords.range(difference, money)),
    ]
    if let before = first.resilience, let after = second.resilience {
      cards.append(
        Section.Card(
          label: "Resilience", value: NumberFormat.points(after - before),
          detail:
            "\(NumberFormat.percent(before, places: 2)) → \(NumberFormat.percent(after, places: 2))"
        ))
    }
    return cards
  }
}
