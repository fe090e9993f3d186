import SupplyPlan
import Wording

/// A search that is not finished: what is said on top of everything, and that sentences have to be weaker.
struct UnfinishedSearch {
  /// A share of the range between cheapest and safest plan, or of a cost, above which so much is open that the answer may change.
  static let mostOpen = 0.1

  let frontier: FrontierRecord?
  /// The plan that is recommended.
  let plan: Plan?

  /// Whether so much is open that the answer may change.
  var isUnfinished: Bool {
    isWide || (plan?.cost != nil && (plan?.broken == nil) && (plan?.gap ?? 0) > Self.mostOpen)
  }

  private var isWide: Bool {
    guard let frontier, frontier.points.count > 1 else { return false }
    return frontier.uncertainty > Self.mostOpen
  }

  /// What is said on top; `nil` where the search came to its end.
  var banner: String? {
    if let frontier, frontier.points.count > 1,
      isUnfinished || frontier.termination == .stopped
    {
      let reason = frontier.stopReason.map { " (\($0))" } ?? ""
      let open = NumberFormat.percent(frontier.uncertainty, places: 0, rounding: .up)
      let head =
        frontier.termination == .stopped
        ? "This search ended early\(reason)." : "This search is not finished."
      return """
        \(head) \(open) of the range between the cheapest and the safest plan is still unproven; \
        \(NumberFormat.given(frontier.tolerance)) was asked for. Better plans may exist: let it search for longer before you \
        decide.
        """
    }
    guard let plan, plan.cost != nil, plan.broken == nil,
      isUnfinished || plan.termination == .stopped
    else { return nil }
    let reason = plan.stopReason.map { " (\($0))" } ?? ""
    let gap = plan.gap.map {
      " A plan that costs up to \(NumberFormat.percent($0, places: 1, rounding: .up)) less may exist."
    }
    return
      "This search ended early\(reason).\(gap ?? "") Let it search for longer before you decide."
  }
}
