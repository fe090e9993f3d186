import SupplyData
import TestDatasets
import Testing
import TextFiles

/// What is valid in the tables of costs, contracts, trade rules, returns and policies, and can hardly be meant.
@Suite struct TermsSenseTests {
  /// A plant in AA makes widgets of parts from BB, of which two countries have an agreement.
  static let base = TestDataset()
    .adding("products", "part,t,10,", "used,t,1,")
    .adding("bills_of_materials", "product,component,quantity", "widget,part,1", "part,used,0.1")
    .adding("facilities", "maker,BB,supplier,existing,,", "next,CC,plant,candidate,,100")
    .adding("countries", "CC,South,41,21")
    .adding("capacity", "maker,line,200,1,1,,", "next,line,100,0,1,,")
    .adding("production", "maker,part,2", "next,widget,25", "maker,used,1")
    .adding("lanes", "maker,*,truck", "next,*,truck")
    .adding(
      "groups", "group,kind,country", "Pact,trade_agreement,AA", "Pact,trade_agreement,BB",
      "Far,trade_agreement,CC", "Far,trade_agreement,AA"
    )
    .adding(
      "tariffs", "layer,origin,destination,product,rate,claim", "mfn,*,*,*,0.2,",
      "mfn,*,*,widget,0,Pact")

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var place: String
    var words: String
    var change: @Sendable (TestDataset) -> TestDataset
    var testDescription: String { name }

    init(
      _ name: String, at place: String, says words: String,
      _ change: @escaping @Sendable (TestDataset) -> TestDataset
    ) {
      (self.name, self.place, self.words, self.change) = (name, place, words, change)
    }

    /// A table more.
    init(
      _ name: String, at place: String, says words: String, _ table: String, _ lines: String...
    ) {
      self.init(name, at: place, says: words) { dataset in
        lines.reduce(dataset) { $0.adding(table, $1) }
      }
    }
  }

  private static let contract = "contract,facility,product,unit_cost,minimum,maximum"
  private static let quota = "quota,layer,origin,destination,product,quantity,rate"
  private static let policy = "constraint,kind,origin,destination,product,sense,value,limit"
  private static let factor = "cost,facility,period,factor"

  static let cases = [
    Case(
      "contract that is never cheaper", at: "contracts.csv:2:16", says: "cheaper at no volume",
      "contracts", contract, "k,plant,widget,20,,50"),
    Case(
      "contract whose fixed cost is never earned", at: "contracts.csv:2:19",
      says: "costs 300 a year and saves at most 250", "contracts",
      "contract,facility,product,unit_cost,fixed_cost,maximum", "k,plant,widget,15,300,50"),
    Case(
      "more than can be made", at: "contracts.csv:2:19", says: "'plant' can make: 200",
      "contracts", contract, "k,plant,widget,15,201,300"),
    Case(
      "cluster of too few", at: "clusters.csv:2:9", says: "only 1 of the facilities",
      "clusters", "cluster,facility,at_least,saving", "c,plant,2,100"),
    Case(
      "factor in percent", at: "escalation.csv:2:25", says: "10500 % of the cost", "escalation",
      factor, "production,plant,year-1,105"),
    Case(
      "no costs of opening", at: "escalation.csv:2:9", says: "has a cost of 'opening'",
      "escalation", factor, "opening,*,year-1,2"),
    Case(
      "no price of carbon", at: "escalation.csv:2:1", says: "price of carbon is 0", "escalation",
      factor, "carbon_price,,year-1,2"),
    Case(
      "factor that never counts", at: "escalation.csv:2:12", says: "narrower rows", "escalation",
      factor, "production,kind:supplier,year-1,2", "production,maker,year-1,2"),
    Case(
      "handling that never counts", at: "handling.csv:2:1", says: "narrower rows", "handling",
      "facility,product,unit_cost", "kind:supplier,,2", "maker,widget,1", "maker,part,1",
      "maker,used,1"),
    Case(
      "service level alone", at: "plan.yaml:2:16", says: "no demand deviates", "plan.yaml",
      "service_level: 0.9"),
    Case("deviation alone", at: "demand.csv:2:22", says: "without a service level") {
      $0.replacing(
        "demand",
        "customer,product,period,quantity,shortage_cost,deviation\nshop,widget,*,80,300,0.2\n")
    },
    Case(
      "nobody buys what comes back", at: "returns.csv:2:1", says: "has demand for 'part'",
      "returns", "customer,product,returned,share", "shop,part,used,1"),
    Case(
      "no lane for what comes back", at: "returns.csv:2:1", says: "no lane takes 'used' away",
      "returns", "customer,product,returned,share", "shop,widget,used,1"),
    Case("coproduct of nothing", at: "coproducts.csv:2:1", says: "no facility makes 'run'") {
      $0.adding("products", "run,t,1,")
        .adding("coproducts", "product,coproduct,quantity", "run,part,1")
    },
    Case(
      "claim that nobody can use", at: "tariffs.csv:4:19", says: "made in one member of 'Far'",
      "tariffs", "mfn,*,BB,widget,0,Far"),
    Case("exemption that nobody can use", at: "disruptions.csv:2:19", says: "member of 'Far'") {
      $0.adding("scenarios", "scenario,probability,duration_weeks", "s,0.1,4")
        .adding("disruptions", "scenario,effect,product,value,exempt", "s,tariff,part,0.1,Far")
    },
    Case(
      "rule that no claim uses", at: "rules_of_origin.csv:2:6", says: "nor of anything made of it",
      "rules_of_origin", "agreement,product,content", "Pact,extra,0.5"),
    Case(
      "rule of what is made elsewhere", at: "rules_of_origin.csv:2:1", says: "no member of 'Pact'",
      "rules_of_origin", "agreement,product,content", "Pact,ore,0.5"),
    Case(
      "drawback of nothing used", at: "drawback.csv:2:4", says: "makes anything of 'used'",
      "drawback", "country,component,share", "AA,used,0.5"),
    Case(
      "quota of 0", at: "quotas.csv:2:18", says: "lets nothing in", "quotas", quota,
      "q,mfn,BB,AA,part,0,0.1"),
    Case(
      "quota that nothing meets", at: "quotas.csv:2:1", says: "made in its origins", "quotas",
      quota, "q,mfn,CC,AA,part,5,0.1"),
    Case(
      "quota that saves nothing", at: "quotas.csv:2:20", says: "no more than the quota", "quotas",
      quota, "q,mfn,BB,AA,part,5,0.2"),
    Case(
      "least of what nobody makes", at: "constraints.csv:2:14", says: "matches makes 'part'",
      "constraints", policy, "c,production,plant,*,part,>=,1,"),
    Case(
      "requires too many", at: "constraints.csv:2:28", says: "'plant' can never be open",
      "constraints", policy, "c,requires,plant,next,*,>=,2,"),
    Case(
      "service to nobody", at: "constraints.csv:2:17", says: "has demand for 'part'",
      "constraints", policy, "c,within_days,*,shop,part,>=,0.5,9"),
    Case(
      "as many sources as facilities", at: "constraints.csv:2:20", says: "nothing breaks this rule",
      "constraints", policy, "c,sources,*,*,*,<=,3,"),
  ]

  /// The base with a product that no claim speaks of and one that is made in no member.
  private func warnings(_ dataset: TestDataset) throws -> [Fault] {
    try Dataset.reading(dataset.source).warnings
  }

  @Test func `nothing is said of the base`() throws {
    #expect(try warnings(Self.base) == [])
  }

  @Test(arguments: cases)
  func `is told`(_ sample: Case) throws {
    var base = Self.base
    if sample.place.hasPrefix("rules_of_origin") {
      base = base.adding("products", "extra,t,1,", "ore,t,1,").adding("demand", "shop,extra,*,1,1")
        .adding("production", "plant,extra,1", "next,ore,1")
        .adding("bills_of_materials", "widget,ore,1")
    }
    let found = try warnings(sample.change(base))
    #expect(found.map(\.place) == [sample.place], "\(found)")
    #expect(found.first?.cause.contains(sample.words) == true, "\(found)")
    #expect(found.allSatisfy { $0.severity == .warning && $0.cure.hasSuffix(".") })
  }

  /// What comes back or beside is not missing where nothing makes it.
  @Test func `other sources of products`() throws {
    let dataset = TestDataset()
      .adding("products", "used,t,1,", "run,t,1,", "part,t,10,")
      .adding("bills_of_materials", "product,component,quantity", "run,used,1", "widget,part,2")
      .adding("coproducts", "product,coproduct,quantity", "run,part,1")
      .adding("production", "plant,run,1")
      .adding("returns", "customer,product,returned,share", "*,widget,used,1")
      .adding("lanes", "shop,plant,truck")
    #expect(try warnings(dataset) == [])
  }

  @Test func `useful terms are not doubted`() throws {
    let dataset = Self.base
      .adding("contracts", Self.contract, "k,plant,widget,15,50,100")
      .adding("clusters", "cluster,facility,at_least,saving", "c,*,2,100")
      .adding("escalation", Self.factor, "production,*,year-1,1.1", "production,maker,year-1,2")
      .adding("handling", "facility,product,unit_cost", "*,,2", "maker,part,1")
      .adding("rules_of_origin", "agreement,product,content", "Pact,*,0.5", "Pact,part,0.2")
      .adding("drawback", "country,component,share", "*,part,0.5")
      .adding("quotas", Self.quota, "q,mfn,BB,AA,part,5,0.1")
      .adding(
        "constraints", Self.policy, "a,production,*,*,part,>=,1,", "b,requires,plant,maker,*,>=,1,",
        "c,sources,*,shop,*,<=,2,", "d,within_km,*,*,*,>=,0.5,900", "e,flow,*,*,*,<=,900,")
    #expect(try warnings(dataset) == [])
  }
}
