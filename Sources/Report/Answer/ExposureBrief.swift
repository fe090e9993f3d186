import Resilience
import SupplyData
import SupplyPlan
import Wording

/// What the plan does not protect from: the events that still cost most, and the single points of failure that are left.
struct ExposureBrief {
  let context: PlanContext
  let input: ReportInput

  /// So many events are named.
  private static let mostEvents = 3
  /// So many single points of failure are named.
  private static let mostPoints = 6
  /// A share of a year's sales below which an event is not told.
  private static let leastLoss = 0.005

  /// The item; `nil` where nothing is known.
  var item: BriefItem? {
    let sentences = [events, singlePoints].compactMap(\.self)
    guard !sentences.isEmpty else { return nil }
    return BriefItem(
      label: "Not protected from", sentences: sentences,
      traces: [.init(id: "crises", title: "Losses by event and by outage")])
  }

  private var events: String? {
    guard !context.index.dataset.scenarios.isEmpty else { return nil }
    let losses = LossFacts.losses(context.index, context.plan, baseline: nil)
    let worst = losses.filter { $0.meanAfter >= Self.leastLoss }
    guard !worst.isEmpty else {
      return
        "No event of the dataset costs as much as \(NumberFormat.percent(Self.leastLoss)) of a year’s sales."
    }
    let named = worst.prefix(Self.mostEvents).map { fact in
      "“\(context.index.name(ofScenario: fact.scenario))” \(NumberFormat.percent(fact.meanAfter))"
    }
    let more = worst.count - named.count
    let rest =
      more > 0
      ? "; \(NumberFormat.count(more, "other event costs", "other events cost", inWords: true)) less"
      : ""
    return
      "Events that would still cost sales, as a share of a year’s sales: \(named.listed())\(rest)."
  }

  private var singlePoints: String? {
    guard let stress = input.stress else { return nil }
    let name = context.number.map { "plan \($0)" } ?? "plan"
    let facts = StressFacts(stress, plan: name)
    guard facts.plan != nil else { return nil }
    let found = facts.items.filter {
      $0.after?.isSinglePointOfFailure ?? false && ["facility", "country"].contains($0.target.kind)
    }
    // A country that is one because of a site of its own says nothing new.
    let homes = Set(
      found.filter { $0.target.kind == "facility" }.compactMap {
        context.index.country(ofNode: $0.target.target)
      })
    let points = found.filter {
      $0.target.kind == "facility"
        || !homes.contains(String($0.target.target.drop { $0 != ":" }.dropFirst()))
    }.map(\.target.name)
    guard !points.isEmpty else {
      return
        "No site or country is a single point of failure: every product could still be delivered without any one of them."
    }
    let named =
      points.count > Self.mostPoints
      ? points.prefix(Self.mostPoints - 1) + ["\(points.count - Self.mostPoints + 1) more"]
      : points[...]
    let separator = points.contains { $0.contains(",") } ? "; " : ", "
    let list = named.listed(separator: separator)
    return points.count == 1
      ? "Caution: \(list) is a single point of failure. Without it some product cannot be delivered at all, stock aside."
      : """
      Caution: \(points.count) single points of failure remain, without any one of which some product cannot be delivered at all, \
      stock aside: \(list).
      """
  }
}
