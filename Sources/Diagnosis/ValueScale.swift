import Foundation
import SupplyData

/// The values that a rule may be moved to: which way gives room, how far it can go, and how finely it is told.
struct ValueScale {
  /// How finely a value is told, at most: two digits of the move, and no more than a solver can tell apart.
  private enum Fineness {
    case whole
    /// Powers of ten, from this one up.
    case decimal(least: Int)
  }

  /// 1 where a greater value gives room, −1 where a smaller one does.
  let direction: Double
  /// A value at which the rule asks for nothing; `nil` where the tables do not tell one.
  let end: Double?
  private let fineness: Fineness

  /// - Returns: `nil` for a decision, which has no value.
  init?(_ rule: Rule, in book: RuleBook) {
    switch rule {
    case .decision: return nil
    case .riskCap:
      direction = 1
      end = nil
      fineness = .decimal(least: -6)
    case .unmetCap:
      direction = 1
      end = 1
      fineness = .decimal(least: -5)
    case .constraint(let place):
      let constraint = book.dataset.constraints[place]
      direction = constraint.sense == .atMost ? 1 : -1
      switch constraint.kind {
      case .openFacilities(let selector):
        fineness = .whole
        end =
          constraint.sense == .atLeast
          ? 0 : Double(Self.facilities(selector, book.dataset).count)
      case .share, .within:
        fineness = .decimal(least: -4)
        end = constraint.sense == .atLeast ? 0 : 1
      case .survive:
        fineness = .decimal(least: -5)
        end = 1
      case .investment(let selector):
        let most = Self.mostInvested(selector, book.dataset)
        fineness = .decimal(least: Self.leastPower(max(most, constraint.value)))
        end = max(most, constraint.value)
      case .emissions:
        fineness = .decimal(least: Self.leastPower(constraint.value))
        end = nil
      case .production, .flow, .minimumIfOpen:
        fineness = .decimal(least: Self.leastPower(constraint.value))
        end = constraint.sense == .atLeast ? 0 : nil
      case .sources:
        fineness = .whole
        end = Double(book.dataset.facilities.count)
      case .requires:
        fineness = .whole
        end = 0
      }
    }
  }

  /// The step between two values that are told apart, where a value moves as far as this.
  ///
  /// - Returns: the step as a power of ten.
  func power(ofMove move: Double) -> Int {
    switch fineness {
    case .whole: 0
    case .decimal(let least): max(least, move > 0 ? Int(floor(log10(move))) - 1 : least)
    }
  }

  /// So many steps of a power of ten, without the rounding of a product.
  static func value(_ steps: Double, power: Int) -> Double {
    power < 0 ? steps / pow(10, Double(-power)) : steps * pow(10, Double(power))
  }

  private static func leastPower(_ value: Double) -> Int {
    value > 0 ? Int(floor(log10(value))) - 5 : -6
  }

  private static func facilities(_ selector: Selector, _ dataset: Dataset) -> [Facility] {
    let membership = Membership(dataset)
    return dataset.facilities.filter { membership.matches(selector, node: $0.id) }
  }

  /// Opening cost and all modules of the selected facilities: no period can cost more.
  private static func mostInvested(_ selector: Selector, _ dataset: Dataset) -> Double {
    facilities(selector, dataset).reduce(0) { sum, facility in
      dataset.capacity.filter { $0.facility == facility.id }
        .reduce(sum + facility.openingCost) { $0 + $1.buildCost * Double($1.maximum) }
    }
  }
}
