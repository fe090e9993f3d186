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
}
