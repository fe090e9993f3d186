import GLPK
import Modeling
import Testing

@testable import Decomposition

@Suite struct ClosedGatesTests {
  /// Columns 0 and 1 are flows, 2 to 4 whole.
  private func program() -> LinearProgram {
    var program = LinearProgram()
    for _ in 0..<2 { _ = program.addColumn("x", from: 0, to: 9) }
    for _ in 0..<3 { _ = program.addColumn("y", from: 0, to: 1, isInteger: true) }
    return program
  }

  private func row(
    _ terms: [(Int32, Double)], from lower: Double = -.infinity, to upper: Double = 0
  ) -> WarmProgram.SparseRow {
    .init(columns: terms.map(\.0), coefficients: terms.map(\.1), lower: lower, upper: upper)
  }

  @Test func aFlowIsShutAsLongAsOneOfItsGatesIs() {
    var gates = ClosedGates(
      [row([(0, 1), (2, -5)]), row([(0, -1), (1, -1), (3, 4)], from: 0, to: .infinity)],
      in: program())
    #expect(gates.note(2, isHeld: true).shut == [0])
    #expect(gates.note(2, isHeld: true).shut.isEmpty)
    #expect(gates.note(3, isHeld: true).shut == [1])
    #expect(gates.note(2, isHeld: false).freed.isEmpty)
    #expect(Set(gates.note(3, isHeld: false).freed) == [0, 1])
  }

  @Test func aGateOfSeveralWholeColumnsIsShutByAllOfThem() {
    var gates = ClosedGates([row([(0, 1), (2, -5), (3, -2)])], in: program())
    #expect(gates.note(2, isHeld: true).shut.isEmpty)
    #expect(gates.note(3, isHeld: true).shut == [0])
    #expect(gates.note(2, isHeld: false).freed == [0])
  }

  @Test func rowsOfAnotherFormAreNoGates() {
    var gates = ClosedGates(
      [row([(0, 1), (2, -5)], to: 1), row([(0, 1), (1, -1), (2, -5)]), row([(3, 1), (2, -5)])],
      in: program())
    #expect(gates.note(2, isHeld: true).shut.isEmpty)
  }

  @Test func shutGatesMakeUpForReducedCostsOfTheirFlows() {
    var gates = ClosedGates(
      [row([(0, 2), (1, 1), (2, -5)]), row([(1, -1), (3, 4)], from: 0, to: .infinity)],
      in: program())
    #expect(gates.multipliers([-6, -5]).isEmpty)
    _ = gates.note(3, isHeld: true)
    let one = gates.multipliers([-6, -5])
    #expect(one.map(\.link) == [1])
    // −x + 4·y ≥ 0 times 5 and a little more takes it from the reduced cost.
    #expect(one.allSatisfy { (5...5.001).contains($0.value) })
    _ = gates.note(2, isHeld: true)
    let both = gates.multipliers([-6, -5])
    #expect(both.map(\.link) == [0])
    #expect(both.allSatisfy { (-5.001 ... -5).contains($0.value) })
  }
}
