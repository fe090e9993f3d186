import SupplyData
import SupplyNetwork
import TestDatasets
import Testing

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
