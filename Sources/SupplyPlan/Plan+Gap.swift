extension Plan {
  /// How far a cost may be from the least one: `(cost − bound) / |cost|`; 0 for a plan that costs nothing.
  ///
  /// What clusters save, exports draw back and incentives grant may exceed all else, so that a cost is below 0.
  public static func gap(cost: Double, bound: Double) -> Double {
    cost == 0 ? 0 : (cost - bound) / abs(cost)
  }
}
