import FigureDrawing
import FrontierSearch
import SupplyData
import SupplyPlan

/// What all forms of a report are made of: the words, the frontier, the plans with their figures.
struct ReportParts {
  let index: DatasetIndex
  let summary: Summary
  /// The windows of the maps, the same for all plans.
  let views: [FigureWidth: MapView]
  /// The frontier; `nil` without points.
  let frontierFigure: Figure?
  /// The plans, in order.
  let plans: [PlanPage]

  /// - Throws: `Faults` where the dataset contradicts itself.
  init(_ input: ReportInput) throws {
    index = DatasetIndex(input.dataset)
    let band = input.frontier.map(FrontierBand.init)
    summary = Summary(index: index, input: input, band: band)
    views = MapFigure.views(index)
    let contexts = input.plans.isEmpty ? [] : try Self.contexts(index, input)
    plans = contexts.enumerated().map { [summary, views] position, context in
      PlanPage(
        context: context, others: contexts, position: position, summary: summary, input: input,
        views: views)
    }
    if let frontier = input.frontier, let band, !frontier.points.isEmpty {
      frontierFigure =
        FrontierFigure(
          index: index, frontier: frontier, band: band, baseline: input.baseline,
          chosen: input.chosen, knee: frontier.points.count > 2 ? frontier.knee : nil
        ).figure()
    } else {
      frontierFigure = nil
    }
  }

  /// Each plan with what it is compared with.
  private static func contexts(_ index: DatasetIndex, _ input: ReportInput) throws -> [PlanContext]
  {
    let isFrontier = input.frontier != nil
    let resolved = try ResolvedNetwork(input.dataset)
    return input.plans.enumerated().map { position, plan in
      PlanContext(
        index: index, resolved: resolved, plan: plan, number: isFrontier ? position + 1 : nil,
        baseline: input.baseline?.cost == nil ? nil : input.baseline,
        cheapest: isFrontier && position > 0 ? input.plans.first : nil)
    }
  }
}
