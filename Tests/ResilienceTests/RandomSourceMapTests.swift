import Findings
import NetworkDesign
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Resilience

/// Maps of random plans against what their flows say was used where.
@Suite struct RandomSourceMapTests {
  @Test(arguments: UInt64(0)..<(runsLongTests ? 200 : 30))
  func `shares are of what is used`(_ seed: UInt64) throws {
    let dataset = try RandomDataset(seed: seed).read()
    let plan = try MonolithPlanner(network: try Network(dataset)).plan(
      for: DesignQuestion(measure: .expected))
    guard plan.cost != nil else { return }
    let record = SourceMap(dataset: dataset, plan: plan).record
    let countryOf = Dictionary(
      uniqueKeysWithValues: dataset.facilities.map { ($0.id, $0.country) })
    for period in dataset.settings.periods {
      // Made and received less shipped, at every node by itself.
      var used: [[String]: Double] = [:]
      for row in plan.production where row.scenario == nil && row.period == period.id {
        used[[row.facility, row.product, countryOf[row.facility] ?? ""], default: 0] +=
          row.quantity
      }
      for row in plan.flows where row.scenario == nil && row.period == period.id {
        used[[row.origin, row.product, row.madeIn], default: 0] -= row.quantity
        used[[row.destination, row.product, row.madeIn], default: 0] += row.quantity
      }
      var byCountry: [[String]: Double] = [:]
      for (key, quantity) in used { byCountry[[key[1], key[2]], default: 0] += quantity }
      for entry in record.entries(in: period.id) {
        for country in entry.countries {
          let expected = byCountry[[entry.product, country.country]] ?? 0
          #expect(
            abs(expected - country.quantity) <= 1e-5 * max(1, expected),
            "seed \(seed), \(entry.product), \(country.country)")
        }
        for shares in [entry.countries.map(\.share), entry.sources.map(\.share)] {
          #expect(abs(shares.reduce(0, +) - 1) < 1e-9, "seed \(seed)")
        }
        for index in [entry.concentrationByCountry, entry.concentrationByFacility] {
          #expect(index > 0 && index <= 1 + 1e-12, "seed \(seed)")
        }
        #expect(
          entry.concentrationByFacility <= entry.concentrationByCountry + 1e-5, "seed \(seed)")
        let users = entry.users.reduce(0) { $0 + $1.quantity }
        #expect(
          abs(users - entry.quantity) <= 1e-5 * max(1, entry.quantity),
          "seed \(seed), \(entry.product): \(users) of \(entry.quantity)")
      }
    }
  }
}
