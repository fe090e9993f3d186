import Findings
import Foundation
import GLPK
import Modeling
import NetworkDesign
import SupplyNetwork
import TestDatasets
import Testing

@testable import Resilience

/// A program is solved in one way after another until value and bound are one, and each way alone gets there or says what holds.
@Suite struct CheckedProgramTests {
  private static let seeds = 0..<UInt64(runsLongTests ? 200 : 10)

  /// Feasible whatever is drawn: `A x ≤ b` with `b ≥ 0` and `x` in a box that has 0, in units of very different size.
  private static func program(_ random: inout SplitMix64) -> LinearProgram {
    var program = LinearProgram()
    let units = (0..<8).map { _ in exp2(Double(Int.random(in: -12...12, using: &random))) }
    let columns = units.indices.map {
      program.addColumn("c\($0)", to: Double.random(in: 0...5, using: &random) * units[$0])
    }
    for row in 0..<6 {
      var sum = LinearExpression()
      for (column, unit) in zip(columns, units) where Bool.random(using: &random) {
        sum.add(Double.random(in: -1...2, using: &random) / unit, column)
      }
      if sum.isZero { continue }
      program.addRow("r\(row)", sum, to: Double.random(in: 0...4, using: &random))
    }
    var cost = LinearExpression()
    for (column, unit) in zip(columns, units) {
      cost.add(Double.random(in: -3...1, using: &random) / unit, column)
    }
    program.minimise(cost)
    return program
  }

  /// What `body` gives on a thread with a workspace.
  private static func onSolverThread<Value>(
    _ body: @escaping @Sendable (SolverWorkspace) -> Value
  ) throws -> Value {
    let box = Box<Value>()
    try SolverThreadPool(threads: 1).run(1) { _, workspace in box.value = body(workspace) }
    return try #require(box.value)
  }

  private final class Box<Value>: @unchecked Sendable { var value: Value? }

  @Test("each way alone, again and again under other bounds", arguments: seeds)
  func ways(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let program = Self.program(&random)
    let changes = (0..<6).map { _ in
      (
        Int.random(in: program.columns.indices, using: &random),
        Double.random(in: 0...1, using: &random)
      )
    }
    for ways in SolveWay.allCases.map({ [$0] }) + [SolveWay.allCases, []] {
      let answers = try Self.onSolverThread { workspace in
        let checked = CheckedProgram(
          program, in: workspace, precision: .init(absolute: 1e-8, relative: 1e-8), ways: ways)
        defer { checked.close() }
        return changes.map { column, share in
          checked.setBounds(
            ofColumn: column, from: 0, to: share * program.columns[column].upper)
          let zeros = [Double](repeating: 0, count: program.columns.count)
          return (checked.solve(knowing: zeros), checked.program)
        }
      }
      for (answer, program) in answers {
        let name: Comment = "seed \(seed), \(ways)"
        let best = try #require(try GLPKSolver().solve(program).objective)
        let size = 1e-6 * max(1, abs(best))
        #expect(answer.bound <= best + size && answer.value >= best - size, name)
        #expect(answer.point.map { program.violation(at: $0).relative <= 1e-7 } ?? false, name)
        // The interior method stops a little before the optimum.
        if !ways.isEmpty, ways != [.interior] { #expect(answer.isSolved, name) }
        if answer.isSolved {
          #expect(abs(answer.value - best) <= size, "\(name): \(answer.value), \(best)")
        }
      }
    }
  }

  /// With no way left to solve a program, every figure of a cell is a bound, and holds.
  @Test("what cannot be solved is bounded", arguments: seeds)
  func bounds(seed: UInt64) throws {
    var size = RandomDataset.Size()
    size.mostDesigns = 200
    let dataset = try RandomDataset(seed: 130_000 + seed, size: size, withoutPolicies: true)
      .dataset.read()
    let network = try Network(dataset)
    let subject = StressTest.Subject(
      name: "now", stage: DecidedStage(currentNetworkOf: dataset))
    let outages = StressTargets(network).usual.map { StressTest.Outage(target: $0, weeks: 8) }
    func results(_ ways: [SolveWay]) throws -> [StressRecord.Result] {
      try Self.onSolverThread { workspace in
        let test = PeriodTest(
          network: network, incidence: Incidence(network), subject: subject, period: 0,
          in: workspace, ways: ways)
        defer { test.close() }
        return outages.map { test.result(of: $0, effect: OutageEffect($0.target, on: network)) }
      }
    }
    for (truth, bounded) in zip(try results(SolveWay.allCases), try results([])) {
      let name: Comment = "seed \(seed), \(truth.target): \(bounded), \(truth)"
      #expect(truth.isSolved, name)
      #expect(Self.holds(bounded.salesLost, bounded.bounds?.salesLost, truth.salesLost), name)
      #expect(
        Self.holds(
          bounded.weeksToSurvive ?? .infinity, bounded.bounds?.weeksToSurvive,
          truth.weeksToSurvive ?? .infinity), name)
      #expect(
        Self.holds(bounded.operatingCost, bounded.bounds?.operatingCost, truth.operatingCost), name)
      #expect(
        Self.holds(
          bounded.usualOperatingCost, bounded.bounds?.usualOperatingCost, truth.usualOperatingCost),
        name)
      if bounded.isWeakLink { #expect(truth.isWeakLink, name) }
    }
  }

  private static func holds(
    _ stated: Double, _ side: StressRecord.Side?, _ truth: Double
  ) -> Bool {
    let noise = 1e-6 * max(1, truth.isFinite ? abs(truth) : 1)
    return switch side {
    case .atLeast: stated <= truth + noise
    case .atMost: stated >= truth - noise
    case nil: stated == truth || abs(stated - truth) <= noise
    }
  }
}
