import FigureDrawing
import FrontierSearch
import SupplyData
import SupplyPlan
import TextFiles

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
  /// - Throws: ``ReportError`` where the parts of the input do not belong together; `Faults` of a dataset that contradicts itself.
  public func render() throws -> String {
    try input.validate()
    return try PageTemplate.render(page(), template: PackageResources.report_mustache)
  }

  /// What the template shows.
  func page() throws -> PageView {
    let parts = try ReportParts(input)
    let chosen = input.chosen
    let plans = parts.plans.map { $0.view() }
    let shown = plans.indices.contains(chosen) ? plans[chosen] : nil
    let appendix = Appendix(index: parts.index, input: input, measure: parts.summary.measure)
    let hasMaps = parts.plans.contains { $0.context.plan.cost != nil }
    let frontier = parts.frontierFigure.map { FigureView($0, suffix: "") }
    let answer = Answer(
      summary: parts.summary, input: input,
      chosen: parts.plans.indices.contains(chosen) ? parts.plans[chosen].context : nil,
      choices: parts.choices)
    let brief = answer.brief
    return PageView(
      fingerprint: input.dataset.sha256, styles: Self.styles(input.style),
      script: try ScriptNumbers().script() + Self.script,
      definitions: hasMaps ? Self.definitions(parts.views).map(\.markup).joined() : "",
      logo: input.style.logo,
      title: input.style.title ?? input.dataset.settings.name, question: parts.summary.question,
      banner: answer.banner, headline: answer.headline, hasBrief: !brief.isEmpty, brief: brief,
      warnings: parts.warnings, numbers: answer.numbers,
      frontier: frontier,
      starts: input.frontier == nil ? [] : parts.summary.starts,
      equals: parts.choices.map { choices in
        choices.groups.map { group in
          PageView.EqualPlans(
            choices: group.map { .init(number: $0.position + 1, words: choices.words($0)) })
        }
      } ?? [],
      contents: Contents(parts: parts, shown: shown).links,
      hasChoice: plans.count > 1, last: plans.count - 1, chosen: chosen,
      chosenLabel: parts.plans.indices.contains(chosen) ? parts.plans[chosen].label : "",
      plan: try shown?.atFirst.html() ?? "",
      // A single plan stands whole in the page.
      points: plans.count > 1
        ? try zip(parts.plans, plans).map { plan, view in
          PageView.Point(
            position: plan.position, label: plan.label, packed: PackedFragment.pack(try view.html())
          )
        } : [],
      sections: parts.sections.map { SectionView($0, id: $0.id) { _ in "" } },
      hasCertificate: !parts.summary.certificate.isEmpty,
      certificate: parts.summary.certificate,
      assumptions: appendix.assumptions, scenarios: appendix.scenarios?.html,
      broken: appendix.broken?.html, statistics: appendix.statistics?.html)
  }

  /// The style sheets of the page.
  static func styles(_ style: ReportStyle) -> String {
    PageTemplate.styles + FigureStyles(FigureStyles.ofReport).css
      + String(decoding: PackageResources.report_css, as: UTF8.self)
      + String(decoding: PackageResources.map_css, as: UTF8.self)
      + String(decoding: PackageResources.print_css, as: UTF8.self) + style.css
  }

  private static var script: String {
    [
      PackageResources.hints_js, PackageResources.tables_js, PackageResources.map_js,
      PackageResources.controls_js, PackageResources.choice_js,
    ].map { String(decoding: $0, as: UTF8.self) }.joined()
  }

  /// What the figures of all plans have in common: the land of the maps.
  static func definitions(_ views: [FigureWidth: MapView]) -> [Element] {
    FigureWidth.allCases.compactMap { size in
      views[size].map { MapFigure.landDefinition($0, size) }
    }
  }
}
