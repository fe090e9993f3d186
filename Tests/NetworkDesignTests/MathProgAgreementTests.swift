import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

/// The monolith against the same problem in MathProg: two formulations, written apart, with one optimum.
@Suite(
  "Agreement with MathProg", .enabled(if: MathProgOracle.isInstalled, "\(MathProgOracle.missing)"))
struct MathProgAgreementTests {
  private static let measures: [RiskMeasure] = [
    .expected, .worst, .conditionalValueAtRisk(level: 0.8),
  ]
  private static let seeds = 0..<UInt64(runsLongTests ? 300 : 40)

  private func dataset(_ seed: UInt64) throws -> Dataset {
    var size = RandomDataset.Size()
    size.mostDesigns = 400
    return try RandomDataset(seed: 50_000 + seed, size: size).read()
  }

  /// What both answer to one question.
  private func compare(
    _ dataset: Dataset, _ question: DesignQuestion, _ name: String
  ) throws {
    let network = try Network(dataset)
    let plan = try plan(
      dataset, question.objective, maxRisk: question.maxRisk, maxUnmet: question.maxUnmet,
      measure: question.measure,
      firstStage: question.firstStage, name: name)
    let answer = try solveWithMathProg(network, question)
    guard question.objective == .risk else {
      #expect(
        agree(plan.cost, answer?.cost), "\(name): \(plan.cost as Any), \(answer?.cost as Any)")
      return
    }
    let risk = plan.risk.salesAtRisk
    #expect(agree(risk, answer?.risk), "\(name): \(risk as Any), \(answer?.risk as Any)")
    guard let least = answer?.risk else { return }
    var second = question
    second.objective = .cost
    second.maxRisk = max(0, least) * (1 + 1e-9) + 1e-10
    let cheapest = try solveWithMathProg(network, second)
    #expect(
      agree(plan.cost, cheapest?.cost),
      "\(name), second: \(plan.cost as Any), \(cheapest?.cost as Any)")
  }

  @Test("least cost, a cap, least risk and the baseline, by every measure", arguments: seeds)
  func agreement(seed: UInt64) throws {
    let dataset = try dataset(seed)
    let measure = Self.measures[Int(seed % 3)]
    switch seed / 3 % 4 {
    case 0: try compare(dataset, DesignQuestion(measure: measure), "seed \(seed)")
    case 1:
      let free = try plan(dataset, measure: measure, name: "seed \(seed)")
      let cap = (free.risk.salesAtRisk ?? 0) * 0.6
      try compare(dataset, DesignQuestion(maxRisk: cap, measure: measure), "seed \(seed)")
    case 2:
      try compare(dataset, DesignQuestion(objective: .risk, measure: measure), "seed \(seed)")
    default:
      let objective: DesignQuestion.Objective = seed % 2 == 0 ? .cost : .risk
      try compare(
        dataset,
        DesignQuestion(objective: objective, measure: measure, firstStage: .currentNetwork),
        "seed \(seed)")
    }
  }

  @Test("today's sites, expanded", arguments: seeds)
  func expanded(seed: UInt64) throws {
    let dataset = try dataset(10_000 + seed)
    var question = DesignQuestion(
      measure: Self.measures[Int(seed % 3)], firstStage: .expandedNetwork)
    switch seed % 4 {
    case 0: question.objective = .risk
    case 1:
      let free = try plan(
        dataset, measure: question.measure, firstStage: .expandedNetwork, name: "seed \(seed)")
      question.maxRisk = (free.risk.salesAtRisk ?? 0) * 0.6
    default: break
    }
    try compare(dataset, question, "seed \(seed)")
  }

  @Test("a limit of what a normal year may leave undelivered", arguments: seeds.prefix(20))
  func service(seed: UInt64) throws {
    let limit = [0, 0.1, 0.5][Int(seed % 3)]
    try compare(
      dataset(seed), DesignQuestion(maxUnmet: limit, measure: Self.measures[Int(seed % 3)]),
      "seed \(seed), at most \(limit)")
  }

  private static let wideSeeds = 0..<UInt64(runsLongTests ? 400 : 40)

  @Test("the wider vocabulary, free and as comparators", arguments: wideSeeds)
  func wider(seed: UInt64) throws {
    var size = RandomDataset.Size()
    // Few first stages: glpsol has links that are far from strong.
    size.mostDesigns = 30
    size.scenarios = 0...2
    let dataset = try RandomDataset(seed: 80_000 + seed, size: size, features: .all).read()
    let choices: [DesignQuestion.FirstStageChoice] = [
      .free, .free, .free, .currentNetwork, .expandedNetwork,
    ]
    try compare(
      dataset,
      DesignQuestion(
        measure: Self.measures[Int(seed % 3)], firstStage: choices[Int(seed % 5)]),
      "seed \(seed)")
  }

  @Test("every table of the wider vocabulary at once", arguments: measures)
  func wideEverything(measure: RiskMeasure) throws {
    let dataset = try MathProgDataTests.wide.read()
    try compare(dataset, DesignQuestion(measure: measure), "cost")
    try compare(dataset, DesignQuestion(objective: .risk, measure: measure), "risk")
    try compare(
      dataset, DesignQuestion(measure: measure, firstStage: .currentNetwork), "baseline")
    try compare(
      dataset, DesignQuestion(measure: measure, firstStage: .expandedNetwork), "expanded")
  }

  @Test("stock, reopening, grants and every effect at once", arguments: measures)
  func everything(measure: RiskMeasure) throws {
    let dataset = try MathProgDataTests.tiny.read()
    try compare(dataset, DesignQuestion(measure: measure), "cost")
    try compare(dataset, DesignQuestion(objective: .risk, measure: measure), "risk")
    try compare(
      dataset, DesignQuestion(measure: measure, firstStage: .currentNetwork), "baseline")
    try compare(
      dataset, DesignQuestion(measure: measure, firstStage: .expandedNetwork), "expanded")
  }
}
