@testable import SupplyData
import TestDatasets
import Testing

/// What absent and empty cells stand for.
@Suite struct DefaultsTests {
  @Test func baseCaseTakesEveryDefault() throws {
    let reading = try Dataset.reading(TestDataset().source)
    let dataset = reading.dataset
    #expect(reading.warnings == [])
    #expect(
      dataset.settings
        == PlanSettings(
          name: "base", currency: "USD", periods: [Period(id: "year-1", years: 1)],
          discountRate: 0.08, holdingRate: 0.15, carbonPrice: 0,
          risk: .conditionalValueAtRisk(level: 0.95), home: nil))
    #expect(dataset.countries[0].name == "AA")
    let plant = dataset.facilities[0]
    #expect(plant.name == "plant")
    #expect(plant.location == Coordinates(latitude: 50, longitude: 10))
    #expect(plant.decision == .consider)
    #expect(plant.throughput == nil)
    #expect(plant.closingCost == 0)
    #expect(dataset.production[0].capacityUse == 1)
    #expect(dataset.modes[0].circuity == 1.2)
    #expect(dataset.modes[0].dwellDays == 0)
    #expect(dataset.lanes[0].product == nil)
    #expect(dataset.lanes[0].line == 2)
    #expect(dataset.demand[0].period == nil)
    #expect(dataset.groups.isEmpty)
    #expect(dataset.sha256.count == 64)
  }
}
