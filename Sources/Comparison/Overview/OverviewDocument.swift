import FigureDrawing
import Findings
import RunStore
import SupplyPlan
import Wording

extension RunsOverview {
  /// What is said and shown of the runs.
  var document: Document {
    let runs = groups.flatMap(\.runs)
    var document = Document(
      title: title, question: question, finding: finding(runs))
    for group in groups {
      if sweep == nil, !group.single.isEmpty { document.sections.append(variants(group)) }
      for grid in group.sweeps {
        var section = SweepDocument(
          grid: grid, footprints: group.footprints, money: group.money
        ).section
        if groups.count > 1 { section.sentences.insert("Of \(group.title).", at: 0) }
        document.sections.append(section)
      }
      let others = group.runs.filter { $0.run.request.sweep != nil }
      let frontiers = FrontierSection(runs: group.single + others, money: group.money)
      if var section = frontiers.section {
        if groups.count > 1 { section.sentences.insert("Of \(group.title).", at: 0) }
        document.sections.append(section)
      }
    }
    document.definitions =
      [
        Definitions.dataset, Definitions.cost, Definitions.bound, Definitions.gaps,
        Definitions.resilience, Definitions.mix, Definitions.footprint, Definitions.stopped,
      ] + Definitions.risk(of: runs)
    return document
  }

  private var title: String {
    let names = Set(groups.flatMap(\.runs).map(\.run.datasetName))
    return names.count == 1 ? names.first ?? "" : "\(names.count) datasets"
  }

  private var question: String {
    let title =
      groups.count == 1
      ? groups[0].title : "\(groups.count) groups of runs, by dataset, command and options"
    return sweep.map { "\(title); sweep \($0) alone" } ?? title
  }

  private func finding(_ runs: [RunFacts]) -> String {
    let solved = runs.count { $0.plan != nil }
    let lacks = Dictionary(grouping: runs.compactMap(\.lack), by: { $0 })
      .sorted { $0.key < $1.key }.map { "\($0.value.count) \($0.key)" }
    return
      "\(NumberFormat.count(runs.count, "run", "runs")), \(NumberFormat.whole(Double(solved))) with a plan"
      + (lacks.isEmpty ? "" : "; " + lacks.joined(separator: ", "))
  }

  // MARK: Variants

  private func variants(_ group: Group) -> Section {
    let runs = group.single
    let rows = RunRows(runs, footprints: group.footprints, money: group.money)
    let table = Table(
      [.text("Variant")] + CostDifference.columns(share: "Against -") + rows.columns,
      rows: runs.map { facts in
        [.text(facts.label)]
          + CostDifference.cells(
            facts.run.request.key.variant.isEmpty ? nil : group.base?.difference(to: facts))
          + rows.cells(facts)
      })
    var section = Section(
      title: groups.count > 1 ? "Variants of \(group.title)" : "Variants")
    section.sentences = sweeps(of: group)
    if group.base == nil {
      section.sentences.append(
        "The dataset as its files are was not run, so nothing is compared with it.")
    }
    section.blocks = [
      .table(
        title: "Results", table,
        note: "Cost and bound in \(group.money.name), discounted. Mix: of the last period.")
    ]
    if runs.count > 1 { section.blocks += figures(runs, group, table) }
    if group.sweeps.isEmpty {
      section.blocks.append(group.footprints.legend(of: runs))
    }
    return section
  }

  private func figures(_ runs: [RunFacts], _ group: Group, _ table: Table)
    -> [Section.Block]
  {
    [
      .figure(
        CostIntervals(
          rows: runs.map {
            .init(
              label: $0.label, cost: $0.plan?.cost, bound: $0.plan?.bound, lack: $0.lack ?? "")
          }, reference: group.base?.plan?.cost, money: group.money, table: table
        ).figure(), isInText: false),
      .figure(
        MixBars(
          bars: runs.map { .init($0, label: $0.label) }, title: "Mix of the last period",
          heading: "Variant"
        ).figure(), isInText: false),
    ]
  }

  private func sweeps(of group: Group) -> [String] {
    group.sweeps.map { grid in
      """
      Sweep \(grid.name): \(NumberFormat.count(grid.members.count, "run", "runs")) over \
      \(grid.axes.map(\.name).joined(separator: ", ")); see below.
      """
    }
  }
}
