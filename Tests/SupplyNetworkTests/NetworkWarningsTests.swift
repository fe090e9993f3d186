import SupplyNetwork
import TestDatasets
import Testing
import TextFiles

/// What is odd about a network though it can be computed: told with file and line.
@Suite("Network warnings")
struct NetworkWarningsTests {
  private static let base = TestDataset()
    .adding("countries", "CC,South,42,21")
    .adding("customers", "kiosk,CC")
    .adding("demand", "kiosk,widget,*,0,300")

  private func warnings(_ dataset: TestDataset) throws -> [Fault] {
    try Network(dataset.read()).warnings
  }

  @Test("nothing odd, nothing said; a demand of nothing may stay unreached")
  func sound() throws {
    #expect(try warnings(Self.base) == [])
  }

  @Test("a customer that no lane reaches is doubtful")
  func unreached() throws {
    let dataset = Self.base.replacing(
      "demand", "kiosk,widget,*,0,300", with: "kiosk,widget,*,9,300")
    let fault = try #require(try warnings(dataset).first)
    #expect(try warnings(dataset).count == 1)
    #expect(fault.severity == .doubtful)
    #expect(fault.file == "demand.csv")
    #expect(fault.line == 3)
    #expect(fault.cause.contains("'widget' to customer 'kiosk'"))
  }

  @Test("so is one that only lanes too slow for the shelf life reach")
  func spoiled() throws {
    let dataset = Self.base
      .replacing("products", "product,unit,value,shelf_life_days\nwidget,piece,100,2\n")
      .replacing("lanes", "origin,destination,mode,lead_time_days\nplant,shop,truck,3\n")
    let faults = try warnings(dataset)
    #expect(faults.contains { $0.severity == .doubtful && $0.file == "demand.csv" && $0.line == 2 })
    #expect(
      faults.first?.cause
        == "'widget' for customer 'shop' keeps 2 days (products.csv, line 2), and every lane that could bring it takes "
        + "longer: the quickest, from 'plant' to 'shop' by truck, takes 3 days (lanes.csv, line 2)")
    #expect(faults.first?.cure.contains("'shelf_life_days' at least 3 days") == true)
  }

  @Test("a component that does not keep is named, not the product; the quickest way counts")
  func spoiledComponent() throws {
    let dataset = TestDataset()
      .replacing(
        "products",
        "product,unit,value,shelf_life_days\nwidget,piece,100,9\nmilk,t,10,1\nsugar,t,10,30\n"
      )
      .adding("bills_of_materials", "product,component,quantity", "widget,milk,1", "widget,sugar,1")
      .adding("facilities", "farm,AA,supplier,existing,,", "mill,AA,supplier,existing,,")
      .adding("capacity", "farm,cows,100,1,1,,", "mill,press,100,1,1,,")
      .adding("production", "farm,milk,1", "mill,sugar,1")
      .adding("modes", "cart,1,5")
      .replacing(
        "lanes",
        """
        origin,destination,mode,lead_time_days
        plant,shop,truck,3
        mill,plant,truck,3
        farm,plant,cart,8
        farm,plant,truck,1.5

        """)
    let fault = try #require(try warnings(dataset).first { $0.file == "demand.csv" })
    #expect(
      fault.cause.hasPrefix("'milk', of which 'widget' for customer 'shop' is made, keeps 1 day"))
    #expect(fault.cause.contains("by truck, takes 1.5 days (lanes.csv, line 5)"), "\(fault)")
    // With milk that keeps nothing is odd; without any lane it is the lane that is missing.
    let kept = dataset.replacing("products", "milk,t,10,1", with: "milk,t,10,2")
    #expect(try warnings(kept).filter { $0.file == "demand.csv" } == [])
    let missing = dataset.replacing("lanes", "plant,shop,truck,3\n", with: "")
    #expect(
      try warnings(missing).first { $0.file == "demand.csv" }?.cause.hasPrefix("no lane brings")
        == true)
  }

  @Test("a lane that narrower rows beat everywhere is a warning")
  func idleLane() throws {
    let dataset = Self.base.replacing(
      "lanes", "origin,destination,mode\ncountry:AA,shop,truck\nplant,country:BB,truck\n")
    let fault = try #require(try warnings(dataset).first)
    #expect(try warnings(dataset).count == 1)
    #expect(fault.severity == .warning)
    #expect(fault.file == "lanes.csv")
    #expect(fault.line == 2)
  }

  @Test("a tariff that no goods can meet is a warning")
  func idleTariff() throws {
    let dataset = Self.base.adding(
      "tariffs", "layer,origin,destination,product,rate", "mfn,AA,BB,widget,0.1",
      "mfn,*,*,widget,0.2", "mfn,BB,CC,*,0.3", "mfn,AA,AA,*,0.4")
    let faults = try warnings(dataset)
    #expect(faults.map(\.line) == [3, 4, 5])
    #expect(faults.allSatisfy { $0.severity == .warning && $0.file == "tariffs.csv" })
  }

  @Test("all errors come in one run, in the order of files and lines")
  func together() throws {
    let dataset = Self.base
      .replacing(
        "lanes",
        "origin,destination,mode,distance_km\nplant,shop,truck,1\nplant,shop|kiosk,truck,2\n"
      )
      .adding(
        "tariffs", "layer,origin,destination,product,rate", "mfn,AA,BB,*,0.1",
        "mfn,country:AA,BB,*,0.2"
      )
      .adding("scenarios", "scenario,probability,duration_weeks", "event,0.1,5")
      .adding(
        "disruptions", "scenario,effect,origin,destination,mode,product,value",
        "event,lane,*,*,*,*,0.5")
    let faults = #expect(throws: Faults.self) { try Network(dataset.read()) }
    #expect(faults?.all.map(\.file) == ["disruptions.csv", "lanes.csv", "tariffs.csv"])
    #expect(faults?.all.map(\.line) == [2, 3, 3])
  }
}
