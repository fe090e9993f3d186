/// A cost difference that is linear in one quantity: where it is 0 or less the more resilient plan costs no more.
struct BreakEvenLine {
  /// The difference at `start`.
  let difference: Double
  /// The quantity as it is.
  let start: Double
  /// By how much the difference changes with the quantity.
  let slope: Double
  /// The greatest quantity.
  let most: Double

  /// Where in [0, most] the difference is 0 or less, solved exactly.
  var threshold: PremiumStep.Threshold {
    let (low, high) = (value(at: 0), value(at: most))
    switch (low <= 0, high <= 0) {
    case (true, true): return .init(side: .always, value: nil, most: most)
    case (false, false): return .init(side: .never, value: nil, most: most)
    case (false, true): return .init(side: .atLeast, value: root, most: most)
    case (true, false): return .init(side: .atMost, value: root, most: most)
    }
  }

  private func value(at quantity: Double) -> Double { difference + slope * (quantity - start) }

  private var root: Double { min(max(start - difference / slope, 0), most) }
}
