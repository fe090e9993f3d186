import FigureDrawing
import RunStore
import SupplyPlan
import TextFiles
import Wording

/// What is shown over the axes of a sweep.
enum SweepQuantity: Equatable {
  case cost
  case salesNotMade
  case resilience
  case mix(PlacementClass)

  /// The quantities that say something of these plans: a placement that nobody uses is left out.
  static func shown(of members: [RunFacts]) -> [SweepQuantity] {
    [.cost]
      + (members.contains { $0.plan.map { $0.salesNotMade > 0.0005 * abs($0.cost) } ?? false }
        ? [.salesNotMade] : []) + [.resilience]
      + PlacementClass.allCases.filter { placement in
        members.contains { ($0.lastMix?[placement] ?? 0) > 0.0005 }
      }.map(SweepQuantity.mix)
  }

  /// The value of a run; `nil` without a plan.
  func value(of facts: RunFacts) -> Double? {
    switch self {
    case .cost: facts.plan?.cost
    case .salesNotMade: facts.plan?.salesNotMade
    case .resilience: facts.resilience
    case .mix(let placement): facts.plan == nil ? nil : facts.lastMix?[placement] ?? 0
    }
  }

  /// What it is called.
  var name: String {
    switch self {
    case .cost: "Cost"
    case .salesNotMade: "The value of sales not made"
    case .resilience: "Resilience"
    case .mix(let placement): "\(placement.word.capitalizedFirst) share"
    }
  }

  /// A word for the figure's kind.
  var kind: String {
    switch self {
    case .cost: "cost"
    case .salesNotMade: "sales-not-made"
    case .resilience: "resilience"
    case .mix(let placement): placement.rawValue
    }
  }

  /// What it is, with its unit.
  func meaning(_ money: MoneyFormat) -> String {
    switch self {
    case .cost: "total discounted cost, in \(money.name): spend and the value of sales not made"
    case .salesNotMade:
      "the part of the cost that is revenue forgone, not money spent, in \(money.name)"
    case .resilience: "the share of a year’s sales that is kept: 100 % less the sales at risk"
    case .mix(let placement):
      "the share of what is delivered in the last period that is made \(placement.word), by customs value"
    }
  }

  /// The domain of colours: shares of the mix all run from 0 to 1, so that their figures compare.
  func domain(_ values: [Double]) -> ClosedRange<Double> {
    if case .mix = self { return 0...1 }
    guard let least = values.min(), let greatest = values.max() else { return 0...1 }
    return least...greatest
  }
}
