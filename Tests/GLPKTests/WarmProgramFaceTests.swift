import Modeling
import Testing

@testable import GLPK

/// What a warm program says of its optimum beyond the optimum: the face of all optima, and cuts.
@Suite struct WarmProgramFaceTests {
  @Test func `the second objective is least among the optima of the first`() throws {
    var count = 0
    for seed in UInt64(1)...120 {
      var program = RandomPrograms.linear(seed: seed)
      var generator = SeededGenerator(seed: seed + 1000)
      var first = LinearExpression()
      var second = LinearExpression()
      var costs: [Double] = []
      for index in program.columns.indices {
        // Few different costs, so that the faces of optima have some size.
        first.add(Double(Int.random(in: 0...1, using: &generator)), .init(index))
        costs.append(Double(Int.random(in: -9...9, using: &generator)))
        second.add(costs[index], .init(index))
      }
      program.minimise(first)
      let truth = try GLPKSolver().solveLexicographically(program, then: second)
      guard let best = truth.first.objective, let expected = truth.second.objective else {
        continue
      }
      count += 1
      let found = try onSolverThread { [program, costs] workspace -> [[Double]]? in
        let warm = WarmProgram(program, in: workspace)
        defer { warm.close() }
        guard warm.solve() == .optimal, let point = warm.leastAmongOptima(costs) else { return nil }
        // The program is as it was.
        guard warm.solve() == .optimal else { return nil }
        return [point, [warm.objective]]
      }
      let answer = try #require(found, "seed \(seed)")
      #expect(program.violation(at: answer[0]).relative <= 1e-6, "seed \(seed)")
      #expect(program.objectiveValue(at: answer[0]) <= best + 1e-6, "seed \(seed)")
      #expect(abs(second.value(at: answer[0]) - expected) <= 1e-5, "seed \(seed)")
      #expect(abs(answer[1][0] - best) <= 1e-6, "seed \(seed)")
    }
    #expect(count > 40)
  }

  @Test func `without a second objective the optimum stays`() throws {
    let program = Published.transport()
    let point = try onSolverThread { workspace -> [Double]? in
      let warm = WarmProgram(program, in: workspace)
      defer { warm.close() }
      _ = warm.solve()
      return warm.leastAmongOptima(program.columns.map { _ in 0 })
    }
    #expect(abs(program.objectiveValue(at: try #require(point)) - 153.675) < 1e-6)
  }
}
