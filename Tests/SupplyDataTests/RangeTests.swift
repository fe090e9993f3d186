import Foundation
import SupplyData
import TestDatasets
import Testing
import TextFiles

/// Where numbers of one row of a program are too far apart, `check` says so by the rows of the tables; elsewhere it is silent.
@Suite struct RangeTests {
  private static let beyond = "to compute with"

  private func told(_ dataset: TestDataset) throws -> [Fault] {
    try Dataset.reading(dataset.source).warnings.filter { $0.cause.contains(Self.beyond) }
  }

  /// A second product, made at the plant of the first.
  private static let two = TestDataset()
    .adding("products", "dust,g,1,")
    .adding("production", "plant,dust,1")
    .adding("demand", "shop,dust,*,50,1")

  @Test(arguments: [
    (
      "customers of one product", "demand.csv:3:16",
      "the demand of 'kiosk' is 1e-09, but the demand of 'shop' is 1e+06 (demand.csv, line 2)",
      TestDataset()
        .replacing("demand", "shop,widget,*,80,300", with: "shop,widget,*,1e6,300")
        .adding("customers", "kiosk,BB").adding("demand", "kiosk,widget,*,1e-9,300")
    ),
    (
      "capacity that products take", "production.csv:3:14",
      "the capacity of 'plant' that all of 'dust' takes",
      two.replacing(
        "production",
        "facility,product,unit_cost,capacity_use\nplant,widget,20,1e3\nplant,dust,1,1e-12\n")
    ),
    (
      "size of a module", "capacity.csv:3:12", "the size of the module 'tiny' is 1e-11",
      TestDataset().adding("capacity", "plant,tiny,1e-11,0,1,5,5")
    ),
    (
      "a component", "bills_of_materials.csv:3:10", "what all of 'dust' needs of 'ore' is 5e-11",
      two.adding("products", "ore,t,5,").adding("production", "plant,ore,1")
        .adding(
          "bills_of_materials", "product,component,quantity", "widget,ore,1000", "dust,ore,1e-12")
    ),
    (
      "the capacity of a lane", "lanes.csv:2:18", "the capacity of the lane is 1e-11",
      TestDataset().replacing("lanes", "origin,destination,mode,capacity\nplant,shop,truck,1e-11\n")
    ),
    (
      "products on one lane", "products.csv:3:6", "what is needed of 'dust' is 1e-09",
      two.replacing("demand", "shop,dust,*,50,1", with: "shop,dust,*,1e-9,1e12")
        .replacing("demand", "shop,widget,*,80,300", with: "shop,widget,*,8000,300")
        .replacing("lanes", "origin,destination,mode,capacity\nplant,shop,truck,9000\n")
    ),
    (
      "products on one dock", "facilities.csv:2:25", "the throughput of 'plant' is 1e-11",
      TestDataset().replacing(
        "facilities", "facility,country,kind,status,throughput\nplant,AA,plant,existing,1e-11\n")
    ),
    (
      "a stock", "buffers.csv:2:13", "the greatest stock is 1e-11",
      TestDataset().adding("buffers", "location,product,maximum", "shop,widget,1e-11")
    ),
    (
      "sales", "demand.csv:3:16", "what the sales to 'shop' are worth is 5e-11",
      two.replacing("demand", "shop,dust,*,50,1", with: "shop,dust,*,50,1e-12")
    ),
    (
      "costs", "facilities.csv:2:25", "'fixed_cost' of 'plant' is 1e-09",
      TestDataset().replacing(
        "facilities", "facility,country,kind,status,fixed_cost\nplant,AA,plant,existing,1e-9\n")
    ),
    (
      "a budget", "constraints.csv:2:19", "the limit is 1e-11",
      TestDataset().adding(
        "constraints", "constraint,kind,sense,value", "cap,investment,<=,1e-11")
    ),
    (
      "a share", "constraints.csv:2:12", "the limit is 1e-13",
      TestDataset().adding("constraints", "constraint,kind,sense,value", "c,share,<=,1e-13")
    ),
    (
      "what a share leaves", "constraints.csv:2:12", "what the limit leaves is 1e-13",
      TestDataset().adding(
        "constraints", "constraint,kind,sense,value", "c,share,>=,0.9999999999999")
    ),
    (
      "an event", "scenarios.csv:2:6", "the scenario's share of the time is 1e-13",
      TestDataset().adding("scenarios", "scenario,probability,duration_weeks", "rare,1e-13,52")
        .adding("disruptions", "scenario,effect,origin,value", "rare,capacity,plant,1")
    ),
    (
      "late years", "plan.yaml:2:16", "money in the last of 50 years has",
      TestDataset().replacing(
        "plan.yaml", "name: base\ndiscount_rate: 0.9\nperiods: [{id: a, years: 50}]\n")
    ),
  ])
  func `too far apart`(_ what: String, _ place: String, _ cause: String, _ dataset: TestDataset)
    throws
  {
    let faults = try told(dataset)
    let fault = try #require(faults.first { $0.cause.contains(cause) }, "\(what): \(faults)")
    #expect(fault.place == place, "\(fault)")
    #expect(fault.severity == .warning && !fault.cure.isEmpty)
  }

  @Test func `ordinary numbers are not spoken of`() throws {
    #expect(try told(TestDataset()) == [])
    #expect(try told(Self.two) == [])
    // A thousand million pieces beside a hundred tonnes, cents beside milliards.
    let large = Self.two
      .replacing("demand", "shop,widget,*,80,300", with: "shop,widget,*,1.27e9,0.3")
      .replacing("capacity", "plant,line,100,1,2,5000,500", with: "plant,line,1e9,1,2,5e9,0.05")
    #expect(try told(large) == [])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `random datasets are not spoken of`(_ seed: UInt64) throws {
    #expect(try told(RandomDataset(seed: seed).dataset) == [], "seed \(seed)")
  }

  @Test(arguments: ["first-steps", "ev-battery", "semiconductors", "pharma", "apparel"])
  func `shipped datasets are not spoken of`(_ name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../datasets/\(name)").standardizedFileURL.path
    let reading = try Dataset.reading(try DatasetSource(folder: folder))
    #expect(reading.warnings.filter { $0.cause.contains(Self.beyond) } == [])
  }
}
