import PlanChecker
import SupplyPlan

/// What the checker says of several plans.
struct VerdictList: Encodable {
  private struct Entry: Encodable {
    let plan: String
    let sound: Bool
    let comparisons: Int
    let largestRounding: Double
    let cost: Double?
    let salesAtRisk: Double?
    let violations: [String]

    enum CodingKeys: String, CodingKey {
      case plan, sound, comparisons, cost, violations
      case largestRounding = "largest_rounding"
      case salesAtRisk = "sales_at_risk"
    }
  }

  private let verdicts: [Entry]

  init(_ plans: [BundledPlan]) {
    verdicts = plans.map {
      Entry(
        plan: $0.path, sound: $0.verdict.isSound, comparisons: $0.verdict.comparisons,
        largestRounding: $0.verdict.largestRounding, cost: $0.verdict.recount?.cost,
        salesAtRisk: $0.verdict.recount?.salesAtRisk,
        violations: $0.verdict.violations.map(\.description))
    }
  }

  func encode(to encoder: any Encoder) throws { try verdicts.encode(to: encoder) }
}
