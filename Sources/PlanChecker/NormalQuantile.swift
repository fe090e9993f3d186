import Foundation

/// The quantile of the standard normal distribution.
enum NormalQuantile {
  /// The z with Φ(z) = `probability`, for 0.5 ≤ probability < 1.
  ///
  /// The tail beyond z is `erfc(z/√2)/2`, at most `exp(−z²/2)/2`: that bounds z from above. From there Newton's steps on the
  /// logarithm of the tail, which is concave, go down to z and never past it.
  static func z(_ probability: Double) -> Double {
    let tail = 1 - probability
    guard tail < 0.5 else { return 0 }
    var z = (-2 * log(2 * tail)).squareRoot()
    for _ in 0..<100 {
      let above = erfc(z / 2.0.squareRoot()) / 2
      let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
      let step = log(above / tail) * above / density
      z += step
      if abs(step) <= 1e-15 * z { break }
    }
    return z
  }
}
