import SupplyNetwork
import TestDatasets
import Testing
import TextFiles

/// The capacity of a pair and mode, and goods that do not keep for the whole way.
@Suite("Lane capacity and shelf life")
struct LaneCapacityTests {
  private static let base = TestDataset()
    .adding("products", "gadget,piece,10,0.01")
    .adding("production", "plant,gadget,1")
    .adding("demand", "shop,gadget,*,5,9")

  private func lanes(_ rows: String...) -> TestDataset {
    Self.base.replacing(
      "lanes",
      "origin,destination,mode,product,lead_time_days,capacity\n" + rows.joined(separator: "\n")
        + "\n")
  }

  @Test("one capacity among empty ones limits the pair and mode")
  func oneGiven() throws {
    let network = try Network(
      lanes("plant,shop,truck,widget,1,", "plant,shop,truck,gadget,1,40").read())
    #expect(network.lane("plant", "shop")?.capacity == 40)
    #expect(network.carried("plant", "shop") == ["widget", "gadget"])
  }

  @Test("equal capacities agree, none is no limit")
  func equal() throws {
    let same = lanes("plant,shop,truck,widget,1,40", "plant,shop,truck,gadget,1,40")
    #expect(try Network(same.read()).lane("plant", "shop")?.capacity == 40)
    let none = lanes("plant,shop,truck,widget,1,", "plant,shop,truck,gadget,1,")
    #expect(try Network(none.read()).lane("plant", "shop")?.capacity == nil)
  }

  @Test("two capacities for one pair and mode are an error that names both lines")
  func contradiction() throws {
    let dataset = lanes("plant,shop,truck,widget,1,40", "plant,shop,truck,gadget,1,30")
    let faults = #expect(throws: Faults.self) { try Network(dataset.read()) }
    let fault = try #require(faults?.all.first)
    #expect(faults?.all.count == 1)
    #expect(fault.file == "lanes.csv")
    #expect(fault.line == 3)
    #expect(fault.cause.contains("line 2"))
  }

  @Test("a row that wins nowhere on the pair has no say in its capacity")
  func loser() throws {
    let network = try Network(
      lanes("*,shop,truck,,1,30", "plant,shop,truck,,1,40").read())
    #expect(network.lane("plant", "shop")?.capacity == 40)
  }

  @Test("another mode has a capacity of its own")
  func modes() throws {
    let dataset = lanes("plant,shop,truck,,1,40", "plant,shop,plane,,1,30")
      .adding("modes", "plane,0.5,9000")
    let network = try Network(dataset.read())
    #expect(network.lane("plant", "shop")?.capacity == 40)
    #expect(network.lane("plant", "shop", by: "plane")?.capacity == 30)
  }

  @Test("goods must keep for the lead time: as long is long enough")
  func shelfLife() throws {
    func carried(_ days: String) throws -> [String] {
      let dataset = lanes("plant,shop,truck,,5,").replacing(
        "products",
        "product,unit,value,weight_t,shelf_life_days\nwidget,piece,100,0.01,\(days)\n"
          + "gadget,piece,10,0.01,\n")
      return try Network(dataset.read()).carried("plant", "shop")
    }
    #expect(try carried("5") == ["widget", "gadget"])
    #expect(try carried("4.9") == ["gadget"])
    #expect(try carried("") == ["widget", "gadget"])
  }

  @Test("every leg through a warehouse is measured by itself")
  func legs() throws {
    let dataset = Self.base.adding("facilities", "hub,BB,warehouse,existing,0,0")
      .replacing(
        "products",
        "product,unit,value,weight_t,shelf_life_days\nwidget,piece,100,0.01,5\n"
          + "gadget,piece,10,0.01,\n"
      )
      .replacing(
        "lanes",
        """
        origin,destination,mode,lead_time_days
        plant,hub,truck,4
        hub,shop,truck,4

        """)
    let network = try Network(dataset.read())
    #expect(network.carried("plant", "hub") == ["widget", "gadget"])
    #expect(network.carried("hub", "shop") == ["widget", "gadget"])
  }
}
