import NetworkDesign
import SupplyData
import SupplyNetwork
import TestDatasets
import Testing
import TextFiles

@testable import Sensitivity

/// Which parameters may be varied.
@Suite struct AffineCostsTests {
  private static let dataset = TestDataset()
    .adding("tariffs", "layer,origin,destination,rate", "duty,AA,BB,0.1")
    .adding("scenarios", "scenario,probability,duration_weeks", "war,0.1,26")
    .adding("disruptions", "scenario,effect,origin,destination,value", "war,tariff,AA,BB,-0.3")

  private func check(_ text: String, maxRisk: Double? = nil, measure: RiskMeasure = .expected)
    throws
  {
    let varied = ParametricDataset(
      source: Self.dataset.source, range: try RangeExpression(text))
    try AffineCosts.check(
      try varied.probes(), DesignQuestion(maxRisk: maxRisk, measure: measure), option: text)
  }

  @Test(arguments: [
    "production.unit_cost*=0..3", "scenarios.probability=0..0.2", "modes.cost_per_t_km+=0..1",
    "facilities.fixed_cost*=0..2", "tariffs.rate=0.4..2",
  ])
  func `costs in a straight line`(_ text: String) throws { try check(text) }

  /// The scenario takes 0.3 off the rate, but not below 0.
  @Test func `a duty that is floored`() {
    let faults = #expect(throws: Faults.self) { try check("tariffs.rate=0..1") }
    #expect(faults?.all.first?.cause.contains("no straight line") == true)
    #expect(faults?.all.first?.cure.contains("narrow the range") == true)
  }

  @Test func `a probability below a cap`() throws {
    let faults = #expect(throws: Faults.self) {
      try check("scenarios.probability=0..0.2", maxRisk: 0.1)
    }
    #expect(faults?.all.first?.cause.contains("'maxRisk'") == true)
    #expect(faults?.all.first?.cure.contains("--measure worst") == true)
    try check("scenarios.probability=0..0.2", maxRisk: 0.1, measure: .worst)
  }

  @Test(arguments: [
    ("capacity.size*=1..2", "not only costs depend on it"),
    ("demand.quantity*=1..2", "not only costs depend on it"),
    ("settings.carbon_price=0..2", "no cost of any plan depends on it"),
    ("tariffs[layer=none].rate*=0..2", "no row of tariffs.csv"),
    ("scenarios.probability=0..3", "becomes invalid"),
    ("countries.region=0..3", "no cost of any plan"),
  ])
  func `others are refused`(_ text: String, _ cause: String) {
    let faults = #expect(throws: Faults.self) { try check(text) }
    #expect(faults?.all.first?.cause.contains(cause) == true, "\(faults?.all ?? [])")
  }
}
