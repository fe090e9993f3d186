/// A plan on the frontier found so far.
public struct FrontierPoint<Plan: Sendable>: Sendable {
  /// Its cost, in money.
  public let cost: Double
  /// Its risk.
  public let risk: Double
  /// What the oracle knows of it.
  public let plan: Plan
  /// Whether the whole segment to the next point, the next dearer one, is attained: by mixtures of both plans, which share
  /// a design.
  public internal(set) var isJoined = false
  /// The designs it is known to be a plan of, by number.
  var designs: Set<Int>
  /// Whether it answers a question, and is not only part of a slice.
  var isAnswer: Bool

  init(_ plan: FrontierPlan<Plan>, designs: Set<Int>, isAnswer: Bool) {
    cost = plan.cost
    risk = plan.risk
    self.plan = plan.plan
    self.designs = designs
    self.isAnswer = isAnswer
  }

  /// The point as the band sees it.
  var corner: FrontierBand.Corner { .init(cost: cost, risk: risk, isJoined: isJoined) }
}

extension Array {
  /// Joins neighbours that share a design; the array is one of points in rising cost.
  mutating func join<Plan: Sendable>() where Element == FrontierPoint<Plan> {
    for index in indices {
      let next = index + 1 < endIndex ? self[index + 1].designs : []
      self[index].isJoined = !self[index].designs.isDisjoint(with: next)
    }
  }
}
