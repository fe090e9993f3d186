import FigureDrawing
import SupplyPlan
import Wording

/// What a frontier says, in a sentence.
enum FrontierWords {
  /// What is told of a frontier without a plan to recommend.
  static func finding(_ frontier: FrontierRecord) -> String {
    guard frontier.points.isEmpty else {
      return "One plan is the cheapest and the most resilient found"
    }
    return frontier.termination == .infeasible
      ? "No plan can exist under these constraints" : "No plan was found"
  }

  /// The title of the frontier figure: what a point of resilience costs from the cheapest plan on, before and beyond the knee where
  /// the bounds prove one.
  static func pace(_ frontier: FrontierRecord, knee: Int?, money: MoneyFormat) -> String {
    guard let first = frontier.points.first, let last = frontier.points.last,
      let overall = first.price(to: last)
    else { return finding(frontier) }
    if let knee, frontier.points.indices.contains(knee),
      let before = first.price(to: frontier.points[knee]),
      let beyond = frontier.points[knee].price(to: last)
    {
      return """
        From plan 1 to plan \(knee + 1) a point of resilience costs \(money(before)) on average; \
        from there on, \(money(beyond))
        """
    }
    return
      "From plan 1 to plan \(frontier.points.count) a point of resilience costs \(money(overall)) on average"
  }
}
