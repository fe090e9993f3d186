/// What the costs of two plans and their proven bounds say about the two least costs.
///
/// The least cost of a question lies between the bound and the cost of its plan. So the difference of two least costs
/// lies between ``least`` and ``most``; where 0 lies between them, the plans' costs may differ by nothing but the gaps.
struct CostDifference: Equatable {
  /// What is said of the two least costs, in the words shown.
  enum Verdict: String {
    /// The plans cost the same.
    case equal
    /// The second is proved to be dearer.
    case dearer = "proved dearer"
    /// The second is proved to be cheaper.
    case cheaper = "proved cheaper"
    /// Both orders are within the gaps.
    case withinGaps = "within the gaps"
    /// One of them has no bound.
    case unknown = "no bound"
  }

  /// The cost of the second plan less that of the first.
  let cost: Double
  /// That difference over the cost of the first; `nil` where it costs nothing.
  let share: Double?
  /// What the least costs are proved to differ by at least.
  let least: Double?
  /// What the least costs are proved to differ by at most.
  let most: Double?
  /// What that says.
  let verdict: Verdict

  init(from first: (cost: Double, bound: Double?), to second: (cost: Double, bound: Double?)) {
    cost = second.cost - first.cost
    share = first.cost != 0 ? cost / first.cost : nil
    let scale = max(abs(first.cost), abs(second.cost))
    guard let before = first.bound, let after = second.bound else {
      (least, most, verdict) = (nil, nil, abs(cost) <= 1e-9 * scale ? .equal : .unknown)
      return
    }
    // A bound above its cost, by rounding, proves no more than the cost.
    let least = min(after, second.cost) - first.cost
    let most = second.cost - min(before, first.cost)
    (self.least, self.most) = (least, most)
    verdict =
      abs(cost) <= 1e-9 * scale
      ? .equal : least > 1e-9 * scale ? .dearer : most < -1e-9 * scale ? .cheaper : .withinGaps
  }
}
