import NetworkDesign
import SupplyData
import SupplyNetwork
import TestDatasets
import Testing

/// Contracts, trade rules and safety stock in the MathProg model, against sums done by hand.
@Suite(
  "MathProg model of terms and trade",
  .enabled(if: MathProgOracle.isInstalled, "\(MathProgOracle.missing)"))
struct MathProgTradeTests {
  /// 80 widgets a year from AA to BB; moving them costs nothing and takes no time.
  private static let base = TestDataset()
    .replacing("lanes", "origin,destination,mode,unit_cost,lead_time_days\nplant,shop,truck,0,0\n")
  /// A widget has one core, which is dear in AA and cheap in CC.
  private static let cores =
    base
    .adding("countries", "CC,South,42,21")
    .adding("products", "core,piece,50,0")
    .adding("bills_of_materials", "product,component,quantity", "widget,core,1")
    .adding("facilities", "near,AA,supplier,existing,0,0", "far,CC,supplier,existing,0,0")
    .adding("capacity", "near,press,1000,1,1,0,0", "far,press,1000,1,1,0,0")
    .adding("production", "near,core,30", "far,core,10")
    .adding("lanes", "near|far,plant,truck,0,0")

  private func solve(_ dataset: TestDataset) throws -> MathProgAnswer {
    try #require(
      try solveWithMathProg(Network(dataset.read()), DesignQuestion(measure: .expected)))
  }

  private func expect(
    _ answer: MathProgAnswer, _ lines: [String: Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (line, cost) in lines {
      let found = answer.lines[line] ?? .nan
      #expect(
        abs(found - cost) <= 1e-7 * max(1, abs(cost)), "\(line): \(found), by hand \(cost)",
        sourceLocation: sourceLocation)
    }
  }

  @Test("a claim is worth its content: half of the cores come from a member")
  func claims() throws {
    let answer = try solve(
      Self.cores
        .adding(
          "groups", "group,kind,country", "pact,trade_agreement,AA", "pact,trade_agreement,BB"
        )
        .adding(
          "tariffs", "layer,origin,destination,rate,claim", "mfn,*,BB,0.25,", "mfn,*,BB,0.05,pact"
        )
        .adding("rules_of_origin", "agreement,product,content", "pact,widget,0.75"))
    // A lot's cores from CC may be worth 25 of its 100 a widget: every second core, for which 20 more are paid to save 20 of duty
    // on two widgets.
    expect(answer, ["production": 80 * 20 + 40 * 30 + 40 * 10, "duty": 80 * 5])
  }

  @Test("a quota replaces the rates of its layer alone")
  func quota() throws {
    let answer = try solve(
      Self.base
        .adding(
          "tariffs", "layer,origin,destination,rate,unit_rate", "mfn,*,BB,0.25,2",
          "extra,AA,BB,0.1,1"
        )
        .adding(
          "quotas", "quota,layer,origin,destination,quantity,rate,unit_rate",
          "first,mfn,AA,BB,30,0.05,0.5"))
    expect(answer, ["duty": 30 * (5 + 0.5 + 10 + 1) + 50 * (25 + 2 + 10 + 1)])
  }

  @Test("duty on the cores of exports is drawn back, not on those of sales at home")
  func drawback() throws {
    let answer = try solve(
      Self.cores
        .replacing("capacity", "plant,line,100,", with: "plant,line,200,")
        .adding("customers", "home,AA")
        .adding("demand", "home,widget,*,50,300")
        .adding("lanes", "plant,home,truck,0,0")
        .adding("tariffs", "layer,origin,destination,product,rate", "mfn,CC,AA,core,0.2")
        .adding("drawback", "country,component,share", "AA,*,0.9"))
    expect(answer, ["duty": 130 * 10, "drawback": -80 * 0.9 * 10])
  }

  @Test("a contract is signed, taken and paid for")
  func contract() throws {
    let columns = "contract,facility,product,unit_cost,fixed_cost,minimum,maximum"
    let taken = try solve(Self.base.adding("contracts", columns, "c,plant,widget,10,100,50,60"))
    expect(taken, ["contracts": 100, "production": 60 * 10 + 20 * 20])
    // Nothing is saved where 80 are wanted and 170 paid for.
    let left = try solve(Self.base.adding("contracts", columns, "c,plant,widget,10,0,170,200"))
    expect(left, ["contracts": 0, "production": 80 * 20])
    let kept = try solve(Self.base.adding("contracts", columns, "c,plant,widget,10,0,150,200"))
    expect(kept, ["contracts": 0, "production": 150 * 10])
  }

  @Test(
    "safety stock by the normal quantile",
    arguments: [
      (0.5, 0), (0.8, 0.8416212335729143), (0.95, 1.6448536269514722), (0.999, 3.090232306167813),
    ])
  func safetyStock(level: Double, quantile: Double) throws {
    let answer = try solve(
      Self.base
        .replacing("plan.yaml", "name: base\nholding_rate: 0.26\nservice_level: \(level)\n")
        .replacing(
          "demand",
          "customer,product,period,quantity,shortage_cost,deviation\nshop,widget,*,80,300,0.4\n"
        )
        .replacing("lanes", "truck,0,0", with: "truck,0,28"))
    expect(answer, ["safety_stock": 0.26 * 100 * quantile * 0.4 * 2 * 80 / 52])
  }

  @Test("what comes back is taken apart for its metal; what it yields beside is thrown away")
  func returns() throws {
    let answer = try solve(
      Self.cores
        .adding("products", "used,piece,1,0", "stripping,piece,1,0", "dust,piece,1,0")
        .adding("bills_of_materials", "stripping,used,1")
        .adding("coproducts", "product,coproduct,quantity", "stripping,core,2", "stripping,dust,3")
        .adding("facilities", "works,BB,plant,existing,0,0")
        .adding("capacity", "works,line,1000,1,1,0,0")
        .adding("production", "works,stripping,4")
        .adding(
          "returns", "customer,product,returned,share,collection_cost", "shop,widget,used,0.25,1"
        )
        .adding("lanes", "shop,works,truck,0,0", "works,plant,truck,0,0"))
    // 20 come back; each costs 1 + 4 and saves two cores for 10 each.
    expect(
      answer, ["collection": 20, "production": 80 * 20 + 20 * 4 + (80 - 2 * 20) * 10, "duty": 0])
  }
}
