import SupplyPlan
import TextFiles

/// A plan for `HandDataset`, with every cost line computed by hand.
///
/// First stage: the old plant closes at the start of `later`, the micro-factory opens then with two modules, the incentive grants
/// its maximum of 1800 (half of 2000 + 2 · 1000 would be 2000). The shop holds 10 widgets; the plant holds 26 gears now and 13 later.
///
/// Factors: the periods start in year 0 and 1, so with r = 0.25 one-off money counts 1 and 0.8, yearly money 1 and
/// 0.8 + 0.64 = 1.44. The quake takes 0.1 · 26/52 = 0.05 of the time, the war 0.2 · 13/52 = 0.05, the normal state 0.9.
///
/// Quantities (units a year):
///
///                          now: normal  quake   war    later: normal  quake   war
///     gears made                   200    140     0              220    150     0
///     widgets plant                 60     30    52               60     30    26
///             old                   40     40     0                0      0     0
///             micro                  0      0     0               50     45     0
///     micro → hub                    0      0     0               20     15     0
///     micro → shop                   0      0     0               30     30     0
///     hub → shop                    60     30    52               80     45    26
///     old → shop                    40     40     0                0      0     0
///     drawn at the shop              0     20    40                0     20    40
///     drawn at the plant             0      0   104                0      0    52
///     demand                       100    100   110              120    120   132
///     unmet                          0     10    18               10     25    66
enum HandPlan {
  /// The quantities of a period and state.
  struct State {
    var period: String
    var scenario: String?
    var plant: Double
    var old: Double
    var micro: Double
    var microToHub: Double
    var shopDraw: Double
    var gearDraw: Double
    /// Duty on widgets from CC into the union, money per unit.
    var duty: Double

    var gears: Double { 2 * (plant + old + micro) - gearDraw }
  }

  static let states = [
    State(
      period: "now", scenario: nil, plant: 60, old: 40, micro: 0, microToHub: 0, shopDraw: 0,
      gearDraw: 0, duty: 8),
    State(
      period: "now", scenario: "quake", plant: 30, old: 40, micro: 0, microToHub: 0, shopDraw: 20,
      gearDraw: 0, duty: 8),
    State(
      period: "now", scenario: "war", plant: 52, old: 0, micro: 0, microToHub: 0, shopDraw: 40,
      gearDraw: 104, duty: 28),
    State(
      period: "later", scenario: nil, plant: 60, old: 0, micro: 50, microToHub: 20, shopDraw: 0,
      gearDraw: 0, duty: 8),
    State(
      period: "later", scenario: "quake", plant: 30, old: 0, micro: 45, microToHub: 15,
      shopDraw: 20, gearDraw: 0, duty: 8),
    State(
      period: "later", scenario: "war", plant: 26, old: 0, micro: 0, microToHub: 0, shopDraw: 40,
      gearDraw: 52, duty: 28),
  ]

  /// The lines, each computed on paper:
  ///
  /// - opening 2000 · 0.8; closing 400 · 0.8; building 2 · 1000 · 0.8; incentives −1800 · 0.8.
  /// - facility fixed: now 100 + 500 + 300 + 50 = 950; later 100 + 500 + 50 + 200 = 850, · 1.44 = 1224.
  /// - module fixed: now 3·10 + 100 + 50 = 180; later 30 + 100 + 2·20 = 170, · 1.44 = 244.8.
  /// - buffers: now 10·15 + 26·2 = 202; later 150 + 26 = 176, · 1.44 = 253.44.
  /// - production at 1, 20, 15 and 30: now 0.9·2000 + 0.05·1340 + 0.05·1040 = 1919;
  ///   later (0.9·2920 + 0.05·2100 + 0.05·520) · 1.44 = 2759 · 1.44 = 3972.96.
  /// - freight by sea 0.1 t · (1000·0.01 + 5) = 1.5 a gear and 15 a widget, by road 3: now
  ///   0.9·1980 + 0.05·1350 + 0.05·936 = 1896.3; later (0.9·2220 + 0.05·1485 + 0.05·468) · 1.44
  ///   = 2095.65 · 1.44 = 3017.736.
  /// - duty: widgets CC → BB 8 (the row of the region beats `*`), in the war 28; DD → AA 8 + 5 = 13 (rows for the
  ///   product beat the country's row for all products); gears DD → BB 0.5, into CC and DD nothing; from BB to AA
  ///   nothing: now 0.9·1000 + 0.05·760 + 0.05·1456 = 1010.8; later (0.9·530 + 0.05·285 + 0.05·728) · 1.44
  ///   = 527.65 · 1.44 = 759.816.
  /// - pipeline by sea (12 days) 0.12 a gear and 1.2 a widget, by road (1 day) 0.1: now
  ///   0.9·150 + 0.05·103.8 + 0.05·67.6 = 143.57; later (0.9·166.4 + 0.05·112.5 + 0.05·33.8) · 1.44
  ///   = 157.075 · 1.44 = 226.188.
  /// - carbon: tonnes now 0.9·16.6 + 0.05·11.14 + 0.05·8.32 = 15.913, later 0.9·18.27 + 0.05·11.925 + 0.05·4.16
  ///   = 17.24725; 10 · (15.913 + 17.24725 · 1.44) = 159.13 + 248.3604.
  /// - shortage: now 0.05·4000 + 0.05·7200 = 560; later (0.9·4000 + 0.05·10000 + 0.05·26400) · 1.44
  ///   = 5420 · 1.44 = 7804.8.
  /// - buffer draws: now 0.05·2000 + 0.05·(4000 + 1040) = 352; later (0.05·2000 + 0.05·(4000 + 520)) · 1.44
  ///   = 326 · 1.44 = 469.44.
  static let costs: CostLines = {
    var costs = CostLines()
    costs.opening = 1600
    costs.closing = 320
    costs.building = 1600
    costs.incentives = -1440
    costs.facilityFixed = 2174
    costs.moduleFixed = 424.8
    costs.buffers = 455.44
    costs.production = 5891.96
    costs.freight = 4914.036
    costs.duty = 1770.616
    costs.pipeline = 369.758
    costs.carbon = 407.4904
    costs.shortage = 8364.8
    costs.bufferDraws = 821.44
    return costs
  }()

  /// The sum of the lines, added up by hand.
  static let cost = 27674.3404

  /// Sales lost: v = duration/52 · unmet/normal demand, as all sales have the same value.
  /// Now 0.5·10/100 = 0.05 and 0.25·18/100 = 0.045; later 0.5·25/120 and 0.25·66/120 = 0.1375.
  static let losses = [
    ScenarioLossRow(scenario: "quake", period: "now", salesLost: 0.05),
    ScenarioLossRow(scenario: "quake", period: "later", salesLost: 12.5 / 120),
    ScenarioLossRow(scenario: "war", period: "now", salesLost: 0.045),
    ScenarioLossRow(scenario: "war", period: "later", salesLost: 0.1375),
  ]

  /// With the level 0.8 the worst fifth of years counts. Now: η = 0 gives (0.1·0.05 + 0.2·0.045)/0.2 = 0.07,
  /// η = 0.045 gives 0.045 + 0.1·0.005/0.2 = 0.0475, η = 0.05 gives 0.05. Later the war alone fills the fifth:
  /// 0.1375. R = (1·0.0475 + 2·0.1375)/3.
  static let salesAtRisk = 0.1075

  /// Deliveries to the shop, all widgets: now 60 from the ally CC and 40 from DD; later 60 from CC and 50 of the
  /// micro-factory in BB, partly by way of the hub.
  static let mix = [
    MixRow(
      period: "now", class: .friendshore, country: "CC", microfactory: false, valueShare: 0.6),
    MixRow(period: "now", class: .offshore, country: "DD", microfactory: false, valueShare: 0.4),
    MixRow(
      period: "later", class: .nearshore, country: "BB", microfactory: true, valueShare: 50 / 110.0),
    MixRow(
      period: "later", class: .friendshore, country: "CC", microfactory: false,
      valueShare: 60 / 110.0),
  ]

  static let plan: Plan = {
    var plan = Plan(
      dataset: .init(name: "Ring", sha256: "feed"), termination: .stopped,
      stopReason: "time limit", cost: cost, bound: 27000, gap: (cost - 27000) / cost,
      risk: PlanRisk(measure: "cvar", level: 0.8, salesAtRisk: salesAtRisk),
      // One year without a lack, two with 10 of 120.
      undelivered: Undelivered(
        share: 2 * (10 / 120.0) / 3,
        periods: [.init(period: "now", share: 0), .init(period: "later", share: 10 / 120.0)]),
      costs: costs, scenarios: losses, mix: mix,
      solve: .init(
        seconds: 1, method: "monolith", rows: 10, columns: 10, objective: "cost", maxRisk: 0.11,
        nodes: 1))
    for (facility, now, later) in [
      ("mine", true, true), ("plant", true, true), ("old", true, false), ("micro", false, true),
      ("hub", true, true),
    ] {
      plan.facilities += [
        FacilityDecisionRow(
          facility: facility, period: "now", open: now, opened: false, closed: false),
        FacilityDecisionRow(
          facility: facility, period: "later", open: later, opened: !now && later,
          closed: now && !later),
      ]
    }
    for (facility, now, later) in [("mine", 3, 3), ("plant", 1, 1), ("old", 1, 0), ("micro", 0, 2)]
    {
      plan.modules += [
        ModuleRow(
          facility: facility, module: "line", period: "now", count: now, built: 0, retired: 0),
        ModuleRow(
          facility: facility, module: "line", period: "later", count: later,
          built: max(0, later - now), retired: max(0, now - later)),
      ]
    }
    plan.buffers = [
      StockRow(location: "shop", product: "widget", period: "now", stock: 10),
      StockRow(location: "shop", product: "widget", period: "later", stock: 10),
      StockRow(location: "plant", product: "gear", period: "now", stock: 26),
      StockRow(location: "plant", product: "gear", period: "later", stock: 13),
    ]
    plan.incentives = [
      GrantRow(incentive: "act", facility: "micro", period: "later", granted: 1800)
    ]
    for state in states { add(state, to: &plan) }
    return plan
  }()

  /// Adds the rows of a state.
  static func add(_ state: State, to plan: inout Plan) {
    func flow(
      _ origin: String, _ destination: String, _ mode: String, _ product: String, _ madeIn: String,
      _ quantity: Double, freight: Double, duty: Double
    ) {
      guard quantity > 0 else { return }
      plan.flows.append(
        FlowRow(
          period: state.period, scenario: state.scenario, origin: origin,
          destination: destination, mode: mode, product: product, madeIn: madeIn,
          quantity: quantity, freight: quantity * freight, duty: quantity * duty))
    }
    func make(_ facility: String, _ product: String, _ quantity: Double) {
      guard quantity > 0 else { return }
      plan.production.append(
        ProductionFlowRow(
          period: state.period, scenario: state.scenario, facility: facility, product: product,
          quantity: quantity))
    }
    func draw(_ location: String, _ product: String, _ quantity: Double) {
      guard quantity > 0 else { return }
      plan.draws.append(
        DrawRow(
          period: state.period, scenario: state.scenario, location: location, product: product,
          quantity: quantity))
    }
    let direct = state.micro - state.microToHub
    flow(
      "mine", "plant", "sea", "gear", "DD", 2 * state.plant - state.gearDraw, freight: 1.5, duty: 0)
    flow("mine", "old", "sea", "gear", "DD", 2 * state.old, freight: 1.5, duty: 0)
    flow("mine", "micro", "sea", "gear", "DD", 2 * state.micro, freight: 1.5, duty: 0.5)
    flow("plant", "hub", "sea", "widget", "CC", state.plant, freight: 15, duty: state.duty)
    flow("micro", "hub", "sea", "widget", "BB", state.microToHub, freight: 15, duty: 0)
    flow("micro", "shop", "sea", "widget", "BB", direct, freight: 15, duty: 0)
    flow("hub", "shop", "road", "widget", "CC", state.plant, freight: 3, duty: 0)
    flow("hub", "shop", "road", "widget", "BB", state.microToHub, freight: 3, duty: 0)
    flow("old", "shop", "sea", "widget", "DD", state.old, freight: 15, duty: 13)
    make("mine", "gear", state.gears)
    make("plant", "widget", state.plant)
    make("old", "widget", state.old)
    make("micro", "widget", state.micro)
    draw("shop", "widget", state.shopDraw)
    draw("plant", "gear", state.gearDraw)
  }
}
