import FigureDrawing
import Findings
import RunStore
import SupplyData
import SupplyPlan
import TextFiles
import Wording

/// Outputs side by side: what they cost and risk, where they make things, and what differs in what they read.
struct OutputComparison {
  let outputs: [ComparedOutput]
  /// The facts of each output, in the same order.
  let facts: [RunFacts]

  /// The most outputs: colours beyond these are not told apart.
  static let most = Palette.series.count

  /// - Throws: faults where the outputs cannot be compared.
  init(_ outputs: [ComparedOutput]) throws(Faults) {
    guard outputs.count <= Self.most else {
      throw Faults([
        Fault(
          file: outputs[Self.most].path,
          cause: "\(outputs.count) outputs are more than the \(Self.most) that a page tells apart",
          cure: "Compare fewer, or keep them in a store with `shorewise batch`.")
      ])
    }
    self.outputs = outputs
    facts = outputs.enumerated().map { $1.facts(id: Int64($0 + 1)) }
    try Comparability(outputs: outputs, facts: facts).check()
  }

  var money: MoneyFormat { MoneyFormat(currency: facts.first?.run.currency ?? "") }
  var names: [String] { outputs.map(\.name) }

  /// What is said and shown of the outputs.
  var document: Document {
    let datasets = Set(facts.map(\.run.datasetName))
    var document = Document(
      title: datasets.count == 1 ? datasets.first ?? "" : names.joined(separator: " · "),
      question: "What do \(names.listed()) cost and risk, and where do they differ?",
      finding: finding)
    document.opening = Comparability(outputs: outputs, facts: facts).cautions
    document.sections = [
      results, frontiers,
      LineSection(comparison: self).section, SiteSection(comparison: self).section, mix,
      LossSection(comparison: self).section, InputSection(outputs: outputs).section,
    ].compactMap(\.self)
    document.definitions =
      [
        Definitions.cost, Definitions.bound, Definitions.gaps, Definitions.resilience,
        Definitions.mix,
      ] + Definitions.risk(of: facts)
    return document
  }

  // MARK: Findings

  /// The outputs that have a plan, the cheapest first.
  private var ranked: [RunFacts] {
    facts.filter { $0.plan != nil }.sorted { ($0.plan?.cost ?? 0) < ($1.plan?.cost ?? 0) }
  }

  private var finding: String {
    if facts.count == 2, let difference = facts[0].difference(to: facts[1]) {
      return "\(names[1]) \(CostWords.sentence(difference, money, than: names[0]))"
    }
    if facts.count == 1, let plan = facts[0].plan {
      return """
        \(names[0]) costs \(money(plan.cost, digits: 4)) and puts \(NumberFormat.percent(plan.salesAtRisk)) of a year’s sales \
        at risk
        """
    }
    let ranked = ranked
    guard let cheapest = ranked.first, let dearest = ranked.last, ranked.count > 1,
      let cost = cheapest.plan?.cost
    else {
      return "No two of the \(NumberFormat.count(facts.count, "output", "outputs")) have a plan"
    }
    let difference = cheapest.difference(to: dearest)
    if difference?.verdict == .equal { return "All cost the same" }
    let isProved = ranked.dropFirst().allSatisfy { cheapest.difference(to: $0)?.verdict == .dearer }
    let more =
      difference?.share.map { " (\(NumberFormat.percent($0, places: 2)) more)" } ?? ""
    let head = """
      \(cheapest.name) is the cheapest at \(money(cost, digits: 4)), \(dearest.name) the dearest at \
      \(money(dearest.plan?.cost ?? 0, digits: 4))\(more)
      """
    return isProved ? "\(head); the others are proved to be dearer" : head
  }

  // MARK: Results

  private var results: Section {
    var section = Section(title: "What they cost and risk")
    if facts.count == 2, let difference = facts[0].difference(to: facts[1]) {
      section.cards = PairCards(first: facts[0], second: facts[1], money: money).cards(difference)
      section.sentences = [CostWords.proof(difference, money)]
    }
    let footprints = Footprints(facts.compactMap(\.footprint))
    let rows = RunRows(facts, footprints: footprints, money: money)
    let table = Table(
      [.text("Output"), .text("Question")] + rows.columns,
      rows: zip(outputs, facts).map { [.text($0.name), .text($0.question)] + rows.cells($1) })
    section.blocks = [
      .table(
        title: "Results", table,
        note:
          "Costs in \(money.name), discounted. Cost is spend plus the value of sales not made. Mix and footprint are those of the last period."
      )
    ]
    if ranked.count > 1 {
      section.blocks.append(
        .figure(
          CostIntervals(
            rows: facts.map {
              .init(
                label: $0.name, cost: $0.plan?.cost, bound: $0.plan?.bound, lack: $0.lack ?? "")
            }, reference: nil, money: money, table: table
          ).figure(), isInText: false))
    }
    return section
  }

  // MARK: Frontiers

  private var frontiers: Section? {
    let runs = facts.filter { !$0.points.isEmpty }
    guard var section = FrontierSection(runs: facts, money: money, hasTables: false).section else {
      return nil
    }
    if runs.count > 1 { section.title = frontierTitle(runs) }
    return section
  }

  /// What the frontiers say at the highest of the round levels of resilience that all of them reach.
  private func frontierTitle(_ runs: [RunFacts]) -> String {
    let reached = FrontierLevels.levels(of: runs).last { level in
      runs.allSatisfy { FrontierLevels(facts: $0).cost(at: level) != nil }
    }
    guard let level = reached else { return "The frontiers reach no common level of resilience" }
    let costs = runs.map { FrontierLevels(facts: $0).cost(at: level) ?? 0 }
    guard let least = costs.min(), let most = costs.max(),
      let cheapest = costs.firstIndex(of: least), let dearest = costs.firstIndex(of: most)
    else { return "Frontiers" }
    let kept = "To keep \(NumberFormat.given(level)) of a year’s sales"
    guard most - least > 1e-6 * abs(most) else {
      return "\(kept), all cost the same: \(money(least, digits: 4))"
    }
    return """
      \(kept), \(runs[cheapest].name) costs \(money(most - least)) less than \(runs[dearest].name)
      """
  }

  // MARK: Mix

  private var mix: Section? {
    let shown = facts.filter { $0.lastMix != nil && $0.plan != nil }
    guard !shown.isEmpty else { return nil }
    let widest = PlacementClass.allCases.max { spread($0, shown) < spread($1, shown) }
    guard let placement = widest else { return nil }
    let ordered = shown.sorted { share($0, placement) < share($1, placement) }
    var title = "Where the goods that customers receive are made"
    if let least = ordered.first, let most = ordered.last, spread(placement, shown) > 0.0005 {
      title = """
        \(most.name) makes \(NumberFormat.percent(share(most, placement))) \(placement.word), \(least.name) \
        \(NumberFormat.percent(share(least, placement)))
        """
    } else if shown.count > 1 {
      title = "All make their goods in the same places"
    }
    return Section(
      title: title,
      blocks: [
        .figure(
          MixBars(
            bars: facts.map { .init($0, label: $0.name) },
            title: "Where goods are made in the last period",
            heading: "Output"
          ).figure(), isInText: false)
      ])
  }

  private func share(_ facts: RunFacts, _ placement: PlacementClass) -> Double {
    facts.lastMix?[placement] ?? 0
  }

  private func spread(_ placement: PlacementClass, _ runs: [RunFacts]) -> Double {
    let shares = runs.map { share($0, placement) }
    return (shares.max() ?? 0) - (shares.min() ?? 0)
  }
}
