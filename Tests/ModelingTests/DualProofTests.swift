import Modeling
import TestDatasets
import Testing

/// What multipliers prove: never more than is true, and hardly less.
@Suite struct DualProofTests {
  /// Four at 2 and the rest at 3, ten in all: 26.
  private func shop() -> LinearProgram {
    var program = LinearProgram()
    let x = program.addColumn("x", to: 4, cost: 2)
    let y = program.addColumn("y", to: 1e6, cost: 3)
    var sum = LinearExpression(1, x)
    sum.add(1, y)
    program.addRow("demand", sum, from: 10)
    return program
  }

  @Test(arguments: [(0.0, 0.0), (1, 10), (3, 26), (-1, 0), (.nan, 0), (.infinity, 0)])
  func `any multipliers bound the objective from below`(multiplier: Double, bound: Double) {
    let proof = DualProof([multiplier], of: shop())
    #expect(proof.bound <= bound)
    #expect(proof.bound >= bound - 1e-7)
  }

  @Test func `a column without a bound proves nothing where it would be needed`() {
    var program = shop()
    program.setBounds(of: LinearProgram.ColumnID(1), from: 0, to: .infinity)
    // Too dear: y would be sold without limit.
    #expect(DualProof([4], of: program).bound == -.infinity)
    // In exact arithmetic y would neither gain nor lose; rounding may have hidden that it gains.
    #expect(DualProof([3], of: program).bound == -.infinity)
    #expect(DualProof([2.9], of: program).bound > 25)
  }

  @Test func `rows that contradict the bounds are told by multipliers alone`() {
    var program = shop()
    program.setBounds(of: LinearProgram.ColumnID(1), from: 0, to: 5)
    #expect(DualProof([1], of: program, countsCosts: false).bound > 0.99)
    program.setBounds(of: LinearProgram.ColumnID(1), from: 0, to: 6)
    // Ten is just possible, and no rounding says otherwise.
    #expect(DualProof([1], of: program, countsCosts: false).bound <= 0)
    #expect(DualProof([1e9], of: program, countsCosts: false).bound <= 0)
  }

  @Test(arguments: UInt64(1)...300)
  func `the bound is never above the exact one`(seed: UInt64) {
    // Numbers of 20 bits, so that Int128 holds all products and sums exactly.
    var random = SplitMix64(seed: seed)
    func whole(_ limit: Int) -> Int { Int(random.next() % UInt64(2 * limit + 1)) - limit }
    let (columns, rows) = (1 + Int(random.next() % 6), 1 + Int(random.next() % 5))
    let scale = 0x1p-30
    let costs = (0..<columns).map { _ in whole(1 << 20) }
    let upper = (0..<columns).map { _ in abs(whole(1 << 20)) }
    let sides = (0..<rows).map { _ in whole(1 << 20) }
    let matrix = (0..<rows).map { _ in (0..<columns).map { _ in whole(1 << 20) } }
    let multipliers = (0..<rows).map { _ in abs(whole(1 << 20)) }
    var program = LinearProgram()
    for column in 0..<columns {
      _ = program.addColumn("x", to: Double(upper[column]), cost: Double(costs[column]) * scale)
    }
    for row in 0..<rows {
      var sum = LinearExpression()
      for column in 0..<columns {
        sum.add(Double(matrix[row][column]) * scale, LinearProgram.ColumnID(column))
      }
      program.addRow("r", sum, from: Double(sides[row]) * scale)
    }
    var exact = Int128(0)
    for row in 0..<rows { exact += Int128(multipliers[row]) * Int128(sides[row]) }
    for column in 0..<columns {
      let reduced = (0..<rows).reduce(Int128(costs[column])) {
        $0 - Int128(multipliers[$1]) * Int128(matrix[$1][column])
      }
      exact += min(0, reduced) * Int128(upper[column])
    }
    let bound = DualProof(multipliers.map(Double.init), of: program).bound
    // The exact bound is `exact · 2⁻³⁰`; both sides are brought to whole numbers, which loses nothing but what is below 1.
    #expect(Int128((bound / scale).rounded(.up)) <= exact, "seed \(seed)")
    let size = Double(exact.magnitude) * scale + 1e18 * 1e-12
    #expect(Double(exact) * scale - bound <= 1e-9 * size, "seed \(seed)")
  }
}
