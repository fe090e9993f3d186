/// How much the bound rises for each unit that a whole column is moved, learnt from branchings (Bénichou and others 1971,
/// doi:10.1007/BF01584074).
struct PseudoCosts: Sendable {
  struct Observation: Sendable {
    var index: Int
    var isUp: Bool
    /// Rise of the objective for each unit.
    var rise: Double
  }

  private var sums: [[Double]]
  private var counts: [[Int]]
  private var total = [0.0, 0.0]
  private var observations = [0, 0]

  init(count: Int) {
    sums = Array(repeating: [0, 0], count: count)
    counts = Array(repeating: [0, 0], count: count)
  }

  mutating func learn(_ observation: Observation) {
    let side = observation.isUp ? 1 : 0
    sums[observation.index][side] += observation.rise
    counts[observation.index][side] += 1
    total[side] += observation.rise
    observations[side] += 1
  }

  /// Times that the less known side of a column was seen.
  func reliability(_ index: Int) -> Int { min(counts[index][0], counts[index][1]) }

  /// Expected rise for each unit.
  func rise(_ index: Int, isUp: Bool) -> Double {
    let side = isUp ? 1 : 0
    let mean = observations[side] > 0 ? total[side] / Double(observations[side]) : 1
    // A mean of all columns counts as one observation more, so that few do not mislead.
    return (sums[index][side] + mean) / Double(counts[index][side] + 1)
  }

  /// What branching on a value promises: the product rule of Achterberg (2007).
  func score(_ index: Int, value: Double, floor smallest: Double) -> Double {
    let down = value - value.rounded(.down)
    return max(rise(index, isUp: false) * down, smallest)
      * max(rise(index, isUp: true) * (1 - down), smallest)
  }
}
