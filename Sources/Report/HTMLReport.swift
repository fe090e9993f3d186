import FigureDrawing
import FrontierSearch
import SupplyData
import SupplyPlan

/// The report of an output folder: one HTML file that asks for nothing else.
///
/// Style, script, figures and the outlines of the map are inside it. Without its script it shows the plan at
/// the knee of the frontier; with it the reader chooses.
///
///     let page = try HTMLReport(ReportInput(dataset: dataset, plans: [plan])).render()
public struct HTMLReport: Sendable {
  private let input: ReportInput

  /// The report of `input`.
  public init(_ input: ReportInput) {
    self.input = input
  }

  /// The page.
  ///
  /// - Throws: ``ReportError`` where the parts of the input do not belong together.
  public func render() throws -> String {
    try input.validate()
    return try PageTemplate.render(page(), template: PackageResources.report_mustache)
  }

  /// What the template shows.
  func page() -> PageView {
    let index = DatasetIndex(input.dataset)
    let band = input.frontier.map(FrontierBand.init)
    let summary = Summary(index: index, input: input, band: band)
    let chosen = input.chosen
    let sections = sections(index)
    let views = MapFigure.views(index)
    let points = contexts(index).enumerated().map { position, context in
      point(
        context, position: position, isChosen: position == chosen, views: views, summary: summary)
    }
    let appendix = Appendix(index: index, input: input, measure: summary.measure)
    let hasMaps = points.contains { !$0.figures.isEmpty }
    return PageView(
      styles: PageTemplate.styles + String(decoding: PackageResources.report_css, as: UTF8.self)
        + String(decoding: PackageResources.print_css, as: UTF8.self),
      script: String(decoding: PackageResources.report_js, as: UTF8.self),
      definitions: hasMaps ? Self.definitions(views) : "",
      title: input.dataset.settings.name, question: summary.question,
      finding: input.isFindingsAlone ? nil : summary.finding, opening: summary.opening,
      contents: PageView.Contents(sections, input),
      frontier: frontierFigure(index, band, chosen: chosen),
      hasChoice: points.count > 1, last: points.count - 1, chosen: chosen,
      chosenLabel: points.indices.contains(chosen) ? points[chosen].label : "",
      points: points, sections: sections.map(\.view), assumptions: appendix.assumptions,
      scenarios: appendix.scenarios?.html, broken: appendix.broken?.html,
      statistics: appendix.statistics?.html, fingerprint: input.dataset.sha256)
  }

  /// What analyses found, each in a section of its own, in the order in which a board asks.
  private func sections(_ index: DatasetIndex) -> [FindingSection] {
    [
      StressSection(index: index, input: input)?.section,
      input.premium.flatMap { PremiumSection(index: index, record: $0).section },
      SourcesSection(index: index, input: input)?.section,
      input.flip.flatMap { FlipSection(index: index, record: $0).section },
      input.regret.flatMap { RegretSection(index: index, record: $0).section },
      input.alternatives.flatMap { AlternativesSection(index: index, record: $0).section },
      input.explanation.flatMap { ExplanationSection(index: index, record: $0).section },
    ].compactMap(\.self)
  }

  /// Each plan with what it is compared with.
  private func contexts(_ index: DatasetIndex) -> [PlanContext] {
    let isFrontier = input.frontier != nil
    return input.plans.enumerated().map { position, plan in
      PlanContext(
        index: index, plan: plan, number: isFrontier ? position + 1 : nil,
        baseline: input.baseline?.cost == nil ? nil : input.baseline,
        cheapest: isFrontier && position > 0 ? input.plans.first : nil)
    }
  }

  private func frontierFigure(_ index: DatasetIndex, _ band: FrontierBand?, chosen: Int)
    -> FigureView?
  {
    guard let frontier = input.frontier, let band, !frontier.points.isEmpty else { return nil }
    let figure = FrontierFigure(
      index: index, frontier: frontier, band: band, baseline: input.baseline, chosen: chosen,
      knee: frontier.points.count > 2 ? frontier.knee : nil)
    return FigureView(figure.figure(), suffix: "")
  }

  private func point(
    _ context: PlanContext, position: Int, isChosen: Bool, views: [FigureWidth: MapView],
    summary: Summary
  ) -> PageView.Point {
    let point = input.frontier?.points[position]
    let words = PlanSummary(context: context, summary: summary, point: point)
    var figures: [Figure] = []
    if context.plan.cost != nil {
      figures = [
        MapFigure(context, views: views).figure(), BridgeFigure(context: context).figure(),
        MixFigure(context: context).figure(), MovesFigure(context).figure(),
      ]
      if !context.index.dataset.scenarios.isEmpty { figures.append(LossFigure(context).figure()) }
      if let home = context.index.dataset.settings.home {
        figures.append(HomeFigure(context, home: home).figure())
      }
    }
    let cards = Cards(context: context, points: input.frontier?.points ?? []).cards
    return PageView.Point(
      position: position, number: position + 1, name: context.name,
      label: ([context.name] + cards.prefix(2).map { "\($0.label.lowercased()) \($0.value)" })
        .joined(separator: ", "),
      isHidden: !isChosen, cards: cards, sentences: words.sentences,
      figures: figures.map { FigureView($0, suffix: "-\(position + 1)") })
  }

  private static func definitions(_ views: [FigureWidth: MapView]) -> String {
    FigureWidth.allCases.compactMap { size in
      views[size].map { MapFigure.landDefinition($0, size) }
    }.joined()
  }
}
