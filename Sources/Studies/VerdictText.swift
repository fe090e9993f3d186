import Foundation
public import PlanChecker
import SupplyPlan

extension PlanVerdict {
  /// What the checker says, in lines for a reader.
  public var text: String {
    guard !isSound else {
      let rounding = String(format: "%.1e", largestRounding)
      guard let recount else { return "sound: there is no plan to recompute" }
      return "sound: \(comparisons) comparisons, largest rounding \(rounding); cost "
        + "\(Text.number(recount.cost)), sales at risk "
        + (recount.salesAtRisk.map(Text.percent) ?? "unknown")
    }
    return
      (violations.prefix(100).map { Text.line($0.description) }
      + ["not sound: \(violations.count) of \(comparisons) comparisons fail"])
      .joined(separator: "\n")
  }

  /// What the checker says, as JSON.
  public var json: String { json(in: nil) }

  /// What the checker says, as JSON.
  ///
  /// - Parameter seal: the bundle that the plan lies in.
  public func json(in seal: BundleSeal?) -> String {
    prettyJSON(
      JSONReport(
        bundle: seal.map { .init(files: $0.files, sha256: $0.sha256) }, sound: isSound,
        comparisons: comparisons, largestRounding: largestRounding,
        cost: recount?.cost, salesAtRisk: recount?.salesAtRisk,
        violations: violations.map {
          .init(
            rule: $0.rule.words, place: $0.place, expected: $0.expected, found: $0.found,
            relative: $0.relative)
        }))
  }

  private struct JSONReport: Encodable {
    struct Entry: Encodable {
      var rule: String
      var place: String
      var expected: String
      var found: String
      var relative: Double
    }
    struct Bundle: Encodable {
      var files: Int
      var sha256: String
    }
    var bundle: Bundle?
    var sound: Bool
    var comparisons: Int
    var largestRounding: Double
    var cost: Double?
    var salesAtRisk: Double?
    var violations: [Entry]

    enum CodingKeys: String, CodingKey {
      case bundle, sound, comparisons, cost, violations
      case largestRounding = "largest_rounding"
      case salesAtRisk = "sales_at_risk"
    }
  }
}
