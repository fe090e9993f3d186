import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Decomposition

/// How far a rule has to give way, by both methods and against questions in which it has.
@Suite struct ExcessTests {
  /// A rule that is too tight, the option that goes with it, and how to ask for it.
  struct Case: CustomTestStringConvertible {
    var rule: ElasticRule
    var rows: [String]
    var maxRisk: Double?
    var maxUnmet: Double?

    var testDescription: String { "\(rule)" }
  }

  static let cases = [
    Case(rule: .constraint("many"), rows: ["many,open_facilities,*,,,*,>=,99"]),
    Case(
      rule: .constraint("thrift"),
      rows: ["thrift,investment,*,,,*,<=,0", "some,open_facilities,*,,,*,>=,2"], maxRisk: 0.05),
    Case(rule: .constraint("clean"), rows: ["clean,emissions,*,,,*,<=,0.5"], maxUnmet: 0.4),
    Case(rule: .constraint("hold"), rows: ["hold,survive,*,,,*,<=,0"]),
    Case(
      rule: .constraint("hold"),
      rows: ["hold,survive,*,,,*,<=,0", "mild,survive,*,,,*,<=,0.9"], maxRisk: 0.2),
    Case(rule: .maxUnmet, rows: ["few,open_facilities,*,,,*,<=,1"], maxUnmet: 0),
  ]

  @Test(arguments: seeds(6, long: 40), cases)
  func `as far as told and no less`(_ seed: UInt64, _ tried: Case) throws {
    var tables = Samples.tables(seed).replacing("recovery", "target,weeks\n*,20\n")
    if tables.files["constraints.csv"] == nil {
      tables = tables.adding(
        "constraints", "constraint,kind,origin,destination,product,period,sense,value")
    }
    for row in tried.rows { tables = tables.adding("constraints", row) }
    let network = try Network(try tables.read())
    let question = DesignQuestion(
      maxRisk: tried.maxRisk, maxUnmet: tried.maxUnmet, measure: .expected)
    let whole = try MonolithPlanner(network: network, gap: 1e-7)
      .leastExcess(of: tried.rule, for: question)
    let split = try DecompositionPlanner(network: network, threads: 1)
      .leastExcess(of: tried.rule, for: question, gap: 1e-7)
    #expect(whole.isInfeasible == split.isInfeasible, "seed \(seed)")
    guard let found = split.found, let other = whole.found else {
      #expect(whole.isInfeasible, "seed \(seed)")
      return
    }
    let margin = 1e-6 * max(1, found)
    #expect(abs(found - other) <= 10 * margin, "seed \(seed): \(found) and \(other)")
    #expect(found - split.bound <= margin && found - whole.bound <= margin, "seed \(seed)")
    #expect(split.design != nil && whole.design != nil)
    #expect(try hasPlan(network.dataset, question, tried.rule, found + 10 * margin), "seed \(seed)")
    if found > 1e-3 {
      #expect(try !hasPlan(network.dataset, question, tried.rule, 0.99 * found), "seed \(seed)")
    }
  }

  /// Whether there is a plan where a rule gives way so far, by the whole monolith.
  private func hasPlan(
    _ dataset: Dataset, _ question: DesignQuestion, _ rule: ElasticRule, _ excess: Double
  ) throws -> Bool {
    var (dataset, question) = (dataset, question)
    switch rule {
    case .maxUnmet: question.maxUnmet = (question.maxUnmet ?? 0) + excess
    case .constraint(let id):
      for index in dataset.constraints.indices where dataset.constraints[index].id == id {
        dataset.constraints[index].value +=
          dataset.constraints[index].sense == .atMost ? excess : -excess
      }
    }
    let plan = try MonolithPlanner(network: try Network(dataset), gap: 0.5).plan(for: question)
    return plan.termination != .infeasible
  }

  @Test func `a stop leaves what is known`() throws {
    let network = try Network(
      try TestDataset.withStrike.adding(
        "constraints", "constraint,kind,origin,destination,product,period,sense,value",
        "thrift,investment,*,,,*,<=,0"
      ).read())
    let question = DesignQuestion(maxRisk: 0, measure: .worst)
    let limits = SolveLimits()
    limits.cancellation.cancel()
    for stopped in [
      try MonolithPlanner(network: network)
        .leastExcess(of: .constraint("thrift"), for: question, limits: limits),
      try DecompositionPlanner(network: network, threads: 1)
        .leastExcess(of: .constraint("thrift"), for: question, gap: 1e-3, limits: limits),
    ] {
      #expect(!stopped.isInfeasible)
      #expect(stopped.bound >= 0 && stopped.bound <= stopped.found ?? .infinity)
    }
  }
}
