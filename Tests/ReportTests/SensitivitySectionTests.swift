@testable import FigureDrawing
import Findings
import SupplyData
import SupplyPlan
import Testing
import TextFiles

@testable import Report
@testable import Sensitivity

/// The sections on flips and regret, from records made by hand.
@Suite struct SensitivitySectionTests {
  private let dataset = BatteryTables.dataset()
  private var index: ReportIndex { ReportIndex(dataset) }
  private var facilities: [String] { dataset.facilities.map(\.id) }
  private var periods: [String] { dataset.settings.periods.map(\.id) }

  private func openings(_ open: [String]) -> [FlipRecord.Openings] {
    periods.map { FlipRecord.Openings(period: $0, open: open) }
  }

  private func sites(_ facility: String, _ periods: [String]) -> [FlipRecord.Site] {
    periods.map { FlipRecord.Site(facility: facility, period: $0) }
  }

  private func flip(
    opens: [FlipRecord.Site], closes: [FlipRecord.Site], isProved: Bool = true,
    stopReason: String? = nil
  ) -> FlipRecord {
    let excess = isProved ? 0 : 0.0004
    func piece(_ from: Double, _ to: Double, _ open: [String]) -> FlipRecord.Piece {
      FlipRecord.Piece(
        from: from, to: to, footprint: openings(open), costFrom: 1e9, costTo: 1.2e9,
        excess: excess, isProved: isProved)
    }
    let points = [(0.0, 1e9), (0.83, 1.2e9), (2.0, 1.25e9)]
    return FlipRecord(
      dataset: Plan.DatasetReference(name: "battery", sha256: dataset.sha256), currency: "USD",
      maxRisk: nil, measure: "cvar", level: 0.95,
      studies: [
        FlipRecord.Study(
          parameter: FlipRecord.Parameter(
            expression: "tariffs[layer=reciprocal].rate*=0..2",
            name: "the tariff (layer reciprocal)", operation: "*=", low: 0, high: 2, current: 1),
          tolerance: 0.001, gap: 0.001, footprintGap: 1e-7,
          pieces: [
            piece(0, 0.83, [facilities[0]]), piece(0.83, 2, [facilities[1]]),
          ],
          turns: [
            FlipRecord.Turn(
              value: 0.83, from: 0.829, to: 0.831, cost: 1.2e9, opens: opens, closes: closes,
              isProved: isProved)
          ],
          costs: points.map { FlipRecord.Point(value: $0.0, cost: $0.1) },
          bounds: points.map { FlipRecord.Point(value: $0.0, cost: $0.1 * 0.999) }, band: 0.001,
          proved: stopReason == nil ? [.init(from: 0, to: 2)] : [.init(from: 0, to: 0.5)],
          isInfeasible: false, solves: 14, seconds: 1, stopReason: stopReason)
      ])
  }

  @Test func `what replaces what`() throws {
    let (first, second) = (dataset.facilities[0], dataset.facilities[1])
    let cases: [([FlipRecord.Site], [FlipRecord.Site], String)] = [
      (
        sites(second.id, periods), sites(first.id, periods),
        "\(second.name) replaces \(first.name)"
      ),
      (sites(second.id, periods), [], "\(second.name) opens"),
      ([], sites(first.id, periods), "\(first.name) closes"),
      (
        sites(first.id, [periods[0]]), sites(first.id, [periods[1]]),
        "\(first.name) is open in other years"
      ),
    ]
    for (opens, closes, words) in cases {
      let section = try #require(
        FlipSection(index: index, record: flip(opens: opens, closes: closes)).section)
      #expect(
        spaced(section.title)
          == "\(words) once the tariff (layer reciprocal) passes 0.83 times today’s")
      for figure in section.figures {
        #expect(Markup.fault(figure.wide.svg) == nil && Markup.fault(figure.narrow.svg) == nil)
        #expect(Markup.fault(figure.table.html) == nil)
      }
    }
  }

  @Test func `no more is claimed than was proved`() throws {
    func words(_ record: FlipRecord) throws -> String {
      spaced(
        try #require(FlipSection(index: index, record: record).section).sentences.joined())
    }
    let opens = sites(facilities[1], periods)
    #expect(try words(flip(opens: opens, closes: [])).contains("It is proved that no other"))
    let near = try words(flip(opens: opens, closes: [], isProved: false))
    #expect(near.contains("more than 0.040 %") && near.contains("cost nearly the same"))
    #expect(!near.contains("It is proved"))
    let stopped = try words(flip(opens: opens, closes: [], stopReason: "time limit reached"))
    #expect(stopped.contains("it is proved for 0 to 0.5"))
  }

  private func regret(refusal: String? = nil, reason: String? = nil) -> RegretRecord {
    func entry(_ regret: Double?) -> RegretRecord.Entry {
      RegretRecord.Entry(
        cost: regret.map { 1e9 + $0 }, salesAtRisk: regret.map { _ in 0.02 },
        regret: regret.map { .init(atLeast: $0, atMost: $0 + 1e6) },
        refusal: regret == nil ? refusal : nil, isInfeasible: regret == nil)
    }
    func plan(_ name: String, _ bestOf: [Int], _ regrets: [Double?]) -> RegretRecord.Plan {
      let known = regrets.compactMap(\.self)
      let greatest = known.count == regrets.count ? known.max() : nil
      let interval = greatest.map { RegretRecord.Interval(atLeast: $0, atMost: $0 + 1e6) }
      return RegretRecord.Plan(
        name: name, bestOf: bestOf, footprint: openings([facilities[0]]),
        entries: regrets.map(entry), greatestRegret: interval, expectedRegret: interval,
        ownWeight: nil)
    }
    return RegretRecord(
      currency: "USD", maxRisk: nil, measure: "cvar", level: 0.95, gap: 0.001,
      futures: ["-", "trade-truce"].map {
        RegretRecord.Future(
          name: $0, dataset: Plan.DatasetReference(name: "battery", sha256: dataset.sha256),
          weight: 0.5, cost: 1e9, bound: 0.999e9, isInfeasible: false)
      },
      plans: [
        plan("best of -", [0], [0, refusal == nil ? 4e7 : nil]),
        plan("best of trade-truce", [1], [5e7, 0]),
        plan("least greatest regret", [], [2e7, 1.5e7]),
      ],
      leastGreatest: .init(bound: 1.9e7, isInfeasible: false, plan: 2, reason: reason),
      leastExpected: .init(bound: 1.9e7, isInfeasible: false, plan: 2, reason: reason),
      breakEvens: [.init(first: 0, second: 1, weightOfSecond: 0.56)], axis: nil, seconds: 1,
      stopReason: nil)
  }

  @Test func `what a plan would be sorry for`() throws {
    let section = try #require(RegretSection(index: index, record: regret()).section)
    #expect(
      spaced(section.title)
        == "The plan with the smallest maximum regret costs at most $21.0 m more than the best plan in any of 2 futures"
    )
    let words = spaced(section.sentences.joined(separator: " "))
    #expect(
      words.contains("the regret of the best plan for “trade-truce”") && words.contains("$50.0 m"))
    #expect(words.contains("no plan has a maximum regret below $19.0 m"))
    let figure = try #require(section.figures.first)
    #expect(Markup.fault(figure.wide.svg) == nil && Markup.fault(figure.narrow.svg) == nil)
  }

  @Test func `what is not possible, and what is not proved`() throws {
    let record = regret(refusal: "it breaks rules", reason: "time limit reached")
    let section = try #require(RegretSection(index: index, record: record).section)
    let words = spaced(section.sentences.joined(separator: " "))
    #expect(words.contains("One plan cannot meet the rules in some future"))
    #expect(words.contains("that no other plan does better is not proven (time limit reached)"))
    #expect(!words.contains("no plan has a maximum regret"))
    let figure = try #require(section.figures.first)
    #expect(figure.wide.svg.contains("no plan") && figure.table.html.contains("it breaks rules"))
  }
}
