import Foundation

/// Maps numbers of a domain to places of a range, in proportion.
package struct LinearScale {
  /// The numbers.
  package let domain: ClosedRange<Double>
  /// Where the least number goes.
  package let start: Double
  /// Where the greatest number goes.
  package let end: Double

  package init(domain: ClosedRange<Double>, start: Double, end: Double) {
    self.domain = domain
    self.start = start
    self.end = end
  }

  /// The values and 0.
  package static func domainWithZero(_ values: [Double]) -> ClosedRange<Double> {
    min(values.min() ?? 0, 0)...max(values.max() ?? 0, 0)
  }

  /// The place of `value`.
  package func callAsFunction(_ value: Double) -> Double {
    let span = domain.upperBound - domain.lowerBound
    guard span > 0 else { return (start + end) / 2 }
    return start + (value - domain.lowerBound) / span * (end - start)
  }

  /// About `count` round numbers inside the domain.
  package func ticks(_ count: Int) -> [Double] {
    Self.ticks(domain, count: count)
  }

  /// About `count` round numbers inside `domain`: multiples of 1, 2 or 5 times a power of ten.
  package static func ticks(_ domain: ClosedRange<Double>, count: Int) -> [Double] {
    let span = domain.upperBound - domain.lowerBound
    guard span > 0, span.isFinite, count > 0 else { return [domain.lowerBound] }
    let step = roundStep(span / Double(count))
    let first = (domain.lowerBound / step - 1e-9).rounded(.up)
    let last = (domain.upperBound / step + 1e-9).rounded(.down)
    guard first <= last, last - first < 1000 else { return [domain.lowerBound] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// Of 1, 2, 5 times a power of ten the one nearest to `rough`, by ratio.
  package static func roundStep(_ rough: Double) -> Double {
    guard rough > 0, rough.isFinite else { return 1 }
    let power = pow(10, floor(log10(rough)))
    let lead = rough / power
    let round =
      lead < 2.0.squareRoot()
      ? 1.0 : lead < 10.0.squareRoot() ? 2 : lead < 50.0.squareRoot() ? 5 : 10
    return round * power
  }
}
