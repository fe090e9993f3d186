import Testing

@testable import PlanChecker
@testable import SupplyData

@Suite struct DutyTableTests {
  /// Countries by index: AA and BB are one territory.
  static let (home, union, east, far) = (0, 1, 2, 3)
  static let (gear, widget) = (0, 1)

  static func rate(
    _ tariffs: [TariffRow], madeIn: Int = far, from: Int = east, to: Int = home,
    product: Int = widget, effects: [Disruption.Effect] = []
  ) -> Double {
    var dataset = HandDataset.dataset
    dataset.tariffs = tariffs
    dataset.disruptions = effects.map { HandDataset.disruption(2, "war", $0) }
    let catalogue = Catalogue(dataset)
    let rate = DutyTable(catalogue).rate(
      madeIn: madeIn, from: from, to: to, product: product,
      in: StateConditions(catalogue, state: effects.isEmpty ? 0 : 2))
    #expect(!rate.isAmbiguous)
    return rate.rate
  }

  static func row(
    _ origin: String, _ destination: String, _ product: String?, _ rate: Double,
    layer: String = "mfn"
  ) -> TariffRow { HandDataset.tariff(line: 2, layer, origin, destination, product, rate) }

  static func addition(_ value: Double, _ origin: String = "DD", product: String? = nil)
    -> Disruption.Effect
  {
    .tariff(
      origin: HandDataset.selector(origin, .countries),
      destination: HandDataset.selector("group:union", .countries), product: product,
      addition: value)
  }

  @Test func theProductIsComparedFirst() {
    let rows = [Self.row("DD", "AA", nil, 0.9), Self.row("*", "*", "widget", 0.1)]
    #expect(Self.rate(rows) == 0.1)
    #expect(Self.rate(rows.reversed()) == 0.1)
    #expect(Self.rate(rows, product: Self.gear) == 0.9)
  }

  @Test func thenTheOrigin() {
    for names in [["CC", "group:pact", "region:East", "*"], ["country:CC", "group:pact"]] {
      for (narrow, wide) in zip(names, names.dropFirst()) {
        let rows = [Self.row(wide, "AA", nil, 0.9), Self.row(narrow, "*", nil, 0.1)]
        #expect(Self.rate(rows, madeIn: Self.east) == 0.1)
        #expect(Self.rate(rows.reversed(), madeIn: Self.east) == 0.1)
      }
    }
  }

  @Test func thenTheDestination() {
    let names = ["AA", "group:union", "region:West", "*"]
    for (narrow, wide) in zip(names, names.dropFirst()) {
      #expect(
        Self.rate([Self.row("DD", wide, nil, 0.9), Self.row("DD", narrow, nil, 0.1)]) == 0.1)
    }
  }

  @Test func layersAddUp() {
    let rows = [
      Self.row("*", "*", nil, 0.1), Self.row("DD", "*", nil, 0.25, layer: "anti"),
      Self.row("CC", "*", nil, 0.5, layer: "other"),
    ]
    #expect(Self.rate(rows) == 0.35)
    #expect(Self.rate([]) == 0)
  }

  @Test func territories() {
    let rows = [Self.row("*", "*", nil, 0.1)]
    #expect(Self.rate(rows) == 0.1)
    // Within the union nothing is due, whatever the origin.
    #expect(Self.rate(rows, from: Self.union, to: Self.home) == 0)
    #expect(Self.rate(rows, from: Self.east, to: Self.east) == 0)
    // Goods of the union that come home to it.
    #expect(Self.rate(rows, madeIn: Self.union, from: Self.east, to: Self.home) == 0)
    // An alliance is no customs union.
    #expect(Self.rate(rows, madeIn: Self.home, from: Self.home, to: Self.east) == 0.1)
  }

  @Test func scenariosAdd() {
    let rows = [Self.row("*", "*", nil, 0.125)]
    #expect(Self.rate(rows, effects: [Self.addition(0.25)]) == 0.375)
    #expect(Self.rate(rows, effects: [Self.addition(0.25), Self.addition(0.25)]) == 0.625)
    #expect(Self.rate([], effects: [Self.addition(0.25)]) == 0.25)
    #expect(Self.rate(rows, effects: [Self.addition(-1)]) == 0)
    // The sum is floored, not each part of it.
    #expect(Self.rate(rows, effects: [Self.addition(-0.25), Self.addition(0.5)]) == 0.375)
    #expect(Self.rate(rows, effects: [Self.addition(0.25, product: "gear")]) == 0.125)
    #expect(Self.rate(rows, effects: [Self.addition(0.25, "CC")]) == 0.125)
    #expect(Self.rate(rows, from: Self.union, effects: [Self.addition(0.25)]) == 0)
    #expect(Self.rate(rows, madeIn: Self.union, effects: [Self.addition(0.25, "*")]) == 0)
  }
}
