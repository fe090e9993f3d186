@testable import FigureDrawing
import FrontierSearch
import SupplyPlan
import Testing
import TextFiles

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
    let strips = FrontierBand(Self.worked).drawnStrips
    #expect(
      strips == [
        .init(from: 0.04, to: 0.10, upper: .init(level: 160), lower: .init(level: 117)),
        .init(from: 0.10, to: 0.12, upper: .init(level: 118), lower: .init(level: 117)),
        .init(from: 0.12, to: 0.20, upper: .init(level: 118), lower: .init(level: 100)),
      ])
    #expect(strips.upperSide.map(\.cost) == [160, 160, 118, 118, 118, 118])
    #expect(strips.lowerSide.map(\.risk) == [0.04, 0.10, 0.10, 0.12, 0.12, 0.20])
  }

  @Test func areaIsTheUncertainty() {
    let band = FrontierBand(Self.worked)
    #expect(abs(band.boxArea - 9.6) < 1e-12)
    #expect(abs(band.uncertainty - Self.worked.uncertainty) < 1e-12)
  }

  /// The plans B and C of one design, and the sum of cost and 700 for all sales proved to be 187 at least: it bounds 159 at
  /// 0.04, 117 at 0.10 and 103 at 0.12.
  @Test func segmentsAndLines() {
    var frontier = Self.worked
    frontier.points[1].isJoined = true
    frontier.lines = [.init(riskPrice: 700, bound: 187)]
    // What the line implies is there for other readers, and changes nothing.
    frontier.bounds.append(.init(cap: 0.06, bound: 145 - 1e-9))
    let band = FrontierBand(frontier)
    #expect(abs(band.upper(at: 0.07) - 139) < 1e-9)
    #expect(abs(band.lower(at: 0.07) - 138) < 1e-9)
    #expect(band.lowerBound(at: 0.11) == 117)
    let strips = band.drawnStrips
    // The line falls to 100, what is proved at the cheap end, at 87/700.
    #expect(strips.map(\.from) == [0.04, 0.10, 0.12, 87 / 700])
    #expect(strips.map(\.upper.isLevel) == [false, true, true, true])
    #expect(strips.map(\.lower.isLevel) == [false, true, false, true])
    // 1 above the line from 0.04 to 0.10, then as before but for the triangle under the line.
    #expect(abs(band.uncertainty * 9.6 - (0.06 + 0.02 + 1.44 - 3 * 3 / 700 / 2)) < 1e-9)
  }

  @Test func boundsAtAnyCap() {
    let band = FrontierBand(Self.worked)
    #expect(band.lowerBound(at: 0.04) == 160)
    #expect(band.lowerBound(at: 0.05) == 117)
    #expect(band.lowerBound(at: 0.12) == 117)
    #expect(band.lowerBound(at: 0.13) == 100)
    #expect(band.lowerBound(at: 0.21) == nil)
    #expect(band.upper(at: 0.03) == .infinity)
    #expect(band.upper(at: 0.09) == 160)
    #expect(band.upper(at: 0.5) == 100)
  }

  @Test func emptyBox() {
    var frontier = Self.worked
    frontier.points = [frontier.points[0]]
    #expect(FrontierBand(frontier).uncertainty == 0)
    #expect(FrontierBand(frontier).strips.isEmpty)
    frontier.points = []
    #expect(FrontierBand(frontier).uncertainty == 0)
  }

  @Test func knee() {
    var frontier = Self.worked
    #expect(frontier.knee == 1)
    // A middle point above the line between the ends is no knee.
    frontier.points[1].cost = 150
    #expect(frontier.knee == 0)
    frontier.points = [frontier.points[0]]
    #expect(frontier.knee == 0)
    frontier.points = []
    #expect(frontier.knee == nil)
  }

  @Test func slantsAreExplained() {
    let index = ReportIndex(BatteryTables.dataset())
    func note(_ frontier: FrontierRecord) -> String {
      FrontierFigure(
        index: index, frontier: frontier, band: FrontierBand(frontier), baseline: nil, chosen: 1,
        knee: 1
      ).figure().note
    }
    #expect(!note(Self.worked).contains("slants"))
    var frontier = Self.worked
    frontier.points[1].isJoined = true
    #expect(note(frontier).contains("solid line slants"))
    frontier.lines = [.init(riskPrice: 700, bound: 187)]
    #expect(note(frontier).contains("dashed line slants"))
  }

  /// The drawn band, corner by corner: 880 wide, the plot from 78 to 856 and from 382 up to 34.
  @Test func drawnBand() {
    let dataset = BatteryTables.dataset()
    let figure = FrontierFigure(
      index: ReportIndex(dataset), frontier: Self.worked, band: FrontierBand(Self.worked),
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
    #expect(figure.draw(.wide).svg.contains(expected))
  }
}
