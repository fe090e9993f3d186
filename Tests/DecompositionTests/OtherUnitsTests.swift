import Foundation
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Decomposition

/// A plan is the same plan whatever its dataset counts in: pieces or thousands of them, cents or millions.
@Suite struct OtherUnitsTests {
  /// What a dataset is counted in instead.
  struct Units: CustomTestStringConvertible, Sendable {
    var quantity = 1.0
    var money = 1.0
    var capacity = 1.0
    var testDescription: String { "quantity \(quantity), money \(money), capacity \(capacity)" }
  }

  static let units: [Units] =
    [1e-9, 1e-6, 1e-3, 1e3, 1e6, 1e9].map { Units(quantity: $0) }
    + [1e-6, 1e6].flatMap { [Units(money: $0), Units(capacity: $0)] }
    + [
      Units(quantity: 1e9, money: 1e-6, capacity: 1e6),
      Units(quantity: 1e-9, money: 1e6, capacity: 1e-6),
    ]

  static let seeds: [UInt64] = Array(1...(runsLongTests ? 200 : 1))

  private static func dataset(_ seed: UInt64) throws -> Dataset {
    var size = RandomDataset.Size()
    size.scenarios = 1...3
    return try RandomDataset(seed: 900_000 + seed, size: size).read()
  }

  private static func questions(_ seed: UInt64, _ cheapest: Plan) -> [DesignQuestion] {
    let measure: RiskMeasure =
      [.expected, .worst, .conditionalValueAtRisk(level: 0.9)][Int(seed % 3)]
    var questions = [
      DesignQuestion(measure: measure), DesignQuestion(objective: .risk, measure: measure),
      DesignQuestion(measure: measure, firstStage: .currentNetwork),
    ]
    if let most = cheapest.scenarios.map(\.salesLost).max(), most > 0 {
      questions.append(DesignQuestion(maxRisk: 0.4 * most, measure: measure))
    }
    return questions
  }

  private static func plan(_ dataset: Dataset, _ question: DesignQuestion, whole: Bool) throws
    -> Plan
  {
    let network = try Network(dataset)
    return whole
      ? try MonolithPlanner(network: network, gap: 1e-7).plan(for: question)
      : try DecompositionPlanner(network: network, threads: 1).plan(for: question, gap: 1e-7)
  }

  @Test(arguments: seeds, [true, false])
  func plansAreTheSame(_ seed: UInt64, whole: Bool) throws {
    let dataset = try Self.dataset(seed)
    let cheapest = try Self.plan(
      dataset, DesignQuestion(measure: dataset.settings.risk), whole: false)
    for (index, question) in Self.questions(seed, cheapest).enumerated() {
      let plain = try Self.plan(dataset, question, whole: whole)
      for (number, units) in Self.units.enumerated() {
        // In the short run each question sees a third of them, and all of them are seen.
        if !runsLongTests, number % 3 != index % 3 { continue }
        let other = try Self.plan(
          dataset.inOtherUnits(
            quantity: units.quantity, money: units.money, capacity: units.capacity),
          question, whole: whole)
        let words =
          "seed \(seed), \(question.objective), cap \(question.maxRisk ?? .nan), "
          + "\(question.firstStage), \(units.testDescription)"
        #expect(other.termination == plain.termination, "\(words)")
        guard let cost = plain.cost, let bound = plain.bound else {
          #expect(other.cost == nil, "\(words)")
          continue
        }
        #expect(abs((other.cost ?? .nan) / units.money - cost) <= 1e-6 * cost, "\(words)")
        #expect(abs((other.bound ?? .nan) / units.money - bound) <= 1e-6 * cost, "\(words)")
        let (risk, asked) = (other.risk.salesAtRisk ?? .nan, plain.risk.salesAtRisk ?? .nan)
        if question.objective == .risk { #expect(abs(risk - asked) <= 1e-6, "\(words)") }
        #expect(other.proof == plain.proof, "\(words)")
      }
    }
  }

  /// Within a gap two searches may find different plans; what each proves holds for the other.
  @Test(
    arguments: runsLongTests
      ? ["first-steps", "ev-battery", "semiconductors", "pharma", "apparel"] : ["first-steps"])
  func shippedDatasets(_ name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("datasets/\(name)").path
    let dataset = try Dataset.reading(DatasetSource(folder: folder)).dataset
    let question = DesignQuestion(measure: dataset.settings.risk)
    func plan(_ dataset: Dataset) throws -> Plan {
      try DecompositionPlanner(network: Network(dataset), threads: 2)
        .plan(for: question, gap: 0.002)
    }
    let plain = try plan(dataset)
    for units in [Units(quantity: 1e6), Units(money: 1e-6), Units(quantity: 1e-6, capacity: 1e6)] {
      let other = try plan(
        dataset.inOtherUnits(
          quantity: units.quantity, money: units.money, capacity: units.capacity))
      let words = "\(name), \(units.testDescription)"
      #expect(other.termination == .optimal && plain.termination == .optimal, "\(words)")
      let (cost, bound) = ((other.cost ?? 0) / units.money, (other.bound ?? 0) / units.money)
      #expect(bound <= (plain.cost ?? 0) * (1 + 1e-9), "\(words)")
      #expect(plain.bound ?? 0 <= cost * (1 + 1e-9), "\(words)")
    }
  }

  /// Two plants make 1.27 billion screws a year, and a screw is a billionth of what is at stake. The risk row, taken as it
  /// stood, once made the search prove 550,933,000.
  @Test(arguments: [1.0, 1e-6, 1e3]) func aBillionScrews(scale: Double) throws {
    let screws = try TestDataset(files: [
      "plan.yaml":
        "name: Screws\ndiscount_rate: 0\nholding_rate: 0\nrisk: {measure: worst}\n",
      "countries.csv":
        "country,region,latitude,longitude\nDE,Europe,51,10\nCN,Asia,31,121\n",
      "products.csv": "product,unit,value\nscrew,piece,0.1\n",
      "facilities.csv":
        "facility,country,kind,status,opening_cost,fixed_cost\n"
        + "p0,CN,plant,candidate,184890000,69772000\np1,DE,plant,candidate,203500000,135319000\n",
      "capacity.csv":
        "facility,module,size,maximum,build_cost\np0,line,1500000000,3,46168000\n"
        + "p1,line,1200000000,3,78193000\n",
      "production.csv": "facility,product,unit_cost\np0,screw,0.033\np1,screw,0.022\n",
      "customers.csv": "customer,country\nc0,DE\nc1,DE\n",
      "demand.csv":
        "customer,product,period,quantity,shortage_cost\nc0,screw,*,644000000,0.4\n"
        + "c1,screw,*,628000000,0.4\n",
      "modes.csv": "mode,cost_per_t_km,speed_km_per_day\ntruck,0,600\n",
      "lanes.csv":
        "origin,destination,mode,unit_cost\np0,c0,truck,0.006\np0,c1,truck,0.017\n"
        + "p1,c0,truck,0.007\np1,c1,truck,0.037\n",
      "scenarios.csv": "scenario,probability,duration_weeks\ncn,0.1,26\n",
      "disruptions.csv": "scenario,effect,origin,value\ncn,capacity,country:CN,1\n",
    ]).read().inOtherUnits(quantity: scale, capacity: scale)
    for whole in [true, false] {
      let plan = try Self.plan(screws, DesignQuestion(maxRisk: 0.1, measure: .worst), whole: whole)
      #expect(abs((plan.cost ?? 0) - 497_292_000) <= 1, "whole: \(whole)")
      #expect((plan.bound ?? .infinity) <= 497_292_000, "whole: \(whole)")
    }
  }
}
