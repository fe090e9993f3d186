import GLPK
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import Synchronization
import Testing

@testable import Decomposition

/// Rows outside the masters, and masters that take of them what they need.
@Suite struct CutPoolTests {
  private func row(_ lower: Double, _ upper: Double) -> WarmProgram.SparseRow {
    .init(columns: [0, 2], coefficients: [1, -2], lower: lower, upper: upper)
  }

  @Test func `a violation is how far a side is missed`() {
    #expect(row(3, .infinity).violation(at: [1, 9, 1]) == 4)
    #expect(row(-.infinity, -3).violation(at: [1, 9, 1]) == 2)
    #expect(row(-1, 5).violation(at: [1, 9, 1]) == 0)
    #expect(row(-2, 5).violation(at: [1, 9, 1]) < 0)
  }

  @Test func `a scan of packed rows misses what the rows miss`() {
    let rows = [
      row(3, .infinity), row(-.infinity, -3), row(-2, 5),
      .init(columns: [1], coefficients: [0.5], lower: 5, upper: 5),
    ]
    var packed = PackedRows()
    for row in rows { packed.append(row) }
    let point = [1.0, 9, 1]
    let all = packed.violations(at: point, except: [false, false, false, false])
    #expect(all == rows.map { $0.violation(at: point) })
    let some = packed.violations(at: point, except: [true, false, true, false])
    #expect(some == [0, all[1], 0, all[3]])
  }

  @Test(arguments: seeds(4, long: 30))
  func `links come first, and rounding cuts are not handed on`(_ seed: UInt64) throws {
    let master = MasterProgram(
      network: try Samples.network(seed), question: DesignQuestion(measure: .expected))
    let known = CutPool.Entry(row: row(0, 1), kind: .cost(0), unit: 1)
    let pool = CutPool(master, known: [known])
    #expect(pool.linkCount == master.links.count)
    #expect(pool.entries.prefix(pool.linkCount).allSatisfy { $0.kind == .link })
    #expect(pool.add(.init(row: row(0, 2), kind: .rounding, unit: 1)) == pool.linkCount + 1)
    #expect(pool.add(.init(row: row(0, 3), kind: .loss(0), unit: 1)) == pool.linkCount + 2)
    #expect(pool.cutCount == 2)
    #expect(pool.withoutRounding().map(\.kind) == [.cost(0), .loss(0)])
    for link in master.links {
      let most = link.terms.map { abs($0.coefficient) }.max() ?? 0
      let entry = pool.entries.first { $0.row == .init(link) }
      #expect(entry.map { abs($0.unit * most - 1) < 1e-12 } == true, "seed \(seed)")
    }
  }

  /// A dive on the master of a session, by plain links.
  private struct Ending: Sendable {
    var relaxed: Double
    var point: [Double]?
    var violation = 0.0
  }

  private func dive(_ session: DecompositionSession, _ direction: Dive.Direction) throws -> Ending?
  {
    let run = DecompositionRun(
      session: session, aim: Aim(objective: .cost(riskPrice: 0), cap: nil), gap: 1e-6,
      limits: SolveLimits(), progress: nil)
    let (tolerances, whole) = (run.state.tolerances, session.wholeColumns)
    let (lower, upper, program, pool) = (
      run.state.rootLower, run.state.rootUpper, run.state.program, run.state.pool
    )
    return session.workers.runFirst(limits: SolveLimits()) { worker, _ in
      guard let relaxation = worker.relaxation,
        relaxation.solve(addingRows: tolerances, seconds: .infinity) == .optimal
      else { return nil }
      var ending = Ending(relaxed: relaxation.objective)
      ending.point = Dive(
        relaxation: relaxation, wholeColumns: whole, tolerances: tolerances, direction: direction,
        cutoff: .infinity, limits: SolveLimits()
      ).run(lower: lower, upper: upper)
      if let point = ending.point {
        let measured = program.violation(at: point)
        let links = pool.entries.map { $0.row.violation(at: point) * $0.unit }.max() ?? 0
        ending.violation = max(measured.relative, measured.fraction, links)
      }
      return ending
    } ?? nil
  }

  @Test(arguments: seeds(8, long: 60))
  func `a dive ends at a whole point of the master, or at none`(_ seed: UInt64) throws {
    let session = try Samples.session(seed)
    for direction in [Dive.Direction.nearest, .up] {
      guard let ending = try dive(session, direction), let point = ending.point else { continue }
      #expect(ending.violation <= 2e-5, "seed \(seed), \(direction)")
      let value = session.master.program.objectiveValue(at: point)
      #expect(value >= ending.relaxed - 1e-6 * abs(ending.relaxed) - 1e-6, "seed \(seed)")
    }
  }

  @Test func `a dive without time ends without a point`() throws {
    let session = try Samples.session(2)
    let run = DecompositionRun(
      session: session, aim: Aim(objective: .risk, cap: nil), gap: 1e-6, limits: SolveLimits(),
      progress: nil)
    let (tolerances, whole) = (run.state.tolerances, session.wholeColumns)
    let (lower, upper) = (run.state.rootLower, run.state.rootUpper)
    let point = session.workers.runFirst(limits: SolveLimits()) { worker, _ -> [Double]? in
      guard let relaxation = worker.relaxation else { return nil }
      return Dive(
        relaxation: relaxation, wholeColumns: whole, tolerances: tolerances, direction: .up,
        cutoff: .infinity, limits: SolveLimits(deadline: .now)
      ).run(lower: lower, upper: upper)
    }
    #expect(point == .some(nil))
  }
}
