import Decomposition
import Findings
import Modeling
import NetworkDesign
import PlanChecker
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import AnuraImport

/// A model whose least cost is worked out by hand, line by line.
@Suite struct RoundTripTests {
  /// A hundred pumps from Mexico.
  ///
  /// Today: 20 + 8 kg · 1.60 of steel + 60 % of 100 + 10 of sea + 10 of road = 112.80 a pump, and
  /// 1000 for the plant. New: 12 + 12.80 + 5 + 10 + 10 = 49.80 a pump, and 2000 + 500 + 900 + 700.
  private static let expected: [(any KeyPath<CostLines, Double> & Sendable, Double)] = [
    (\.opening, 2000), (\.closing, 500),
    // 40 a year come with the plant, the step of 60 costs 900.
    (\.building, 900),
    // The plant in Mexico and the depot.
    (\.facilityFixed, 700 + 300), (\.moduleFixed, 0),
    (\.production, 100 * 12 + 800 * 1.5),
    // Steel; the sea: 10 kg · 8000 km · 0.0001 and 100 for each 50; the road: 2 a mile for 20 pumps.
    (\.freight, 800 * 0.1 + 100 * (8 + 2) + 100 * (2 * 100 / 20.0)),
    (\.duty, 100 * 0.05 * 100),
    // Steel and pumps ten days at sea, pumps for 100 miles at 50 miles an hour.
    (\.pipeline, 0.12 / 365 * (800 * 2 * 10 + 100 * 100 * 10 + 100 * 100 * 2 / 24.0)),
    (\.carbon, 0), (\.shortage, 0), (\.buffers, 0), (\.bufferDraws, 0), (\.incentives, 0),
  ]

  @Test(arguments: [false, true])
  func `the least cost is that of the hand, line by line`(_ decomposes: Bool) throws {
    let dataset = try TestAnuraModel().imported().dataset()
    let network = try Network(dataset)
    let question = DesignQuestion(measure: dataset.settings.risk)
    let plan =
      decomposes
      ? try DecompositionPlanner(network: network, threads: 1).plan(for: question, gap: 0)
      : try MonolithPlanner(network: network, gap: 0).plan(for: question)
    let verdict = PlanChecker(dataset).check(plan)
    #expect(verdict.isSound, "\(verdict.violations)")
    for (line, amount) in Self.expected {
      #expect(abs(plan.costs[keyPath: line] - amount) < 1e-6, "\(line)")
    }
    let total = Self.expected.map(\.1).reduce(0, +)
    #expect(abs((plan.cost ?? 0) - total) < 1e-6)
    #expect(abs((plan.bound ?? 0) - total) < 1e-8 * total)
    let built = plan.modules.filter { $0.facility == "New Plant" && $0.count > 0 }.map(\.module)
    #expect(built.sorted() == ["base", "step-1"])
  }

  @Test func `without the factory in Mexico the old one goes on`() throws {
    let model = TestAnuraModel()
      .replacing("Facilities", "New Plant,Include", with: "New Plant,Exclude")
    let dataset = try model.imported().dataset()
    let plan = try MonolithPlanner(network: try Network(dataset), gap: 0)
      .plan(for: DesignQuestion(measure: dataset.settings.risk))
    #expect(PlanChecker(dataset).check(plan).isSound)
    #expect(abs(plan.costs.duty - 100 * 60) < 1e-6)
    #expect(abs(plan.costs.facilityFixed - 1300) < 1e-6)
    #expect(abs(plan.costs.production - (100 * 20 + 800 * 1.5)) < 1e-6)
  }

  @Test func `months cost what the year of them costs`() throws {
    let quarter = TestAnuraModel()
      .replacing("ModelSettings", "2026-12-31", with: "2026-03-31")
      .replacing("Facilities", ",0,1000,500,", with: ",0,250,500,")
      .replacing("Customer_Demand", ",50,", with: ",12.328767123287671,")
    let demand = try quarter.imported().dataset().demand
    #expect(demand.allSatisfy { abs($0.quantity - 50) < 1e-9 })
    let imported = try quarter.imported()
    #expect(imported.entries(.approximated).contains("ModelSettings.ModelEndDate 0"))
    let plant = try #require(try imported.dataset().facilities.first { $0.id == "Old Plant" })
    #expect(abs(plant.fixedCost - 250 * 365 / 90.0) < 1e-6)
  }
}
