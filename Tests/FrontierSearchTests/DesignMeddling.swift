import FrontierSearch
import Modeling
import Synchronization

/// Notes what a ``DesignFrontier`` is asked, and answers some of it in another way.
struct DesignMeddling: FrontierOracle {
  typealias Plan = DesignFrontier.Plan

  /// A question: which one it is, counted from 1, and what it asks.
  enum Subject: Sendable {
    case cap(Double, number: Int)
    case price(Double, number: Int)
    case end(number: Int)

    var number: Int {
      switch self {
      case .cap(_, let number), .price(_, let number), .end(let number): number
      }
    }

    var isPrice: Bool {
      if case .price = self { true } else { false }
    }
  }

  private final class Log: Sendable {
    let subjects = Mutex<[Subject]>([])
    let slices = Mutex(0)
  }

  let truth: DesignFrontier
  let meddle: @Sendable (Subject, FrontierAnswer<Plan>) -> FrontierAnswer<Plan>
  let slice: @Sendable (_ number: Int, [FrontierPlan<Plan>]) -> [FrontierPlan<Plan>]
  private let log = Log()

  init(
    _ truth: DesignFrontier,
    _ meddle: @escaping @Sendable (Subject, FrontierAnswer<Plan>) -> FrontierAnswer<Plan> = { $1 },
    slice: @escaping @Sendable (Int, [FrontierPlan<Plan>]) -> [FrontierPlan<Plan>] = { $1 }
  ) {
    self.truth = truth
    self.meddle = meddle
    self.slice = slice
  }

  /// What was asked, in order.
  var subjects: [Subject] { log.subjects.withLock { $0 } }

  func leastCost(maxRisk: Double?, gap: Double, neighbours: [Plan], limits: SolveLimits)
    -> FrontierAnswer<Plan>
  {
    let subject = note { number in
      maxRisk.map { .cap($0, number: number) } ?? .end(number: number)
    }
    return meddle(
      subject,
      truth.leastCost(maxRisk: maxRisk, gap: gap, neighbours: neighbours, limits: limits))
  }

  func leastRisk(gap: Double, limits: SolveLimits) -> FrontierAnswer<Plan> {
    meddle(note { .end(number: $0) }, truth.leastRisk(gap: gap, limits: limits))
  }

  func leastWeightedSum(
    riskPrice: Double, gap: Double, neighbours: [Plan], limits: SolveLimits
  ) -> FrontierAnswer<Plan>? {
    let subject = note { .price(riskPrice, number: $0) }
    return truth.leastWeightedSum(
      riskPrice: riskPrice, gap: gap, neighbours: neighbours, limits: limits
    ).map { meddle(subject, $0) }
  }

  func leastWeightedSum(
    riskPrice: Double, risks: ClosedRange<Double>, gap: Double, neighbours: [Plan],
    limits: SolveLimits
  ) -> FrontierAnswer<Plan>? {
    guard truth.hasRanges else { return nil }
    let subject = note { .price(riskPrice, number: $0) }
    return truth.leastWeightedSum(
      riskPrice: riskPrice, risks: risks, gap: gap, neighbours: neighbours, limits: limits
    ).map { meddle(subject, $0) }
  }

  func slice(through plan: Plan, from lowRisk: Double, to highRisk: Double, limits: SolveLimits)
    -> [FrontierPlan<Plan>]
  {
    let number = log.slices.withLock { count in
      count += 1
      return count
    }
    return slice(
      number, truth.slice(through: plan, from: lowRisk, to: highRisk, limits: limits))
  }

  private func note(_ subject: (Int) -> Subject) -> Subject {
    log.subjects.withLock { subjects in
      subjects.append(subject(subjects.count + 1))
      return subjects[subjects.count - 1]
    }
  }
}
