import SupplyData
import SupplyPlan
import TextFiles
import Wording

/// The first sentence: what is recommended, what it buys and what it costs, against one comparator.
struct Headline {
  let summary: Summary
  let chosen: PlanContext
  let comparison: CostComparison?
  /// Whether the search left so much open that the sentence has to be weaker.
  let isUnfinished: Bool

  /// The sentence.
  var text: String {
    guard let comparison else { return summary.finding(of: chosen) + "." }
    let sentence = "\(moves) \(comparison.phrase)."
    return isUnfinished ? "Best plan found so far: \(sentence.uncapitalizedFirst)" : sentence
  }

  /// The decision as the subject of a sentence: `Opening seven sites and closing two`.
  private var moves: String {
    let facts = MoveFacts(chosen.index, chosen.plan)
    let (opened, closed) = (facts.opened, facts.closed)
    switch (opened.count, closed.count) {
    case (0, 0):
      return facts.moves.contains { $0.steps.contains { $0.built > 0 } }
        ? "Adding capacity at today’s sites" : "Keeping today’s sites as they are"
    case (let opens, 0): return "Opening \(sites(opened, opens))"
    case (0, let closes): return "Closing \(sites(closed, closes))"
    case (1, 1): return "Opening \(opened[0].facility.name) and closing \(closed[0].facility.name)"
    case (let opens, let closes):
      return """
        Opening \(NumberFormat.count(opens, "site", "sites", inWords: true)) and closing \(NumberFormat.word(closes))
        """
    }
  }

  private func sites(_ moves: [SiteMove], _ count: Int) -> String {
    count == 1
      ? moves[0].facility.name : NumberFormat.count(count, "site", "sites", inWords: true)
  }
}
