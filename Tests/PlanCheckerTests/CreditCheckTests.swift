import Testing

@testable import PlanChecker
@testable import SupplyData

/// What exports earn, where plants, products and components share it.
@Suite struct CreditCheckTests {
  /// A car takes 2 axles and 1 belt, a van 1 axle and 2 belts. The plant and the twin stand in one customs union; shops lie within and
  /// without.
  static let dataset: Dataset = {
    var dataset = HandDataset.empty("Yard", holdingRate: 0, carbonPrice: 0)
    dataset.countries = ["NN", "MM", "HH"].map(HandDataset.country)
    dataset.groups = ["NN", "MM"].map {
      GroupMembership(group: "union", kind: .customsUnion, country: $0)
    }
    dataset.products = ["axle", "belt", "car", "van"].map { HandDataset.product($0, value: 1) }
    dataset.billsOfMaterials = [
      ("car", "axle", 2.0), ("car", "belt", 1), ("van", "axle", 1), ("van", "belt", 2),
    ].map { BillOfMaterialsLine(product: $0.0, component: $0.1, quantity: $0.2) }
    dataset.facilities = [
      HandDataset.facility("plant", "NN", .plant, fixedCost: 0),
      HandDataset.facility("twin", "MM", .plant, fixedCost: 0),
    ]
    dataset.production = ["plant", "twin"].flatMap { facility in
      ["car", "van"].map {
        ProductionRow(
          facility: facility, product: $0, unitCost: 0, capacityUse: 1, emissionsTonnes: 0)
      }
    }
    dataset.customers = [
      HandDataset.customer("inland", "MM"), HandDataset.customer("abroad", "HH"),
    ]
    return dataset
  }()
  static let (plant, twin, inland, abroad) = (0, 1, 2, 3)
  static let (axle, belt, car, van) = (0, 1, 2, 3)

  /// What cannot be earned, in words.
  static func violations(
    made: [(Int, Int, Double)], shipped: [(Int, Int, Int, Double)], madeIn: [Int]? = nil,
    drawnBack: [(Int, Int, Double)]
  ) -> [String] {
    let catalogue = Catalogue(dataset)
    let operations = Operations(
      period: 0, state: 0,
      flows: shipped.enumerated().map {
        Operations.Flow(
          origin: $1.0, destination: $1.1, mode: 0, product: $1.2,
          madeIn: madeIn?[$0] ?? catalogue.nodeCountry[$1.0], quantity: $1.3, freight: 0, duty: 0)
      },
      production: made.map {
        Operations.Made(node: $0.0, product: $0.1, quantity: $0.2, contract: nil, claim: 0)
      })
    let findings = Findings(tolerance: 1e-6)
    CreditCheck(operations: operations, catalogue: catalogue, findings: findings).run(
      Dictionary(uniqueKeysWithValues: drawnBack.map { (catalogue.pair($0.0, $0.1), $0.2) }))
    return findings.violations.map(\.place)
  }

  @Test(arguments: [
    (30.0, 30.0, true), (30, 30.01, false), (20, 20, true), (25, 20, true), (30.01, 0, false),
    (29, 30, true), (0.001, 30, true),
  ])
  func `components share the goods they are in`(_ axles: Double, _ belts: Double, _ isEarned: Bool)
  {
    let found = Self.violations(
      made: [(Self.plant, Self.car, 10), (Self.plant, Self.van, 10)],
      shipped: [(Self.plant, Self.abroad, Self.car, 10), (Self.plant, Self.abroad, Self.van, 10)],
      drawnBack: [(Self.plant, Self.axle, axles), (Self.plant, Self.belt, belts)])
    #expect(found.isEmpty == isEarned, "\(found)")
  }

  @Test func `what is not shipped abroad by the maker earns nothing`() {
    let most = { (drawn: Double) in
      Self.violations(
        made: [(Self.plant, Self.car, 10)],
        shipped: [(Self.plant, Self.abroad, Self.car, 4), (Self.plant, Self.inland, Self.car, 6)],
        drawnBack: [(Self.plant, Self.axle, drawn)])
    }
    #expect(most(8) == [])
    #expect(most(8.01) == ["facility plant, component axle, period now"])
  }

  @Test func `nor does what was bought to be shipped`() {
    // 10 leave, of which 7 were made there.
    let most = { (drawn: Double) in
      Self.violations(
        made: [(Self.plant, Self.car, 7)],
        shipped: [(Self.plant, Self.abroad, Self.car, 10)],
        drawnBack: [(Self.plant, Self.axle, drawn)])
    }
    #expect(most(14) == [])
    #expect(most(14.01).count == 1)
  }

  @Test func `what comes home is taken off, from the union's plants together`() {
    // 10 of the plant and 5 of the twin leave, and 6 made in the union come back: 9 cars earn 18 axles, whoever draws them back.
    let most = { (plant: Double, twin: Double) in
      Self.violations(
        made: [(Self.plant, Self.car, 10), (Self.twin, Self.car, 5)],
        shipped: [
          (Self.plant, Self.abroad, Self.car, 10), (Self.twin, Self.abroad, Self.car, 5),
          (Self.abroad, Self.twin, Self.car, 6),
        ], madeIn: [0, 1, 0],
        drawnBack: [(Self.plant, Self.axle, plant), (Self.twin, Self.axle, twin)])
    }
    #expect(most(18, 0).isEmpty && most(8, 10).isEmpty && most(9, 9).isEmpty)
    #expect(!most(9, 9.01).isEmpty)
    #expect(!most(0, 10.01).isEmpty)
  }

  @Test func `goods of another country are none of the union's`() {
    #expect(
      Self.violations(
        made: [(Self.plant, Self.car, 10)], shipped: [(Self.plant, Self.abroad, Self.car, 10)],
        madeIn: [2], drawnBack: [(Self.plant, Self.axle, 1)]
      ).count == 1)
  }
}
