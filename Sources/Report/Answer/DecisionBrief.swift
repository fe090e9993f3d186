import SupplyData
import SupplyPlan
import TextFiles
import Wording

/// The decision: which plan, why that one, and which sites open, close and grow, by name and when.
struct DecisionBrief {
  let context: PlanContext
  let summary: Summary
  let input: ReportInput

  /// The item.
  var item: BriefItem {
    BriefItem(
      label: "Decision", sentences: ([choice] + moves).compactMap(\.self),
      traces: [.init(id: "network", title: "Sites and moves")])
  }

  /// Why this plan of the frontier.
  private var choice: String? {
    guard let frontier = input.frontier, frontier.points.count > 1 else { return nil }
    let plan = "\(context.name) of \(frontier.points.count)"
    if input.opening != nil { return "\(plan), as chosen for this report." }
    if summary.provenKnee == input.chosen {
      return "\(plan) is recommended: beyond it resilience gets dearer, by what is proven."
    }
    return frontier.knee == input.chosen && input.chosen > 0
      ? """
      \(plan) is recommended: beyond it resilience gets dearer among the plans found. The bounds do not yet prove that \
      the true frontier turns there.
      """
      : "\(plan) is recommended: every more resilient plan found costs as much for each point as the whole way does."
  }

  private var moves: [String] {
    let facts = MoveFacts(context.index, context.plan)
    guard !facts.moves.isEmpty else { return ["No site opens, closes or grows."] }
    let periods = context.index.periods
    let lines = periods.indices.compactMap { period -> String? in
      let phrases = phrases(facts, period)
      guard !phrases.isEmpty else { return nil }
      let sentence = phrases.joined(separator: "; ").capitalizedFirst
      return periods.count > 1
        ? "\(periods[period].id): \(sentence.uncapitalizedFirst)." : sentence + "."
    }
    return lines + (facts.closed.isEmpty && !facts.opened.isEmpty ? ["It closes no site."] : [])
  }

  private func phrases(_ facts: MoveFacts, _ period: Int) -> [String] {
    func names(_ matches: (SiteMove.Step) -> Bool) -> [String] {
      facts.moves.filter { $0.steps.contains { $0.period == period && matches($0) } }
        .map(\.facility.name)
    }
    let opened = names(\.opens)
    let closed = names(\.closes)
    let grown = names { !$0.opens && $0.built > $0.retired }
    let shrunk = names { !$0.closes && $0.retired > $0.built }
    return [
      phrase("open", opened), phrase("close", closed), phrase("add capacity at", grown, most: 4),
      phrase("cut capacity at", shrunk, most: 4),
    ].compactMap(\.self)
  }

  /// All names, or so many and how many more.
  private func phrase(_ verb: String, _ names: [String], most: Int = .max) -> String? {
    guard !names.isEmpty else { return nil }
    var shown = names
    if names.count > most {
      let more = names.count - most + 1
      shown = names.prefix(most - 1) + ["\(more) more sites"]
    }
    // Names that hold commas themselves are set apart by semicolons.
    let separator = names.contains { $0.contains(",") } ? "; " : ", "
    return "\(verb) \(shown.listed(separator: separator))"
  }
}
