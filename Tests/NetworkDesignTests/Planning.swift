import Foundation
import NetworkDesign
import PlanChecker
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

/// Plans a dataset to the last digit and asks the checker.
///
/// - Parameters:
///   - measure: how risk is measured; what the dataset says where it is `nil`.
///   - name: what a failure says of the dataset, such as its seed.
func plan(
  _ dataset: Dataset, _ objective: DesignQuestion.Objective = .cost, maxRisk: Double? = nil,
  maxUnmet: Double? = nil, measure: RiskMeasure? = nil,
  firstStage: DesignQuestion.FirstStageChoice = .free,
  gap: Double = 1e-9, name: @autoclosure () -> String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> Plan {
  let question = DesignQuestion(
    objective: objective, maxRisk: maxRisk, maxUnmet: maxUnmet,
    measure: measure ?? dataset.settings.risk,
    firstStage: firstStage)
  let plan = try MonolithPlanner(network: Network(dataset), gap: gap).plan(for: question)
  let verdict = PlanChecker(dataset).check(plan)
  #expect(
    verdict.isSound, "\(name()): \(verdict.violations)", sourceLocation: sourceLocation)
  if let cost = plan.cost {
    let bound = try #require(plan.bound, sourceLocation: sourceLocation)
    #expect(bound <= cost, "\(name())", sourceLocation: sourceLocation)
  }
  return plan
}

/// Plans the files of a test.
func plan(
  _ dataset: TestDataset, _ objective: DesignQuestion.Objective = .cost, maxRisk: Double? = nil,
  measure: RiskMeasure? = nil, firstStage: DesignQuestion.FirstStageChoice = .free,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> Plan {
  let plan = try plan(
    dataset.read(), objective, maxRisk: maxRisk, measure: measure, firstStage: firstStage,
    sourceLocation: sourceLocation)
  if plan.cost != nil {
    #expect(plan.termination == .optimal, sourceLocation: sourceLocation)
  }
  return plan
}

/// Expects the cost lines given, to the cent, and 0 in all others.
func expectCosts(
  of plan: Plan, _ expected: [String: Double], sourceLocation: SourceLocation = #_sourceLocation
) {
  let known = CostLines.lines.map(\.name)
  for name in expected.keys where !known.contains(name) {
    Issue.record("'\(name)' is no cost line", sourceLocation: sourceLocation)
  }
  for line in CostLines.lines {
    let (cost, wanted) = (plan.costs[keyPath: line.value], expected[line.name] ?? 0)
    #expect(
      abs(cost - wanted) < 0.005, "\(line.name): \(cost) instead of \(wanted)",
      sourceLocation: sourceLocation)
  }
  let total = expected.values.reduce(0, +)
  #expect(abs((plan.cost ?? .nan) - total) < 0.005, sourceLocation: sourceLocation)
}

/// Whether two numbers agree to `tolerance`, relative where they are large.
func agree(_ first: Double?, _ second: Double?, _ tolerance: Double = 1e-6) -> Bool {
  guard let first, let second else { return first == nil && second == nil }
  return abs(first - second) <= tolerance * max(1, abs(first), abs(second))
}
