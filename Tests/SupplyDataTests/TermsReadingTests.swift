import TestDatasets
import Testing

@testable import SupplyData

/// What is read of costs over time, handling, contracts, clusters, service, trade rules, returns and coproducts.
@Suite struct TermsReadingTests {
  /// The base with a second country, product and facility, and two periods.
  private let base = TestDataset()
    .replacing(
      "plan.yaml",
      "name: a\nservice_level: 95 %\nperiods: [{id: t1, years: 1}, {id: t2, years: 2}]\n"
    )
    .adding("products", "used,piece,1,")
    .adding(
      "groups", "group,kind,country", "Pact,trade_agreement,AA", "Pact,trade_agreement,BB")

  @Test func `what stands where nothing is written`() throws {
    let dataset = try TestDataset().read()
    #expect(dataset.settings.serviceLevel == nil && dataset.demand[0].deviation == 0)
    #expect(dataset.facilities[0].availableFrom == nil)
    #expect(dataset.escalation.isEmpty && dataset.handling.isEmpty && dataset.contracts.isEmpty)
    #expect(dataset.clusters.isEmpty && dataset.rulesOfOrigin.isEmpty && dataset.quotas.isEmpty)
    #expect(dataset.drawback.isEmpty && dataset.returns.isEmpty && dataset.coproducts.isEmpty)
    #expect(dataset.lanes[0].origin.scope == .facilities)
  }

  @Test func `service and periods`() throws {
    let dataset =
      try base
      .replacing(
        "demand",
        "customer,product,period,quantity,shortage_cost,deviation\nshop,widget,*,80,300,20%\n"
      )
      .replacing(
        "facilities",
        "facility,country,kind,status,available_from\nplant,AA,plant,existing,\nnew,BB,plant,candidate,t2\n"
      ).read()
    #expect(dataset.settings.serviceLevel == 0.95)
    #expect(dataset.demand[0].deviation == 0.2)
    #expect(dataset.facilities.map(\.availableFrom) == [nil, "t2"])
  }

  @Test func `costs and terms`() throws {
    let dataset =
      try base
      .adding(
        "escalation", "cost,facility,period,factor", "build,kind:plant,t2,1.5", "carbon_price,,t1,2"
      )
      .adding("handling", "facility,product,unit_cost,emissions_t", "*,,2,", "plant,widget,,0.5")
      .adding(
        "contracts", "contract,facility,product,unit_cost,fixed_cost,minimum,maximum,existing",
        "k,plant,widget,15,100,10,50,1", "l,plant,widget,18,,,20,"
      )
      .adding("clusters", "cluster,facility,at_least,saving", "v,*,2,100").read()
    #expect(dataset.escalation.map(\.cost) == [.build, .carbonPrice])
    #expect(dataset.escalation.map(\.facility.text) == ["kind:plant", "*"])
    #expect(dataset.escalation.map(\.period) == ["t2", "t1"])
    #expect(dataset.escalation.map(\.factor) == [1.5, 2])
    #expect(dataset.handling.map(\.product) == [nil, "widget"])
    #expect(dataset.handling.map(\.unitCost) == [2, 0])
    #expect(dataset.handling.map(\.emissionsTonnes) == [0, 0.5])
    let plain = Contract(
      line: 3, id: "l", facility: "plant", product: "widget", unitCost: 18, fixedCost: 0,
      minimum: 0, maximum: 20, isExisting: false)
    #expect(dataset.contracts[1] == plain)
    #expect(dataset.contracts[0].isExisting && dataset.contracts[0].minimum == 10)
    #expect(dataset.clusters.map(\.atLeast) == [2] && dataset.clusters.map(\.saving) == [100])
  }

  @Test func `trade rules`() throws {
    let dataset =
      try base
      .adding(
        "tariffs", "layer,origin,destination,product,rate,period,unit_rate,claim",
        "mfn,*,*,,25%,,,", "mfn,*,*,widget,,t2,3,Pact"
      )
      .adding("rules_of_origin", "agreement,product,content", "Pact,,60%", "Pact,widget,0.75")
      .adding("drawback", "country,component,share", "AA,*,99%", "*,used,0.5")
      .adding(
        "quotas", "quota,layer,origin,destination,product,period,quantity,rate,unit_rate",
        "q,mfn,AA,BB,widget,t1,100,5%,1", "r,mfn,AA,BB,widget,t2,100,0,"
      )
      .adding("scenarios", "scenario,probability,duration_weeks", "s,0.1,4")
      .adding(
        "disruptions", "scenario,effect,origin,destination,mode,product,value,exempt",
        "s,tariff,,,,,10%,Pact", "s,production_cost,plant,,,widget,-20%,",
        "s,freight_cost,plant,shop,truck,,0.5,"
      ).read()
    #expect(dataset.tariffs.map(\.rate) == [0.25, 0] && dataset.tariffs.map(\.unitRate) == [0, 3])
    #expect(dataset.tariffs.map(\.period) == [nil, "t2"])
    #expect(dataset.tariffs.map(\.claim) == [nil, "Pact"])
    #expect(dataset.rulesOfOrigin.map(\.product) == [nil, "widget"])
    #expect(dataset.rulesOfOrigin.map(\.content) == [0.6, 0.75])
    #expect(dataset.drawback.map(\.component) == [nil, "used"])
    #expect(dataset.drawback.map(\.share) == [0.99, 0.5])
    #expect(dataset.quotas.map(\.period) == ["t1", "t2"])
    #expect(dataset.quotas.map(\.rate) == [0.05, 0] && dataset.quotas.map(\.unitRate) == [1, 0])
    let plant = Selector(scope: .facilities, parts: [.id("plant")], text: "plant")
    guard case .tariff(_, _, nil, 0.1, "Pact") = dataset.disruptions[0].effect else {
      Issue.record("\(dataset.disruptions[0])")
      return
    }
    #expect(
      dataset.disruptions[1].effect
        == .productionCost(facilities: plant, product: "widget", change: -0.2))
    guard case .freightCost(_, _, "truck", nil, 0.5) = dataset.disruptions[2].effect else {
      Issue.record("\(dataset.disruptions[2])")
      return
    }
  }

  @Test func `what comes back, and what comes beside`() throws {
    let dataset =
      try base
      .adding("returns", "customer,product,returned,share,collection_cost", "*,widget,used,1.5,2")
      .adding("coproducts", "product,coproduct,quantity", "used,widget,0.5")
      .adding("lanes", "shop,plant,truck", "kind:plant,plant,truck").read()
    #expect(dataset.returns.map(\.share) == [1.5] && dataset.returns.map(\.collectionCost) == [2])
    #expect(dataset.coproducts.map(\.quantity) == [0.5])
    // Lanes may start at customers, and a kind is no customer's.
    let membership = Membership(dataset)
    #expect(
      dataset.lanes.map { membership.matches($0.origin, node: "shop") } == [false, true, false])
  }

  @Test func `policies`() throws {
    let kinds =
      try base
      .adding(
        "constraints", "constraint,kind,origin,destination,product,period,sense,value,limit",
        "a,production,plant,*,,,>=,1,", "b,flow,plant,shop,widget,t1,<=,5,",
        "c,minimum_if_open,*,,widget,,>=,3,", "d,sources,,shop,*,,<=,2,",
        "e,requires,plant,kind:plant,,,>=,1,", "f,within_days,,shop,widget,,>=,90%,14",
        "g,within_km,*,,,,>=,1,0"
      ).read().constraints
    let plant = Selector(scope: .facilities, parts: [.id("plant")], text: "plant")
    let plants = Selector(scope: .facilities, parts: [.kind(.plant)], text: "kind:plant")
    let node = Selector(scope: .nodes, parts: [.id("shop")], text: "shop")
    let shop = Selector(scope: .customers, parts: [.id("shop")], text: "shop")
    #expect(
      kinds.map(\.kind) == [
        .production(plant, product: nil),
        .flow(origin: plant, destination: node, product: "widget"),
        .minimumIfOpen(.everything(in: .facilities), product: "widget"),
        .sources(destination: node, product: nil), .requires(facility: plant, needed: plants),
        .within(.days(14), customers: shop, product: "widget"),
        .within(.kilometres(0), customers: .everything(in: .customers), product: nil),
      ])
    #expect(kinds.map(\.value) == [1, 5, 3, 2, 1, 0.9, 1])
  }

  /// Of rows that are equally specific only those count between which no narrower one decides.
  @Test func `a narrower row settles a tie`() throws {
    let dataset = base.adding(
      "handling", "facility,product,unit_cost", "*,*,1", "kind:plant|plant,*,2"
    )
    .adding("handling", "country:AA,widget,3", "*,widget,3")
    #expect(throws: Never.self) { try dataset.read() }
  }

  /// Quotas of other periods, products or countries, or of one territory, do not meet.
  @Test func `quotas that do not meet`() throws {
    let header = "quota,layer,origin,destination,product,period,quantity,rate"
    let dataset = base.adding("tariffs", "layer,origin,destination,rate", "mfn,*,*,0.1")
      .adding(
        "quotas", header, "a,mfn,AA,BB,widget,t1,5,0", "b,mfn,AA,BB,widget,t2,5,0",
        "c,mfn,AA,BB,used,*,5,0", "d,mfn,BB,AA|BB,*,*,5,0", "e,mfn,AA,AA,*,*,5,0")
    #expect(throws: Never.self) { try dataset.read() }
  }

  @Test func `all faults of the new tables at once`() {
    let found = faults(
      of:
        base
        .adding("handling", "facility,unit_cost", "nowhere,1")
        .adding("contracts", "contract,facility,product,unit_cost,maximum", "k,plant,used,1,1")
        .adding("clusters", "cluster,facility,at_least,saving", "c,*,1,1")
        .adding("coproducts", "product,coproduct,quantity", "used,used,1").source)
    #expect(
      found.map(\.place) == [
        "clusters.csv:2:5", "contracts.csv:2:9", "coproducts.csv:2:6", "handling.csv:2:1",
      ])
  }
}
