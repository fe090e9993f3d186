import FigureDrawing
import Premium
import SupplyPlan
import TextFiles
import Wording

/// What would change the answer: probabilities at which the plan stops paying, values at which another footprint wins, choices
/// of equal worth, and what the search leaves open.
struct ReversalBrief {
  let context: PlanContext
  let summary: Summary
  let input: ReportInput
  let comparator: Comparator?
  let choices: EqualChoices?

  private var index: ReportIndex { context.index }

  /// A probability this many times the one assumed is far from it.
  private static let far = 2.0

  /// The item; `nil` where nothing is known.
  var item: BriefItem? {
    let sentences = [lastStep, against, flip, equal, proof].compactMap(\.self)
    guard !sentences.isEmpty else { return nil }
    let traces: [BriefItem.Trace?] = [
      input.premium == nil || lastStep == nil
        ? nil : .init(id: PremiumRecord.name, title: "Price of each step"),
      summary.certificate.isEmpty ? nil : .init(id: "certificate", title: "What is proven"),
    ]
    return BriefItem(
      label: "What would change the answer", sentences: sentences,
      traces: traces.compactMap(\.self))
  }

  /// The last step to the plan: whether it pays at the probabilities assumed.
  private var lastStep: String? {
    guard let number = context.number, let record = input.premium,
      let step = record.steps.first(where: { $0.to == number }), !step.breakEvens.isEmpty
    else { return nil }
    let what = "The last step, from plan\u{A0}\(step.from) to plan\u{A0}\(step.to),"
    guard let easiest = step.easiestBreakEven else {
      return
        "Caution: \(what.uncapitalizedFirst) pays for itself at no probability of any single event: it buys safety alone."
    }
    let name = "“\(index.name(ofScenario: easiest.scenario))”"
    guard let needed = easiest.threshold.value else { return nil }
    let chance = PremiumWords.chance(needed)
    let assumed = NumberFormat.given(easiest.probability)
    let isFar = needed >= Self.far * easiest.probability
    let sentence = """
      \(what) pays for itself only if \(name) has a probability of at least \(chance) a year; \(assumed) is assumed.
      """
    return isFar ? "Caution: " + sentence.uncapitalizedFirst : sentence
  }

  /// Whether the plan as a whole pays against what it is compared with.
  private var against: String? {
    guard let number = context.number, let comparator,
      let network = comparator.network,
      let row = input.premium?.comparison(of: number, with: network), let factor = row.factor
    else { return nil }
    let head = "Against \(comparator.than)"
    switch factor.side {
    case .always: return "\(head) the plan pays at any probability of the events."
    case .never:
      return
        "\(head) the plan costs more however likely the events are: what it buys is fewer lost sales."
    case .atLeast:
      guard let value = factor.value else { return nil }
      return value <= 1
        ? """
        \(head) the plan pays as long as the events are at least \(PremiumWords.times(value)) as likely as assumed.
        """
        : """
        \(head) the plan pays only if every event is at least \(PremiumWords.times(value)) as likely as assumed.
        """
    case .atMost:
      guard let value = factor.value else { return nil }
      return
        "\(head) the plan pays only while the events are at most \(PremiumWords.times(value)) as likely as assumed."
    }
  }

  private var flip: String? {
    guard let record = input.flip, let section = FlipSection(index: index, record: record).section
    else { return nil }
    return section.title + "."
  }

  private var equal: String? { choices?.sentence(for: context.number.map { $0 - 1 }) }

  private var proof: String? {
    PlanSentences(
      context: context, summary: summary,
      point: input.frontier.flatMap { frontier in
        frontier.points.indices.contains(input.chosen) ? frontier.points[input.chosen] : nil
      }
    ).certificate
  }
}
