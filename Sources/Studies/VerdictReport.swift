import PlanChecker
import TextFiles

/// What the checker says of a plan, as JSON has it.
struct VerdictReport: Encodable {
  /// Something that is not as it must be.
  struct Entry: Encodable {
    var rule: String
    var place: String
    var expected: String
    var found: String
    var relative: Double
  }

  /// The bundle that was looked at.
  struct Bundle: Encodable {
    var files: Int
    var sha256: String

    init(_ seal: BundleSeal) {
      files = seal.files
      sha256 = seal.sha256
    }
  }

  /// The path of the plan, where there are several.
  var plan: String?
  /// The bundle that the plan is all of.
  var bundle: Bundle?
  /// The certificate beside the plan.
  var certificate: Certificate?
  var sound: Bool
  var comparisons: Int
  var largestRounding: Double
  var cost: Double?
  var salesAtRisk: Double?
  var violations: [Entry]

  enum CodingKeys: String, CodingKey {
    case plan, bundle, certificate, sound, comparisons, cost, violations
    case largestRounding = "largest_rounding"
    case salesAtRisk = "sales_at_risk"
  }

  init(_ verdict: PlanVerdict) {
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
  static func list(_ plans: [BundledPlan]) -> [VerdictReport] {
    plans.map {
      var report = VerdictReport($0.verdict)
      report.plan = $0.path
      return report
    }
  }
}
