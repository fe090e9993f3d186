import FigureDrawing
import RunStore
import SupplyPlan

/// What is attained and proved of a frontier at levels of resilience, so that frontiers can be set side by side.
struct FrontierLevels {
  let points: [StoredPlanRow]
  let bounds: [FrontierRecord.Bound]

  init(points: [StoredPlanRow], bounds: [FrontierRecord.Bound]) {
    self.points = points
    self.bounds = bounds
  }

  init(facts: RunFacts) { self.init(points: facts.points, bounds: facts.bounds) }

  /// Levels that all of the frontiers may be asked for: round ones in the range of their points.
  static func levels(of runs: [RunFacts]) -> [Double] {
    let resilience = runs.flatMap(\.points).map { 1 - $0.salesAtRisk }
    guard let least = resilience.min(), let most = resilience.max() else { return [] }
    let ticks = least < most ? LinearScale.ticks(least...most, count: 7) : []
    return Set(ticks + [most]).sorted().filter { $0 > least }
  }

  /// The cost of the cheapest point of at least so much resilience; `nil` where no point has it.
  func cost(at level: Double) -> Double? {
    points.filter { 1 - $0.salesAtRisk >= level - 1e-9 }.map(\.cost).min()
  }

  /// What no plan of at least so much resilience costs less than; `nil` where nothing is proved.
  func bound(at level: Double) -> Double? {
    // The bound of the cheapest end needs no cap on risk, so it holds at every resilience.
    let end = points.first?.bound.map { [(resilience: -Double.infinity, cost: $0)] } ?? []
    let bounds =
      end + self.bounds.map { (resilience: 1 - $0.cap, cost: $0.bound) }
      + points.compactMap { point in
        point.bound.map { (resilience: 1 - point.salesAtRisk, cost: $0) }
      }
    return bounds.filter { $0.resilience <= level + 1e-9 }.map(\.cost).max()
  }

  /// What the costs of two frontiers at a level say; `nil` where one has no point there.
  static func difference(from first: RunFacts, to second: RunFacts, at level: Double)
    -> CostDifference?
  {
    let (before, after) = (FrontierLevels(facts: first), FrontierLevels(facts: second))
    guard let cost = before.cost(at: level), let other = after.cost(at: level) else { return nil }
    return CostDifference(
      from: (cost, before.bound(at: level)), to: (other, after.bound(at: level)))
  }
}
