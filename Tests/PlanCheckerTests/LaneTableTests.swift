import Testing

@testable import PlanChecker
@testable import SupplyData

@Suite struct LaneTableTests {
  /// A selector and a wider one, for the hub in BB, in the order in which the contract ranks them.
  static let origins = ["hub", "kind:warehouse", "country:BB", "group:union", "region:West", "*"]
  static let destinations = ["shop", "country:AA", "group:union", "region:West", "*"]

  static func unitCost(_ rows: [LaneRow], product: String = "widget") throws -> Double? {
    var dataset = HandDataset.dataset
    dataset.lanes = rows
    let catalogue = Catalogue(dataset)
    let lane = LaneTable(catalogue).lane(
      try #require(catalogue.nodeIndex["hub"]), try #require(catalogue.nodeIndex["shop"]),
      try #require(catalogue.modeIndex["sea"]), try #require(catalogue.productIndex[product]))
    #expect(lane?.rival == nil)
    return lane?.unitCost
  }

  static func row(
    _ origin: String, _ destination: String, _ product: String? = nil, cost: Double
  ) -> LaneRow {
    HandDataset.lane(
      line: 2, origin, destination, "sea", product: product, kilometres: 1, unitCost: cost)
  }

  @Test(arguments: origins.indices.dropLast())
  func theNarrowerOriginWins(_ index: Int) throws {
    // The wider row is narrower in destination and product, which are compared later.
    let rows = [
      Self.row(Self.origins[index + 1], "shop", "widget", cost: 2),
      Self.row(Self.origins[index], "*", cost: 1),
    ]
    #expect(try Self.unitCost(rows) == 1)
    #expect(try Self.unitCost(rows.reversed()) == 1)
  }

  @Test(arguments: destinations.indices.dropLast())
  func theNarrowerDestinationWins(_ index: Int) throws {
    let rows = [
      Self.row("hub", Self.destinations[index + 1], "widget", cost: 2),
      Self.row("hub", Self.destinations[index], cost: 1),
    ]
    #expect(try Self.unitCost(rows) == 1)
    #expect(try Self.unitCost(rows.reversed()) == 1)
  }

  @Test func theProductComesLast() throws {
    let rows = [Self.row("hub", "shop", cost: 2), Self.row("hub", "shop", "widget", cost: 1)]
    #expect(try Self.unitCost(rows) == 1)
    #expect(try Self.unitCost(rows, product: "gear") == 2)
  }

  @Test func theNarrowestPartCounts() throws {
    let rows = [
      Self.row("region:West|hub", "*", cost: 1), Self.row("kind:warehouse", "shop", cost: 2),
    ]
    #expect(try Self.unitCost(rows) == 1)
    #expect(try Self.unitCost([Self.row("plant|country:AA", "shop", cost: 1)]) == nil)
  }

  @Test func lengthCostAndTimeByTheMode() throws {
    var dataset = HandDataset.dataset
    dataset.facilities[4].location = Coordinates(latitude: 10, longitude: 179)
    dataset.customers[0].location = Coordinates(latitude: -10, longitude: -179)
    dataset.lanes = [HandDataset.lane(line: 2, "*", "*", "sea")]
    let catalogue = Catalogue(dataset)
    let lane = try #require(LaneTable(catalogue).lane(4, 5, 0, 1))
    // Over the date line: cos d = sin 10° · sin(−10°) + cos² 10° · cos 2°, circuity 1.5.
    let angle = 0.3507891673203088
    let kilometres = 1.5 * 6371.0088 * angle
    #expect(abs(lane.kilometres - kilometres) < 1e-6)
    #expect(abs(lane.unitCost - (kilometres * 0.01 + 5)) < 1e-8)
    #expect(abs(lane.leadTimeDays - (kilometres / 100 + 2)) < 1e-8)
    #expect(abs(lane.emissions - kilometres * 0.0001) < 1e-8)
  }

  @Test func greatCircles() {
    func distance(_ from: (Double, Double), _ to: (Double, Double)) -> Double {
      LaneTable.greatCircle(
        Coordinates(latitude: from.0, longitude: from.1),
        Coordinates(latitude: to.0, longitude: to.1))
    }
    let quarter = 6371.0088 * Double.pi / 2
    #expect(distance((12, 34), (12, 34)) == 0)
    #expect(abs(distance((0, 0), (90, 77)) - quarter) < 1e-8)
    #expect(abs(distance((0, -90), (0, 90)) - 2 * quarter) < 1e-6)
    #expect(abs(distance((90, 0), (-90, 12)) - 2 * quarter) < 1e-6)
    #expect(abs(distance((0, 179), (0, -180)) - quarter / 90) < 1e-8)
    // Paris to London, 343.6 km by any atlas.
    #expect(abs(distance((48.8566, 2.3522), (51.5074, -0.1278)) - 343.56) < 0.01)
  }

  @Test func whoTakesGoodsIsTheLeastFixedPoint() {
    var dataset = HandDataset.dataset
    dataset.facilities.append(HandDataset.facility("yard", "BB", .warehouse, fixedCost: 0))
    dataset.lanes = [
      HandDataset.lane(line: 2, "hub|yard", "hub|yard", "sea", kilometres: 1),
      HandDataset.lane(line: 3, "plant", "hub", "sea", kilometres: 1),
    ]
    let widget = 1
    let (hub, yard, shop, plant) = (4, 5, 6, 1)
    var lanes = LaneTable(Catalogue(dataset))
    #expect(!lanes.takes(widget, at: hub))
    #expect(!lanes.takes(widget, at: yard))
    #expect(lanes.takes(widget, at: shop))
    #expect(!lanes.takes(widget, at: plant))
    #expect(lanes.takes(0, at: plant))

    // A way out of the circle makes both take them; a way that is too long does not.
    dataset.lanes.append(HandDataset.lane(line: 4, "yard", "shop", "road", days: 13))
    lanes = LaneTable(Catalogue(dataset))
    #expect(!lanes.takes(widget, at: hub))
    dataset.lanes[2].leadTimeDays = 12
    lanes = LaneTable(Catalogue(dataset))
    #expect(lanes.takes(widget, at: hub))
    #expect(lanes.takes(widget, at: yard))
  }

  @Test func oneCapacityAmongEmptyOnesLimitsAll() {
    var dataset = HandDataset.dataset
    dataset.lanes = [
      HandDataset.lane(line: 2, "hub", "shop", "road"),
      HandDataset.lane(line: 3, "hub", "shop", "road", product: "gear", capacity: 9),
    ]
    let capacity = LaneTable(Catalogue(dataset)).capacity(4, 5, 1)
    #expect(capacity.capacity == 9)
    #expect(!capacity.isAmbiguous)
    #expect(LaneTable(Catalogue(dataset)).capacity(4, 5, 0).capacity == nil)
  }
}
