import Foundation
import SupplyPlan

/// How far a value has to move before there is a plan, the other rules as they are.
///
/// Room never takes a plan away, so the values with a plan are a half-line, found by bisection on round numbers: two digits of
/// the move are told. That the last value has a plan and the one before it has none are proved by a solve each.
struct LeastMove {
  /// A value, and the nearest one before it.
  struct Found {
    /// There is a plan.
    var value: Double
    /// There is none.
    var notEnough: Double
  }

  let tester: RuleTester
  let scale: ValueScale
  let rule: Rule
  /// The other rules that stay.
  let kept: Set<Rule>
  /// Other values of some rules.
  let changes: RuleBook.Changes

  init?(
    _ rule: Rule, keeping kept: Set<Rule>, _ changes: RuleBook.Changes, _ tester: RuleTester
  ) {
    guard let scale = ValueScale(rule, in: tester.book) else { return nil }
    self.tester = tester
    self.scale = scale
    self.rule = rule
    self.kept = kept
    self.changes = changes
  }

  /// The least value.
  ///
  /// - Parameter now: the value today, with which there is no plan.
  func find(from now: Double) throws(Undecided) -> Found {
    // Reckoned so that more is roomier, whatever the sense.
    let start = now * scale.direction
    var none = start
    var some: Double
    if rule == .riskCap {
      (none, some) = try leastRisk(above: start)
    } else {
      some = try roomy(from: start)
    }
    while true {
      let power = scale.power(ofMove: some - start)
      let step = ValueScale.value(1, power: power)
      let low = floor(none / step + Self.hair)
      let high = ceil(some / step - Self.hair)
      if high - low <= 1 {
        return Found(
          value: ValueScale.value(high, power: power) * scale.direction,
          notEnough: none * scale.direction)
      }
      let middle = ValueScale.value(floor((low + high) / 2), power: power)
      if try isPossible(middle) { some = middle } else { none = middle }
    }
  }

  private func isPossible(_ value: Double) throws(Undecided) -> Bool {
    var changes = changes
    changes.values[rule] = value * scale.direction
    return try tester.isPossible(keeping: kept, changes)
  }

  /// A value with a plan.
  private func roomy(from start: Double) throws(Undecided) -> Double {
    if let end = scale.end { return end * scale.direction }
    var move = max(abs(start), 1)
    for _ in 0..<Self.mostDoublings {
      if try isPossible(start + move) { return start + move }
      move *= 4
    }
    throw Undecided(reason: "no value of a rule was found that gives room enough")
  }

  /// A cap with a plan and one without: the least risk, with its bound.
  private func leastRisk(above start: Double) throws(Undecided) -> (none: Double, some: Double) {
    guard let plan = try tester.safest(keeping: kept, changes), let risk = plan.risk.salesAtRisk else {
      throw Undecided(reason: "no plan was found without the cap")
    }
    // A hair below the bound, which is as exact as a solver is.
    let bound = (plan.risk.bound ?? 0) * (1 - 1e-6) - 1e-9
    return (max(start, bound), max(start, risk))
  }

  private static let hair = 1e-9
  private static let mostDoublings = 20
}
