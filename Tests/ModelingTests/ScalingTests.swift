import Foundation
import Modeling
import Testing

/// Scaling by powers of two, and the way back.
@Suite struct ScalingTests {
  /// A program whose coefficients span 18 orders of magnitude.
  private func random(seed: Int) -> LinearProgram {
    var generator = Xorshift(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
    func magnitude() -> Double {
      let value = exp2(Double.random(in: -30...30, using: &generator))
      return Bool.random(using: &generator) ? value : -value
    }
    var program = LinearProgram()
    let columns = (0..<12).map { index in
      program.addColumn(
        "x\(index)", from: index % 4 == 0 ? -.infinity : -3, to: index % 3 == 0 ? .infinity : 5,
        cost: index % 5 == 0 ? 0 : magnitude(), isInteger: index % 6 == 1)
    }
    for row in 0..<8 {
      var sum = LinearExpression()
      for column in columns where Bool.random(using: &generator) { sum.add(magnitude(), column) }
      program.addRow("r\(row)", sum, from: row % 2 == 0 ? -.infinity : -1e3, to: magnitude())
    }
    return program
  }

  @Test(arguments: 1...50)
  func `everything comes back exactly`(seed: Int) {
    let program = random(seed: seed)
    let (scaled, scaling) = program.scaled()
    for factor in scaling.rowFactors + scaling.columnFactors + [scaling.objectiveFactor] {
      #expect(factor.significand == 1, "seed \(seed)")
    }
    for (row, natural) in zip(scaled.rows, program.rows) {
      #expect(row.terms.map(\.column) == natural.terms.map(\.column), "seed \(seed)")
    }
    for (column, factor) in zip(program.columns, scaling.columnFactors) where column.isInteger {
      #expect(factor == 1, "seed \(seed)")
    }
    let point = program.columns.indices.map { Double($0) * 0.7 - 2 }
    let scaledPoint = scaling.scaledPoint(point)
    #expect(scaling.naturalPoint(scaledPoint) == point, "seed \(seed)")
    // Powers of two commute with rounding, so that even sums agree to the last bit.
    #expect(
      scaling.naturalObjective(scaled.objectiveValue(at: scaledPoint))
        == program.objectiveValue(at: point), "seed \(seed)")
    #expect(
      scaling.scaledObjective(program.objectiveValue(at: point))
        == scaled.objectiveValue(at: scaledPoint), "seed \(seed)")
    for (index, row) in program.rows.enumerated() {
      let activity = LinearExpression.sum(row.terms).value(at: point)
      let scaledActivity = LinearExpression.sum(scaled.rows[index].terms).value(at: scaledPoint)
      #expect(scaledActivity == activity * scaling.rowFactors[index], "seed \(seed)")
    }
  }

  @Test(arguments: 1...50)
  func `duals and reduced costs keep their meaning`(seed: Int) {
    let program = random(seed: seed)
    let (scaled, scaling) = program.scaled()
    let scaledDuals = program.rows.indices.map { Double($0) - 3.5 }
    let duals = scaling.naturalRowDuals(scaledDuals)
    let reduced = scaling.naturalReducedCosts(scaled.reducedCosts(scaledDuals))
    for (left, right) in zip(reduced, program.reducedCosts(duals)) {
      #expect(left == right, "seed \(seed)")
    }
  }

  @Test func `scaling narrows the spread of coefficients`() {
    func spread(_ program: LinearProgram) -> Double {
      let magnitudes = program.rows.flatMap { $0.terms.map { abs($0.coefficient) } }
      return (magnitudes.max() ?? 1) / (magnitudes.min() ?? 1)
    }
    for seed in 1...20 {
      let program = random(seed: seed)
      #expect(spread(program.scaled().program) <= spread(program), "seed \(seed)")
    }
  }

  @Test func `costs come to lie where tolerances mean something`() {
    var program = LinearProgram()
    for cost in [3e6, 2e9, 5e8] { _ = program.addColumn("x\(cost)", cost: cost) }
    let costs = program.scaled().program.columns.map(\.cost)
    #expect(costs.allSatisfy { (1e-2...1e4).contains($0) })
  }

  @Test func `a well scaled program stays as it is`() {
    var program = LinearProgram()
    let x = program.addColumn("x", cost: 5)
    program.addRow("r", LinearExpression(2, x), from: 1e9)
    #expect(program.scaled().program == program)
  }
}

extension LinearExpression {
  static func sum(_ terms: [Term]) -> LinearExpression {
    var sum = LinearExpression()
    for term in terms { sum.add(term.coefficient, term.column) }
    return sum
  }
}

extension LinearProgram {
  /// Costs less what `duals` say the rows are worth.
  func reducedCosts(_ duals: [Double]) -> [Double] {
    var reduced = columns.map(\.cost)
    for (row, dual) in zip(rows, duals) {
      for term in row.terms { reduced[term.column.index] -= dual * term.coefficient }
    }
    return reduced
  }
}

/// Numbers that depend on the seed alone (Marsaglia, 2003).
struct Xorshift: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
