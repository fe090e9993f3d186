import FigureDrawing
import SupplyPlan

/// The bridges to one plan: from the current network, and from every other plan of the frontier.
struct Bridges {
  /// A bridge with what it starts from.
  struct Bridge {
    /// The value of its entry in the list of starts.
    let key: String
    let start: String
    let figure: Figure
    let isFirst: Bool
  }

  /// The bridges, the one shown first marked; one from nothing where there is nothing to start from.
  let all: [Bridge]

  /// - Parameters:
  ///   - context: the plan that the bridges lead to.
  ///   - others: all plans of the report with their names, in order; the plan itself is passed over.
  init(to context: PlanContext, from others: [PlanContext]) {
    var starts: [(key: String, start: BridgeFigure.Start)] = []
    if let baseline = context.baseline {
      starts.append(
        ("current", BridgeFigure.Start(name: say("Current network"), costs: baseline.costs)))
    }
    for (position, other) in others.enumerated()
    where other.plan.cost != nil && other.number != context.number {
      starts.append(
        (String(position), BridgeFigure.Start(name: other.name, costs: other.plan.costs)))
    }
    guard !starts.isEmpty else {
      let figure = BridgeFigure(context: context, start: nil).figure()
      all = [Bridge(key: "", start: "", figure: figure, isFirst: true)]
      return
    }
    all = starts.enumerated().map { place, entry in
      Bridge(
        key: entry.key, start: entry.start.name,
        figure: BridgeFigure(context: context, start: entry.start).figure(), isFirst: place == 0)
    }
  }
}
