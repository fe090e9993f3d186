import RunStore
import Wording

/// The two parts of a plan's cost: what is spent, and revenue that is forgone.
extension StoredPlanRow {
  /// The value of sales not made.
  var salesNotMade: Double { costLines.first { $0.name == "shortage" }?.value ?? 0 }
  /// All other lines: money that is spent.
  var spend: Double { cost - salesNotMade }
}

/// The words of these parts.
enum CostParts {
  static let spend = "Spend"
  static var salesNotMade: String { CostWords.label("shortage") }
}
