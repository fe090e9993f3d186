import SupplyNetwork
import TestDatasets
import Testing

/// What lanes carry, and which goods can be where: both least fixed points.
@Suite("Goods reach")
struct GoodsReachTests {
  /// Widgets are made of bolts. Plants in AA and CC, a supplier of bolts in AA, three warehouses.
  private static let base = TestDataset()
    .adding("countries", "CC,South,42,21")
    .adding("products", "bolt,piece,1,0.001")
    .adding("bills_of_materials", "product,component,quantity", "widget,bolt,4")
    .adding(
      "facilities", "works,CC,plant,existing,0,0", "smith,AA,supplier,existing,0,0",
      "hub1,BB,warehouse,existing,0,0", "hub2,BB,warehouse,existing,0,0",
      "hub3,BB,warehouse,existing,0,0"
    )
    .adding("capacity", "works,line,50,1,1,0,0", "smith,press,900,1,1,0,0")
    .adding("production", "works,widget,22", "smith,bolt,1")

  private func network(_ dataset: TestDataset = base, _ lanes: String...) throws -> Network {
    try Network(
      dataset.replacing(
        "lanes",
        "origin,destination,mode\n"
          + lanes.map { $0.replacing(">", with: ",") + ",truck\n" }.joined()
      ).read())
  }

  @Test("through warehouses to a customer, and no further than one that wants it")
  func warehouses() throws {
    let network = try network(
      Self.base, "smith>plant", "plant>hub1", "hub1>hub2", "hub2>shop", "hub1>hub3")
    #expect(network.carried("plant", "hub1") == ["widget"])
    #expect(network.carried("hub1", "hub2") == ["widget"])
    #expect(network.carried("hub2", "shop") == ["widget"])
    // Nothing leads on from hub3, so that it takes nothing.
    #expect(network.carried("hub1", "hub3") == [])
    #expect(network.goods(at: "hub3") == [])
    #expect(network.goods(at: "hub2") == ["widget from AA"])
  }

  @Test("a circle of warehouses ends")
  func circle() throws {
    let network = try network(
      Self.base, "smith>plant", "plant>hub1", "hub1>hub2", "hub2>hub1", "hub2>shop")
    #expect(network.carried("hub2", "hub1") == ["widget"])
    #expect(network.goods(at: "hub1") == ["widget from AA"])
    #expect(network.flows.count == 5)
  }

  @Test("a circle that no customer hangs on carries nothing")
  func idleCircle() throws {
    let network = try network(
      Self.base, "smith>plant", "plant>shop", "plant>hub1", "hub1>hub2", "hub2>hub1")
    for (origin, destination) in [("plant", "hub1"), ("hub1", "hub2"), ("hub2", "hub1")] {
      #expect(network.carried(origin, destination) == [])
    }
  }

  @Test("components go to who consumes them, also through another plant")
  func plants() throws {
    let network = try network(
      Self.base, "smith>plant", "plant>works", "works>shop", "smith>shop", "plant>shop")
    // The plant consumes bolts itself, and passes both on to the works.
    #expect(Set(network.carried("smith", "plant")) == ["widget", "bolt"])
    #expect(Set(network.carried("plant", "works")) == ["widget", "bolt"])
    // The shop wants widgets alone, and the smith has none.
    #expect(network.carried("smith", "shop") == ["widget"])
    #expect(network.goods(at: "smith") == ["bolt from AA"])
    #expect(network.flow("widget", madeIn: "AA", "smith", "plant") == nil)
    #expect(network.goods(at: "works") == ["bolt from AA", "widget from AA", "widget from CC"])
    #expect(network.flow("widget", madeIn: "AA", "works", "shop") != nil)
    #expect(network.flow("widget", madeIn: "CC", "works", "shop") != nil)
  }

  @Test("who has no way to a component makes nothing, and no flow starts there")
  func missingComponent() throws {
    let network = try network(Self.base, "smith>plant", "plant>shop", "works>shop")
    let makers = network.recipes.map { network.dataset.facilities[$0.facility].id }
    #expect(makers.sorted() == ["plant", "smith"])
    #expect(network.goods(at: "works") == [])
    #expect(network.flow("widget", madeIn: "CC", "works", "shop") == nil)
  }

  @Test("a stock of the component is enough to make something")
  func stock() throws {
    let dataset = Self.base.adding("buffers", "location,product,maximum", "works,bolt,10")
    let network = try network(dataset, "smith>plant", "plant>shop", "works>shop")
    #expect(network.goods(at: "works") == ["widget from CC"])
    #expect(network.flow("widget", madeIn: "CC", "works", "shop") != nil)
  }

  @Test("goods that meet in a warehouse keep their countries of origin apart")
  func origins() throws {
    let network = try network(
      Self.base, "smith>plant", "smith>works", "plant>hub1", "works>hub1", "hub1>shop")
    #expect(network.goods(at: "hub1") == ["widget from AA", "widget from CC"])
    #expect(network.flow("widget", madeIn: "AA", "hub1", "shop") != nil)
    #expect(network.flow("widget", madeIn: "CC", "hub1", "shop") != nil)
    #expect(network.flow("widget", madeIn: "BB", "hub1", "shop") == nil)
  }

  @Test("demand of any quantity counts, and a row for a period replaces the row for all")
  func demand() throws {
    let dataset = Self.base.replacing(
      "plan.yaml", "name: base\nperiods:\n- {id: now, years: 1}\n- {id: then, years: 2}\n"
    )
    .replacing(
      "demand",
      """
      customer,product,period,quantity,shortage_cost
      shop,bolt,*,0,5
      shop,widget,then,70,200
      shop,widget,*,80,300

      """)
    let network = try network(dataset, "smith>shop", "smith>plant", "plant>shop")
    #expect(Set(network.carried("smith", "shop")) == ["widget", "bolt"])
    #expect(network.flow("bolt", madeIn: "AA", "smith", "shop") != nil)
    let widget = try #require(network.demands.first { $0.quantity != [0, 0] })
    #expect(widget.quantity == [80, 70])
    #expect(widget.shortageCost == [300, 200])
  }
}
