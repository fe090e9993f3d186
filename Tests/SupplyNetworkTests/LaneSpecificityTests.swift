import SupplyData
import SupplyNetwork
import TestDatasets
import Testing
import TextFiles

/// Which row of `lanes.csv` wins. The length of each row is its mark.
@Suite("Lane specificity")
struct LaneSpecificityTests {
  private static let base = TestDataset()
    .adding("countries", "CC,South,42,21")
    .adding(
      "groups", "group,kind,country", "league,alliance,AA", "other,alliance,AA",
      "buyers,alliance,BB"
    )
    .adding("products", "gadget,piece,10,0.01")
    .adding("facilities", "hub,BB,warehouse,existing,0,0")
    .adding("production", "plant,gadget,1")
    .adding("demand", "shop,gadget,*,5,9")

  private func network(_ rows: [String]) throws -> Network {
    let text = "origin,destination,mode,product,distance_km\n" + rows.joined(separator: "\n") + "\n"
    return try Network(Self.base.replacing("lanes", text).read())
  }

  private func length(_ rows: [String], to destination: String = "shop", of product: String)
    throws -> Double?
  {
    try network(rows).terms(product, "plant", destination)?.distanceKilometres
  }

  @Test("an id before kind, country, group, region and *", arguments: 1...6)
  func origins(count: Int) throws {
    let origins = ["*", "region:North", "group:league", "country:AA", "kind:plant", "plant"]
    let rows = origins.prefix(count).enumerated().map { "\($1),shop,truck,*,\($0 + 1)" }
    #expect(try length(rows, of: "widget") == Double(count))
    #expect(try length(rows.reversed(), of: "widget") == Double(count))
  }

  @Test("the same for destinations", arguments: 1...5)
  func customers(count: Int) throws {
    let ends = ["*", "region:South", "group:buyers", "country:BB", "shop"]
    let rows = ends.prefix(count).enumerated().map { "plant,\($1),truck,*,\($0 + 1)" }
    #expect(try length(rows, of: "widget") == Double(count))
  }

  @Test("a facility that is a destination is narrower by its kind than by its country")
  func facilities() throws {
    let rows = ["plant,country:BB,truck,*,1", "plant,kind:warehouse,truck,*,2", "hub,*,truck,*,3"]
    let network = try network(rows)
    #expect(network.terms("widget", "plant", "hub")?.distanceKilometres == 2)
    #expect(network.terms("widget", "plant", "shop")?.distanceKilometres == 1)
    #expect(network.terms("widget", "hub", "shop")?.distanceKilometres == 3)
  }

  @Test("origins are compared before destinations, destinations before products")
  func order() throws {
    let rows = [
      "plant,*,truck,*,1", "country:AA,shop,truck,widget,2", "country:AA,*,truck,widget,3",
    ]
    #expect(try length(rows, of: "widget") == 1)
    let same = ["country:AA,shop,truck,*,1", "country:AA,country:BB,truck,widget,2"]
    #expect(try length(same, of: "widget") == 1)
  }

  @Test("of rows alike in origin and destination the one that names the product")
  func products() throws {
    let rows = ["plant,shop,truck,*,1", "plant,shop,truck,widget,2"]
    #expect(try length(rows, of: "widget") == 2)
    #expect(try length(rows, of: "gadget") == 1)
  }

  @Test("a selector of several parts is as narrow as its narrowest part that matches")
  func parts() throws {
    let rows = ["country:AA,shop,truck,*,1", "*|plant,shop,truck,*,2", "*|hub,shop,truck,*,3"]
    let network = try network(rows)
    #expect(network.terms("widget", "plant", "shop")?.distanceKilometres == 2)
    #expect(network.terms("widget", "hub", "shop")?.distanceKilometres == 3)
    let wider = ["country:AA,shop,truck,*,1", "*|region:North,shop,truck,*,2"]
    #expect(try length(wider, of: "widget") == 1)
  }

  @Test("every mode has its own winner, and no lane leads from a node to itself")
  func modes() throws {
    let modes = Self.base.adding("modes", "plane,0.5,9000")
      .replacing(
        "lanes",
        """
        origin,destination,mode,distance_km
        *,*,truck,1
        plant,*,plane,2

        """)
    let network = try Network(modes.read())
    #expect(network.terms("widget", "plant", "shop")?.distanceKilometres == 1)
    #expect(network.terms("widget", "plant", "shop", by: "plane")?.distanceKilometres == 2)
    #expect(network.lanes.allSatisfy { $0.destination != $0.origin })
    #expect(network.lane("hub", "shop", by: "plane") == nil)
    // plant → hub, shop and hub → plant, shop by truck; plant → hub, shop by plane.
    #expect(network.lanes.count == 6)
  }

  @Test("equally specific rows are an error that names both lines")
  func ties() throws {
    let rows = ["group:league,shop,truck,*,1", "*,*,truck,*,2", "group:other,shop,truck,*,3"]
    let faults = #expect(throws: Faults.self) { try network(rows) }
    let fault = try #require(faults?.all.first)
    #expect(faults?.all.count == 1)
    #expect(fault.severity == .error)
    #expect(fault.file == "lanes.csv")
    #expect(fault.line == 4)
    #expect(fault.cause.contains("line 2"))
    #expect(fault.cause.contains("'plant' to 'shop'"))
  }

  @Test("equally specific rows of which a third is narrower are none")
  func settledTies() throws {
    let rows = [
      "group:league,shop,truck,*,1", "plant,shop,truck,*,2", "group:other,shop,truck,*,3",
    ]
    #expect(try length(rows, of: "widget") == 2)
  }
}
