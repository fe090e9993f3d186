import FrontierSearch
import Modeling
import Synchronization
import SupplyPlan
import Testing

/// A frontier that is known: designs, each with a slope along which risk can be bought down.
///
/// Asked by caps alone; ``DesignFrontier`` answers weighted sums and slices too. C*(ρ) is the least over designs of `cost + slope · (risk − ρ)⁺`, for ρ at or above the design's least risk.
struct SyntheticFrontier: FrontierOracle, CustomTestStringConvertible {
  /// A first stage and what its recourse can do.
  struct Design: Sendable {
    var cost: Double
    var risk: Double
    /// Cost of a unit of risk less.
    var slope = 0.0
    /// How far the slope goes; nowhere by default.
    var leastRisk: Double?
  }

  var name: String
  var designs: [Design]
  /// The share of the gap asked that a solve leaves between its plan and its bound.
  var looseness = 0.0
  var testDescription: String { name }

  func leastCost(
    maxRisk: Double?, gap: Double, neighbours: [Double], limits: SolveLimits
  ) -> FrontierAnswer<Double> {
    guard let best = best(at: maxRisk ?? .infinity) else { return .infeasible }
    return .found(
      FrontierPlan(cost: best.cost, risk: best.risk, plan: best.risk),
      bound: best.cost - looseness * gap * abs(best.cost))
  }

  func leastRisk(gap: Double, limits: SolveLimits) -> FrontierAnswer<Double> {
    guard let least = designs.map({ $0.leastRisk ?? $0.risk }).min(), let best = best(at: least)
    else { return .infeasible }
    return .found(
      FrontierPlan(cost: best.cost, risk: best.risk, plan: best.risk),
      bound: best.cost - looseness * gap * abs(best.cost))
  }

  /// C*(cap), `.infinity` below the least risk.
  func cost(at cap: Double) -> Double { best(at: cap)?.cost ?? .infinity }

  /// Whether no plan lies under a line: its weighted sum is least at an end of a design.
  func isAbove(_ line: FrontierBand.Line, room: Double) -> Bool {
    designs.allSatisfy { design in
      [design.risk, design.leastRisk ?? design.risk].allSatisfy {
        cost(at: $0) + line.riskPrice * $0 >= line.bound - room
      }
    }
  }

  private func best(at cap: Double) -> (cost: Double, risk: Double)? {
    designs.compactMap { design -> (cost: Double, risk: Double)? in
      let least = design.leastRisk ?? design.risk
      guard least <= cap else { return nil }
      let risk = min(cap, design.risk)
      return (design.cost + design.slope * (design.risk - risk), risk)
    }.min { $0 < $1 }
  }
}

extension SyntheticFrontier {
  static let steps = SyntheticFrontier(
    name: "steps",
    designs: (0...7).map { Design(cost: 100 + Double($0 * $0), risk: 0.9 - 0.11 * Double($0)) })
  static let slope = SyntheticFrontier(
    name: "slope", designs: [Design(cost: 100, risk: 0.8, slope: 50, leastRisk: 0.1)])
  static let bend = SyntheticFrontier(
    name: "convex bend",
    designs: [
      Design(cost: 100, risk: 0.8, slope: 10, leastRisk: 0.5),
      Design(cost: 103, risk: 0.5, slope: 60, leastRisk: 0.2),
      Design(cost: 121, risk: 0.2, slope: 200, leastRisk: 0),
    ])
  static let mixed = SyntheticFrontier(
    name: "steps and slopes",
    designs: [
      Design(cost: 34.64, risk: 0.75, slope: 2.2, leastRisk: 0.6),
      Design(cost: 34.79, risk: 0.25, slope: 3.5, leastRisk: 0.2),
      Design(cost: 34.98, risk: 0.154),
      Design(cost: 35.16, risk: 0.125, slope: 6, leastRisk: 0.114),
      Design(cost: 36.17, risk: 0.1138, slope: 7, leastRisk: 0.1), Design(cost: 36.58, risk: 0.077),
      Design(cost: 38.17, risk: 0.031), Design(cost: 39.01, risk: 0.016),
      Design(cost: 39.74, risk: 0),
    ])
  static let cliff = SyntheticFrontier(
    name: "cliff",
    designs: [Design(cost: 1, risk: 1), Design(cost: 1000, risk: 0.5), Design(cost: 1001, risk: 0)])
  static let flat = SyntheticFrontier(
    name: "costs that hardly differ",
    designs: (0...5).map { Design(cost: 1e6 + Double($0), risk: 1 - 0.2 * Double($0)) })
  static let negative = SyntheticFrontier(
    name: "negative costs",
    designs: (0...5).map { Design(cost: -50 + 3 * Double($0), risk: -10 - 7 * Double($0)) })
  static let point = SyntheticFrontier(name: "single point", designs: [Design(cost: 5, risk: 0.2)])
  static let nearlyPoint = SyntheticFrontier(
    name: "two points that rounding makes of one",
    designs: [Design(cost: 5, risk: 0.2), Design(cost: 5.000_000_1, risk: 0.2 - 1e-10)])
  static let infeasible = SyntheticFrontier(name: "infeasible", designs: [])

  /// Those with a box.
  static let wide = [steps, slope, bend, mixed, cliff, flat, negative]
}

/// Counts the questions, and answers some of them in another way than the oracle it stands before.
struct MeddlingOracle<Base: FrontierOracle>: FrontierOracle {
  /// What to answer to question `n` (from 1), given the true answer.
  typealias Meddling =
    @Sendable (_ question: Int, FrontierAnswer<Base.Plan>) ->
    FrontierAnswer<Base.Plan>

  let base: Base
  let meddle: Meddling
  private let count = Counter()

  init(_ base: Base, _ meddle: @escaping Meddling = { $1 }) {
    self.base = base
    self.meddle = meddle
  }

  /// Caps and gaps asked so far, in order; a cap of infinity for none, of minus infinity for the least risk.
  var asked: [Question] { count.asked.withLock { $0 } }

  struct Question: Sendable, Hashable {
    var cap: Double
    var gap: Double
  }

  func leastCost(
    maxRisk: Double?, gap: Double, neighbours: [Base.Plan], limits: SolveLimits
  ) -> FrontierAnswer<Base.Plan> {
    let number = count.note(Question(cap: maxRisk ?? .infinity, gap: gap))
    return meddle(
      number, base.leastCost(maxRisk: maxRisk, gap: gap, neighbours: neighbours, limits: limits))
  }

  func leastRisk(gap: Double, limits: SolveLimits) -> FrontierAnswer<Base.Plan> {
    let number = count.note(Question(cap: -.infinity, gap: gap))
    return meddle(number, base.leastRisk(gap: gap, limits: limits))
  }

  private final class Counter: Sendable {
    let asked = Mutex<[Question]>([])

    func note(_ question: Question) -> Int {
      asked.withLock {
        $0.append(question)
        return $0.count
      }
    }
  }
}
