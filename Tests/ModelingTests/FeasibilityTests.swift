import Modeling
import Testing

/// How far points are from feasible, and what duals prove.
@Suite struct FeasibilityTests {
  @Test func `the worst miss is found and named`() {
    var program = LinearProgram()
    let x = program.addColumn("x", to: 10)
    let y = program.addColumn("y", to: 1, isInteger: true)
    var link = LinearExpression(1, x)
    link.add(-10, y)
    program.addRow("link", link, to: 0)
    #expect(program.violation(at: [10, 1]).relative == 0)
    #expect(program.violation(at: [10, 1]).place == nil)
    let missed = program.violation(at: [8, 0.75])
    #expect(missed.place == "row 'link'")
    #expect(missed.relative == 0.5 / 8)
    #expect(missed.fraction == 0.25)
    #expect(program.violation(at: [-1, 0]).place == "column 'x'")
    #expect(program.violation(at: [.nan, 0]).relative == .infinity)
  }
}
