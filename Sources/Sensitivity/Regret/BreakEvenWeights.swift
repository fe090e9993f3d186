/// For which weights of futures a plan has the least expected regret of those compared.
///
/// The expected regret Σ w_j · R_pj is linear in the weights, so each comparison of two plans holds on one side of one weight.
public enum BreakEvenWeights {
  /// The weight of a second future, the first having the rest, at which two plans have the same expected regret:
  /// `(R_p1 − R_q1) / ((R_p1 − R_q1) − (R_p2 − R_q2))`.
  ///
  /// - Parameters:
  ///   - first: the regrets of a plan in the first and the second future.
  ///   - second: those of another.
  /// - Returns: `nil` where one is never worse than the other.
  public static func weightOfSecondFuture(
    _ first: (Double, Double), _ second: (Double, Double)
  ) -> Double? {
    let (gain, loss) = (second.0 - first.0, first.1 - second.1)
    guard gain > 0, loss > 0 else { return nil }
    return gain / (gain + loss)
  }

  /// The weights of one future at which a plan has the least expected regret, the other futures sharing the rest in
  /// proportion to their weights.
  ///
  /// - Parameters:
  ///   - plan: the plan, by its place in `regrets`.
  ///   - future: whose weight varies.
  ///   - regrets: by plan, then future; plans that are not possible everywhere are left out.
  ///   - weights: of the futures.
  /// - Returns: `nil` where there is none.
  public static func ownWeights(
    of plan: Int, in future: Int, regrets: [[Double]], weights: [Double]
  ) -> ClosedRange<Double>? {
    let rest = weights.enumerated().reduce(0) { $0 + ($1.offset == future ? 0 : $1.element) }
    func mean(_ regrets: [Double]) -> Double {
      if rest == 0 { return 0 }
      return regrets.enumerated().reduce(0) {
        $0 + ($1.offset == future ? 0 : weights[$1.offset] * $1.element)
      } / rest
    }
    var (lower, upper) = (0.0, 1.0)
    let (own, others) = (regrets[plan][future], mean(regrets[plan]))
    for rival in regrets.indices where rival != plan {
      // (1 − w) · others + w · own ≤ (1 − w) · rival's others + w · rival's own.
      let (atNone, atAll) = (others - mean(regrets[rival]), own - regrets[rival][future])
      if atNone <= 0, atAll <= 0 { continue }
      if atNone > 0, atAll > 0 { return nil }
      guard atNone != atAll else { continue }
      let weight = atNone / (atNone - atAll)
      if atNone > 0 { lower = max(lower, weight) } else { upper = min(upper, weight) }
    }
    return lower <= upper ? lower...upper : nil
  }
}
