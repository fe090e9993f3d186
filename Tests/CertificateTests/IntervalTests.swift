import TestDatasets
import Testing

@testable import Certificate

/// What exact arithmetic gives lies in what interval arithmetic gives.
@Suite struct IntervalTests {
  @Test(arguments: seeds(4, long: 40))
  func `operations enclose the exact result`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func number() -> Double {
      let sign = random.percent(50) ? 1.0 : -1
      let size = Double(random.whole(1...1_000_000)) / Double(random.whole(1...1000))
      return random.percent(5) ? 0 : sign * size * Double(random.whole(1...3) == 1 ? 1e-9 : 1)
    }
    func interval() -> (Interval, Rational) {
      let exact = number()
      let interval = random.percent(50) ? Interval(exact) : Interval(widening: exact)
      return (interval, Rational(exact))
    }
    for _ in 0..<200 {
      let ((a, x), (b, y)) = (interval(), interval())
      let factor = number()
      #expect((a + b).contains(x + y))
      #expect((a - b).contains(x - y))
      #expect((a * b).contains(x * y))
      #expect((factor * a).contains(Rational(factor) * x))
      #expect(a.negativePart.contains(min(x, .zero)))
      #expect(Interval.least(a, b).contains(min(x, y)))
      if b.lower > 0 { #expect((a / b).contains(x / y)) }
    }
  }

  @Test func `a widened number holds its neighbours, a zero stays one`() {
    #expect(Interval(widening: 0.1).contains(0.1.nextUp))
    #expect(Interval(widening: -3).contains((-3.0).nextDown))
    #expect(Interval(widening: 0).isZero)
    #expect(Interval(widening: .infinity).lower == .infinity)
  }

  @Test(arguments: [(1.25, 0.5), (2.75, 0.3), (-1.5, 0.9), (3, 0.01), (0.999_999, 0.2)])
  func `the rounding function encloses the exact one`(_ number: Double, _ part: Double) throws {
    let fraction = try Fraction(Interval(7 + part))
    let f = Rational(7 + part) - Rational(7)
    let below = Rational(number).floor
    let exact = below + max(.zero, Rational(number) - below - f) / (.one - f)
    #expect(fraction.rounded(Interval(number)).contains(exact))
    let wide = fraction.rounded(Interval(lower: number - 0.01, upper: number + 0.01))
    #expect(wide.contains(exact))
    #expect(wide.upper - wide.lower < 0.1)
  }

  @Test func `a right-hand side that may be on either side of a whole number is refused`() {
    #expect(throws: CertificateFault.self) { try Fraction(Interval(widening: 3)) }
    #expect(throws: CertificateFault.self) { try Fraction(Interval(lower: 2.9, upper: 3.1)) }
  }
}
