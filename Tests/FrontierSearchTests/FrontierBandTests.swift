@testable import FrontierSearch
import SupplyPlan
import Testing

/// The geometry of the band, by hand: the worked example of the article on the frontier.
@Suite struct FrontierBandTests {
  private let corners = [
    FrontierBand.Corner(cost: 100, risk: 0.20), .init(cost: 118, risk: 0.10),
    .init(cost: 160, risk: 0.04),
  ]
  private let bounds = [
    FrontierBand.Bound(cap: 0.20, bound: 100), .init(cap: 0.12, bound: 117),
    .init(cap: 0.04, bound: 160),
  ]

  @Test func `strips of the example`() {
    let strips = FrontierBand(corners: corners, bounds: bounds).strips
    #expect(
      strips == [
        .init(from: 0.04, to: 0.10, upper: .init(level: 160), lower: .init(level: 117)),
        .init(from: 0.10, to: 0.12, upper: .init(level: 118), lower: .init(level: 117)),
        .init(from: 0.12, to: 0.20, upper: .init(level: 118), lower: .init(level: 100)),
      ])
  }

  @Test func `uncertainty of the example`() {
    let ends = FrontierBand(corners: [corners[0], corners[2]], bounds: [bounds[0], bounds[2]])
    #expect(abs(ends.boxArea - 9.6) < 1e-12)
    #expect(abs(ends.uncertainty - 1) < 1e-12)
    let three = FrontierBand(corners: corners, bounds: bounds)
    #expect(abs(three.uncertainty - 4.04 / 9.6) < 1e-12)
    let four = FrontierBand(
      corners: corners + [.init(cost: 131, risk: 0.07)],
      bounds: bounds + [.init(cap: 0.07, bound: 130)])
    #expect(abs(four.uncertainty - 2.78 / 9.6) < 1e-12)
    let five = FrontierBand(
      corners: four.corners, bounds: four.bounds + [.init(cap: 0.1984, bound: 117.5)])
    #expect(abs(five.uncertainty - 1.383 / 9.6) < 1e-12)
  }

  @Test func `staircases at and beside their corners`() {
    let band = FrontierBand(corners: corners, bounds: bounds)
    #expect(band.upper(at: 0.0399) == .infinity)
    #expect(band.upper(at: 0.04) == 160)
    #expect(band.upper(at: 0.0999) == 160)
    #expect(band.upper(at: 0.10) == 118)
    #expect(band.upper(at: 5) == 100)
    #expect(band.lower(at: 0.04) == 160)
    #expect(band.lower(at: 0.0401) == 117)
    #expect(band.lower(at: 0.12) == 117)
    #expect(band.lower(at: 0.1201) == 100)
    #expect(band.lower(at: 0.2001) == -.infinity)
  }

  @Test func `order and dominated corners do not matter`() {
    let band = FrontierBand(
      corners: [.init(cost: 170, risk: 0.05)] + corners.reversed() + [.init(cost: 118, risk: 0.11)],
      bounds: bounds.reversed() + [.init(cap: 0.05, bound: 90)])
    #expect(band.corners == corners)
    #expect(abs(band.uncertainty - 4.04 / 9.6) < 1e-12)
  }

  @Test func `an empty box is certain`() {
    #expect(FrontierBand(corners: [], bounds: []).uncertainty == 0)
    #expect(FrontierBand(corners: [corners[0]], bounds: []).uncertainty == 0)
    #expect(FrontierBand(corners: [corners[0]], bounds: []).strips.isEmpty)
  }

  @Test func `a bound under the box counts, one above the plans does not`() {
    let low = FrontierBand(
      corners: [.init(cost: 1, risk: 1), .init(cost: 2, risk: 0)],
      bounds: [.init(cap: 1, bound: 0), .init(cap: 0, bound: 2)])
    #expect(low.uncertainty == 2)
    let high = FrontierBand(
      corners: [.init(cost: 1, risk: 1), .init(cost: 2, risk: 0)],
      bounds: [.init(cap: 1, bound: 3)])
    #expect(high.uncertainty == 0)
  }

  @Test func `a bound without a cap holds everywhere`() {
    let band = FrontierBand(
      corners: [.init(cost: 1, risk: 1), .init(cost: 2, risk: 0)],
      bounds: [.init(cap: .infinity, bound: 1)])
    #expect(band.strips == [.init(from: 0, to: 1, upper: .init(level: 2), lower: .init(level: 1))])
  }

  @Test func `strips agree with the staircases on random bands`() {
    var seed: UInt64 = 7
    func draw() -> Double {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(seed >> 40) / Double(1 << 24)
    }
    for _ in 0..<200 {
      let band = FrontierBand(
        corners: (0..<6).map { _ in .init(cost: draw(), risk: draw()) },
        bounds: (0..<6).map { _ in .init(cap: draw() * 1.2, bound: draw()) })
      for strip in band.strips {
        #expect(strip.upper.start == band.upper(at: strip.from))
        #expect(strip.upper.end == band.upper(at: strip.from + (strip.to - strip.from) * 0.99))
        #expect(strip.lower.end == band.lower(at: strip.to))
        #expect(strip.lower.start == band.lower(at: strip.from + (strip.to - strip.from) * 0.01))
      }
      #expect(zip(band.strips, band.strips.dropFirst()).allSatisfy { $0.to == $1.from })
    }
  }
}
