import Foundation
import NetworkDesign
import SupplyData
import SupplyNetwork
import TestDatasets
import TestSnapshots
import Testing

@Suite("MathProg data")
struct MathProgDataTests {
  @Test("every table of the model, as text")
  func golden() throws {
    let network = try Network(Self.tiny.read())
    let question = DesignQuestion(maxRisk: 0.1, measure: .conditionalValueAtRisk(level: 0.9))
    try expectSnapshot(text(network, question), "tiny.dat")
  }

  @Test("every table of the wider vocabulary, as text")
  func wider() throws {
    let text = try text(Network(Self.wide.read()), DesignQuestion(measure: .expected))
    try expectSnapshot(text, "wide.dat")
  }

  @Test("the question decides the first lines alone")
  func questions() throws {
    let network = try Network(Self.tiny.read())
    let baseline = text(
      network,
      DesignQuestion(objective: .risk, measure: .worst, firstStage: .currentNetwork))
    #expect(baseline.contains("param minimise := risk;\n"))
    #expect(baseline.contains("param measure := worst;\n"))
    #expect(baseline.contains("param network := current;\n"))
    #expect(!baseline.contains("param level"))
    #expect(!baseline.contains("param max_risk"))
    let expected = text(network, DesignQuestion(measure: .expected))
    #expect(expected.contains("param minimise := cost;\n"))
    #expect(expected.contains("param network := free;\n"))
    let expanded = text(
      network, DesignQuestion(measure: .expected, firstStage: .expandedNetwork))
    #expect(expanded.contains("param network := expanded;\n"))
    func rest(_ text: String) -> Substring {
      text[(text.range(of: "\n# Time")?.lowerBound ?? text.startIndex)...]
    }
    #expect(rest(baseline) == rest(expected))
    #expect(rest(expanded) == rest(expected))
  }

  /// The base case with a row in every table.
  static let tiny = TestDataset()
    .replacing(
      "plan.yaml",
      """
      name: tiny
      currency: EUR
      carbon_price: 50
      periods:
        - {id: soon, years: 2}
        - {id: later, years: 3}

      """
    )
    .adding("countries", "CC,South,42,21")
    .adding("groups", "group,kind,country", "union,customs_union,CC", "union,customs_union,BB")
    .adding("products", "bolt,piece,0.5,0.0001")
    .adding("bills_of_materials", "product,component,quantity", "widget,bolt,4")
    .replacing(
      "facilities",
      """
      facility,country,kind,status,decision,opening_cost,closing_cost,fixed_cost,throughput
      plant,AA,plant,existing,consider,0,700,1000,
      bolts,AA,supplier,existing,open,0,0,10,
      shed,CC,microfactory,candidate,consider,4000,0,300,500

      """
    )
    .adding("capacity", "bolts,press,1000,1,1,0,0", "shed,printer,20,0,4,900,50")
    .adding("production", "bolts,bolt,0.125", "shed,widget,35")
    .replacing(
      "demand",
      """
      customer,product,period,quantity,shortage_cost
      shop,widget,*,80,300
      shop,widget,later,110.5,310

      """
    )
    .replacing(
      "lanes",
      """
      origin,destination,mode,product,distance_km,unit_cost,lead_time_days,capacity
      plant,shop,truck,,1500,,,90
      bolts,plant|shed,truck,bolt,1200,0.02,,
      shed,shop,truck,,250,,2,

      """
    )
    .adding(
      "tariffs", "layer,origin,destination,product,rate", "mfn,*,*,*,0.05",
      "extra,AA,group:union,widget,0.1"
    )
    .adding(
      "incentives", "incentive,facility,share,maximum", "home,country:CC,0.25,1500",
      "any,kind:microfactory,0.1,"
    )
    .adding("buffers", "location,product,maximum,existing,unit_cost", "shop,widget,40,5,")
    .adding(
      "scenarios", "scenario,name,probability,duration_weeks", "strike,Strike,0.1,13",
      "trade war,Trade war,0.05,52"
    )
    .adding(
      "disruptions", "scenario,effect,origin,destination,mode,product,value",
      "strike,capacity,plant,,,,1", "strike,lane,plant,shop,truck,,0.5",
      "trade war,tariff,AA,*,,widget,0.25", "trade war,demand,,shop,,,-0.1",
      "trade war,lane,bolts,country:CC,,bolt,1"
    )
    .adding(
      "constraints", "constraint,kind,origin,destination,product,period,sense,value",
      "local,share,CC,shop,widget,later,>=,0.1", "few,open_facilities,*,,,,<=,3",
      "budget,investment,*,,,soon,<=,9000", "clean,emissions,plant,,,,<=,1000")

  /// The same with a row in every table of the wider vocabulary.
  static let wide =
    tiny
    .replacing("plan.yaml", "name: tiny", with: "name: wide\nservice_level: 0.95")
    .adding("groups", "pact,trade_agreement,AA", "pact,trade_agreement,BB")
    .adding("products", "scrap,piece,2,0.01", "melting,piece,1,0")
    .adding("bills_of_materials", "melting,scrap,1")
    .adding("coproducts", "product,coproduct,quantity", "melting,bolt,20")
    .replacing("facilities", "throughput\n", with: "throughput,available_from\n")
    .replacing("facilities", "1000,\n", with: "1000,,\n")
    .replacing("facilities", "10,\n", with: "10,,\n")
    .replacing("facilities", "500\n", with: "500,later\n")
    .adding("production", "bolts,melting,1")
    .replacing("demand", "shortage_cost\n", with: "shortage_cost,deviation\n")
    .replacing("demand", "300\n", with: "300,0.25\n")
    .replacing("demand", "310\n", with: "310,\n")
    .adding(
      "returns", "customer,product,returned,share,collection_cost", "shop,widget,scrap,0.1,0.5"
    )
    .adding("lanes", "shop,bolts,truck,scrap,1200,,,")
    .adding(
      "handling", "facility,product,unit_cost,emissions_t", "*,*,0.25,0", "plant,widget,0.5,0.001"
    )
    .adding(
      "escalation", "cost,facility,period,factor", "production,*,later,1.1",
      "freight,plant,later,1.2", "facility_fixed,country:AA,soon,0.9", "carbon_price,*,later,2"
    )
    .adding(
      "contracts", "contract,facility,product,unit_cost,fixed_cost,minimum,maximum,existing",
      "long,plant,widget,18,50,10,60,1"
    )
    .adding("clusters", "cluster,facility,at_least,saving", "valley,country:AA,2,25")
    .replacing(
      "tariffs",
      """
      layer,origin,destination,product,rate,unit_rate,period,claim
      mfn,*,*,*,0.05,,,
      mfn,AA,BB,widget,0.02,,,pact
      extra,AA,group:union,widget,0.1,0.5,,
      extra,AA,group:union,widget,0.12,0.5,later,

      """
    )
    .adding("rules_of_origin", "agreement,product,content", "pact,*,0.3", "pact,widget,0.6")
    .adding("drawback", "country,component,share", "*,*,0.5", "CC,bolt,0.9")
    .adding(
      "quotas", "quota,layer,origin,destination,product,period,quantity,rate,unit_rate",
      "first,extra,AA,BB,widget,later,40,0.01,"
    )
    .replacing("disruptions", "value\n", with: "value,exempt\n")
    .replacing("disruptions", ",1\n", with: ",1,\n")
    .replacing("disruptions", ",0.5\n", with: ",0.5,\n")
    .replacing("disruptions", ",0.25\n", with: ",0.25,pact\n")
    .replacing("disruptions", ",-0.1\n", with: ",-0.1,\n")
    .adding(
      "disruptions", "trade war,production_cost,bolts,,,bolt,0.3,",
      "trade war,freight_cost,*,shop,truck,,0.2,"
    )
    .replacing(
      "constraints",
      """
      constraint,kind,origin,destination,product,period,sense,value,limit
      most,production,kind:plant,,*,,<=,120,
      some,flow,bolts,plant,bolt,soon,>=,10,
      least,minimum_if_open,shed,,*,,>=,5,
      single,sources,,shop,widget,,<=,1,
      both,requires,plant,bolts,,,>=,1,
      soon,within_days,,shop,widget,,>=,0.5,4
      near,within_km,,*,*,later,>=,0.5,1600

      """)

  private func text(_ network: Network, _ question: DesignQuestion) -> String {
    var text = ""
    MathProgData(network: network, question: question).write(to: &text)
    return text
  }
}
