import SupplyData
import SupplyNetwork
import TestDatasets
import Testing
import TextFiles

/// Customs territories and layers of duty, with figures by hand.
@Suite("Duty")
struct DutyTests {
  /// AA alone; BB and CC one customs union; DD, in AA's region, with a trade agreement with AA. A plant in AA and one in
  /// CC, warehouses in BB and DD, customers everywhere; every lane there can be.
  private static let base = TestDataset()
    .adding("countries", "CC,South,42,21", "DD,North,52,12")
    .adding(
      "groups", "group,kind,country", "union,customs_union,BB", "union,customs_union,CC",
      "pact,trade_agreement,AA", "pact,trade_agreement,DD"
    )
    .adding("products", "gadget,piece,10,0.01")
    .adding(
      "facilities", "works,CC,plant,existing,0,0", "hubB,BB,warehouse,existing,0,0",
      "hubD,DD,warehouse,existing,0,0"
    )
    .adding("capacity", "works,line,50,1,1,0,0")
    .adding("production", "works,widget,22", "plant,gadget,5")
    .replacing("customers", "customer,country\nshopA,AA\nshop,BB\nshopC,CC\nshopD,DD\n")
    .replacing(
      "demand",
      """
      customer,product,period,quantity,shortage_cost
      shop,widget,*,80,300
      shopA,widget,*,80,300
      shopC,widget,*,80,300
      shopD,widget,*,80,300
      shopD,gadget,*,80,300

      """
    )
    .replacing("lanes", "origin,destination,mode\n*,*,truck\n")

  private func network(_ tariffs: String...) throws -> Network { try network(tariffs) }

  private func network(_ tariffs: [String]) throws -> Network {
    let rows = tariffs.map { $0 + "\n" }.joined()
    return try Network(
      Self.base.replacing("tariffs", "layer,origin,destination,product,rate\n" + rows).read())
  }

  private func rate(
    _ network: Network, _ origin: String, _ destination: String, madeIn country: String,
    of product: String = "widget"
  ) -> Double? {
    network.flowPlace(product, madeIn: country, origin, destination).map {
      network.dutyRate($0, in: network.states[0])
    }
  }

  @Test("into the union once, through a warehouse; free inside it")
  func union() throws {
    let network = try network("mfn,AA,group:union,*,0.1", "mfn,AA,CC,widget,0.3")
    #expect(rate(network, "plant", "hubB", madeIn: "AA") == 0.1)
    #expect(rate(network, "hubB", "shopC", madeIn: "AA") == 0)
    #expect(network.flow("widget", madeIn: "AA", "hubB", "shopC")?.isDutiable == false)
    #expect(rate(network, "hubB", "shop", madeIn: "AA") == 0)
    #expect(rate(network, "plant", "shopC", madeIn: "AA") == 0.3)
  }

  @Test("goods that come home to their own territory are free, whatever the rows say")
  func home() throws {
    let network = try network("mfn,*,*,*,0.2")
    #expect(rate(network, "hubB", "shopA", madeIn: "AA") == 0)
    #expect(rate(network, "hubD", "shopC", madeIn: "CC") == 0)
    // BB is the territory of goods from CC too.
    #expect(rate(network, "hubD", "shop", madeIn: "CC") == 0)
    #expect(rate(network, "hubD", "shop", madeIn: "AA") == 0.2)
    #expect(rate(network, "plant", "shopA", madeIn: "AA") == 0)
  }

  @Test("the country of origin counts, not the one the lane leaves")
  func origin() throws {
    let network = try network("mfn,AA,DD,*,0.4", "mfn,BB,DD,*,0.05")
    #expect(rate(network, "hubB", "shopD", madeIn: "AA") == 0.4)
    // A trade agreement is no customs union.
    #expect(rate(network, "plant", "shopD", madeIn: "AA") == 0.4)
    // No row for goods from CC, and a warehouse in BB does not make them goods from BB.
    #expect(rate(network, "hubB", "shopD", madeIn: "CC") == 0)
    #expect(network.flow("widget", madeIn: "CC", "hubB", "shopD")?.isDutiable == true)
  }

  @Test("layers add up; in each the most specific row counts alone")
  func layers() throws {
    let network = try network(
      "mfn,*,*,*,0.05", "mfn,AA,*,*,0.08", "extra,group:pact,region:South,*,0.25",
      "steel,*,BB,gadget,0.5")
    #expect(rate(network, "plant", "shop", madeIn: "AA") == 0.08 + 0.25)
    #expect(rate(network, "plant", "shopD", madeIn: "AA") == 0.08)
    #expect(rate(network, "works", "shopD", madeIn: "CC") == 0.05)
  }

  @Test("products are compared before origins, origins before destinations")
  func order() throws {
    let network = try network(
      "mfn,*,*,widget,0.01", "mfn,AA,DD,*,0.5", "anti,*,DD,*,0.2", "anti,group:pact,*,*,0.3")
    #expect(rate(network, "plant", "shopD", madeIn: "AA") == 0.01 + 0.3)
    #expect(rate(network, "plant", "shopD", madeIn: "AA", of: "gadget") == 0.5 + 0.3)
    #expect(rate(network, "works", "shopD", madeIn: "CC") == 0.21)
  }

  @Test("a country before its groups, its region and *", arguments: 1...4)
  func specificity(count: Int) throws {
    let origins = ["*", "region:North", "group:pact", "AA"]
    let byOrigin = try network(
      origins.prefix(count).enumerated().map { "mfn,\($1),BB,*,0.\($0 + 1)" })
    #expect(rate(byOrigin, "plant", "shop", madeIn: "AA") == Double(count) / 10)

    let ends = ["*", "region:South", "group:union", "country:BB"]
    let byEnd = try network(
      ends.prefix(count).enumerated().map { "mfn,AA,\($1),*,0.\($0 + 1)" })
    #expect(rate(byEnd, "plant", "shop", madeIn: "AA") == Double(count) / 10)
  }

  @Test(
    "equally specific rows of a layer are an error that names both lines",
    arguments: [
      ("AA,BB,*", "country:AA,BB,*"), ("AA,BB,widget", "AA,country:BB,widget"),
      ("group:pact,*,*", "group:pact|group:union,*,*"),
    ])
  func ties(first: String, second: String) throws {
    let faults = #expect(throws: Faults.self) {
      try network("mfn,\(first),0.1", "other,\(first),0.1", "mfn,\(second),0.2")
    }
    let fault = try #require(faults?.all.first)
    #expect(faults?.all.count == 1)
    #expect(fault.severity == .error)
    #expect(fault.file == "tariffs.csv")
    #expect(fault.line == 4)
    #expect(fault.cause.contains("line 2"))
    #expect(fault.cause.contains("'mfn'"))
  }

  @Test("no tie where rows cross but a third is narrower, nor between layers")
  func noTies() throws {
    let network = try network(
      "mfn,AA|DD,*,*,0.1", "mfn,*,BB,*,0.2", "extra,AA,*,*,0.3", "mfn,group:pact,BB,*,0.4")
    #expect(rate(network, "plant", "shop", madeIn: "AA") == 0.1 + 0.3)
  }
}
