import FigureDrawing
import SupplyPlan
import Wording

/// The bridges to one plan: from today’s sites expanded, from today’s network, and from every other plan of the frontier.
struct Bridges {
  /// A bridge with what it starts from.
  struct Bridge {
    /// The value of its entry in the list of starts.
    let key: String
    let start: String
    let figure: Figure
    let isFirst: Bool
  }

  private let context: PlanContext
  private let starts: [(key: String, start: BridgeFigure.Start)]

  /// - Parameters:
  ///   - context: the plan that the bridges lead to.
  ///   - others: all plans of the report with their names, in order; the plan itself is passed over.
  init(to context: PlanContext, from others: [PlanContext]) {
    self.context = context
    var starts: [(key: String, start: BridgeFigure.Start)] = []
    let networks = [(ComparatorNetwork.expanded, context.expanded), (.current, context.baseline)]
    for (network, plan) in networks {
      guard let plan else { continue }
      let start = BridgeFigure.Start(
        name: ComparatorWords.name(network), costs: plan.costs, folder: network.objective)
      starts.append((network.rawValue, start))
    }
    for (position, other) in others.enumerated()
    where other.plan.cost != nil && other.number != context.number {
      starts.append(
        (
          String(position),
          BridgeFigure.Start(name: other.name, costs: other.plan.costs, folder: other.folder)
        ))
    }
    self.starts = starts
  }

  /// The bridge that is shown first; one from nothing where there is nothing to start from.
  var first: Bridge {
    guard !starts.isEmpty else {
      let figure = BridgeFigure(context: context, start: nil).figure()
      return Bridge(key: "", start: "", figure: figure, isFirst: true)
    }
    return bridge(0)
  }

  /// All bridges, the one shown first at the head.
  var all: [Bridge] { [first] + starts.indices.dropFirst().map(bridge) }

  private func bridge(_ index: Int) -> Bridge {
    let (key, start) = starts[index]
    return Bridge(
      key: key, start: start.name, figure: BridgeFigure(context: context, start: start).figure(),
      isFirst: index == 0)
  }
}
