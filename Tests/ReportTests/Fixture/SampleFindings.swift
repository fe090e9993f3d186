import Findings
import SupplyData
import SupplyPlan

@testable import Premium
@testable import Report
@testable import Resilience

/// Findings that stand beside the battery maker's plans.
enum SampleFindings {
  /// The input with a premium by a rule of thumb and the sources of its plans.
  static func added(to input: ReportInput) -> ReportInput {
    var input = input
    guard let frontier = input.frontier else { return input }
    input.premium = premium(frontier, input.dataset)
    input.sources = input.plans.map { SourceMap(dataset: input.dataset, plan: $0).record }
    input.currentSources = input.baseline.map {
      SourceMap(dataset: input.dataset, plan: $0).record
    }
    return input
  }

  /// Prices of the points; every step opens a site and pays at twice the probability, but the last one, which never does.
  static func premium(_ frontier: FrontierRecord, _ dataset: Dataset) -> PremiumRecord {
    let points = frontier.points
    let scenario = dataset.scenarios[0]
    let site = dataset.facilities[0].name
    let annuity = 8.0
    let steps = zip(points, points.dropFirst()).enumerated().map { index, pair in
      let (cheap, safe) = pair
      let isLast = index == points.count - 2
      func price(_ factor: Double) -> PremiumRecord.Price? {
        cheap.price(to: safe).map {
          PremiumRecord.Price(total: $0 * factor, perYear: $0 * factor / annuity)
        }
      }
      let threshold = PremiumStep.Threshold(
        side: isLast ? .never : .atLeast, value: isLast ? nil : scenario.probability * 2, most: 0.9)
      return PremiumStep(
        from: index + 1, to: index + 2, points: cheap.percentagePoints(to: safe),
        cost: safe.cost - cheap.cost, price: price(1), leastPrice: price(0.8),
        mostPrice: price(1.2),
        bought: isLast ? [] : ["opens \(site)", "+3 modules at 2 sites"], purchases: [],
        breakEvens: [
          .init(
            scenario: scenario.id, probability: scenario.probability, threshold: threshold,
            saving: 1)
        ],
        easiest: isLast ? nil : scenario.id, factor: nil)
    }
    return PremiumRecord(
      dataset: frontier.dataset, currency: dataset.settings.currency, measure: frontier.measure,
      level: frontier.level, years: 15, annuityFactor: annuity,
      knee: frontier.knee.map { $0 + 1 },
      points: points.enumerated().map {
        .init(
          plan: $0 + 1, cost: $1.cost, salesAtRisk: $1.salesAtRisk, bound: $1.bound)
      }, steps: Array(steps))
  }
}
