import Decomposition
import Foundation
import Modeling
import NetworkDesign
import PlanChecker
import ResultFolders
import Studies
import SupplyPlan
import TestDatasets
import Testing

/// Datasets at the ends of what a table may say, with the cost that they have by hand, by both methods.
@Suite struct ExtremesTests {
  struct Extreme: CustomTestStringConvertible {
    var testDescription: String
    var dataset: TestDataset
    var cost: Double
    var maxRisk: Double?
    var salesAtRisk: Double?
  }

  /// A plant that costs 1000 a year and a line of 100 that costs 500 make 80 widgets at 20 each; the way costs 1 each.
  private static let base = TestDataset()
    .replacing("plan.yaml", "name: extreme\nrisk: {measure: worst}\n")
    .replacing("lanes", "origin,destination,mode,unit_cost,lead_time_days\nplant,shop,truck,1,0\n")

  private static func outage(probability: Double, weeks: Double) -> TestDataset {
    base
      .adding("scenarios", "scenario,probability,duration_weeks", "strike,\(probability),\(weeks)")
      .adding("disruptions", "scenario,effect,origin,value", "strike,capacity,plant,1")
  }

  /// A thousand million grains that cost a millionth each, and a millionth of a turbine that costs a thousand million; the
  /// line of 1001 is just enough for both.
  private static let wide =
    base
    .replacing(
      "products",
      "product,unit,value,weight_t\nwidget,grain,0.000001,0\nturbine,piece,1000000000,0\n"
    )
    .replacing(
      "production",
      """
      facility,product,unit_cost,capacity_use
      plant,widget,0.000001,0.000001
      plant,turbine,1000000000,1000000

      """
    )
    .replacing("capacity", "plant,line,100,1,2,5000,500", with: "plant,line,1001,1,2,1e9,500")
    .replacing("demand", "shop,widget,*,80,300", with: "shop,widget,*,1e9,0.001")
    .adding("demand", "shop,turbine,*,0.000001,1e10")
    .replacing(
      "lanes",
      """
      origin,destination,mode,product,unit_cost,lead_time_days
      plant,shop,truck,widget,0.000001,0
      plant,shop,truck,turbine,1000000,0

      """
    )

  /// One tenth and two tenths are not three tenths in binary.
  private static let justEnough =
    base
    .adding("facilities", "second,AA,plant,existing,0,1000")
    .replacing("capacity", "plant,line,100,1,2", with: "plant,line,0.1,1,1")
    .adding("capacity", "second,line,0.2,1,1,5000,500")
    .adding("production", "second,widget,20")
    .replacing("demand", "shop,widget,*,80,300", with: "shop,widget,*,0.3,300000")
    .adding("lanes", "second,shop,truck,1,0")
    .adding("scenarios", "scenario,probability,duration_weeks", "calm,0.1,1")

  /// A thousand plants of which each is as good as any other; two of them and three lines are needed.
  private static let ties =
    base
    .replacing(
      "facilities",
      "facility,country,kind,status,opening_cost,fixed_cost\n"
        + (0..<1000).map { "p\($0),AA,plant,candidate,1000,100\n" }.joined()
    )
    .replacing(
      "capacity",
      "facility,module,size,maximum,build_cost\n"
        + (0..<1000).map { "p\($0),line,100,2,500\n" }.joined()
    )
    .replacing(
      "production",
      "facility,product,unit_cost\n" + (0..<1000).map { "p\($0),widget,20\n" }.joined()
    )
    .replacing("lanes", "plant,shop", with: "*,shop")
    .replacing("demand", "shop,widget,*,80,300", with: "shop,widget,*,240,300")

  private static func periods(_ count: Int) -> TestDataset {
    base.replacing(
      "plan.yaml",
      "name: extreme\ndiscount_rate: 0.08\nperiods:\n"
        + (1...count).map { "- {id: t\($0), years: 1}\n" }.joined())
  }

  static let extremes = [
    Extreme(testDescription: "one facility", dataset: base, cost: 3180),
    Extreme(
      testDescription: "no demand", dataset: base.replacing("demand", "*,80,", with: "*,0,"),
      cost: 0, salesAtRisk: 0),
    Extreme(testDescription: "from 1e-6 to 1e9", dataset: wide, cost: 1000 + 500 + 2000 + 1001),
    Extreme(
      testDescription: "capacity just enough", dataset: justEnough, cost: 3000 + 0.3 * 21,
      maxRisk: 0,
      salesAtRisk: 0),
    Extreme(
      testDescription: "a thousand alike", dataset: ties, cost: 2 * 1100 + 3 * 500 + 240 * 21),
    Extreme(
      testDescription: "a certain outage of a year", dataset: outage(probability: 1, weeks: 52),
      cost: 24_000, salesAtRisk: 1),
    Extreme(
      testDescription: "an impossible outage", dataset: outage(probability: 0, weeks: 52),
      cost: 3180, salesAtRisk: 1),
    Extreme(
      testDescription: "an outage of a year, every fourth year",
      dataset: outage(probability: 0.25, weeks: 52), cost: 1500 + 0.75 * 1680 + 0.25 * 24_000,
      salesAtRisk: 1),
    Extreme(
      testDescription: "an outage of a minute", dataset: outage(probability: 1e-6, weeks: 1e-4),
      cost: 3180, salesAtRisk: 1e-4 / 52),
    Extreme(
      testDescription: "fifty periods", dataset: periods(50),
      cost: (0..<50).map { 3180 / pow(1.08, Double($0)) }.reduce(0, +)),
  ]

  @Test(arguments: extremes, [SolveMethod.monolith, .decomposition])
  func `the cost is that by hand`(_ extreme: Extreme, _ method: SolveMethod) throws {
    let folder = try Folder(extreme.dataset)
    let loaded = try LoadedDataset(folder: folder.data)
    let question = DesignQuestion(maxRisk: extreme.maxRisk, measure: loaded.dataset.settings.risk)
    let study = PlanStudy(
      loaded: loaded, question: question, gap: 1e-9, method: method,
      limits: SolveLimits(deadline: .now + .seconds(60)))
    let plan = try study.run()
    #expect(plan.termination == .optimal, "\(plan.stopReason ?? "")")
    let cost = try #require(plan.cost)
    #expect(abs(cost - extreme.cost) <= 1e-6 * max(1, extreme.cost), "\(cost)")
    #expect(try #require(plan.bound) <= cost * (1 + 1e-9))
    if let risk = extreme.salesAtRisk {
      #expect(abs(try #require(plan.risk.salesAtRisk) - risk) <= 1e-7)
    }
    #expect(PlanChecker(loaded.dataset).check(plan).isSound)
  }
}
