/// What a unit not delivered has to cost so that no plan of least cost leaves one undelivered.
///
/// The published problems must serve all demand, a plan of ours may leave some and pay for it. Where the
/// capacities of a stage add up to at least the demand D, one that is short by u can be mended: by opening
/// closed sites until their capacity reaches u. Of the sites taken all but the last have less than u
/// together, so they are at most u/k + 1, k being the least capacity, and cost at most f·(u/k + 1), f being
/// the dearest: f·(1/k + 1/u) for each unit. And u is no less than the least positive D − K, K being a sum of
/// capacities: all K are multiples of the capacities' greatest common divisor g, so u is at least
/// D mod g, or g where that is 0. With that u the sum below bounds the cost of mending one unit.
enum InstanceShortageCost {
  /// A stage: sites any of which can serve every customer.
  struct Stage {
    /// Fixed cost of each site.
    var fixedCosts: [Double]
    /// Capacity of each site, above 0.
    var capacities: [Double]
  }

  /// The cost of a unit not delivered.
  ///
  /// Twice what is needed, so that leaving demand is dearer by more than rounding.
  ///
  /// - Parameters:
  ///   - stages: the stages that every unit passes.
  ///   - demands: the demand of each customer.
  ///   - dearestPath: the cost of a unit on the dearest path to a customer.
  /// - Returns: the cost; `nil` where the numbers are too fine for a common divisor, or the cost greater than a table takes.
  static func unit(stages: [Stage], demands: [Double], dearestPath: Double) -> Double? {
    guard
      let grains = DecimalGrains(demands + stages.flatMap(\.capacities)), dearestPath.isFinite
    else { return nil }
    let demand = demands.reduce(0) { $0 + grains.count(of: $1) }
    var cost = dearestPath
    for stage in stages {
      let capacities = stage.capacities.map(grains.count)
      let divisor = capacities.reduce(0, Self.greatestCommonDivisor)
      guard divisor > 0, let least = stage.capacities.min() else { return nil }
      let remainder = demand % divisor
      let shortest = grains.value(of: remainder == 0 ? divisor : remainder)
      cost += (stage.fixedCosts.max() ?? 0) * (1 / least + 1 / shortest)
    }
    return 2 * cost <= 1e15 ? max(1, 2 * cost) : nil
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}

/// Decimal numbers as whole multiples of the finest decimal place that any of them uses.
struct DecimalGrains {
  private let perUnit: Double

  /// The finest place of `numbers`, at most the ninth; `nil` where it is finer, or the counts too great to be exact.
  init?(_ numbers: [Double]) {
    let total = numbers.reduce(0, +)
    for place in 0...9 {
      var perUnit = 1.0
      for _ in 0..<place { perUnit *= 10 }
      // Below 2^53 a count is exact.
      guard total * perUnit < 9e15 else { return nil }
      if numbers.allSatisfy({ ($0 * perUnit).rounded() / perUnit == $0 }) {
        self.perUnit = perUnit
        return
      }
    }
    return nil
  }

  /// How many grains a number is.
  func count(of number: Double) -> Int { Int((number * perUnit).rounded()) }

  /// The number of so many grains.
  func value(of count: Int) -> Double { Double(count) / perUnit }
}
