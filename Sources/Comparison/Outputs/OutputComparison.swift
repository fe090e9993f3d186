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
    // A frontier stands beside a plan with a point that is at least as safe, for its cheapest would be cheap by being at risk.
    let plan = outputs.first { $0.frontier == nil && $0.plan != nil }
    let beside = plan.flatMap { plan in
      plan.plan?.risk.salesAtRisk.map { (name: plan.name, salesAtRisk: $0) }
    }
    self.outputs = outputs.map { output in
      var output = output
      output.beside = output.frontier == nil ? nil : beside
      return output
    }
    facts = self.outputs.enumerated().map { $1.facts(id: Int64($0 + 1)) }
    try Comparability(outputs: outputs, facts: facts).check()
  }

  var money: MoneyFormat { MoneyFormat(currency: facts.first?.run.currency ?? "") }
  /// What the plans are called.
  var names: [String] { outputs.map(\.planName) }

  /// What is said and shown of the outputs.
  var document: Document {
    let datasets = Set(facts.map(\.run.datasetName))
    var document = Document(
      title: datasets.count == 1 ? datasets.first ?? "" : names.joined(separator: " · "),
      question:
        "What do \(outputs.map(\.name).listed()) cost, what do they risk, and where do they differ?",
      finding: finding)
    document.opening =
      outputs.compactMap(\.standing) + Comparability(outputs: outputs, facts: facts).cautions
    document.sections = [
      results, TodaySection(outputs: outputs, money: money).section, frontiers,
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
      return "No two of \(NumberFormat.count(facts.count, "output", "outputs")) have a plan"
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
    return isProved ? "\(head); it is proved that the others cost more" : head
  }

  // MARK: Results

  /// Which is the cheapest, and which the safest.
  private var resultsTitle: String {
    guard ranked.count > 1, let cheapest = ranked.first,
      let safest = ranked.min(by: { ($0.plan?.salesAtRisk ?? 1) < ($1.plan?.salesAtRisk ?? 1) })
    else { return "What they cost and risk" }
    return safest.run.id == cheapest.run.id
      ? "\(cheapest.name) costs the least and risks the least"
      : "\(cheapest.name) costs the least, \(safest.name) risks the least"
  }

  private var results: Section {
    var section = Section(title: resultsTitle)
    if facts.count == 2, let difference = facts[0].difference(to: facts[1]) {
      section.cards = PairCards(first: facts[0], second: facts[1], money: money).cards(difference)
      section.sentences = [CostWords.proof(difference, money, of: names[1], than: names[0])]
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
          "Costs in \(money.name), discounted. Cost is spend plus the value of sales not made. The footprint is that of the last period."
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
    guard
      var section = FrontierSection(runs: runs, money: money, plans: singles, hasTables: false)
        .section
    else { return nil }
    if runs.count > 1 {
      section.title = frontierTitle(runs)
    } else if let plan = singles.first, let title = title(of: plan, beside: runs[0]) {
      section.title = title
    }
    return section
  }

  /// The outputs that are one plan.
  private var singles: [RunFacts] { facts.filter { $0.points.isEmpty && $0.plan != nil } }

  /// Where a plan lies against a frontier, at its own resilience; `nil` where the frontier does not reach that.
  private func title(of facts: RunFacts, beside frontier: RunFacts) -> String? {
    guard let plan = facts.plan else { return nil }
    let levels = FrontierLevels(facts: frontier)
    let level = 1 - plan.salesAtRisk
    guard let attained = levels.cost(at: level) else {
      return "\(facts.name) is more resilient than any point of \(frontier.name)"
    }
    let slack = 1e-6 * abs(attained)
    let difference = attained == 0 ? 0 : (plan.cost - attained) / abs(attained)
    let share = NumberFormat.percent(abs(difference), places: 2)
    if let bound = levels.bound(at: level), plan.cost < bound - slack {
      return "\(facts.name) costs less than any plan of its resilience on \(frontier.name) can"
    }
    if abs(plan.cost - attained) <= slack { return "\(facts.name) lies on \(frontier.name)" }
    return plan.cost < attained
      ? "\(facts.name) lies within the band of \(frontier.name), \(share) below the cheapest plan found there"
      : "\(facts.name) costs \(share) more than the cheapest plan of its resilience on \(frontier.name)"
  }

  /// What the frontiers say at the highest of the round levels of resilience that all of them reach.
  private func frontierTitle(_ runs: [RunFacts]) -> String {
    let reached = FrontierLevels.levels(of: runs).last { level in
      runs.allSatisfy { FrontierLevels(facts: $0).cost(at: level) != nil }
    }
    guard let level = reached else { return "No level of resilience is reached by all frontiers" }
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
    var title = "Where the goods delivered are made"
    if let least = ordered.first, let most = ordered.last, spread(placement, shown) > 0.0005 {
      title = """
        \(most.name) makes \(NumberFormat.percent(share(most, placement))) \(placement.word), \(least.name) \
        \(NumberFormat.percent(share(least, placement)))
        """
    } else if shown.count > 1 {
      title = "All have the same mix of placements"
    }
    return Section(
      title: title,
      blocks: [
        .figure(
          MixBars(
            bars: facts.map { .init($0, label: $0.name) },
            title: "Where goods are made in the last period",
            heading: "Output"
          ).figure(), isInText: true)
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
