import GLPK
import SupplyData
import SupplyNetwork
import Synchronization
import TestDatasets
import Testing

@testable import Decomposition
@testable import Modeling
@testable import NetworkDesign

/// Rounding cuts of paths of rows and of rows of the tableau: no whole design breaks one, and the tableau's raise relaxations.
@Suite struct RoundingCutTests {
  /// Rounds of cuts over the normal states' rows and links.
  private struct Rounds: Sendable {
    var cuts: [RoundingSeparator.Cut] = []
    /// The relaxation's cost before and after.
    var costs: [Double] = []
  }

  /// Solves with these costs, rounds, adds what was found, and does so again.
  private static func rounds(
    _ program: LinearProgram, withTableau: Bool, in workspace: SolverWorkspace
  ) -> Rounds {
    var found = Rounds()
    let warm = WarmProgram(program, in: workspace)
    defer { warm.close() }
    for _ in 0..<5 {
      guard warm.solve() == .optimal else { break }
      found.costs.append(warm.objective)
      let point = warm.scaledPoint()
      var separator = RoundingSeparator(warm.scaledProgram, at: point)
      let cuts = separator.cuts(most: 40, sums: withTableau ? warm.tableauRows(at: point) : [])
      if cuts.isEmpty { break }
      let rows = cuts.map { warm.naturalRow($0.columns, $0.coefficients, to: $0.upper) }
      warm.append(rows)
      for (var cut, row) in zip(cuts, rows) {
        cut.coefficients = row.coefficients
        found.cuts.append(cut)
      }
    }
    return found
  }

  private static func onSolver<Result: Sendable>(
    _ work: @escaping @Sendable (SolverWorkspace) -> Result
  ) throws -> Result {
    let kept = Mutex<Result?>(nil)
    try SolverThreadPool(threads: 1).run(1) { _, workspace in
      let result = work(workspace)
      kept.withLock { $0 = result }
    }
    return try #require(kept.withLock { $0 })
  }

  @Test(arguments: seeds(40, long: 200))
  func `no whole design breaks a cut`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let master = MasterProgram(
      network: try NetworkCutTests.network(seed), question: DesignQuestion(measure: .expected))
    let rows = NetworkRows(master).program
    var programs = [rows]
    for _ in 0..<3 {
      var program = rows
      for column in program.columns.indices {
        program.setCost(NetworkCutTests.cost(&random), of: .init(column))
      }
      programs.append(program)
    }
    let asked = programs
    let cuts = try Self.onSolver { workspace in
      asked.flatMap { Self.rounds($0, withTableau: true, in: workspace).cuts }
    }
    try NetworkCutTests.expect(cuts, toHoldIn: rows, &random, "seed \(seed)")
  }

  @Test func `rows of the tableau raise relaxations by more`() throws {
    var raised = 0
    for seed in UInt64(1)...20 {
      let master = MasterProgram(
        network: try NetworkCutTests.network(seed), question: DesignQuestion(measure: .expected))
      let rows = NetworkRows(master).program
      let (without, with) = try Self.onSolver { workspace in
        (
          Self.rounds(rows, withTableau: false, in: workspace),
          Self.rounds(rows, withTableau: true, in: workspace)
        )
      }
      guard let least = without.costs.last, let most = with.costs.last else { continue }
      if most > least * (1 + 1e-6) { raised += 1 }
    }
    #expect(raised > 0)
  }
}
