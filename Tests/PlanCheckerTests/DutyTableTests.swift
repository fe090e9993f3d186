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
    // Of a unit of value 1 the rate is the duty.
    for product in dataset.products.indices { dataset.products[product].value = 1 }
    let catalogue = Catalogue(dataset)
    let duty = DutyTable(catalogue).duty(
      .init(product: product, madeIn: madeIn, claim: 0, from: from, to: to, period: 0),
      in: StateConditions(catalogue, state: effects.isEmpty ? 0 : 2))
    #expect(!duty.isAmbiguous)
    return duty.perUnit
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

  // MARK: Periods, claims, quotas

  /// What a widget of NN owes in HH, in the dataset with the pact.
  static func duty(
    _ tariffs: [TariffRow], quotas: [TariffQuota] = [], rules: [RuleOfOrigin] = [],
    claim: Int = 0, period: Int = 0, _ change: (inout Dataset) -> Void = { _ in }
  ) -> DutyTable.Duty {
    var dataset = HandBorder.dataset
    (dataset.tariffs, dataset.quotas, dataset.rulesOfOrigin) = (tariffs, quotas, rules)
    change(&dataset)
    let catalogue = Catalogue(dataset)
    return DutyTable(catalogue).duty(
      .init(product: 1, madeIn: 1, claim: claim, from: 1, to: 0, period: period),
      in: StateConditions(catalogue, state: 0))
  }

  static func tariff(
    _ origin: String = "NN", _ destination: String = "HH", rate: Double, unitRate: Double = 0,
    period: String? = nil, claim: String? = nil
  ) -> TariffRow {
    HandBorder.tariff(
      2, origin, destination, "widget", rate: rate, unitRate: unitRate, period: period,
      claim: claim)
  }

  @Test func `the period is compared last`() {
    let rows = [Self.tariff(rate: 0.1), Self.tariff("*", rate: 0.3, period: "later")]
    #expect(Self.duty(rows, period: 1).perUnit == 10)
    let later = [Self.tariff(rate: 0.1), Self.tariff(rate: 0.3, period: "later")]
    #expect(Self.duty(later, period: 0).perUnit == 10)
    #expect(Self.duty(later, period: 1).perUnit == 30)
    #expect(Self.duty(later.reversed(), period: 1).perUnit == 30)
    #expect(!Self.duty(later, period: 1).isAmbiguous)
    #expect(Self.duty([later[0], later[0]]).isAmbiguous)
  }

  @Test func `goods that qualify take the row of least duty`() {
    // The agreement's own row is the wider one, and counts all the same: claims are compared by duty alone.
    let rows = [
      Self.tariff(rate: 0.2, unitRate: 5), Self.tariff("*", "*", rate: 0.2, claim: "pact"),
    ]
    #expect(Self.duty(rows).perUnit == 20)
    #expect(!Self.duty(rows).isAmbiguous)
    let dear = [Self.tariff(rate: 0.2), Self.tariff(rate: 0.1, unitRate: 11, claim: "pact")]
    #expect(Self.duty(dear).perUnit == 20)
    // No row without a claim is no duty.
    #expect(Self.duty([Self.tariff(rate: 0.1, claim: "pact")]).perUnit == 0)
  }

  @Test func `what a rule speaks of qualifies by its claim`() {
    let rows = [Self.tariff(rate: 0.2), Self.tariff(rate: 0.1, claim: "pact")]
    let rule = RuleOfOrigin(line: 2, agreement: "pact", product: nil, content: 0.5)
    #expect(Self.duty(rows).perUnit == 10)
    #expect(Self.duty(rows, rules: [rule]).perUnit == 20)
    #expect(Self.duty(rows, rules: [rule], claim: 1).perUnit == 10)
    #expect(Self.duty(rows) { $0.groups.removeLast() }.perUnit == 20)
    #expect(Self.duty(rows) { $0.groups.removeFirst() }.perUnit == 20)
  }

  /// Equal duties, of which the quota and what a scenario adds make different ones: the order decides.
  @Test func `of equal duties that without a claim counts, then the first agreement's`() {
    let second = ["HH", "NN"].map {
      GroupMembership(group: "league", kind: .tradeAgreement, country: $0)
    }
    let rows = [
      Self.tariff(rate: 0.3), Self.tariff(rate: 0.1, claim: "league"),
      Self.tariff(rate: 0, unitRate: 10 * (1 - 1e-13), claim: "pact"),
    ]
    func rates(_ rows: [TariffRow], _ change: (inout Dataset) -> Void) -> Double {
      // Whoever is chosen, a negative effect eats rates, not unit rates.
      var dataset = HandBorder.dataset
      (dataset.tariffs, dataset.rulesOfOrigin) = (rows, [])
      change(&dataset)
      dataset.disruptions[0].effect = .tariff(
        origin: HandDataset.selector("*", .countries),
        destination: HandDataset.selector("*", .countries), product: nil, addition: -1)
      let catalogue = Catalogue(dataset)
      return DutyTable(catalogue).duty(
        .init(product: 1, madeIn: 1, claim: 0, from: 1, to: 0, period: 0),
        in: StateConditions(catalogue, state: 1)
      ).perUnit
    }
    #expect(abs(rates(rows) { $0.groups += second } - 10) < 1e-9)
    #expect(rates(rows) { $0.groups = second + $0.groups } == 0)
    #expect(
      rates([Self.tariff(rate: 0.1)] + rows.dropFirst()) { $0.groups += second } == 0)
  }

  @Test func `a quota replaces its layer where that is less`() {
    func quota(_ rate: Double, layer: String = "mfn") -> TariffQuota {
      TariffQuota(
        line: 2, id: "q", layer: layer, origin: HandDataset.selector("*", .countries),
        destination: HandDataset.selector("HH", .countries), product: nil, period: "now",
        quantity: 1, rate: rate, unitRate: 1)
    }
    let rows = [
      Self.tariff(rate: 0.2, unitRate: 5),
      HandBorder.tariff(3, "*", "*", "widget", rate: 0.1, unitRate: 2, layer: "extra"),
    ]
    #expect(Self.duty(rows, quotas: [quota(0)]).quota?.perUnit == 13)
    #expect(Self.duty(rows, quotas: [quota(0, layer: "extra")]).quota?.perUnit == 26)
    #expect(Self.duty(rows, quotas: [quota(0.5)]).quota?.perUnit == 37)
    #expect(Self.duty(rows, quotas: [quota(0)], period: 1).quota == nil)
    #expect(Self.duty(rows, quotas: [quota(0), quota(0)]).isAmbiguous)
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
