import Foundation
public import PlanChecker
import SupplyPlan
import TextFiles
import Wording

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
  public var json: String { json(in: nil, with: nil) }

  /// What the checker says, as JSON.
  ///
  /// - Parameters:
  ///   - seal: the bundle that the plan lies in.
  ///   - certificate: what the certificate beside the plan came to; without it `sound` is of the plan alone.
  public func json(in seal: BundleSeal?, with certificate: CertificateVerdict?) -> String {
    var report = VerdictReport(self)
    report.bundle = seal.map(VerdictReport.Bundle.init)
    report.certificate = certificate.map(VerdictReport.Certificate.init)
    report.sound = isSound && certificate?.isSound ?? true
    return prettyJSON(report)
  }
}
