import NetworkDesign
import SupplyData
import SupplyNetwork
import TestDatasets
import Testing

/// The MathProg model against sums done by hand.
@Suite("MathProg model", .enabled(if: MathProgOracle.isInstalled, "\(MathProgOracle.missing)"))
struct MathProgModelTests {
  /// 80 of 100 widgets for one year, over 1000 km.
  private static let base = TestDataset()
    .replacing("lanes", "origin,destination,mode,distance_km\nplant,shop,truck,1000\n")
  /// The plant is out for a quarter of a year, in one year of five.
  private static let strike =
    base
    .adding("scenarios", "scenario,probability,duration_weeks", "strike,0.2,13")
    .adding("disruptions", "scenario,effect,origin,value", "strike,capacity,plant,1")

  @Test("each cost line of one plant, one lane, one customer")
  func costLines() throws {
    let question = DesignQuestion(measure: .expected)
    let answer = try #require(try solveWithMathProg(Network(Self.base.read()), question))
    let pipeline = 80 * 100 * 0.15 * (1000.0 / 500) / 365
    #expect(answer.lines["facility_fixed"] == 1000)
    #expect(answer.lines["module_fixed"] == 500)
    #expect(isClose(answer.lines["production"], 80 * 20))
    #expect(isClose(answer.lines["freight"], 80 * 0.01 * 1000 * 0.1))
    #expect(isClose(answer.lines["pipeline"], pipeline))
    #expect(isClose(answer.cost, 1000 + 500 + 1600 + 80 + pipeline))
    #expect(answer.lines.count == 20)
    #expect(answer.risk == 0)
  }

  @Test(
    "sales at risk of a strike by every measure",
    arguments: [
      (RiskMeasure.expected, 0.2 * 0.25), (.worst, 0.25),
      (.conditionalValueAtRisk(level: 0), 0.2 * 0.25),
      (.conditionalValueAtRisk(level: 0.5), 0.2 * 0.25 / 0.5),
      (.conditionalValueAtRisk(level: 0.9), 0.25),
    ])
  func measures(measure: RiskMeasure, risk: Double) throws {
    for objective in [DesignQuestion.Objective.cost, .risk] {
      let question = DesignQuestion(objective: objective, measure: measure)
      let answer = try #require(try solveWithMathProg(Network(Self.strike.read()), question))
      #expect(isClose(answer.risk, risk))
    }
  }

  @Test("no plan meets a cap below the risk of the strike; stock does")
  func caps() throws {
    let question = DesignQuestion(maxRisk: 0.1, measure: .worst)
    #expect(try solveWithMathProg(Network(Self.strike.read()), question) == nil)
    let stocked = Self.strike.adding(
      "buffers", "location,product,maximum,unit_cost", "shop,widget,20,1")
    let answer = try #require(try solveWithMathProg(Network(stocked.read()), question))
    // A quarter of 80 is 20; a loss of 0.1 leaves 8 of them to the stock for sure, and a stock costs less than a shortage.
    #expect(isClose(answer.lines["buffers"], 20))
    #expect(isClose(answer.risk, 0))
  }

  @Test("comparators keep their sites, whatever decisions and policies say")
  func baseline() throws {
    let dataset = Self.base
      .replacing("capacity", "plant,line,100,1,", with: "plant,line,100,2,")
      .replacing("demand", "80,300", with: "80,1")
      .adding(
        "constraints", "constraint,kind,origin,sense,value", "few,open_facilities,*,<=,0")
    let network = try Network(dataset.read())
    let free = try #require(
      try solveWithMathProg(network, DesignQuestion(measure: .expected)))
    #expect(free.lines["facility_fixed"] == 0)
    #expect(isClose(free.cost, 80))
    let current = try #require(
      try solveWithMathProg(
        network, DesignQuestion(measure: .expected, firstStage: .currentNetwork)))
    #expect(isClose(current.cost, 1000 + 2 * 500 + 80))
    // Its modules are retired, which is free; the site stays.
    let expanded = try #require(
      try solveWithMathProg(
        network, DesignQuestion(measure: .expected, firstStage: .expandedNetwork)))
    #expect(isClose(expanded.cost, 1000 + 80))
  }

  private func isClose(_ number: Double?, _ expected: Double) -> Bool {
    guard let number else { return false }
    return abs(number - expected) <= 1e-7 * max(1, abs(expected))
  }
}
