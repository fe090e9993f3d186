package import PlanChecker
import TextFiles

/// What the checker says of a plan, as JSON has it.
package struct VerdictReport: Encodable {
  /// Something that is not as it must be.
  package struct Entry: Encodable {
    var rule: String
    var place: String
    var expected: String
    var found: String
    var relative: Double
  }

  /// The bundle that was looked at.
  package struct Bundle: Encodable {
    var files: Int
    var sha256: String

    init(_ seal: BundleSeal) {
      files = seal.files
      sha256 = seal.sha256
    }
  }

  /// The path of the plan, where there are several.
  package var plan: String?
  /// The bundle that the plan is all of.
  package var bundle: Bundle?
  /// The certificate beside the plan.
  package var certificate: Certificate?
  package var sound: Bool
  package var comparisons: Int
  package var largestRounding: Double
  package var cost: Double?
  package var salesAtRisk: Double?
  package var violations: [Entry]

  package enum CodingKeys: String, CodingKey {
    case plan, bundle, certificate, sound, comparisons, cost, violations
    case largestRounding = "largest_rounding"
    case salesAtRisk = "sales_at_risk"
  }

  package init(_ verdict: PlanVerdict) {
    sound = verdict.isSound
    comparisons = verdict.comparisons
    largestRounding = verdict.largestRounding
    cost = verdict.recount?.cost
    salesAtRisk = verdict.recount?.salesAtRisk
    violations = verdict.violations.map {
      Entry(
        rule: $0.rule.words, place: $0.place, expected: $0.expected, found: $0.found,
        relative: $0.relative)
    }
  }

  /// Those of several plans, each by its path.
  package static func list(_ plans: [BundledPlan]) -> [VerdictReport] {
    plans.map {
      var report = VerdictReport($0.verdict)
      report.plan = $0.path
      return report
    }
  }
}
