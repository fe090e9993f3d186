import GLPK
import Modeling
import Testing

/// The second objective among the optima of the first.
@Suite struct LexicographicTests {
  @Test func `a tie of the first objective is broken by the second`() throws {
    var program = LinearProgram()
    let left = program.addColumn("left", to: 8, cost: 1)
    let right = program.addColumn("right", to: 8, cost: 1)
    let dear = program.addColumn("dear", cost: 3)
    var sum = LinearExpression(1, left)
    sum.add(1, right)
    sum.add(1, dear)
    program.addRow("demand", sum, from: 10)
    var risk = LinearExpression(5)
    risk.add(2, left)
    risk.add(1, right)
    risk.add(-1, dear)
    let both = try GLPKSolver().solveLexicographically(program, then: risk)
    #expect(both.first.objective == 10)
    #expect(both.second.termination == .optimal)
    #expect(both.second.point == [2, 8, 0])
    #expect(both.second.objective == 17)
  }

  @Test func `random programs agree with the first optimum as a row`() throws {
    var solved = 0
    for seed in 1...150 {
      let program = RandomPrograms.linear(seed: UInt64(seed))
      var generator = SeededGenerator(seed: UInt64(seed) + 1000)
      var tied = program
      // Few different costs, so that the optimal faces have some size.
      var coarse = LinearExpression()
      var second = LinearExpression()
      for index in program.columns.indices {
        let column = LinearProgram.ColumnID(index)
        coarse.add(Double(Int.random(in: 0...1, using: &generator)), column)
        second.add(Double(Int.random(in: -9...9, using: &generator)), column)
      }
      tied.minimise(coarse)
      let both = try GLPKSolver().solveLexicographically(tied, then: second)
      guard both.first.termination == .optimal else {
        #expect(both.second.point == nil, "seed \(seed)")
        continue
      }
      solved += 1
      let best = try #require(both.first.objective)
      #expect(both.second.termination == .optimal, "seed \(seed)")
      let point = try #require(both.second.point)
      #expect(tied.objectiveValue(at: point) <= best + 1e-6, "seed \(seed)")
      #expect(tied.violation(at: point).relative <= 1e-6, "seed \(seed)")
      tied.addRow("first", coarse, to: best + 1e-9)
      tied.minimise(second)
      let expected = try #require(GLPKSolver().solve(tied).objective)
      #expect(abs(try #require(both.second.objective) - expected) < 1e-5, "seed \(seed)")
    }
    #expect(solved > 50)
  }

  @Test func `without an optimum there is no second`() throws {
    var program = LinearProgram()
    let x = program.addColumn("x", cost: -1)
    let unbounded = try GLPKSolver().solveLexicographically(
      program, then: LinearExpression(1, x))
    #expect(unbounded.first.termination == .unbounded)
    #expect(unbounded.second.termination == .unbounded)
    program.addRow("never", LinearExpression(1, x), to: -1)
    let infeasible = try GLPKSolver().solveLexicographically(
      program, then: LinearExpression(1, x))
    #expect(infeasible.second.termination == .infeasible)
    #expect(infeasible.second.point == nil)
  }

  @Test func `a second objective without limit leaves the first point`() throws {
    var program = LinearProgram()
    _ = program.addColumn("x", from: 1, cost: 1)
    let y = program.addColumn("y")
    let both = try GLPKSolver().solveLexicographically(program, then: LinearExpression(-1, y))
    #expect(both.first.point == [1, 0])
    #expect(both.second.termination == .unbounded)
    #expect(both.second.point == [1, 0])
  }

  @Test func `no time leaves both stopped, and whole columns are refused`() throws {
    let program = Published.transport()
    let both = try GLPKSolver().solveLexicographically(
      program, then: program.objective, limits: SolveLimits(deadline: .now))
    #expect(both.first.termination == .stopped(.timeLimit))
    #expect(both.second.termination == .stopped(.timeLimit))
    let knapsack = Published.knapsack(Published.firstProfits)
    #expect(throws: GLPKError.self) {
      _ = try GLPKSolver().solveLexicographically(knapsack, then: knapsack.objective)
    }
  }
}
