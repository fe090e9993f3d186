import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Decomposition

/// Sales that are worth less than a fiftieth of what they cost: only a cap makes a plan serve them.
@Suite struct DearServiceTests {
  @Test(arguments: [300, 60, 2, 1, 0.5, 0.01], [0, 0.05, 0.2])
  func `a cap is kept however dear that is`(shortage: Double, cap: Double) throws {
    let dataset = TestDataset.withStrike
      .replacing("demand", "shop,widget,*,80,300", with: "shop,widget,*,80,\(shortage)")
    let network = try Network(dataset.read())
    for objective in [DesignQuestion.Objective.cost, .risk] {
      let name: Comment = "shortage cost \(shortage), cap \(cap), \(objective)"
      let question = DesignQuestion(objective: objective, maxRisk: cap, measure: .worst)
      let whole = try MonolithPlanner(network: network, gap: 1e-7).plan(for: question)
      let split = try DecompositionPlanner(network: network, threads: 1)
        .plan(for: question, gap: 1e-7)
      #expect(split.termination == whole.termination, "\(name): \(split.stopReason ?? "")")
      #expect(agree(split.cost, whole.cost), name)
      if let risk = split.risk.salesAtRisk, objective == .cost {
        #expect(risk <= cap + 1e-7, name)
      }
    }
  }

  /// A random dataset in which a lost sale costs a thousandth of what it costs there.
  private func network(_ seed: UInt64) throws -> Network {
    var dataset = RandomDataset(seed: 700_000 + seed).dataset
    let lines = try #require(dataset.files["demand.csv"]).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let index = try #require(lines.first?.firstIndex(of: "shortage_cost"))
    let cheaper = lines.enumerated().map { number, cells in
      var cells = cells
      if number > 0, let cost = Double(cells[index]) { cells[index] = "\(cost / 1000)" }
      return cells.joined(separator: ",")
    }
    dataset = dataset.replacing("demand", cheaper.joined(separator: "\n") + "\n")
    return try Network(dataset.read())
  }

  @Test(arguments: seeds(15, long: 150))
  func `random datasets agree with the monolith`(_ seed: UInt64) throws {
    let network = try network(seed)
    let measure = Samples.measure(seed)
    let safest = try MonolithPlanner(network: network, gap: 1e-7)
      .plan(for: DesignQuestion(objective: .risk, measure: measure))
    guard let least = safest.risk.salesAtRisk else { return }
    for cap in [least * (1 + 1e-6) + 1e-6, least + 0.02, least + 0.2] {
      let question = DesignQuestion(maxRisk: cap, measure: measure)
      let whole = try MonolithPlanner(network: network, gap: 1e-7).plan(for: question)
      let split = try DecompositionPlanner(network: network, threads: 1)
        .plan(for: question, gap: 1e-7)
      let name: Comment = "seed \(seed), cap \(cap): \(split.stopReason ?? "")"
      #expect(split.termination == whole.termination, name)
      #expect(agree(split.cost, whole.cost), name)
    }
  }
}
