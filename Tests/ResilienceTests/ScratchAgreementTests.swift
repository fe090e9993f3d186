import Findings
import GLPK
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Resilience

/// The stress test against programs that none has gone before: each cell in a state of its own, loaded for it alone.
@Suite struct ScratchAgreementTests {
  private static let seeds = 0..<UInt64(runsLongTests ? 300 : 8)

  private struct Cell {
    let network: Network
    let incidence: Incidence
    let stage: [Double]
    let period: Int
    let target: OutageTarget

    /// The recourse program of the outage with the first stage held fixed.
    private func program(weeks: Double) -> (LinearProgram, RecourseProgram) {
      let recourse = RecourseProgram(
        network: network, incidence: incidence, period: period, state: 0,
        conditions: .during(target, weeks: weeks, of: network))
      var program = recourse.program
      for (place, value) in stage.enumerated() {
        program.setBounds(of: LinearProgram.ColumnID(place), from: value, to: value)
      }
      recourse.forEachGate(at: stage) { column, most in
        program.setBounds(of: LinearProgram.ColumnID(column), from: 0, to: most)
      }
      if let excess = recourse.excess { program.setBounds(of: excess, from: 0, to: 0) }
      return (program, recourse)
    }

    private func least(_ program: LinearProgram) throws -> Double {
      var options = GLPKSolver.Options()
      options.feasibilityTolerance = 1e-9
      options.dualTolerance = 1e-9
      return try #require(try GLPKSolver(options: options).solve(program).objective)
    }

    /// The share of a year's sales, and what each unit of it is worth.
    func lost(weeks: Double) throws -> Double {
      var (program, recourse) = program(weeks: weeks)
      program.minimise(recourse.loss)
      return try least(program)
    }

    /// Of the recourses that lose so much, the least operating cost with its lost sales, for a year.
    func cost(weeks: Double, losing lost: Double) throws -> Double {
      var (program, recourse) = program(weeks: weeks)
      if let row = recourse.lossRow {
        program.setBounds(of: row, from: -.infinity, to: lost + 1e-9 * weeks / 52)
      }
      return try least(program)
    }
  }

  @Test("every cell of random networks, all targets", arguments: seeds)
  func everyCell(seed: UInt64) throws {
    var size = RandomDataset.Size()
    size.mostDesigns = 200
    let dataset = try RandomDataset(seed: 120_000 + seed, size: size, withoutPolicies: true)
      .dataset.read()
    let network = try Network(dataset)
    let weeks = [3.0, 9, 26, 60][Int(seed % 4)]
    let targets = StressTargets(network).usual + StressTargets(network).pairs
    let plan = try MonolithPlanner(network: network, gap: 1e-3)
      .plan(for: DesignQuestion(measure: dataset.settings.risk))
    var subjects = [
      StressTest.Subject(name: "now", stage: DecidedStage(currentNetworkOf: dataset))
    ]
    if plan.cost != nil {
      subjects.append(.init(name: "plan", stage: DecidedStage(plan, in: dataset)))
    }
    let results = try StressTest(network: network, threads: 2).run(
      subjects, against: targets.map { .init(target: $0, weeks: weeks) })
    #expect(results.count == subjects.count * targets.count * dataset.settings.periods.count)
    let incidence = Incidence(network)
    for (place, result) in results.enumerated() {
      let name: Comment = "seed \(seed), \(result.network), \(result.target), \(result.period)"
      #expect(result.isSolved, name)
      let target = try #require(targets.first { $0.text == result.target })
      let period = try #require(
        dataset.settings.periods.firstIndex { $0.id == result.period })
      let subject = try #require(subjects.first { $0.name == result.network })
      let cell = Cell(
        network: network, incidence: incidence, stage: subject.stage.values(period: period),
        period: period, target: target)
      let lost = try cell.lost(weeks: weeks)
      #expect(abs(result.salesLost - lost) < 1e-6, "\(name): \(result.salesLost), \(lost)")
      let isSurvived = try cell.lost(weeks: weeks * 1e-6) < 1e-12
      #expect((result.weeksToSurvive ?? 1 > 0) == isSurvived, "\(name): \(result)")
      if let weeks = result.weeksToSurvive, weeks > 1e-3, weeks < 1e5 {
        #expect(try cell.lost(weeks: weeks * (1 - 1e-5)) < 1e-7, "\(name): survived \(weeks)")
        #expect(try cell.lost(weeks: weeks * (1 + 1e-3)) > 0, "\(name): survived \(weeks)")
      }
      // Two more programs of each cell take long: some of them.
      guard (place + Int(seed)) % 5 == 0 else { continue }
      let cost = try cell.cost(weeks: weeks, losing: lost)
      let yearly = network.demands.reduce(0) { $0 + $1.shortageCost[period] * $1.quantity[period] }
      let expected = (cost - lost * 52 / weeks * yearly) * weeks / 52
      // Both know sales lost to 1e-8 of a year's; that much is worth what they are.
      #expect(
        abs(result.operatingCost - expected)
          <= 1e-6 * max(1, abs(cost) * weeks / 52) + 2e-8 * yearly,
        "\(name): \(result.operatingCost), \(expected)")
    }
  }
}
