import SupplyPlan
import TestDatasets
import Testing
import TextFiles

@testable import Report
@testable import SupplyData

/// The part of sales at risk that no event brings, by hand: a flood of 26 weeks at 10 % a year loses 40 % of a year's sales, a
/// strike of 13 weeks at 20 % loses 3 %; without any event 8 % of a year's demand goes unmet.
@Suite struct NormalShortfallTests {
  private func part(_ measure: String, _ level: Double? = nil, short: Double = 0.08) throws
    -> Double?
  {
    let dataset = try TestDataset()
      .adding(
        "scenarios", "scenario,probability,duration_weeks", "flood,0.1,26", "strike,0.2,13"
      )
      .adding(
        "disruptions", "scenario,effect,origin,value", "flood,capacity,plant,1",
        "strike,capacity,plant,0.5"
      ).read()
    let period = try #require(dataset.settings.periods.first).id
    var plan = Plan(
      dataset: .init(name: "hand", sha256: dataset.sha256), termination: .optimal,
      risk: PlanRisk(measure: measure, level: level, salesAtRisk: 0),
      solve: .init(
        seconds: 0, method: "test", rows: 0, columns: 0, objective: "cost", maxRisk: nil, nodes: 0))
    plan.scenarios = [
      .init(scenario: "flood", period: period, salesLost: 0.4),
      .init(scenario: "strike", period: period, salesLost: 0.03),
    ]
    plan.undelivered = Undelivered(share: short, periods: [.init(period: period, share: short)])
    return NormalShortfall(dataset, plan).salesAtRisk
  }

  /// 0.08 · 26/52 = 0.04 and 0.08 · 13/52 = 0.02.
  @Test func `weighed as the measure weighs`() throws {
    #expect(abs(try #require(try part("expected")) - (0.1 * 0.04 + 0.2 * 0.02)) < 1e-12)
    #expect(abs(try #require(try part("worst")) - 0.04) < 1e-12)
    // The worst fifth of years: half of it floods, half strikes.
    #expect(abs(try #require(try part("cvar", 0.8)) - (0.5 * 0.04 + 0.5 * 0.02)) < 1e-12)
    // The worst twentieth: floods alone.
    #expect(abs(try #require(try part("cvar", 0.95)) - 0.04) < 1e-12)
  }

  /// No more than the event loses at all: 0.2 · 13/52 = 0.05 is over 0.03.
  @Test func `never more than is lost`() throws {
    #expect(
      abs(try #require(try part("expected", short: 0.2)) - (0.1 * 0.1 + 0.2 * 0.03)) < 1e-12)
  }
}
