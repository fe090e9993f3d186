import GLPKGuard
import Modeling
import Synchronization
import Testing

@testable import GLPK

/// Runs `work` on a thread that has GLPK's state.
func onSolverThread<Result: Sendable>(
  limits: SolveLimits = SolveLimits(),
  _ work: @escaping @Sendable (SolverWorkspace) throws -> Result
) throws -> Result {
  let kept = Mutex<Swift.Result<Result, any Error>?>(nil)
  try SolverThreadPool(threads: 1).run(1) { _, workspace in
    workspace.limits = limits
    let result = Swift.Result { try work(workspace) }
    kept.withLock { $0 = result }
  }
  return try #require(kept.withLock { $0 }).get()
}

/// A program that stays loaded answers as one that is solved anew.
@Suite struct WarmProgramTests {
  /// What a warm program said, and the plain program as it was then.
  private struct Step: Sendable {
    var program: LinearProgram
    var outcome: WarmProgram.Outcome
    var objective: Double
    var point: [Double]
    var duals: [Double]
    var deferred = 0
  }

  /// A random program under random changes, each followed by a solve.
  ///
  /// - Parameter priced: whether columns are deferred until they pay.
  private func steps(seed: UInt64, aborting: Bool = false, priced: Bool = false) throws -> [Step] {
    try onSolverThread { workspace in
      var generator = SeededGenerator(seed: seed + 5000)
      func whole(_ range: ClosedRange<Int>) -> Double {
        Double(Int.random(in: range, using: &generator))
      }
      var program = RandomPrograms.linear(seed: seed)
      let warm = WarmProgram(program, in: workspace)
      if priced { warm.price(Array(program.columns.indices), fromDeferred: seed % 2 == 0) }
      let fixed = program.rows.count
      var steps: [Step] = []
      for number in 0..<12 {
        switch number % 6 {
        case 0: break
        case 1:
          let column = Int.random(in: program.columns.indices, using: &generator)
          let lower = whole(-3...0)
          let upper = lower + whole(0...4)
          program.setBounds(of: LinearProgram.ColumnID(column), from: lower, to: upper)
          warm.setBounds(ofColumn: column, from: lower, to: upper)
        case 2:
          let row = Int.random(in: 0..<fixed, using: &generator)
          let upper = whole(0...9)
          program.setBounds(of: LinearProgram.RowID(row), from: -.infinity, to: upper)
          warm.setBounds(ofFixedRow: row, from: -.infinity, to: upper)
        case 3:
          let costs = program.columns.map { _ in whole(-9...9) }
          for (index, cost) in costs.enumerated() { program.setCost(cost, of: .init(index)) }
          warm.setObjective(costs)
        case 4:
          let rows = (0..<3).map { _ in
            let columns = (0..<10).filter { _ in Bool.random(using: &generator) }
            return WarmProgram.SparseRow(
              columns: columns.map { (column: Int) in Int32(column) },
              coefficients: columns.map { _ in whole(1...30) },
              lower: whole(-90 ... -10), upper: .infinity)
          }
          for row in rows {
            let terms = zip(row.columns, row.coefficients).map { column, coefficient in
              LinearExpression.Term(coefficient, LinearProgram.ColumnID(Int(column)))
            }
            program.addRow(
              LinearProgram.Row(
                name: "more\(program.rows.count)", lower: row.lower, upper: row.upper,
                terms: terms))
          }
          warm.append(rows)
        default:
          let gone = (fixed..<program.rows.count).filter { _ in Bool.random(using: &generator) }
          program.removeRows(Set(gone))
          warm.deleteRows(gone)
        }
        // GLPK's state and every program in it is thrown away.
        if aborting { try? workspace.environment().run(guard_assertion) }
        let outcome = warm.solve()
        steps.append(
          Step(
            program: program, outcome: outcome, objective: warm.objective, point: warm.point(),
            duals: warm.rowDuals(count: program.rows.count), deferred: warm.deferred?.count ?? 0))
        if priced { warm.deferIdle(patience: UInt8(number % 2)) }
      }
      warm.close()
      return steps
    }
  }

  private func expectTrue(_ steps: [Step], _ seed: UInt64) throws -> Int {
    var optima = 0
    for (number, step) in steps.enumerated() {
      let name: Comment = "seed \(seed), step \(number)"
      let truth = try GLPKSolver().solve(step.program)
      #expect((step.outcome == .optimal) == (truth.termination == .optimal), name)
      #expect((step.outcome == .infeasible) == (truth.termination == .infeasible), name)
      guard step.outcome == .optimal, let objective = truth.objective else { continue }
      optima += 1
      #expect(abs(step.objective - objective) <= 1e-6 * max(1, abs(objective)), name)
      #expect(step.program.violation(at: step.point).relative <= 1e-6, name)
      #expect(abs(step.program.objectiveValue(at: step.point) - objective) <= 1e-5, name)
      // Rows that were added have no duals here.
      guard step.duals.count == step.program.rows.count else { continue }
      let proved = step.program.dualBound(step.duals)
      #expect(abs(proved - objective) <= 1e-4, name)
    }
    return optima
  }

  @Test func `changes of bounds, rows and costs`() throws {
    var optima = 0
    for seed in UInt64(1)...60 { optima += try expectTrue(steps(seed: seed), seed) }
    #expect(optima > 200)
  }

  @Test func `the same with an abort before every solve`() throws {
    var optima = 0
    for seed in UInt64(1)...15 {
      optima += try expectTrue(steps(seed: seed, aborting: true), seed)
    }
    #expect(optima > 50)
  }

  @Test func `the same where columns are deferred until they pay`() throws {
    var optima = 0
    var deferred = 0
    for seed in UInt64(1)...150 {
      let steps = try steps(seed: seed, aborting: seed % 10 == 0, priced: true)
      optima += try expectTrue(steps, seed)
      deferred += steps.reduce(0) { $0 + $1.deferred }
    }
    #expect(optima > 500)
    #expect(deferred > 500)
  }

  @Test func `a basis that is put back is optimal at once`() throws {
    for seed in UInt64(1)...40 {
      let program = RandomPrograms.linear(seed: seed)
      let numbers = try onSolverThread { workspace -> [Double]? in
        let warm = WarmProgram(program, in: workspace)
        defer { warm.close() }
        guard warm.solve() == .optimal, let basis = warm.basis() else { return nil }
        let (objective, point) = (warm.objective, warm.point())
        warm.setObjective(program.columns.map { -$0.cost })
        _ = warm.solve()
        warm.setObjective(program.columns.map(\.cost))
        warm.restore(basis)
        let before = warm.iterations
        guard warm.solve() == .optimal else { return [] }
        let distance = zip(warm.point(), point).map { abs($0 - $1) }.max() ?? 0
        return [Double(warm.iterations - before), warm.objective - objective, distance]
      }
      guard let numbers else { continue }
      try #require(numbers.count == 3, "seed \(seed)")
      #expect(numbers[0] == 0, "seed \(seed)")
      #expect(abs(numbers[1]) < 1e-9 && numbers[2] < 1e-9, "seed \(seed)")
    }
  }

  @Test func `a basis of other rows is not taken`() throws {
    let isSame = try onSolverThread { workspace in
      let warm = WarmProgram(Published.transport(), in: workspace)
      defer { warm.close() }
      _ = warm.solve()
      guard let basis = warm.basis() else { return false }
      warm.append([.init(columns: [0], coefficients: [1], lower: 0, upper: .infinity)])
      warm.restore(basis)
      return warm.solve() == .optimal && abs(warm.objective - 153.675) < 1e-6
    }
    #expect(isSame)
  }

  @Test(arguments: [false, true])
  func `beyond a limit only where the optimum is`(priced: Bool) throws {
    var count = 0
    for seed in UInt64(1)...60 {
      let program = RandomPrograms.linear(seed: seed)
      guard let optimum = try GLPKSolver().solve(program).objective else { continue }
      let outcomes = try onSolverThread { workspace in
        [-5.0, -0.1, 0.1, 5].map { distance in
          let warm = WarmProgram(program, in: workspace)
          defer { warm.close() }
          if priced { warm.price(Array(program.columns.indices), fromDeferred: true) }
          return warm.solve(objectiveLimit: optimum + distance)
        }
      }
      #expect(outcomes[2...].allSatisfy { $0 == .optimal }, "seed \(seed)")
      #expect(outcomes.allSatisfy { $0 == .optimal || $0 == .beyondLimit }, "seed \(seed)")
      count += outcomes.count { $0 == .beyondLimit }
    }
    #expect(count > 10)
  }

  @Test func `a few steps at a time come to the same end`() throws {
    for seed in UInt64(1)...40 {
      let program = RandomPrograms.linear(seed: seed)
      guard let optimum = try GLPKSolver().solve(program).objective else { continue }
      let found = try onSolverThread { workspace -> (objective: Double, rounds: Int) in
        let warm = WarmProgram(program, in: workspace)
        defer { warm.close() }
        for round in 1...200 where warm.attempt(maximumIterations: 1) == .optimal {
          return (warm.objective, round)
        }
        return (.nan, 0)
      }
      #expect(abs(found.objective - optimum) < 1e-6, "seed \(seed)")
    }
  }

  @Test func `a cancelled solve is unfinished, and can go on`() throws {
    let program = Instances.location(sites: 30, markets: 150, seed: 3, strongLinks: true)
      .withIntegersFixed(at: [Double](repeating: 1, count: 30 + 30 * 150 + 150))
    let optimum = try #require(try GLPKSolver().solve(program).objective)
    let found = try onSolverThread { workspace in
      let warm = WarmProgram(program, in: workspace)
      defer { warm.close() }
      let limits = SolveLimits()
      limits.cancellation.cancel()
      workspace.limits = limits
      let first = warm.solve()
      workspace.limits = SolveLimits()
      return (first: first, second: warm.solve(), objective: warm.objective)
    }
    #expect(found.first == .unfinished || found.first == .optimal)
    #expect(found.second == .optimal)
    #expect(abs(found.objective - optimum) <= 1e-6 * abs(optimum))
  }
}
