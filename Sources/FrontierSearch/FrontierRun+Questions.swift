import Modeling
import SupplyPlan

/// Questions between the ends, and what their answers prove.
extension FrontierRun {
  /// Solves a round of questions and notes the answers in their order; then the plans that are new, with their slices.
  ///
  /// - Returns: whether the oracle answered any.
  mutating func ask(_ questions: [FrontierQuestion]) -> Bool {
    let (oracle, limits) = (oracle, limits)
    let answers = run(
      questions.map { question -> @Sendable () -> FrontierAnswer<Oracle.Plan>? in
        switch question.subject {
        case .leastCost(let cap):
          let neighbours = cap.map(frontier.neighbours(of:)) ?? []
          return {
            oracle.leastCost(
              maxRisk: cap, gap: question.gap, neighbours: neighbours, limits: limits
            ).checked
          }
        case .leastWeightedSum(let price):
          let neighbours = frontier.neighbours(ofPrice: price)
          return {
            oracle.leastWeightedSum(
              riskPrice: price, gap: question.gap, neighbours: neighbours, limits: limits)?.checked
          }
        case .leastSumWithin(let risks, let price):
          let neighbours = frontier.neighbours(ofPrice: price, within: risks)
          return {
            oracle.leastWeightedSum(
              riskPrice: price, risks: risks, gap: question.gap, neighbours: neighbours,
              limits: limits)?.checked
          }
        }
      })
    let before = frontier.uncertainty
    var plans: [FrontierPlan<Oracle.Plan>] = []
    for (question, answer) in zip(questions, answers) {
      guard let answer else {
        if case .leastSumWithin = question.subject {
          ranges.isAnswered = false
        } else {
          prices.isAnswered = false
        }
        continue
      }
      frontier.solves += 1
      switch question.subject {
      case .leastCost(let cap?): note(answer, cap: cap, gap: question.gap)
      case .leastCost(nil): noteCheapestAgain(answer)
      case .leastWeightedSum(let price): note(answer, price: price)
      case .leastSumWithin(let risks, let price):
        note(answer, price: price, within: risks, gap: question.gap)
      }
      if case .found(let plan, _, _) = answer { plans.append(plan) }
    }
    add(plans)
    if questions.contains(where: \.isOfStretch) {
      ranges.judge(gain: before - frontier.uncertainty, of: before)
    }
    return answers.contains { $0 != nil }
  }

  private mutating func note(_ answer: FrontierAnswer<Oracle.Plan>, cap: Double, gap: Double) {
    switch answer {
    case .found(let plan, let bound, _):
      let cap = covered(cap, plan.risk)
      insert(min(bound, plan.cost), cap: cap)
      risks[cap] = plan.risk
      let left = plan.cost - bound
      if !(left <= gap * abs(plan.cost) * (1 + 1e-6)) { leftovers[cap] = left }
    case .infeasible:
      // The safest end lies below every cap asked, so this is the solver's word against a plan.
      frontier.unproved.append(.init(cap: cap, reason: Self.contradiction))
    case .failed(let reason, let bound, _):
      insert(bound, cap: cap)
      frontier.unproved.append(.init(cap: cap, reason: reason))
    }
  }

  /// What a weighted sum proves. Where it failed nothing is left unproved: the caps around it are asked instead.
  private mutating func note(_ answer: FrontierAnswer<Oracle.Plan>, price: Double) {
    frontier.weightedSums += 1
    switch answer {
    case .found(let plan, let bound, _):
      insert(min(bound, plan.cost + price * plan.risk), price: price)
      prices.note(price, isFound: true)
    case .infeasible: prices.note(price, isFound: false)
    case .failed(_, let bound, _):
      insert(bound, price: price)
      prices.note(price, isFound: false)
    }
  }

  /// What a weighted sum over a stretch proves. Where it failed, the stretch is left to other questions.
  private mutating func note(
    _ answer: FrontierAnswer<Oracle.Plan>, price: Double, within risks: ClosedRange<Double>,
    gap: Double
  ) {
    frontier.weightedSums += 1
    var isReached = false
    switch answer {
    case .found(let plan, let bound, _):
      let upper = covered(risks.upperBound, plan.risk)
      let sum = plan.cost + price * max(plan.risk, risks.lowerBound)
      insert(min(bound, sum), price: price, within: risks.lowerBound...upper)
      isReached = sum - bound <= gap * abs(sum) * (1 + 1e-6)
    case .infeasible: break
    case .failed(_, let bound, _): insert(bound, price: price, within: risks)
    }
    ranges.note(risks, price, gap: gap, isReached: isReached)
  }

  private mutating func insert(
    _ bound: Double?, price: Double, within risks: ClosedRange<Double>? = nil
  ) {
    guard let bound, bound.isFinite else { return }
    frontier.insert(FrontierBand.Line(riskPrice: price, bound: bound, risks: risks))
  }

  /// The cap that a bound holds at: the one asked, or the plan's own risk where that is above it by the solver's tolerance alone.
  private func covered(_ cap: Double, _ risk: Double) -> Double {
    risk - cap <= min(resolution, 1e-8 * max(1, abs(cap))) ? max(cap, risk) : cap
  }
}

/// What became of the weighted sums over stretches.
struct RangeHistory {
  /// Failures in a row after which no more are asked.
  private static let patience = 3
  /// A gap that is not narrower than this share of an earlier one proves hardly more.
  private static let narrower = 0.7
  /// Share of the uncertainty that a round has to gain to be worth it.
  private static let leastGain = 1e-3
  /// Sums whose prices and stretches differ by no more than this share prove about the same: where one fell short of what the
  /// known points promised, so will the other.
  private static let alike = 0.25

  /// Whether the oracle answers such questions at all.
  var isAnswered = true
  private var asked: [(risks: ClosedRange<Double>, price: Double, gap: Double)] = []
  private var failures = 0

  /// Whether it is worth asking for another.
  var isOpen: Bool { isAnswered && failures < Self.patience }

  /// Whether the sum, or one much like it, was asked before, about as exactly.
  func contains(_ risks: ClosedRange<Double>, _ price: Double, gap: Double) -> Bool {
    asked.contains { old in
      abs(old.price - price) <= Self.alike * price && gap >= Self.narrower * old.gap
        && Self.overlap(old.risks, risks) >= 1 - Self.alike
    }
  }

  /// What two stretches have in common, a share of what they cover together.
  private static func overlap(_ one: ClosedRange<Double>, _ other: ClosedRange<Double>) -> Double {
    let all =
      max(one.upperBound, other.upperBound) - min(one.lowerBound, other.lowerBound)
    let common =
      min(one.upperBound, other.upperBound) - max(one.lowerBound, other.lowerBound)
    return all > 0 ? common / all : 1
  }

  /// - Parameter isReached: whether there was a plan, and a bound within the gap.
  mutating func note(
    _ risks: ClosedRange<Double>, _ price: Double, gap: Double, isReached: Bool
  ) {
    asked.append((risks, price, gap))
    if !isReached { failures += 1 }
  }

  /// Takes note of what a round with such sums has gained of the uncertainty: where it is nothing again and again, other questions
  /// gain more.
  mutating func judge(gain: Double, of uncertainty: Double) {
    failures = gain > Self.leastGain * uncertainty ? 0 : failures + 1
  }
}

/// The weighted sums asked.
struct PriceHistory {
  /// Failures in a row after which no more are asked.
  private static let patience = 3

  /// Whether the oracle answers such questions at all.
  var isAnswered = true
  private var asked: [Double] = []
  private var failures = 0

  /// Whether it is worth asking for the weighted sum with another price.
  var isOpen: Bool { isAnswered && failures < Self.patience }

  /// Whether the price was asked, but for rounding.
  func contains(_ price: Double) -> Bool {
    asked.contains { abs($0 - price) <= 1e-9 * abs(price) }
  }

  mutating func note(_ price: Double, isFound: Bool) {
    asked.append(price)
    failures = isFound ? 0 : failures + 1
  }
}
