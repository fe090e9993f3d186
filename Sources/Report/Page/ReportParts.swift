import FigureDrawing
import Findings
import FrontierSearch
import Resilience
import SupplyData
import SupplyPlan

/// What all forms of a report are made of: the words, the frontier, the plans with their figures.
struct ReportParts {
  let index: ReportIndex
  let summary: Summary
  /// The windows of the maps, the same for all plans.
  let views: [FigureWidth: MapView]
  /// The frontier; `nil` without points.
  let frontierFigure: Figure?
  /// The plans, in order.
  let plans: [PlanPage]
  /// What analyses of the whole found.
  let sections: [Section]
  /// Plans of equal worth with other sites; `nil` without a frontier.
  let choices: EqualChoices?
  /// What the reader has to know before anything else.
  let warnings: [String]

  /// - Throws: `Faults` where the dataset contradicts itself.
  init(_ input: ReportInput) throws {
    index = ReportIndex(input.dataset, files: input.files)
    let band = input.frontier.map(FrontierBand.init)
    summary = Summary(index: index, input: input, band: band)
    views = MapFigure.views(index, plans: input.plans)
    sections = Self.sections(index, input)
    choices = EqualChoices(index, input, band: band)
    warnings = [input.stress.flatMap { OpenCellWords($0).text }].compactMap(\.self)
    let contexts = input.plans.isEmpty ? [] : try Self.contexts(index, input)
    plans = contexts.enumerated().map { [summary, views] position, context in
      PlanPage(
        context: context, others: contexts, position: position, summary: summary, input: input,
        views: views)
    }
    if let frontier = input.frontier, let band, !frontier.points.isEmpty {
      frontierFigure =
        FrontierFigure(
          index: index, frontier: frontier, band: band, plans: input.plans,
          baseline: input.baseline, expanded: input.expanded, chosen: input.chosen,
          knee: summary.provenKnee, choices: choices
        ).figure()
    } else {
      frontierFigure = nil
    }
  }

  /// What analyses of the whole found, each in a section of its own, in the order in which a board asks.
  private static func sections(_ index: ReportIndex, _ input: ReportInput) -> [Section] {
    let alone: [Section?] =
      input.plans.isEmpty
      ? [
        StressSection(index: index, record: input.stress, plan: nil, context: nil)?.section,
        SourcesSection(
          index: index, plan: input.sources.first, current: input.currentSources,
          name: "This plan", source: index.source(.file(SourceMapRecord.file)))?
          .section,
      ] : []
    let found: [Section?] = [
      input.premium.flatMap { PremiumSection(index: index, record: $0).section },
      input.flip.flatMap { FlipSection(index: index, record: $0).section },
      input.regret.flatMap { RegretSection(index: index, record: $0).section },
      input.alternatives.flatMap { AlternativesSection(index: index, record: $0).section },
      input.explanation.flatMap { ExplanationSection(index: index, record: $0).section },
    ]
    return (alone + found).compactMap(\.self)
  }

  /// The folder of a file, seen from where the file is.
  private static func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// Each plan with what it is compared with.
  private static func contexts(_ index: ReportIndex, _ input: ReportInput) throws -> [PlanContext] {
    let isFrontier = input.frontier != nil
    let resolved = try ResolvedNetwork(input.dataset)
    let baseline = input.baseline.flatMap { $0.cost == nil ? nil : $0 }
    let current = baseline.map { CurrentFacts(index, resolved, $0) }
    return input.plans.enumerated().map { position, plan in
      PlanContext(
        index: index, resolved: resolved, plan: plan, number: isFrontier ? position + 1 : nil,
        baseline: baseline, expanded: input.expanded.flatMap { $0.cost == nil ? nil : $0 },
        current: current,
        cheapest: isFrontier && position > 0 ? input.plans.first : nil,
        folder: input.frontier.map { folder(of: $0.points[position].plan) } ?? "")
    }
  }
}
