import Testing

@testable import Comparison

/// What costs and bounds say of least costs.
@Suite struct CostDifferenceTests {
  @Test(arguments: [
    (100.0, 99.0, 100.0, 90.0, CostDifference.Verdict.equal),
    (100, 90, 105, 101, .dearer),
    (105, 101, 100, 90, .cheaper),
    (100, 90, 105, 99, .withinGaps),
    (100, 100, 105, 105, .dearer),
    (105, 99, 100, 90, .withinGaps),
  ])
  func verdicts(
    _ cost: Double, _ bound: Double, _ second: Double, _ secondBound: Double,
    _ verdict: CostDifference.Verdict
  ) {
    let difference = CostDifference(from: (cost, bound), to: (second, secondBound))
    #expect(difference.verdict == verdict)
    #expect(difference.cost == second - cost)
  }

  @Test func `without a bound nothing is proved`() {
    let difference = CostDifference(from: (100, nil), to: (120, 110))
    #expect(difference.verdict == .unknown)
    #expect(difference.least == nil && difference.most == nil)
    #expect(difference.share == 0.2)
  }

  /// Whatever the two least costs are, their difference lies in the interval; and a proved order holds for all of them.
  @Test func `every pair of least costs is in the interval`() {
    for bound in stride(from: 80.0, through: 100, by: 4) {
      for second in stride(from: 90.0, through: 130, by: 5) {
        for secondBound in stride(from: 80.0, through: second, by: 5) {
          let difference = CostDifference(from: (100, bound), to: (second, secondBound))
          for share in stride(from: 0.0, through: 1, by: 0.25) {
            for other in stride(from: 0.0, through: 1, by: 0.25) {
              let least = bound + share * (100 - bound)
              let after = secondBound + other * (second - secondBound)
              #expect(after - least >= (difference.least ?? .infinity) - 1e-9)
              #expect(after - least <= (difference.most ?? -.infinity) + 1e-9)
              if difference.verdict == .dearer { #expect(after > least) }
              if difference.verdict == .cheaper { #expect(after < least) }
            }
          }
        }
      }
    }
  }
}
