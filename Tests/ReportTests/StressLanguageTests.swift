import Findings
import SupplyData
import SupplyPlan
import Testing

@testable import Report

/// The stress test's section, in whatever language.
@Suite struct StressLanguageTests {
  private let input = ReportCase.planWithBaseline.input

  /// Three targets: the plan does away with the first, softens the second and brings the third.
  private var record: StressRecord {
    let period = input.dataset.settings.periods[0].id
    let sites = input.dataset.facilities.prefix(2)
    let country = input.dataset.countries[0]
    let targets =
      sites.map {
        StressRecord.Target(
          target: $0.id, kind: "facility", name: $0.name, weeks: 12, isFromTable: false)
      } + [
        StressRecord.Target(
          target: "country:\(country.id)", kind: "country", name: country.name, weeks: 12,
          isFromTable: false)
      ]
    func result(_ network: String, _ target: Int, _ lost: Double) -> StressRecord.Result {
      StressRecord.Result(
        network: network, target: targets[target].target, period: period, weeks: 12,
        salesLost: lost, moneyLost: lost * 1e9, usualSalesLost: 0,
        weeksToSurvive: lost > 0 ? 3.5 : nil, isWeakLink: lost > 0,
        stranded: lost > 0.1 ? [input.dataset.products[0].id] : [], operatingCost: 1,
        usualOperatingCost: 1, losses: [])
    }
    let (today, plan) = ("current network", "plan")
    return StressRecord(
      dataset: input.plans[0].dataset, currency: "USD",
      networks: [.init(name: today), .init(name: plan, cost: 1e9, salesAtRisk: 0.1)],
      targets: targets,
      results: [
        result(today, 0, 0.2), result(plan, 0, 0), result(today, 1, 0.15), result(plan, 1, 0.05),
        result(today, 2, 0), result(plan, 2, 0.02),
      ], stopReason: "time limit reached")
  }

  @Test func everyWordIsFromTheTable() throws {
    let index = DatasetIndex(input.dataset)
    let strangers = FindingSection.strangers(names: input.names) {
      StressSection(index: index, record: record, plan: "plan", context: nil)?.section
    }
    #expect(strangers.isEmpty)
    let section = try #require(
      StressSection(index: index, record: record, plan: "plan", context: nil)?.section)
    #expect(
      section.sentences.first
        == "Of the 3 targets 2 cost sales today. This plan takes 1 of them off the list "
        + "(\(input.dataset.facilities[0].name)); 1 of the others cost at least a tenth less, and "
        + "1\u{A0}target is new on it.")
  }
}
