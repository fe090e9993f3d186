import GLPK
import Modeling
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import NetworkDesign

/// The planner against the least of all first stages, each with its recourse as a linear program.
@Suite("Brute force")
struct BruteForceTests {
  /// How many first stages a dataset may have to be compared.
  private static let mostDesigns = 100
  /// The first seeds whose datasets have no more.
  private static let seeds = Array(
    (0..<UInt64(100_000)).lazy.filter(isFewSided).prefix(runsLongTests ? 800 : 104))

  private static func dataset(_ seed: UInt64) throws -> Dataset {
    var size = RandomDataset.Size()
    // Warehouses are not counted by the size.
    size.mostDesigns = 30
    return try RandomDataset(seed: seed, size: size).read()
  }

  private static func isFewSided(_ seed: UInt64) -> Bool {
    guard let dataset = try? dataset(seed), let network = try? Network(dataset) else {
      return false
    }
    return FirstStageEnumeration(network).count <= mostDesigns
  }

  @Test("least of all first stages", arguments: seeds)
  func leastOfAll(seed: UInt64) throws {
    let dataset = try Self.dataset(seed)
    let network = try Network(dataset)
    switch seed % 4 {
    case 2: try compareCapped(dataset, network, "seed \(seed)")
    case 3: try compareLeastRisk(dataset, network, "seed \(seed)")
    default:
      let question = DesignQuestion(measure: dataset.settings.risk)
      _ = try compareCost(dataset, network, question, "seed \(seed)")
    }
  }

  /// Least cost, perhaps under a cap.
  private func compareCost(
    _ dataset: Dataset, _ network: Network, _ question: DesignQuestion, _ name: String
  ) throws -> Double? {
    let monolith = Monolith(network: network, question: question)
    let least = try leastObjective(of: monolith.program, monolith)
    let plan = try plan(dataset, maxRisk: question.maxRisk, measure: question.measure, name: name)
    #expect(agree(plan.cost, least), "\(name): \(plan.cost as Any), by hand \(least as Any)")
    #expect(plan.termination == (least == nil ? .infeasible : .optimal), "\(name)")
    if let least, let bound = plan.bound {
      #expect(bound <= least + 1e-6 * max(1, least), "\(name)")
    }
    return plan.risk.salesAtRisk
  }

  /// Least cost under half of the risk that the least cost takes.
  private func compareCapped(_ dataset: Dataset, _ network: Network, _ name: String) throws {
    let free = try plan(dataset, name: name)
    let question = DesignQuestion(
      maxRisk: (free.risk.salesAtRisk ?? 0) / 2, measure: dataset.settings.risk)
    let risk = try compareCost(dataset, network, question, name)
    if let risk, let cap = question.maxRisk { #expect(risk <= cap + 1e-7, "\(name)") }
  }

  /// Least risk, then least cost at that risk.
  private func compareLeastRisk(_ dataset: Dataset, _ network: Network, _ name: String) throws {
    let question = DesignQuestion(objective: .risk, measure: dataset.settings.risk)
    let monolith = Monolith(network: network, question: question)
    let least = try leastObjective(of: monolith.program, monolith)
    let plan = try plan(dataset, .risk, name: name)
    let risk = plan.risk.salesAtRisk
    #expect(agree(risk, least), "\(name): \(risk as Any), by hand \(least as Any)")
    guard let least else { return }
    let capped = monolith.minimisingCost(maxRisk: max(0, least) * (1 + 1e-9) + 1e-10)
    let cost = try leastObjective(of: capped, monolith)
    #expect(agree(plan.cost, cost), "\(name): \(plan.cost as Any), by hand \(cost as Any)")
  }

  /// The least objective over all first stages; `nil` where none has a recourse.
  private func leastObjective(of program: LinearProgram, _ monolith: Monolith) throws -> Double? {
    let stages = FirstStageEnumeration(monolith.network)
    var least: Double?
    for number in 0..<stages.count {
      let fixed = program.withIntegersFixed(at: stages.point(number, of: monolith))
      let solution = try GLPKSolver().solve(fixed)
      switch solution.termination {
      case .infeasible: continue
      case .optimal: break
      default: Issue.record("first stage \(number): \(solution.termination)")
      }
      if let objective = solution.objective { least = min(least ?? objective, objective) }
    }
    return least
  }
}
