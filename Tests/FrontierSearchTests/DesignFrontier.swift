import FrontierSearch
import Modeling
import Testing

/// A frontier that is known, with an oracle that answers everything: designs, each a convex curve of vertices.
struct DesignFrontier: FrontierOracle, CustomTestStringConvertible {
  /// A plan: its design, cost and risk.
  struct Plan: Sendable, Equatable {
    var design: Int
    var cost: Double
    var risk: Double
  }

  var name: String
  /// Of each design the vertices, convex, in rising risk and falling cost.
  var designs: [[Pair]]
  /// The share of the gap asked that a solve leaves between its plan and its bound.
  var looseness = 0.0
  var hasWeightedSums = true
  var hasSlices = true
  /// Whether weighted sums over stretches are answered.
  var hasRanges = false
  var testDescription: String { name }

  func leastCost(
    maxRisk: Double?, gap: Double, neighbours: [Plan], limits: SolveLimits
  ) -> FrontierAnswer<Plan> {
    guard let best = best(at: maxRisk ?? .infinity) else { return .infeasible }
    return found(best, bound: best.cost - looseness * gap * abs(best.cost))
  }

  func leastRisk(gap: Double, limits: SolveLimits) -> FrontierAnswer<Plan> {
    guard let least = designs.compactMap(\.first?.second).min(), let best = best(at: least) else {
      return .infeasible
    }
    return found(best, bound: best.cost - looseness * gap * abs(best.cost))
  }

  func leastWeightedSum(
    riskPrice: Double, gap: Double, neighbours: [Plan], limits: SolveLimits
  ) -> FrontierAnswer<Plan>? {
    guard hasWeightedSums else { return nil }
    let least = vertices.min {
      ($0.cost + riskPrice * $0.risk, $0.cost) < ($1.cost + riskPrice * $1.risk, $1.cost)
    }
    guard let least else { return .infeasible }
    let sum = least.cost + riskPrice * least.risk
    return found(least, bound: sum - looseness * gap * abs(sum))
  }

  func leastWeightedSum(
    riskPrice: Double, risks: ClosedRange<Double>, gap: Double, neighbours: [Plan],
    limits: SolveLimits
  ) -> FrontierAnswer<Plan>? {
    guard hasRanges else { return nil }
    func sum(_ plan: Plan) -> Double { plan.cost + riskPrice * max(plan.risk, risks.lowerBound) }
    let least = plans(within: risks).min { (sum($0), $0.cost) < (sum($1), $1.cost) }
    guard let least else { return .infeasible }
    return found(least, bound: sum(least) - looseness * gap * abs(sum(least)))
  }

  func slice(
    through plan: Plan, from lowRisk: Double, to highRisk: Double, limits: SolveLimits
  ) -> [FrontierPlan<Plan>] {
    guard hasSlices, let curve = designs.indices.contains(plan.design) ? designs[plan.design] : nil,
      let first = curve.first, let last = curve.last
    else { return [] }
    let inner = curve.map(\.second).filter { $0 > lowRisk && $0 < highRisk }
    let ends = [lowRisk, highRisk].map { min(max($0, first.second), last.second) }
    return Set(inner + ends).sorted().compactMap { risk in
      self.plan(of: plan.design, at: risk).map {
        FrontierPlan(cost: $0.cost, risk: $0.risk, plan: $0)
      }
    }
  }

  /// C*(cap), `.infinity` below the least risk.
  func cost(at cap: Double) -> Double { best(at: cap)?.cost ?? .infinity }

  /// The least weighted sum of all plans, or of those in a range of risks, where less than its lower end counts as that end.
  func leastSum(_ riskPrice: Double, within risks: ClosedRange<Double>? = nil) -> Double {
    guard let risks else {
      return vertices.map { $0.cost + riskPrice * $0.risk }.min() ?? .infinity
    }
    return plans(within: risks).map { $0.cost + riskPrice * max($0.risk, risks.lowerBound) }.min()
      ?? .infinity
  }

  /// The plans of which one has the least sum over a range: vertices, and what designs do at its ends.
  private func plans(within risks: ClosedRange<Double>) -> [Plan] {
    let ends = designs.indices.flatMap { design in
      [plan(of: design, at: risks.upperBound), plan(of: design, at: risks.lowerBound)]
        .compactMap { $0 }
    }
    return ends + vertices.filter { $0.risk <= risks.upperBound }
  }

  /// All vertices.
  var vertices: [Plan] {
    designs.enumerated().flatMap { design, curve in
      curve.map { Plan(design: design, cost: $0.first, risk: $0.second) }
    }
  }

  /// The least cost of a design with risk of at most `cap`.
  func plan(of design: Int, at cap: Double) -> Plan? {
    let curve = designs[design]
    guard let first = curve.first, let last = curve.last, first.second <= cap else { return nil }
    if cap >= last.second { return Plan(design: design, cost: last.first, risk: last.second) }
    for (left, right) in zip(curve, curve.dropFirst()) where cap <= right.second {
      if cap == right.second { return Plan(design: design, cost: right.first, risk: cap) }
      let share = (cap - left.second) / (right.second - left.second)
      return Plan(
        design: design, cost: left.first + share * (right.first - left.first), risk: cap)
    }
    return Plan(design: design, cost: first.first, risk: first.second)
  }

  private func best(at cap: Double) -> Plan? {
    designs.indices.compactMap { plan(of: $0, at: cap) }
      .min { ($0.cost, $0.risk, $0.design) < ($1.cost, $1.risk, $1.design) }
  }

  private func found(_ plan: Plan, bound: Double) -> FrontierAnswer<Plan> {
    .found(FrontierPlan(cost: plan.cost, risk: plan.risk, plan: plan), bound: bound)
  }
}

extension DesignFrontier {
  /// Maximise x and 3x + 4y with x ≤ 20, y ≤ 40 and 5x + 4y ≤ 200, a linear program of the tests of pyaugmecon: one design,
  /// the segment from (8, 184) to (20, 160), negated.
  static let segment = DesignFrontier(
    name: "one segment", designs: [[Pair(-160, -20), Pair(-184, -8)]])
  static let crossing = DesignFrontier(
    name: "two slopes that cross",
    designs: [
      [Pair(190, 0.1), Pair(130, 0.4), Pair(100, 0.8)], [Pair(180, 0.05), Pair(140, 0.6)],
    ])
  static let under = DesignFrontier(
    name: "a point under a segment",
    designs: [[Pair(200, 0), Pair(100, 1)], [Pair(120, 0.4)], [Pair(155, 0.35), Pair(150, 0.39)]])
  static let bowl = DesignFrontier(
    name: "one convex design",
    designs: [
      (0...12).map { (risk: Int) -> Pair in
        let distance = Double(risk - 12)
        return Pair(distance * distance, Double(risk))
      }
    ])
  static let saw = DesignFrontier(
    name: "four slopes with steps",
    designs: (0..<4).map { (step: Int) -> [Pair] in
      let risk = Double(3 - step)
      let cost = Double(step) * 10
      return [Pair(cost + 14, risk), Pair(cost, risk + 0.9)]
    })
  static let points = DesignFrontier(
    name: "points alone",
    designs: [
      [Pair(0, 9)], [Pair(1, 6)], [Pair(3, 5.5)], [Pair(4, 2)], [Pair(7, 1.5)], [Pair(10, 0)],
    ])

  static let known = [segment, crossing, under, bowl, saw, points]

  /// Designs drawn at random: up to seven curves of up to five vertices, some of one alone.
  static func random(seed: UInt64) -> DesignFrontier {
    var random = LinearCongruence(seed: seed)
    let designs = (0...Int(random.next() * 7)).map { _ -> [Pair] in
      var (cost, risk) = (50 + 100 * random.next(), random.next())
      var slope = 300 * random.next()
      var curve = [Pair(cost, risk)]
      for _ in 0..<Int(random.next() * 5) {
        let step = 0.02 + 0.2 * random.next()
        risk += step
        cost -= step * slope
        slope *= random.next()
        curve.append(Pair(cost, risk))
      }
      return curve
    }
    return DesignFrontier(name: "seed \(seed)", designs: designs)
  }
}

/// Random numbers that are the same on every machine.
struct LinearCongruence {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// From 0 up to, not including, 1.
  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 40) / Double(1 << 24)
  }
}
