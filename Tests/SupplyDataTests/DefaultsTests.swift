import TestDatasets
import Testing

@testable import SupplyData

/// What absent and empty cells stand for, and what is written instead.
@Suite struct DefaultsTests {
  @Test func settings() throws {
    #expect(
      try TestDataset().read().settings
        == PlanSettings(
          name: "base", currency: "USD", periods: [Period(id: "year-1", years: 1)],
          discountRate: 0.08, holdingRate: 0.15, carbonPrice: 0,
          risk: .conditionalValueAtRisk(level: 0.95), home: nil))
  }

  @Test func settingsAsWritten() throws {
    let text = """
      # A comment, and ids that YAML would take for other things.
      name: "Plan: 2 & *more*"
      currency: EUR
      periods:
        - id: 2026
          years: 2
        - {id: "on", years: 3.0}
      discount_rate: -0.05
      holding_rate: 2e-1
      carbon_price: 95.5
      risk: {measure: expected}
      home: AA

      """
    #expect(
      try TestDataset().replacing("plan.yaml", text).read().settings
        == PlanSettings(
          name: "Plan: 2 & *more*", currency: "EUR",
          periods: [Period(id: "2026", years: 2), Period(id: "on", years: 3)],
          discountRate: -0.05, holdingRate: 0.2, carbonPrice: 95.5, risk: .expected, home: "AA"))
  }

  @Test func `percentages where shares are asked for`() throws {
    let dataset = try TestDataset()
      .adding(
        "plan.yaml", "discount_rate: 7%", "holding_rate: 15 %", "risk: {measure: cvar, level: 95%}"
      )
      .adding("tariffs", "layer,origin,destination,rate", "base,AA,BB,2.5%")
      .adding("incentives", "incentive,facility,share", "credit,plant,30 %")
      .adding("scenarios", "scenario,probability,duration_weeks", "strike,5%,26")
      .adding(
        "disruptions", "scenario,effect,origin,destination,value", "strike,capacity,plant,,50%",
        "strike,demand,,shop,-20%", "strike,tariff,AA,BB,-1%"
      )
      .adding(
        "constraints", "constraint,kind,sense,value", "home,share,>=,30%", "all,survive,<=,90%"
      )
      .adding("recovery", "target,weeks", "*,8")
      .read()
    #expect(dataset.settings.discountRate == 0.07 && dataset.settings.holdingRate == 0.15)
    #expect(dataset.settings.risk == .conditionalValueAtRisk(level: 0.95))
    #expect(dataset.tariffs.map(\.rate) == [0.025])
    #expect(dataset.incentives.map(\.share) == [0.3])
    #expect(dataset.scenarios.map(\.probability) == [0.05])
    #expect(dataset.constraints.map(\.value) == [0.3, 0.9])
    let values: [Double] = dataset.disruptions.map {
      switch $0.effect {
      case .capacity(_, let loss), .lane(_, _, _, _, let loss): loss
      case .demand(_, _, let change): change
      case .tariff(_, _, _, let addition, _): addition
      case .productionCost(_, _, let change), .freightCost(_, _, _, _, let change): change
      }
    }
    #expect(values == [0.5, -0.2, -0.01])
  }

  @Test(arguments: [
    ("risk: {measure: worst}", RiskMeasure.worst), ("risk: {measure: worst, level: 0.5}", .worst),
    ("risk: {level: 0}", .conditionalValueAtRisk(level: 0)),
    ("risk: {measure: cvar, level: .9}", .conditionalValueAtRisk(level: 0.9)),
    ("risk: ~", .conditionalValueAtRisk(level: 0.95)),
    ("risk: {}", .conditionalValueAtRisk(level: 0.95)),
  ])
  func risk(_ text: String, _ measure: RiskMeasure) throws {
    let dataset = TestDataset().adding("plan.yaml", text)
    #expect(try dataset.read().settings.risk == measure)
  }

  /// The country NO is a country, not a denial.
  @Test func plainWordsStayWords() throws {
    let dataset = TestDataset()
      .adding("plan.yaml", "home: NO").adding("countries", "NO,North,60,10")
    #expect(try dataset.read().settings.home == "NO")
  }

  @Test func tables() throws {
    let dataset = try TestDataset().read()
    #expect(dataset.countries[0].name == "AA")
    #expect(
      dataset.facilities == [
        Facility(
          line: 2, id: "plant", name: "plant", country: "AA",
          location: Coordinates(latitude: 50, longitude: 10), kind: .plant, status: .existing,
          decision: .consider, openingCost: 0, closingCost: 0, fixedCost: 1000, throughput: nil,
          fixedJobs: 0)
      ])
    #expect(
      dataset.products == [
        Product(
          line: 2, id: "widget", name: "widget", unit: "piece", value: 100, weightTonnes: 0.01,
          shelfLifeDays: nil)
      ])
    #expect(
      dataset.production == [
        ProductionRow(
          facility: "plant", product: "widget", unitCost: 20, capacityUse: 1, emissionsTonnes: 0)
      ])
    #expect(dataset.customers[0].location == Coordinates(latitude: 40, longitude: 20))
    #expect(
      dataset.modes == [
        Mode(
          id: "truck", costPerTonneKilometre: 0.1, costPerTonne: 0, speedKilometresPerDay: 500,
          dwellDays: 0, circuity: 1.2, emissionsTonnesPerTonneKilometre: 0)
      ])
    let lane = dataset.lanes[0]
    #expect(lane.product == nil && lane.distanceKilometres == nil && lane.unitCost == nil)
    #expect(lane.leadTimeDays == nil && lane.capacity == nil && lane.line == 2)
    #expect(dataset.demand[0].period == nil)
    #expect(dataset.groups.isEmpty && dataset.tariffs.isEmpty && dataset.scenarios.isEmpty)
  }

  /// A buffer costs what holding its value costs.
  @Test func buffers() throws {
    let buffers = try TestDataset()
      .adding("plan.yaml", "holding_rate: 0.25")
      .adding("products", "other,t,40,").adding("demand", "shop,other,*,0,1")
      .adding(
        "buffers", "location,product,maximum,unit_cost", "shop,widget,5,", "shop,other,5,0"
      ).read().buffers
    #expect(buffers.map(\.unitCost) == [25, 0])
    #expect(buffers.map(\.existing) == [0, 0])
  }

  @Test func disruptionsAndConstraints() throws {
    let dataset = try TestDataset()
      .adding("scenarios", "scenario,probability,duration_weeks", "s,0.1,52")
      .adding(
        "disruptions", "scenario,effect,origin,destination,mode,product,value",
        "s,capacity,,,,,1", "s,lane,plant,*,truck,widget,1", "s,tariff,AA,,*,widget,-0.1",
        "s,demand,*,shop,,,-1"
      )
      .adding(
        "constraints", "constraint,kind,origin,destination,product,period,sense,value",
        "a,share,AA,shop,widget,year-1,>=,0.5", "b,open_facilities,,,,,<=,1"
      ).read()
    let facilities = Selector.everything(in: .facilities)
    let plant = Selector(scope: .nodes, parts: [.id("plant")], text: "plant")
    let country = Selector(scope: .countries, parts: [.id("AA")], text: "AA")
    let shop = Selector(scope: .customers, parts: [.id("shop")], text: "shop")
    #expect(
      dataset.disruptions.map(\.effect) == [
        .capacity(facilities: facilities, loss: 1),
        .lane(
          origin: plant, destination: .everything(in: .nodes), mode: "truck", product: "widget",
          loss: 1),
        .tariff(
          origin: country, destination: .everything(in: .countries), product: "widget",
          addition: -0.1),
        .demand(customers: shop, product: nil, change: -1),
      ])
    #expect(dataset.disruptions.map(\.line) == [2, 3, 4, 5])
    #expect(
      dataset.constraints.map(\.kind) == [
        .share(
          origin: country, destination: Selector(scope: .nodes, parts: [.id("shop")], text: "shop"),
          product: "widget"), .openFacilities(facilities),
      ])
    #expect(dataset.constraints.map(\.period) == ["year-1", nil])
    #expect(dataset.constraints.map(\.sense) == [.atLeast, .atMost])
  }
}
