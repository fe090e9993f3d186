import FigureDrawing
import Findings
import Resilience
import SupplyData
import SupplyPlan
import TextFiles
import Wording

/// The part of the report that follows the choice of a plan: its figures by subject, and its tables.
struct PlanPage {
  let context: PlanContext
  /// All plans of the report, in order.
  let others: [PlanContext]
  let position: Int
  let summary: Summary
  let input: ReportInput
  let views: [FigureWidth: MapView]

  private var index: ReportIndex { context.index }
  private var suffix: String { "-\(position + 1)" }
  private var hasPlan: Bool { context.plan.cost != nil }
  private var point: FrontierRecord.Point? { input.frontier?.points[position] }

  /// The numbers of its head.
  var cards: [Section.Card] {
    PlanCards(context: context, frontier: input.frontier).cards
  }

  /// What is said of it in its head.
  var sentences: [String] {
    PlanSentences(context: context, summary: summary, point: point).sentences
  }

  /// The plan in a line: name, cost, sales at risk.
  var label: String {
    var parts = [context.name]
    if let cost = context.plan.cost { parts.append("total cost \(index.money(cost))") }
    if let risk = context.plan.risk.salesAtRisk {
      parts.append("sales at risk \(NumberFormat.percent(risk))")
    }
    return parts.joined(separator: ", ")
  }

  /// What the template shows. It draws every figure: ask once.
  func view() -> PlanView {
    PlanView(
      number: position + 1, position: position, name: context.name, cards: cards,
      sentences: sentences,
      groups: sections().map { section in
        PlanView.Group(
          section: SectionView(section, id: section.id) { _ in suffix },
          bridges: section.id == Self.costs ? bridges : nil)
      }, tables: hasPlan ? tables : [],
      tablesTitle: "Tables of \(context.name)")
  }

  /// The figures about a subject that are shown at first, for who wants them one by one: of the bridges the first.
  func figures(of section: Section) -> [Figure] {
    section.id == Self.costs
      ? [Bridges(to: context, from: others).first.figure] + section.figures : section.figures
  }

  static let costs = "costs"

  /// The subjects. It draws every figure: ask once.
  func sections() -> [Section] {
    guard hasPlan else { return [] }
    let stress = StressSection(
      index: index, record: input.stress, plan: stressName, context: context)?.section
    let sources = SourcesSection(
      index: index, plan: sourcesOfPlan, current: input.currentSources, name: context.name,
      source: index.source(context.file("flows.csv"), context.file("production.csv")))?.section
    let origins: [Figure?] = [
      MixFigure(context: context).figure(), ProductMixFigure(context)?.figure(),
      index.dataset.settings.home.map { HomeFigure(context, home: $0).figure() },
    ]
    let crises: [Figure?] = [
      index.dataset.scenarios.isEmpty ? nil : LossFigure(context).figure(),
      CustomerLossFigure(context)?.figure(),
    ]
    return [
      Section(
        id: "network", title: "The network",
        figures: [
          MapFigure(context, views: views).figure(), MovesFigure(context).figure(),
          CapacityFigure(context)?.figure(),
        ].compactMap(\.self)),
      Section(
        id: Self.costs, title: "What it costs",
        figures: [DutyFigure(context)?.figure()].compactMap(\.self)),
      Section(
        id: "origins", title: "Where things are made",
        sentences: sources.map { [$0.title + "."] + $0.sentences } ?? [],
        figures: origins.compactMap(\.self) + (sources?.figures ?? [])),
      Section(
        id: "crises", title: "What a crisis costs",
        sentences: stress.map { [$0.title + "."] + $0.sentences } ?? [],
        figures: crises.compactMap(\.self) + (stress?.figures ?? [])),
    ].filter { !$0.figures.isEmpty || $0.id == Self.costs }
  }

  /// What the stress test calls the plan.
  private var stressName: String {
    input.frontier == nil ? "plan" : "plan \(position + 1)"
  }

  private var sourcesOfPlan: SourceMapRecord? {
    input.sources.indices.contains(position) ? input.sources[position] : nil
  }

  private var bridges: PlanView.BridgeChoice {
    PlanView.BridgeChoice(
      entries: Bridges(to: context, from: others).all.map { bridge in
        PlanView.BridgeChoice.Entry(
          key: bridge.key, start: bridge.start, isHidden: !bridge.isFirst,
          figure: FigureView(
            bridge.figure, suffix: bridge.isFirst ? suffix : "\(suffix)-from-\(bridge.key)"))
      })
  }

  var tables: [PlanView.Table] {
    PlanTables(plan: context.plan).tables.map { title, table in
      PlanView.Table(
        file: "plan\(suffix)-\(table.name).csv", title: title,
        rows: NumberFormat.count(table.rows.count, "row", "rows"), lines: table.csv.escapedLines)
    }
  }
}
