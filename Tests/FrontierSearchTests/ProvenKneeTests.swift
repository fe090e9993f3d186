import SupplyPlan
import Testing

@testable import FrontierSearch

/// A knee is claimed where the bounds prove that the true frontier turns there. By hand: three plans at risks 0.5, 0.3, 0.1 and
/// costs 100, 110, 160.
@Suite struct ProvenKneeTests {
  private func frontier(bounds: [Double]) -> FrontierRecord {
    let costs = [100.0, 110, 160]
    let risks = [0.5, 0.3, 0.1]
    return FrontierRecord(
      dataset: .init(name: "hand", sha256: ""), measure: "expected", level: nil, tolerance: 0.05,
      uncertainty: 0, termination: .optimal,
      points: costs.indices.map { place in
        .init(
          cost: costs[place], salesAtRisk: risks[place], bound: bounds[place],
          gap: 1 - bounds[place] / costs[place], plan: "p\(place)")
      }, bounds: [], solve: .init(seconds: 0, solves: 0, method: "test"))
  }

  private func knee(_ bounds: [Double]) -> Int? {
    let frontier = frontier(bounds: bounds)
    return FrontierBand(frontier).provenKnee(of: frontier)
  }

  /// 10 for 20 points before, 50 for 20 points beyond.
  @Test func `exact bounds prove it`() { #expect(knee([100, 110, 160]) == 1) }

  /// The cheapest plan could cost 85, so 25 before; the safest 134, so 24 beyond: no turn is proven. At 136 one is.
  @Test func `loose bounds leave it open`() {
    #expect(knee([85, 85, 134]) == nil)
    #expect(knee([85, 85, 136]) == 1)
  }

  @Test func `two plans have none`() {
    var frontier = frontier(bounds: [100, 110, 160])
    frontier.points.removeLast()
    #expect(FrontierBand(frontier).provenKnee(of: frontier) == nil)
  }
}
