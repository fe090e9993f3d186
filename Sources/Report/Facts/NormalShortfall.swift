import SupplyData
import SupplyPlan

/// The part of a plan's sales at risk that is no event's doing: what would be short anyway, in a normal year.
///
/// In scenario s an event of d weeks loses v_s of a year's sales, of which u·d/52 would go unmade without it, u the share of a
/// normal year's sales that the plan leaves undelivered. Sales at risk weigh the v_s; weighed in the same way, the smaller of
/// v_s and u·d/52 is the part told here. The weights are those of the measure: p for `expected`, 1 for the worst, and for
/// `cvar` p/(1 − α) from the worst downwards until they add up to 1.
struct NormalShortfall {
  /// That part, a share of a year's sales; `nil` where the plan does not say what it leaves undelivered.
  let salesAtRisk: Double?

  init(_ dataset: Dataset, _ plan: Plan) {
    guard let told = plan.undelivered else {
      salesAtRisk = nil
      return
    }
    let years = dataset.settings.periods.map { Double($0.years) }
    let lost = Dictionary(
      plan.scenarios.map { ([$0.scenario, $0.period], $0.salesLost) },
      uniquingKeysWith: { first, _ in first })
    let parts = dataset.settings.periods.map { period -> Double in
      let short = told.periods.first { $0.period == period.id }?.share ?? 0
      let events = dataset.scenarios.map { scenario in
        (
          probability: scenario.probability, lost: lost[[scenario.id, period.id]] ?? 0,
          usual: short * scenario.durationWeeks / 52
        )
      }
      let weights = Self.weights(events.map { ($0.probability, $0.lost) }, plan.risk)
      return zip(weights, events).reduce(0) { $0 + $1.0 * min($1.1.usual, $1.1.lost) }
    }
    let all = years.reduce(0, +)
    salesAtRisk = all > 0 ? zip(parts, years).reduce(0) { $0 + $1.0 * $1.1 } / all : 0
  }

  /// How much each event counts in the measure.
  private static func weights(_ events: [(probability: Double, lost: Double)], _ risk: PlanRisk)
    -> [Double]
  {
    switch risk.measure {
    case "expected": return events.map(\.probability)
    case "worst":
      let worst = events.indices.max { events[$0].lost < events[$1].lost }
      return events.indices.map { $0 == worst ? 1 : 0 }
    default:
      let tail = 1 - (risk.level ?? 0)
      var left = 1.0
      var weights = events.map { _ in 0.0 }
      for place in events.indices.sorted(by: { events[$0].lost > events[$1].lost })
      where left > 0 && tail > 0 {
        weights[place] = min(events[place].probability / tail, left)
        left -= weights[place]
      }
      return weights
    }
  }
}
