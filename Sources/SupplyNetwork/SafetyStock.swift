import Foundation

/// The cost of the stock that covers what demand swings while goods are under way:
/// `holding_rate · value · z(s) · deviation · √(L/7) · x/52` a year, z the quantile of the standard normal distribution.
enum SafetyStock {
  /// z(s): the stock in standard deviations that covers the demand of a share s of weeks, 0.5 ≤ s < 1.
  ///
  /// Newton's method on Φ(z) = s from below: Φ is concave there, so that no step goes too far.
  static func quantile(_ share: Double) -> Double {
    guard share > 0.5, share < 1 else { return 0 }
    // The tail is exact where 1 − Φ is not: Q(z) = erfc(z/√2)/2.
    let tail = 1 - share
    var z = 0.0
    for _ in 0..<200 {
      let excess = erfc(z / 2.0.squareRoot()) / 2 - tail
      let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
      guard density > 0 else { break }
      let step = excess / density
      z += step
      if abs(step) <= 1e-15 * max(1, z) { break }
    }
    return z
  }

  /// Money a year per unit delivered and unit of deviation.
  static func unitCost(
    value: Double, holdingRate: Double, serviceLevel: Double, leadTimeDays: Double
  ) -> Double {
    holdingRate * value * quantile(serviceLevel) * (leadTimeDays / 7).squareRoot() / 52
  }
}
