import SupplyPlan
import Testing

@testable import Report

/// The example of the article on the frontier: A = (100, 0.20), B = (118, 0.10) found under the cap 0.12 and
/// proven but for a gap of 1, C = (160, 0.04).
@Suite struct FrontierBandTests {
  static let worked = FrontierRecord(
    dataset: Plan.DatasetReference(name: "worked", sha256: ""), measure: "cvar", level: 0.95,
    tolerance: 0.01, uncertainty: 4.04 / 9.6, termination: .stopped,
    points: [
      FrontierRecord.Point(cost: 100, salesAtRisk: 0.20, bound: 100, gap: 0, plan: "a"),
      FrontierRecord.Point(cost: 118, salesAtRisk: 0.10, bound: 117, gap: 1 / 118, plan: "b"),
      FrontierRecord.Point(cost: 160, salesAtRisk: 0.04, bound: 160, gap: 0, plan: "c"),
    ],
    bounds: [FrontierRecord.Bound(cap: 0.12, bound: 117)],
    solve: FrontierRecord.SolveRecord(seconds: 1, solves: 3, method: "monolith"))

  @Test func staircases() {
    let band = FrontierBand(Self.worked)
    #expect(
      band.steps == [
        FrontierBand.Step(from: 0.04, to: 0.10, lower: 117, upper: 160),
        FrontierBand.Step(from: 0.10, to: 0.12, lower: 117, upper: 118),
        FrontierBand.Step(from: 0.12, to: 0.20, lower: 100, upper: 118),
      ])
    #expect(band.upperSide.map(\.cost) == [160, 160, 118, 118, 118, 118])
    #expect(band.lowerSide.map(\.risk) == [0.04, 0.10, 0.10, 0.12, 0.12, 0.20])
  }

  @Test func areaIsTheUncertainty() {
    let band = FrontierBand(Self.worked)
    #expect(abs(band.area - 4.04) < 1e-12)
    #expect(abs(band.boxArea - 9.6) < 1e-12)
    #expect(abs(band.uncertainty - Self.worked.uncertainty) < 1e-12)
  }

  @Test func boundsAtAnyCap() {
    let band = FrontierBand(Self.worked)
    #expect(band.lowerBound(at: 0.04) == 160)
    #expect(band.lowerBound(at: 0.05) == 117)
    #expect(band.lowerBound(at: 0.12) == 117)
    #expect(band.lowerBound(at: 0.13) == 100)
    #expect(band.lowerBound(at: 0.21) == nil)
    #expect(band.upperBound(at: 0.03) == nil)
    #expect(band.upperBound(at: 0.09) == 160)
    #expect(band.upperBound(at: 0.5) == 100)
  }

  @Test func emptyBox() {
    var frontier = Self.worked
    frontier.points = [frontier.points[0]]
    #expect(FrontierBand(frontier).uncertainty == 0)
    #expect(FrontierBand(frontier).steps.isEmpty)
    frontier.points = []
    #expect(FrontierBand(frontier).uncertainty == 0)
  }

  @Test func knee() {
    #expect(Knee.position(of: Self.worked.points) == 1)
    #expect(Knee.position(of: []) == nil)
    #expect(Knee.position(of: [Self.worked.points[0]]) == 0)
    // A middle point above the line between the ends is no knee.
    var points = Self.worked.points
    points[1].cost = 150
    #expect(Knee.position(of: points) == 0)
  }

  /// The drawn band, corner by corner: 880 wide, the plot from 78 to 856 and from 382 up to 34.
  @Test func drawnBand() {
    let dataset = BatteryTables.dataset()
    let figure = FrontierFigure(
      index: DatasetIndex(dataset), frontier: Self.worked, band: FrontierBand(Self.worked),
      baseline: nil, chosen: 1, knee: 1)
    // Resilience 0.80 to 0.96 and cost 100 to 160, each with 8 % of room.
    func x(_ risk: Double) -> Double { 78 + (1 - risk - 0.7872) / 0.1856 * 778 }
    func y(_ cost: Double) -> Double { 382 - (cost - 95.2) / 69.6 * 348 }
    let corners: [(Double, Double)] = [
      (0.04, 160), (0.10, 160), (0.10, 118), (0.12, 118), (0.12, 118), (0.20, 118),
      (0.20, 100), (0.12, 100), (0.12, 117), (0.10, 117), (0.10, 117), (0.04, 117),
    ]
    let path = corners.map { "\(Drawing.number(x($0.0))) \(Drawing.number(y($0.1)))" }
    let expected = "class=\"band\" d=\"M\(path.joined(separator: "L"))Z\""
    #expect(figure.draw(.wide).contains(expected))
  }
}
