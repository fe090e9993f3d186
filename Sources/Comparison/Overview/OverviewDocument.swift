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
      title: title, question: question, finding: finding ?? counts(runs))
    if finding != nil { document.opening.append(counts(runs) + ".") }
    for group in groups {
      if sweep == nil, !group.single.isEmpty { document.sections.append(variants(group)) }
      for grid in group.sweeps {
        var section = SweepDocument(
          grid: grid, footprints: group.footprints, money: group.money
        ).section
        if groups.count > 1 { section.sentences.insert("For \(group.title).", at: 0) }
        document.sections.append(section)
      }
      let others = group.runs.filter { $0.run.request.sweep != nil }
      let frontiers = FrontierSection(runs: group.single + others, money: group.money)
      if var section = frontiers.section {
        if groups.count > 1 { section.sentences.insert("For \(group.title).", at: 0) }
        document.sections.append(section)
      }
    }
    document.definitions =
      [
        Definitions.dataset, Definitions.cost, Definitions.bound, Definitions.gaps,
        Definitions.resilience, Definitions.mix, Definitions.footprint, Definitions.tooClose,
        Definitions.stopped,
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

  /// What the one group says; `nil` where there are several, or fewer than two plans.
  private var finding: String? {
    guard groups.count == 1, let group = groups.first else { return nil }
    let singles = group.single.filter { $0.plan != nil }
    if singles.isEmpty, group.sweeps.count == 1, let grid = group.sweeps.first {
      let members = grid.members.filter { $0.plan != nil }
      guard let range = range(of: members, group.money) else { return nil }
      return "Cost ranges from \(range.least) to \(range.most); "
        + SweepWinners(members).clause
    }
    guard let range = range(of: singles, group.money) else { return nil }
    if range.cheapest.difference(to: range.dearest)?.verdict == .equal {
      return "All cost the same"
    }
    return """
      \(range.cheapest.label) costs the least, \(range.least), and \(range.dearest.label) the most, \(range.most)
      """
  }

  private func range(of runs: [RunFacts], _ money: MoneyFormat) -> (
    cheapest: RunFacts, dearest: RunFacts, least: String, most: String
  )? {
    let ordered = runs.sorted { ($0.plan?.cost ?? 0) < ($1.plan?.cost ?? 0) }
    guard ordered.count > 1, let first = ordered.first, let last = ordered.last,
      let least = first.plan?.cost, let most = last.plan?.cost
    else { return nil }
    return (first, last, money(least, digits: 4), money(most, digits: 4))
  }

  private func counts(_ runs: [RunFacts]) -> String {
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
    let rows = RunRows(
      runs, footprints: group.footprints, money: group.money, hasMix: runs.count == 1)
    let table = Table(
      [.text("Variant")] + CostDifference.columns(share: "Compared with -") + rows.columns,
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
        "The dataset itself, without a variant, was not run, so there is nothing to compare the variants with."
      )
    }
    section.blocks = [
      .table(
        title: "Results", table,
        note:
          "Costs in \(group.money.name), discounted. Cost is spend plus the value of sales not made."
      )
    ]
    if runs.count > 1 { section.blocks += figures(runs, group, table) }
    section.blocks.append(group.footprints.legend(of: runs))
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
          bars: runs.map { .init($0, label: $0.label) },
          title: "Where goods are made in the last period",
          heading: "Variant"
        ).figure(), isInText: true),
    ]
  }

  private func sweeps(of group: Group) -> [String] {
    group.sweeps.map { grid in
      """
      The sweep \(grid.name), \(NumberFormat.count(grid.members.count, "run", "runs")) over \
      \(grid.axes.map(\.name).listed()), has a section of its own below.
      """
    }
  }
}
