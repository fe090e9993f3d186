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

  private func text(_ network: Network, _ question: DesignQuestion) -> String {
    var text = ""
    MathProgData(network: network, question: question).write(to: &text)
    return text
  }
}
