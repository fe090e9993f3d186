import SupplyData
import TestDatasets
import Testing
import TextFiles

/// What is valid and can hardly be meant, and what has no effect.
@Suite struct PlausibilityTests {
  private func warnings(_ dataset: TestDataset) throws -> [String] {
    try Dataset.reading(dataset.source).warnings.map(\.description)
  }

  @Test func productThatNothingMakes() throws {
    let dataset = TestDataset()
      .adding("products", "part,t,1,", "ore,t,1,")
      .adding("bills_of_materials", "product,component,quantity", "widget,part,2", "part,ore,1")
    // The ore is needed only by what cannot be made either.
    #expect(
      try warnings(dataset) == [
        "products.csv:3:1: doubtful: 'part' is needed and no facility can make it."
          + " Add production with capacity, or delete what needs it."
      ])
  }

  @Test func makersThatCannot() throws {
    let closed = TestDataset().replacing(
      "facilities", "facility,country,kind,status,decision\nplant,AA,plant,existing,closed\n")
    #expect(try warnings(closed).map { $0.contains("no facility can make it") } == [true])
    let none = TestDataset().replacing("capacity", "plant,line,100,1,2", with: "plant,line,100,0,0")
    #expect(try warnings(none).map { $0.contains("no facility can make it") } == [true])
  }

  @Test func demandBeyondCapacity() throws {
    let dataset = TestDataset()
      .replacing("plan.yaml", "name: a\nperiods: [{id: t1, years: 1}, {id: t2, years: 1}]\n")
      .adding("demand", "shop,widget,t2,250.5,300")
    #expect(
      try warnings(dataset) == [
        "products.csv:2:1: doubtful: the period 't2' needs 250.5 of 'widget' a year, and with every"
          + " module built 200 can be made. Raise 'maximum' in capacity.csv or add facilities;"
          + " check the units of demand."
      ])
    #expect(try warnings(dataset.replacing("demand", "250.5", with: "200")) == [])
  }

  @Test func componentsBeyondCapacity() throws {
    let dataset = TestDataset()
      .adding("products", "part,t,1,", "ore,t,1,")
      .adding(
        "bills_of_materials", "product,component,quantity", "part,ore,2", "widget,part,1.5",
        "widget,ore,1"
      )
      .adding("production", "plant,part,1", "plant,ore,1")
    // 80 widgets need 120 parts and 80 + 240 ore.
    let found = try warnings(dataset)
    #expect(found.count == 1)
    #expect(found.first?.contains("needs 320 of 'ore'") == true)
  }

  @Test func capacityUseCounts() throws {
    let dataset = TestDataset().replacing(
      "production", "facility,product,unit_cost,capacity_use\nplant,widget,20,2.51\n")
    #expect(try warnings(dataset).first?.contains("79.6813 can be made") == true)
    #expect(try warnings(dataset.replacing("production", "2.51", with: "2.5")) == [])
  }

  @Test func tablesWithoutRows() throws {
    let dataset = TestDataset()
      .replacing("demand", "customer,product,period,quantity,shortage_cost\n")
      .replacing("lanes", "origin,destination,mode\n")
    let found = try Dataset.reading(dataset.source).warnings
    #expect(found.filter { $0.severity == .doubtful }.map(\.file) == ["demand.csv", "lanes.csv"])
  }

  @Test func sharesAsPercent() throws {
    let dataset = TestDataset()
      .adding(
        "constraints", "constraint,kind,sense,value", "c,share,>=,30", "d,survive,<=,5",
        "e,open_facilities,<=,5"
      )
      .adding("recovery", "target,weeks", "*,8")
      .adding("tariffs", "layer,origin,destination,rate", "a,*,*,25")
      .replacing("plan.yaml", "name: a\ndiscount_rate: 8\n")
    let found = try Dataset.reading(dataset.source).warnings
    #expect(
      found.map(\.place)
        == [
          "constraints.csv:2:12", "constraints.csv:3:14", "plan.yaml:2:16", "tariffs.csv:2:7",
        ])
    #expect(found.map(\.severity) == [.doubtful, .doubtful, .warning, .warning])
  }

  @Test func namesWithoutUse() throws {
    let dataset = TestDataset()
      .adding("products", "spare,t,1,")
      .adding("customers", "idle,BB")
      .adding("modes", "train,1,1")
      .adding("facilities", "hall,AA,warehouse,existing,,")
      .adding("capacity", "hall,shelf,1,0,1,,")
      .adding("groups", "group,kind,country", "G,alliance,AA", "H,alliance,BB")
      .adding("tariffs", "layer,origin,destination,rate", "a,group:H,*,0.1")
      .adding("buffers", "location,product,maximum", "shop,widget,1")
      .adding("demand", "shop,widget,year-1,1,1")
    let found = try Dataset.reading(dataset.source).warnings
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(
      found.map(\.place) == [
        "buffers.csv:2:1", "capacity.csv:3:1", "customers.csv:3:1", "demand.csv:2:13",
        "groups.csv:2:1", "modes.csv:3:1", "products.csv:3:1",
      ])
  }

  @Test func scenarioWithoutDisruption() throws {
    let dataset = TestDataset().adding(
      "scenarios", "scenario,probability,duration_weeks", "s,0.1,4")
    #expect(try warnings(dataset).map { $0.hasPrefix("scenarios.csv:2:1: warning") } == [true])
  }
}
