import Findings
import Testing

@testable import Premium

@Suite struct BreakEvenLineTests {
  /// Difference, start, slope and greatest quantity; where the step pays.
  private typealias Case = (Double, Double, Double, Double, PremiumStep.Threshold.Side, Double?)

  private static let cases: [Case] = [
    // Dearer by 10, and each unit saves 40: from a quarter above the start on.
    (10, 0.1, -40, 1, .atLeast, 0.35),
    // The saving does not suffice within the range.
    (10, 0.1, -5, 1, .never, nil),
    // It costs more the likelier the event: only below.
    (10, 0.5, 40, 1, .atMost, 0.25),
    (10, 0.1, 40, 1, .never, nil),
    (-10, 0.1, -5, 1, .always, nil),
    (10, 0.1, 0, 1, .never, nil),
    // Exactly at the end of the range.
    (9, 0.1, -10, 1, .atLeast, 1),
  ]

  @Test(arguments: cases)
  func threshold(
    _ difference: Double, _ start: Double, _ slope: Double, _ most: Double,
    _ side: PremiumStep.Threshold.Side, _ value: Double?
  ) {
    let found = BreakEvenLine(difference: difference, start: start, slope: slope, most: most)
      .threshold
    #expect(found.side == side && found.most == most)
    #expect((found.value == nil) == (value == nil))
    if let value, let root = found.value { #expect(abs(root - value) < 1e-12) }
  }
}
