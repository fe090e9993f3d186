import Foundation
import NetworkDesign
import SupplyPlan

/// How far a value has to move before there is a plan, the other rules as they are.
///
/// Room never takes a plan away, so the values with a plan are a half-line, of which two digits of the move are told. An elastic
/// program brackets its end from both sides in one solve, but for shares, which are no linear function of their value; what
/// is left between goes by bisection on round numbers. That the last value has a plan and the one before it has none are
/// proved. Near the turn a solve may take long; one that has taken several times as long as any before is given up, and
/// what it would have told is not known.
struct LeastMove {
  /// What is known of a rule's values.
  struct Found {
    /// There is a plan.
    var value: Double
    /// There is none.
    var notEnough: Double
    /// Whether no rounder value between both is left unknown.
    var isLeast: Bool
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

  /// Values reckoned so that more is roomier, whatever the sense.
  private struct Range {
    /// Where it starts; there is no plan.
    var start: Double
    /// There is no plan.
    var none: Double
    /// Not known, or no plan.
    var unknown: Double
    /// There is a plan.
    var some: Double
  }

  /// The least value.
  ///
  /// - Parameter now: the value today, with which there is no plan.
  func find(from now: Double) throws(Undecided) -> Found {
    let start = now * scale.direction
    var range = try rule == .riskCap ? leastRisk(above: start) : elastic(from: start)
    var givenUp = 0
    while true {
      let power = scale.power(ofMove: range.some - start)
      let step = ValueScale.value(1, power: power)
      let low = floor(range.unknown / step + Self.margin)
      let high = ceil(range.some / step - Self.margin)
      if high - low <= 1 || givenUp == Self.mostGivenUp {
        let none = ValueScale.value(floor(range.none / step + Self.margin), power: power)
        return Found(
          value: ValueScale.value(high, power: power) * scale.direction,
          notEnough: max(start, min(range.none, none)) * scale.direction,
          isLeast: range.unknown == range.none)
      }
      let middle = ValueScale.value(floor((low + high) / 2), power: power)
      switch try answer(middle) {
      case .possible(let value): range.some = min(middle, max(start, value ?? middle))
      case .impossible:
        range.none = middle
        range.unknown = max(range.unknown, middle)
      case .givenUp:
        range.unknown = middle
        givenUp += 1
      }
    }
  }

  private func answer(_ value: Double) throws(Undecided) -> RuleTester.Trial {
    var changes = changes
    changes.values[rule] = value * scale.direction
    return directed(try tester.attempt(keeping: kept, changes, measuring: rule))
  }

  private func directed(_ trial: RuleTester.Trial) -> RuleTester.Trial {
    guard case .possible(let value) = trial else { return trial }
    return .possible(value.map { $0 * scale.direction })
  }

  /// A range from what the elastic program proves to what it found.
  private func elastic(from start: Double) throws(Undecided) -> Range {
    guard let least = try tester.leastExcess(of: rule, keeping: kept, changes) else {
      return try roomy(from: start)
    }
    let none = start + max(0, Self.belowByMargin(least.bound))
    guard let found = least.found else {
      var range = try roomy(from: start)
      range.none = max(range.none, none)
      range.unknown = max(range.unknown, none)
      return range
    }
    return Range(start: start, none: none, unknown: none, some: max(none, start + found))
  }

  /// Slightly below a bound, which is as exact as a solver is.
  private static func belowByMargin(_ bound: Double) -> Double { bound * (1 - 1e-6) - 1e-9 }

  /// A range that ends at a value with a plan.
  private func roomy(from start: Double) throws(Undecided) -> Range {
    if let end = scale.end {
      var some = end * scale.direction
      // Without the rule there is a plan, which may need far less than the end.
      if case .possible(let value?) = directed(
        try tester.attempt(keeping: kept, changes, measuring: rule))
      {
        some = min(some, max(start, value))
      }
      return Range(start: start, none: start, unknown: start, some: some)
    }
    var move = max(abs(start), 1)
    var range = Range(start: start, none: start, unknown: start, some: start)
    for _ in 0..<Self.mostDoublings {
      range.some = start + move
      switch try answer(range.some) {
      case .possible: return range
      case .impossible:
        range.none = range.some
        range.unknown = range.some
      case .givenUp: range.unknown = range.some
      }
      move *= 4
    }
    throw Undecided(reason: "no value of a rule was found that gives room enough")
  }

  /// Caps with a plan and without: the least risk, with its bound.
  private func leastRisk(above start: Double) throws(Undecided) -> Range {
    guard let plan = try tester.safest(keeping: kept, changes), let risk = plan.risk.salesAtRisk
    else { throw Undecided(reason: "no plan was found without the cap") }
    let none = max(start, Self.belowByMargin(plan.risk.bound ?? 0))
    return Range(start: start, none: none, unknown: none, some: max(start, risk))
  }

  private static let margin = 1e-9
  /// Trials that may take too long: where two have, others near them will.
  private static let mostGivenUp = 2
  private static let mostDoublings = 20
}
