import SupplyPlan
import TestDatasets
import Testing

/// Duty follows the country of origin through warehouses, and is paid once at each border of a territory.
@Suite("Duty by hand")
struct DutyByHandTests {
  /// A warehouse in CC, which is one customs union with the customer's BB.
  private static let union = HandCase.base
    .adding("countries", "CC,South,42,21")
    .adding("groups", "group,kind,country", "union,customs_union,BB", "union,customs_union,CC")
    .adding("facilities", "hub,CC,warehouse,candidate,0,500")
    .replacing(
      "lanes",
      HandCase.lanes("plant,shop,truck,,1,0,", "plant,hub,truck,,1,0,", "hub,shop,truck,,1,0,")
    )
    .adding(
      "tariffs", "layer,origin,destination,product,rate", "mfn,AA,BB,*,0.3", "mfn,AA,CC,*,0.1")

  @Test("into a customs union through the warehouse with the lower rate")
  func throughTheUnion() throws {
    let plan = try plan(Self.union)
    // Straight away the duty alone were 80 · 100 · 0.3 = 2400.
    expectCosts(
      of: plan,
      [
        "facility_fixed": 1000 + 500, "module_fixed": 500, "production": 1600, "freight": 160,
        "duty": 800,
      ])
    let legs = plan.flows.map { "\($0.origin) \($0.destination) \($0.madeIn)" }
    #expect(legs == ["plant hub AA", "hub shop AA"])
    #expect(plan.flows.map(\.duty) == [800, 0])
  }

  @Test("without the union the same goods pay at the second border too")
  func withoutUnion() throws {
    let dataset = Self.union.replacing(
      "groups", "group,kind,country\nunion,trade_agreement,BB\nunion,trade_agreement,CC\n")
    try expectCosts(
      of: plan(dataset),
      [
        "facility_fixed": 1000, "module_fixed": 500, "production": 1600, "freight": 80,
        "duty": 2400,
      ])
  }

  @Test("layers add up, and a scenario adds to them")
  func layersAndScenario() throws {
    let dataset = HandCase.base
      .adding(
        "tariffs", "layer,origin,destination,product,rate", "mfn,AA,BB,*,0.05",
        "extra,*,*,widget,0.1"
      )
      .adding("scenarios", "scenario,probability,duration_weeks", "war,0.2,26")
      .adding(
        "disruptions", "scenario,effect,origin,destination,value", "war,tariff,AA,BB,0.25")
    try expectCosts(
      of: plan(dataset),
      [
        "facility_fixed": 1000, "module_fixed": 500, "production": 1600, "freight": 80,
        "duty": 8000 * (0.9 * 0.15 + 0.1 * 0.4),
      ])
  }

  /// The tariff toy of SupplyChainOptimization.jl: 100 units at 10 each from a supplier in China through a warehouse in the
  /// United States to Germany, 1 each way.
  private static let toy = TestDataset()
    .replacing(
      "countries",
      """
      country,region,latitude,longitude
      CN,Asia,30,110
      US,America,40,-90
      DE,Europe,50,10

      """
    )
    .replacing("products", "product,unit,value\nwidget,piece,10\n")
    .replacing(
      "facilities",
      """
      facility,country,kind,status
      supplier,CN,supplier,existing
      port,US,warehouse,existing

      """
    )
    .replacing("capacity", "facility,module,size,existing,maximum\nsupplier,line,100,1,1\n")
    .replacing("production", "facility,product,unit_cost\nsupplier,widget,10\n")
    .replacing("customers", "customer,country\nberlin,DE\n")
    .replacing("demand", "customer,product,period,quantity,shortage_cost\nberlin,widget,*,100,99\n")
    .replacing("lanes", HandCase.lanes("supplier,port,truck,,1,0,", "port,berlin,truck,,1,0,"))

  @Test(
    "the published tariff toy",
    arguments: [
      (nil, 1200), ("CN,US", 1400), ("CN,DE", 1500), ("US,DE", 1200),
    ] as [(String?, Double)])
  func toy(border: String?, cost: Double) throws {
    let rates = ["CN,US": 0.2, "CN,DE": 0.3, "US,DE": 0.3]
    var dataset = Self.toy
    if let border {
      dataset = dataset.adding(
        "tariffs", "layer,origin,destination,rate", "mfn,\(border),\(rates[border] ?? 0)")
    }
    let plan = try plan(dataset)
    expectCosts(of: plan, ["production": 1000, "freight": 200, "duty": cost - 1200])
  }

  @Test("the transport example of GAMS: 153.675 thousand dollars")
  func transport() throws {
    let dataset = TestDataset()
      .replacing("products", "product,unit,value\ncase,case,1\n")
      .replacing(
        "facilities",
        """
        facility,country,kind,status
        seattle,AA,plant,existing
        san-diego,AA,plant,existing

        """
      )
      .replacing(
        "capacity",
        "facility,module,size,existing,maximum\nseattle,line,350,1,1\nsan-diego,line,600,1,1\n"
      )
      .replacing(
        "production", "facility,product,unit_cost\nseattle,case,0\nsan-diego,case,0\n"
      )
      .replacing("customers", "customer,country\nnew-york,AA\nchicago,AA\ntopeka,AA\n")
      .replacing(
        "demand",
        """
        customer,product,period,quantity,shortage_cost
        new-york,case,*,325,9
        chicago,case,*,300,9
        topeka,case,*,275,9

        """
      )
      // 90 dollars a case and thousand miles, in thousands of dollars a case.
      .replacing(
        "lanes",
        HandCase.lanes(
          "seattle,new-york,truck,,0.225,0,", "seattle,chicago,truck,,0.153,0,",
          "seattle,topeka,truck,,0.162,0,", "san-diego,new-york,truck,,0.225,0,",
          "san-diego,chicago,truck,,0.162,0,", "san-diego,topeka,truck,,0.126,0,"))
    let plan = try plan(dataset)
    #expect(agree(plan.cost, 153.675, 1e-9))
    #expect(agree(plan.costs.freight, 153.675, 1e-9))
  }
}
