import FigureDrawing
import SupplyPlan
import Wording

/// What a frontier says, in a sentence.
enum FrontierWords {
  /// The headline: what resilience costs.
  static func finding(_ frontier: FrontierRecord) -> String {
    guard let first = frontier.points.first, let last = frontier.points.last else {
      return frontier.termination == .infeasible
        ? "No plan can exist under these constraints" : "No plan was found"
    }
    guard frontier.points.count > 1, first.salesAtRisk > last.salesAtRisk else {
      return "One plan is the cheapest and the most resilient found"
    }
    let half = frontier.points.first { $0.salesAtRisk <= first.salesAtRisk / 2 }
    if let half, let more = increase(from: first.cost, to: half.cost) {
      return "Half of the sales at risk go for \(more) more cost"
    }
    let range = """
      Sales at risk can fall from \(NumberFormat.percent(first.salesAtRisk)) to \
      \(NumberFormat.percent(last.salesAtRisk))
      """
    guard let more = increase(from: first.cost, to: last.cost) else { return range }
    return "\(range), for \(more) more cost"
  }

  /// The title of the frontier figure: what a point of resilience costs before and beyond the knee.
  static func pace(_ frontier: FrontierRecord, knee: Int?, money: MoneyFormat) -> String {
    guard let first = frontier.points.first, let last = frontier.points.last,
      let overall = first.price(to: last)
    else { return finding(frontier) }
    if let knee, frontier.points.indices.contains(knee),
      let before = first.price(to: frontier.points[knee]),
      let beyond = frontier.points[knee].price(to: last)
    {
      return """
        Up to plan \(knee + 1) a point of resilience costs \(money(before)) on average; \
        beyond it, \(money(beyond))
        """
    }
    return "A point of resilience costs \(money(overall)) on average"
  }

  /// A rise in per cent; `nil` where it cannot be told.
  static func increase(from: Double, to: Double) -> String? {
    guard from > 0, to >= from else { return nil }
    return NumberFormat.percent((to - from) / from)
  }
}
