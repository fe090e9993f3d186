import FigureDrawing
import FrontierSearch
import SupplyPlan

/// The page that a board reads: one recommended plan against one comparator. The finding, the numbers, then the decision, what
/// it costs and buys, the capital, what it does not protect from, and what would change it.
struct Answer {
  let summary: Summary
  let input: ReportInput
  /// The plan that the report opens with, with what it is compared with; `nil` where there is none.
  let chosen: PlanContext?
  private let comparison: CostComparison?
  private let search: UnfinishedSearch
  let choices: EqualChoices?

  init(summary: Summary, input: ReportInput, chosen: PlanContext?, choices: EqualChoices?) {
    self.summary = summary
    self.input = input
    self.chosen = chosen
    self.choices = choices
    search = UnfinishedSearch(frontier: input.frontier, plan: chosen?.plan)
    let point = input.frontier.flatMap { frontier in
      frontier.points.indices.contains(input.chosen) ? frontier.points[input.chosen] : nil
    }
    let bound = point.map { summary.band?.lowerBound(at: $0.salesAtRisk) ?? $0.bound }
    comparison = chosen.flatMap { chosen in
      Comparator(of: chosen).flatMap {
        CostComparison(chosen.plan, bound: bound ?? chosen.plan.bound, against: $0)
      }
    }
  }

  /// The finding, in one sentence; `nil` for a report of findings alone.
  var headline: String? {
    if input.isFindingsAlone { return nil }
    guard let chosen, chosen.plan.cost != nil else { return summary.finding + "." }
    return Headline(
      summary: summary, chosen: chosen, comparison: comparison,
      isUnfinished: search.isUnfinished
    ).text
  }

  /// What the reader has to know before anything else: that the search is not finished.
  var banner: String? { search.banner }

  /// What a board asks, with the answers; empty where there is no plan.
  var brief: [BriefItem] {
    guard let chosen, chosen.plan.cost != nil else { return [] }
    let items: [BriefItem?] = [
      chosen.plan.broken == nil
        ? DecisionBrief(context: chosen, summary: summary, input: input).item : nil,
      CostBrief(context: chosen, summary: summary, comparison: comparison).item,
      chosen.plan.broken == nil
        ? CapitalBrief(context: chosen, comparator: comparison?.before).item : nil,
      ExposureBrief(context: chosen, input: input).item,
      ReversalBrief(
        context: chosen, summary: summary, input: input, comparator: comparison?.before,
        choices: choices
      ).item,
    ]
    return items.compactMap(\.self)
  }

  /// The numbers that stand out.
  var numbers: [Section.Card] {
    chosen.map { AnswerCards(context: $0, comparison: comparison).cards } ?? []
  }
}
