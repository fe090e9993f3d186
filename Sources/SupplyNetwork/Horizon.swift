import Foundation
package import SupplyData

/// The factors that make money of different periods comparable.
///
/// Period t starts at year `τ_t`; the one-off factor is `D_t = (1 + r)^−τ_t`, the yearly factor
/// `A_t = Σ_{m=0}^{years_t − 1} (1 + r)^−(τ_t + m)`.
package struct Horizon: Sendable {
  /// Number of periods.
  package let count: Int
  /// D_t, by period: what money paid once at the period's start weighs.
  package let oneOff: [Double]
  /// A_t, by period: what money paid in each year of the period weighs.
  package let yearly: [Double]
  /// `years_t / Σ years`, by period.
  package let shareOfYears: [Double]

  package init(_ settings: PlanSettings) {
    count = settings.periods.count
    var oneOff: [Double] = []
    var yearly: [Double] = []
    var start = 0
    for period in settings.periods {
      func factor(_ year: Int) -> Double { pow(1 + settings.discountRate, -Double(year)) }
      oneOff.append(factor(start))
      yearly.append((0..<period.years).reduce(0) { $0 + factor(start + $1) })
      start += period.years
    }
    self.oneOff = oneOff
    self.yearly = yearly
    shareOfYears = settings.periods.map { Double($0.years) / Double(start) }
  }
}
