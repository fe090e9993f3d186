import DatasetWriting
import Decomposition
import Modeling
import NetworkDesign
import PlanChecker
import SupplyData
import SupplyNetwork
import SupplyPlan
import Testing
import TextFiles

/// How a dataset is planned.
enum Method: CaseIterable {
  case monolith, decomposition
}

/// What became of an instance.
struct Planned {
  var dataset: Dataset
  var plan: Plan
  var warnings: [Fault]

  /// The places, from 1, of the facilities of a kind that are open.
  func open(_ kind: FacilityKind) -> [Int] {
    let places = dataset.facilities.filter { $0.kind == kind }.map(\.id)
    return places.enumerated().filter { _, id in
      plan.facilities.contains { $0.facility == id && $0.open }
    }.map { $0.offset + 1 }
  }
}

extension DatasetDraft {
  /// The plan of least cost, found by `method` and recomputed by the checker.
  func planned(_ method: Method, sourceLocation: SourceLocation = #_sourceLocation) throws
    -> Planned
  {
    let source = DatasetSource(
      files: Dictionary(uniqueKeysWithValues: files.map { ($0.path, Array($0.text.utf8)) }))
    let reading = try Dataset.reading(source)
    let network = try Network(reading.dataset)
    let question = DesignQuestion(measure: reading.dataset.settings.risk)
    let plan =
      switch method {
      case .monolith: try MonolithPlanner(network: network, gap: 0).plan(for: question)
      case .decomposition:
        try DecompositionPlanner(network: network, threads: 1).plan(for: question, gap: 0)
      }
    let verdict = PlanChecker(reading.dataset).check(plan)
    #expect(verdict.isSound, "\(title): \(verdict.violations)", sourceLocation: sourceLocation)
    return Planned(
      dataset: reading.dataset, plan: plan, warnings: reading.warnings + network.warnings)
  }

  /// Expects the least cost, proved, whichever way it is found.
  @discardableResult
  func expectLeastCost(
    _ cost: Double, _ method: Method, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Planned {
    let planned = try planned(method, sourceLocation: sourceLocation)
    let plan = planned.plan
    let (found, bound) = (
      try #require(plan.cost, sourceLocation: sourceLocation),
      try #require(plan.bound, sourceLocation: sourceLocation)
    )
    for figure in [found, bound] {
      #expect(
        abs(figure - cost) <= 1e-6 * cost,
        "\(title) by \(method): \(found) and bound \(bound) instead of \(cost)",
        sourceLocation: sourceLocation)
    }
    #expect(plan.termination == .optimal, sourceLocation: sourceLocation)
    #expect(plan.costs.shortage == 0, "\(title)", sourceLocation: sourceLocation)
    return planned
  }
}
