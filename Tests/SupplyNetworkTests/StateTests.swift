import SupplyData
import SupplyNetwork
import TestDatasets
import Testing
import TextFiles

/// What scenarios do to a network: all effects of their rows combined.
@Suite("States")
struct StateTests {
  /// Plants in AA and CC, a warehouse and a customer in BB, one in AA; widgets and gadgets; trucks and planes.
  private static let base = TestDataset()
    .adding("countries", "CC,South,42,21")
    .adding("products", "gadget,piece,10,0.01")
    .adding("facilities", "works,CC,plant,existing,0,0", "hub,BB,warehouse,existing,0,0")
    .adding("capacity", "works,line,50,1,1,0,0")
    .adding("production", "works,widget,22", "plant,gadget,5")
    .adding("customers", "home,AA")
    .adding("demand", "shop,gadget,*,40,30", "home,widget,*,10,30")
    .adding("modes", "plane,0.5,9000")
    .replacing(
      "lanes",
      """
      origin,destination,mode,capacity
      *,*,truck,
      plant,shop,truck,60
      *,*,plane,30

      """
    )
    .adding("tariffs", "layer,origin,destination,product,rate", "mfn,AA,BB,*,0.1")
    .adding(
      "scenarios", "scenario,probability,duration_weeks", "event,0.2,13", "other,0.1,52")

  /// The network and what it is like during the first event.
  private func event(_ disruptions: String...) throws -> (network: Network, state: NetworkState) {
    let rows = disruptions.map { $0 + "\n" }.joined()
    let network = try Network(
      Self.base.replacing(
        "disruptions", "scenario,effect,origin,destination,mode,product,value\n" + rows
      ).read())
    return (network, network.states[1])
  }

  @Test("the normal state comes first, and weights are shares of time")
  func weights() throws {
    let network = try event("event,capacity,plant,,,,1").network
    #expect(network.states.map(\.scenario) == [nil, 0, 1])
    #expect(abs(network.states[0].weight - (1 - 0.2 * 13 / 52 - 0.1)) < 1e-15)
    #expect(abs(network.states[1].weight - 0.05) < 1e-15)
    #expect(network.states[2].weight == 0.1)
    #expect(network.states.map(\.durationWeeks) == [52, 13, 52])
    #expect(network.states[0].availability == [1, 1, 1])
    #expect(network.states[2].availability == [1, 1, 1])
  }

  @Test("losses of capacity multiply, also over two equal rows")
  func capacity() throws {
    let (network, state) = try event(
      "event,capacity,plant,,,,0.5", "event,capacity,kind:plant,,,,0.2",
      "event,capacity,kind:plant,,,,0.2", "event,capacity,hub,,,,1")
    let plant = try #require(network.facilityPlace("plant"))
    let works = try #require(network.facilityPlace("works"))
    let hub = try #require(network.facilityPlace("hub"))
    #expect(abs(state.availability[plant] - 0.5 * 0.8 * 0.8) < 1e-15)
    #expect(abs(state.availability[works] - 0.8 * 0.8) < 1e-15)
    #expect(state.availability[hub] == 0)
    for (place, flow) in network.flows.enumerated() {
      #expect(state.isOpen(flow) == (flow.origin != .facility(hub)), "flow \(place)")
    }
  }

  @Test("a closed lane carries nothing, by the modes and in the direction that are named")
  func closure() throws {
    let (network, state) = try event("event,lane,plant,country:BB,truck,,1")
    let shop = try #require(network.lanePlace("plant", "shop"))
    let hub = try #require(network.lanePlace("plant", "hub"))
    let air = try #require(network.lanePlace("plant", "shop", by: "plane"))
    let back = try #require(network.lanePlace("hub", "plant"))
    #expect(state.laneAvailability[shop] == 0)
    #expect(state.laneAvailability[hub] == 0)
    #expect(state.laneAvailability[air] == 1)
    #expect(state.laneAvailability[back] == 1)
    let flow = try #require(network.flow("widget", madeIn: "AA", "plant", "shop"))
    #expect(!state.isOpen(flow))
    #expect(network.states[0].isOpen(flow))
  }

  @Test("a lane closed to a product carries the others: an export control")
  func exportControl() throws {
    let (network, state) = try event("event,lane,country:AA,*,*,widget,1")
    let widget = try #require(network.flow("widget", madeIn: "AA", "plant", "shop"))
    let gadget = try #require(network.flow("gadget", madeIn: "AA", "plant", "shop"))
    let works = try #require(network.flow("widget", madeIn: "CC", "works", "shop"))
    #expect(!state.isOpen(widget))
    #expect(state.isOpen(gadget))
    #expect(state.isOpen(works))
    #expect(state.laneAvailability[widget.lane] == 1)
  }

  @Test("partial losses of a lane multiply")
  func partialLoss() throws {
    let (network, state) = try event(
      "event,lane,*,*,plane,*,0.5", "event,lane,plant,*,plane,*,0.2", "event,lane,plant,shop,*,,0.3"
    )
    let plane = try #require(network.lanePlace("plant", "shop", by: "plane"))
    let truck = try #require(network.lanePlace("plant", "shop"))
    let works = try #require(network.lanePlace("works", "shop", by: "plane"))
    #expect(abs(state.laneAvailability[plane] - 0.5 * 0.8 * 0.7) < 1e-15)
    #expect(abs(state.laneAvailability[truck] - 0.7) < 1e-15)
    #expect(state.laneAvailability[works] == 0.5)
  }

  @Test("a part of no capacity is an error in the line of the row, a whole is none")
  func partialLossWithoutCapacity() throws {
    let faults = #expect(throws: Faults.self) {
      try event("event,lane,*,*,plane,*,0.5", "event,lane,works,shop,*,*,0.5")
    }
    let fault = try #require(faults?.all.first)
    #expect(faults?.all.count == 1)
    #expect(fault.severity == .error)
    #expect(fault.file == "disruptions.csv")
    #expect(fault.line == 3)
    #expect(fault.cause.contains("'works' to 'shop' by 'truck'"))
    #expect(throws: Never.self) { try event("event,lane,works,shop,*,*,1") }
  }

  @Test("additions to tariffs sum up, from no rate at all, and never below nothing")
  func tariffs() throws {
    let (network, state) = try event(
      "event,tariff,AA|CC,BB,,widget,0.25", "event,tariff,CC,*,,,0.05",
      "event,tariff,AA,BB,,gadget,-0.3")
    func rate(_ product: String, _ country: String, _ origin: String, _ end: String) -> Double? {
      network.flowPlace(product, madeIn: country, origin, end).map {
        network.dutyRate($0, in: state)
      }
    }
    #expect(rate("widget", "AA", "plant", "shop") == 0.35)
    #expect(rate("gadget", "AA", "plant", "shop") == 0)
    // No row of the normal tariffs is for goods from CC.
    #expect(rate("widget", "CC", "works", "shop") == 0.25 + 0.05)
    #expect(rate("widget", "CC", "works", "home") == 0.05)
    // In transit from AA to AA nothing is due, and goods of AA return free.
    #expect(rate("widget", "AA", "plant", "home") == 0)
    #expect(rate("widget", "AA", "hub", "home") == 0)
    let normal = try #require(network.flowPlace("widget", madeIn: "AA", "plant", "shop"))
    #expect(network.dutyRate(normal, in: network.states[0]) == 0.1)
  }

  @Test("where no duty is due by territory a tariff war adds none")
  func tariffAtHome() throws {
    let (network, state) = try event("event,tariff,*,*,,,0.5")
    for (place, flow) in network.flows.enumerated() where !flow.isDutiable {
      #expect(network.dutyRate(place, in: state) == 0, "flow \(place)")
    }
    #expect(network.flows.contains { !$0.isDutiable })
  }

  @Test("a fall of the tariff below nothing does not swallow a later rise")
  func floorOfTheSum() throws {
    let (network, state) = try event(
      "event,tariff,AA,BB,,widget,-0.5", "event,tariff,AA,BB,,widget,0.45")
    let place = try #require(network.flowPlace("widget", madeIn: "AA", "plant", "shop"))
    #expect(abs(network.dutyRate(place, in: state) - 0.05) < 1e-12)
  }

  @Test("changes of demand sum up and are floored at nothing wanted")
  func demand() throws {
    let (network, state) = try event(
      "event,demand,*,country:BB,,,-0.7", "event,demand,*,shop,,widget,-0.6",
      "event,demand,*,*,,gadget,0.9")
    let changes = Dictionary(
      uniqueKeysWithValues: zip(network.demands, state.demandChanges).map {
        let customer = network.dataset.customers[$0.customer].id
        return ("\(customer) \(network.dataset.products[$0.product].id)", $1)
      })
    #expect(changes["shop widget"] == -1)
    #expect(abs((changes["shop gadget"] ?? 0) - 0.2) < 1e-12)
    #expect(changes["home widget"] == 0)
    #expect(network.states[0].demandChanges.allSatisfy { $0 == 0 })
  }
}
