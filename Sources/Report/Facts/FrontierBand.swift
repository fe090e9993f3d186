import SupplyPlan

/// The band that encloses the true frontier C*, between what was proved and what was attained.
///
/// C* never rises with the cap ρ on sales at risk. So a bound proven at a cap holds for every smaller cap, and the
/// cost of a plan caps C* at every cap from the plan's own risk on. Both sides are staircases.
struct FrontierBand {
  /// A corner of a staircase.
  struct Corner: Equatable {
    let risk: Double
    let cost: Double
  }

  /// A stretch of caps on which both sides are level.
  struct Step: Equatable {
    let from: Double
    let to: Double
    let lower: Double
    let upper: Double
  }

  /// The stretches from the least risk attained to the greatest, in rising risk.
  let steps: [Step]
  private let points: [Corner]
  private let bounds: [Corner]

  init(_ frontier: FrontierRecord) {
    points = frontier.points.map { Corner(risk: $0.salesAtRisk, cost: $0.cost) }
    // A point's own bound is a statement about the cap at its risk.
    bounds =
      frontier.bounds.map { Corner(risk: $0.cap, cost: $0.bound) }
      + frontier.points.map { Corner(risk: $0.salesAtRisk, cost: $0.bound) }
    let risks = points.map(\.risk)
    guard let least = risks.min(), let greatest = risks.max(), least < greatest else {
      steps = []
      return
    }
    let cuts = Set((points + bounds).map(\.risk).filter { $0 > least && $0 < greatest })
      .union([least, greatest]).sorted()
    let all = (points, bounds)
    steps = zip(cuts, cuts.dropFirst()).compactMap { from, to in
      // Inside the stretch: a bound must reach its right end, a plan must be at its left end or before.
      let upper = all.0.filter { $0.risk <= from }.map(\.cost).min()
      let lower = all.1.filter { $0.risk >= to }.map(\.cost).max()
      guard let upper, let lower else { return nil }
      return Step(from: from, to: to, lower: min(lower, upper), upper: upper)
    }
  }

  /// The greatest cost that was proved to be necessary under a cap; `nil` where nothing was.
  func lowerBound(at cap: Double) -> Double? {
    bounds.filter { $0.risk >= cap }.map(\.cost).max()
  }

  /// The least cost that was attained under a cap; `nil` where no plan keeps it.
  func upperBound(at cap: Double) -> Double? {
    points.filter { $0.risk <= cap }.map(\.cost).min()
  }

  /// The band's area, money times share of sales.
  var area: Double { steps.reduce(0) { $0 + ($1.upper - $1.lower) * ($1.to - $1.from) } }

  /// The area of the box that the end points span.
  var boxArea: Double {
    let risks = points.map(\.risk)
    let costs = points.map(\.cost)
    guard let left = risks.min(), let right = risks.max(), let low = costs.min(),
      let high = costs.max()
    else { return 0 }
    return (right - left) * (high - low)
  }

  /// The band's area over the box's; 0 where the box is empty.
  var uncertainty: Double { boxArea > 0 ? area / boxArea : 0 }

  /// The corners of the upper side, in rising risk, two for each step.
  var upperSide: [Corner] {
    steps.flatMap { [Corner(risk: $0.from, cost: $0.upper), Corner(risk: $0.to, cost: $0.upper)] }
  }

  /// The corners of the lower side, in rising risk, two for each step.
  var lowerSide: [Corner] {
    steps.flatMap { [Corner(risk: $0.from, cost: $0.lower), Corner(risk: $0.to, cost: $0.lower)] }
  }
}
