import Findings
import NetworkDesign
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Explanation

/// What a unit costs on arrival.
@Suite struct LandedCostTests {
  /// A supplier in AA makes bolts, of which a plant in BB puts two into each widget; they go through a hub in CC to a shop in DD.
  /// Two layers of duty: `mfn` and, on bolts from AA and on widgets into DD, `extra`.
  static let chain = TestDataset(files: [
    "plan.yaml": "name: chain\nholding_rate: 0.1\ncarbon_price: 10\nrisk: {measure: expected}\n",
    "countries.csv": """
    country,region,latitude,longitude
    AA,North,50,10
    BB,North,48,12
    CC,South,40,20
    DD,South,38,22

    """,
    "products.csv": """
    product,unit,value,weight_t
    bolt,piece,10,0
    widget,piece,100,0

    """,
    "bills_of_materials.csv": "product,component,quantity\nwidget,bolt,2\n",
    "facilities.csv": """
    facility,country,kind,status
    forge,AA,supplier,existing
    plant,BB,plant,existing
    hub,CC,warehouse,existing

    """,
    "capacity.csv": """
    facility,module,size,existing,maximum
    forge,line,1000,1,1
    plant,line,100,1,1

    """,
    "production.csv": """
    facility,product,unit_cost,emissions_t
    forge,bolt,3,0
    plant,widget,20,0.5

    """,
    "customers.csv": "customer,country\nshop,DD\n",
    "demand.csv": "customer,product,period,quantity,shortage_cost\nshop,widget,*,80,300\n",
    "modes.csv": "mode,cost_per_t_km,speed_km_per_day\ntruck,0,500\nship,0,500\n",
    "lanes.csv": """
    origin,destination,mode,product,unit_cost,lead_time_days
    forge,plant,truck,,0.5,36.5
    plant,hub,ship,,4,0
    hub,shop,truck,,2,0

    """,
    "tariffs.csv": """
    layer,origin,destination,product,rate
    mfn,AA,BB,bolt,0.1
    extra,AA,BB,bolt,0.25
    mfn,BB,CC,widget,0.05
    mfn,BB,DD,widget,0.02
    extra,BB,DD,widget,0.01

    """,
  ])

  @Test func `by hand: two legs, two layers of duty, a component`() throws {
    let dataset = try Self.chain.read()
    let network = try Network(dataset)
    let plan = try MonolithPlanner(network: network)
      .plan(for: DesignQuestion(measure: .expected))
    let landed = LandedCosts(plan, network)
    let widget = try #require(landed.paths.first { !$0.isConsumed })
    #expect(landed.paths.count == 2)
    #expect(widget.route == ["plant", "hub", "shop"] && widget.modes == ["ship", "truck"])
    #expect(abs(widget.quantity - 80) < 1e-9)
    expect(
      widget, own: ["production": 20, "freight": 6, "carbon": 5, "mfn": 7, "extra": 1],
      components: ["production": 6, "freight": 1, "pipeline": 0.2, "mfn": 2, "extra": 5])
    #expect(abs(widget.unitCost - 53.2) < 1e-9)
    let bolt = try #require(landed.paths.first { $0.isConsumed })
    #expect(bolt.route == ["forge", "plant"] && abs(bolt.quantity - 160) < 1e-9)
    expect(
      bolt, own: ["production": 3, "freight": 0.5, "pipeline": 0.1, "mfn": 1, "extra": 2.5],
      components: [:])
    #expect(abs(bolt.unitCost - 7.1) < 1e-9)
    for line in landed.reconciliation {
      #expect(abs(line.delivered - line.booked) < 1e-7, "\(line.line)")
    }
  }

  private func expect(
    _ path: ExplanationRecord.Path, own: [String: Double], components: [String: Double]
  ) {
    for (lines, ofComponents) in [(own, false), (components, true)] {
      let told = path.lines.filter { $0.ofComponents == ofComponents }
      #expect(Set(told.map { $0.layer ?? $0.line }) == Set(lines.keys), "\(path.route)")
      for line in told {
        let expected = lines[line.layer ?? line.line] ?? .nan
        #expect(abs(line.money - expected) < 1e-9, "\(path.route) \(line)")
      }
    }
  }

  @Test func `a source that is not used, and how much dearer it is`() throws {
    let dataset = try Self.chain.adding("lanes", "hub,shop,ship,,9,0").read()
    let network = try Network(dataset)
    let plan = try MonolithPlanner(network: network)
      .plan(for: DesignQuestion(measure: .expected))
    let next = try #require(LandedCosts(plan, network).nextBest.first)
    #expect(next.origin == "hub" && next.mode == "ship" && next.customer == "shop")
    #expect(abs(next.unitCost - 60.2) < 1e-9 && abs(next.overUsed - 7) < 1e-9)
  }

  /// The money of all paths is the money of the plan, line by line; without scenarios it is the plan's own cost lines.
  @Test(arguments: Array(UInt64(1)...(runsLongTests ? 200 : 60)))
  func `paths add up to the plan`(_ seed: UInt64) throws {
    var size = RandomDataset.Size()
    size.products = 2...3
    size.facilities = 3...6
    if seed % 2 == 0 { size.scenarios = 0...0 }
    let dataset = try RandomDataset(seed: 800_000 + seed, size: size).read()
    let network = try Network(dataset)
    let plan = try MonolithPlanner(network: network)
      .plan(for: DesignQuestion(measure: dataset.settings.risk))
    guard plan.cost != nil else { return }
    let landed = LandedCosts(plan, network)
    for line in landed.reconciliation {
      #expect(
        abs(line.delivered - line.booked) <= 1e-6 * max(1, abs(line.booked)),
        "seed \(seed), \(line.period), \(line.line)")
    }
    for period in dataset.settings.periods {
      let received = plan.flows.filter { row in
        row.scenario == nil && row.period == period.id
          && dataset.customers.contains { $0.id == row.destination }
      }.reduce(0) { $0 + $1.quantity }
      let told = landed.paths.filter { $0.period == period.id && !$0.isConsumed }
      let quantity = told.reduce(0) { $0 + $1.quantity }
      #expect(abs(quantity - received) <= 1e-6 * max(1, received), "seed \(seed)")
      for path in told {
        let sum = path.lines.reduce(0) { $0 + $1.money }
        #expect(abs(sum - path.unitCost) <= 1e-9 * max(1, sum), "seed \(seed)")
      }
    }
    guard dataset.scenarios.isEmpty else { return }
    let horizon = Horizon(dataset.settings)
    for (name, line) in CostLines.lines {
      let rows = landed.reconciliation.filter { $0.line == name }
      guard !rows.isEmpty else { continue }
      let discounted = zip(rows, horizon.yearly).reduce(0) { $0 + $1.0.delivered * $1.1 }
      let cost = plan.costs[keyPath: line]
      #expect(abs(discounted - cost) <= 1e-6 * max(1, cost), "seed \(seed), \(name)")
    }
  }
}
