import Findings
import SupplyPlan
import TestDatasets
import Testing
import TextFiles

@testable import Resilience
@testable import SupplyData

@Suite struct SourceMapTests {
  /// Two plants make 60 and 20 widgets of two gears each; three mines make 80, 48 and 32 gears, the first two in one country.
  private func example() throws -> (Dataset, Plan) {
    let dataset = try TestDataset()
      .adding("products", "gear,piece,5,0.001")
      .adding("bills_of_materials", "product,component,quantity", "widget,gear,2")
      .adding("facilities", "second,BB,plant,existing,0,0")
      .adding("facilities", "mine-1,AA,supplier,existing,0,0", "mine-2,AA,supplier,existing,0,0")
      .adding("facilities", "mine-3,BB,supplier,existing,0,0")
      .adding(
        "capacity", "second,line,100,1,1,0,0", "mine-1,pit,100,1,1,0,0", "mine-2,pit,100,1,1,0,0",
        "mine-3,pit,100,1,1,0,0"
      )
      .adding("production", "second,widget,9", "mine-1,gear,1", "mine-2,gear,1", "mine-3,gear,1")
      .adding("lanes", "kind:supplier,kind:plant,truck", "second,shop,truck")
      .read()
    var plan = Plan(
      dataset: .init(name: "base", sha256: dataset.sha256), termination: .optimal, cost: 1,
      risk: PlanRisk(measure: "cvar", level: 0.95, salesAtRisk: 0),
      solve: .init(
        seconds: 0, method: "hand", rows: 0, columns: 0, objective: "cost", maxRisk: nil, nodes: 0))
    plan.production = [
      ("plant", "widget", 60.0), ("second", "widget", 20), ("mine-1", "gear", 80),
      ("mine-2", "gear", 48), ("mine-3", "gear", 32),
    ].map {
      ProductionFlowRow(
        period: "year-1", scenario: nil, facility: $0.0, product: $0.1, quantity: $0.2)
    }
    plan.production.append(
      ProductionFlowRow(
        period: "year-1", scenario: "strike", facility: "mine-3", product: "gear", quantity: 999))
    plan.flows = [
      ("plant", "shop", "widget", "AA", 60.0), ("second", "shop", "widget", "BB", 20),
      ("mine-1", "plant", "gear", "AA", 80), ("mine-2", "plant", "gear", "AA", 40),
      ("mine-2", "second", "gear", "AA", 8), ("mine-3", "second", "gear", "BB", 32),
    ].map {
      FlowRow(
        period: "year-1", scenario: nil, origin: $0.0, destination: $0.1, mode: "truck",
        product: $0.2, madeIn: $0.3, quantity: $0.4, freight: 0, duty: 0)
    }
    return (dataset, plan)
  }

  @Test func `by hand`() throws {
    let (dataset, plan) = try example()
    let record = SourceMap(dataset: dataset, plan: plan).record
    #expect(record.entries.map(\.product) == ["widget", "gear"])
    let (widget, gear) = (record.entries[0], record.entries[1])
    #expect(widget.quantity == 80 && gear.quantity == 160)
    #expect(widget.countries.map(\.share) == [0.75, 0.25])
    #expect(abs(widget.concentrationByCountry - (0.5625 + 0.0625)) < 1e-12)
    #expect(
      gear.countries == [
        .init(country: "AA", quantity: 128, share: 0.8),
        .init(country: "BB", quantity: 32, share: 0.2),
      ])
    #expect(abs(gear.concentrationByCountry - (0.64 + 0.04)) < 1e-12)
    #expect(abs(gear.concentrationByFacility - (0.25 + 0.09 + 0.04)) < 1e-12)
    #expect(gear.sources.map(\.facility) == ["mine-1", "mine-2", "mine-3"])
    #expect(!gear.isSingleCountry && !gear.isSingleFacility)
    #expect(widget.users == [.init(kind: .customer, id: "shop", quantity: 80)])
    #expect(gear.users == [.init(kind: .product, id: "widget", quantity: 160)])
  }

  @Test func `a single source is named as such`() throws {
    var (dataset, plan) = try example()
    plan.production.removeAll { $0.facility == "second" || $0.facility == "mine-3" }
    // What a solve leaves over is no second source.
    plan.production.append(
      ProductionFlowRow(
        period: "year-1", scenario: nil, facility: "second", product: "widget", quantity: 1e-6))
    let entries = SourceMap(dataset: dataset, plan: plan).record.entries
    #expect(entries.map(\.isSingleCountry) == [true, true])
    #expect(entries.map(\.isSingleFacility) == [true, false])
    #expect(entries.map(\.concentrationByCountry) == [1, 1])
    dataset.products.removeAll()
    #expect(SourceMap(dataset: dataset, plan: plan).record.entries.isEmpty)
  }
}
