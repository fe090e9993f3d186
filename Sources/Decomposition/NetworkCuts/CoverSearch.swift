import Foundation

/// Looks for the rounding of a ``CoverBase`` that a point misses most.
///
/// Each maker counts by what it makes, or by one of the whole decisions that bound it; some are complemented, that is, counted by
/// what they are short of all they could make. With a those amounts, D′ what is left of the side after all that the complemented ones
/// could make, `z = D′/δ`, f its fraction and `G(a) = ⌊a⌋ + min(1, (a − ⌊a⌋)/f)`,
///
///     Σ_free min{Σ G(a/δ) x, weight · q/(δ f)} + Σ_complemented Σ G(−a/δ) (most − x) + Σ other/(δ f) ≥ ⌊z⌋ + 1.
///
/// All this is a guess in floating-point numbers: what comes of it is rounded anew from its rows.
struct CoverSearch {
  private struct Choice {
    var bound: NetworkRows.Bound
    /// Amounts with the maker's weight, values and distances from the most.
    var amounts: [Double]
    var values: [Double]
    var distances: [Double]
    /// All that it allows.
    var total: Double
    var fullness: Double
    var isFixed: Bool
  }

  private struct Maker {
    var column: Int
    var weight: Double
    /// weight · q at the point.
    var made: Double
    var choices: [Choice]
    /// What complementing counts by: modules, and openings with the same total; by openings alone.
    var complements: [[Int]]
  }

  private struct Guess {
    var score: Double
    var complemented: [Bool]
    var divisor: Double
    var mode: Int
  }

  private let base: CoverBase
  private var makers: [Maker] = []
  private var steps: [Double] = []
  private var otherValue = 0.0
  private var otherNorm = 0.0

  init(_ base: CoverBase, _ network: NetworkRows, at point: [Double]) {
    self.base = base
    for other in base.others {
      otherValue += other.coefficient * max(0, point[other.column])
      otherNorm += other.coefficient * other.coefficient
    }
    let columns = network.program.columns
    var steps: Set<Double> = []
    for (made, weight) in base.makers {
      let choices = made.bounds.map { bound in
        var choice = Choice(
          bound: bound, amounts: [], values: [], distances: [], total: 0, fullness: 0,
          isFixed: true)
        for term in bound.terms {
          let (amount, most) = (weight * term.amount, columns[term.column].upper)
          let value = min(max(point[term.column], columns[term.column].lower), most)
          choice.amounts.append(amount)
          choice.values.append(value)
          choice.distances.append(most - value)
          choice.total += amount * most
          choice.fullness += amount * value
          if columns[term.column].lower < most { choice.isFixed = false }
          if abs(value - value.rounded()) > 1e-6 { steps.insert(amount) }
        }
        choice.fullness = choice.total > 0 ? choice.fullness / choice.total : 1
        return choice
      }
      var maker = Maker(
        column: made.column, weight: weight, made: weight * max(0, point[made.column]),
        choices: choices, complements: [])
      let modules = choices.indices.first {
        choices[$0].bound.isOfModules && choices[$0].total.isFinite
      }
      let alike = modules.map { first in
        choices.indices.filter {
          abs(choices[$0].total - choices[first].total) <= 1e-9 * choices[first].total
        }
      }
      let gates = choices.indices.filter { !choices[$0].bound.isOfModules }
        .min { choices[$0].total < choices[$1].total }
      maker.complements = [alike ?? [], gates.map { [$0] } ?? []]
      makers.append(maker)
    }
    self.steps = steps.sorted(by: >)
  }

  /// The best roundings, one a way of complementing at most.
  func sums() -> [RowSum] {
    [0, 1].compactMap { mode in best(mode).map { sum($0) } }
  }

  private func best(_ mode: Int) -> Guess? {
    let able = makers.indices.filter { !makers[$0].complements[mode].isEmpty }
    func first(_ maker: Int) -> Choice { makers[maker].choices[makers[maker].complements[mode][0]] }
    let order = able.sorted { left, right in
      let (one, other) = (first(left), first(right))
      if abs(one.fullness - other.fullness) > 1e-9 { return one.fullness > other.fullness }
      return one.amounts.max() ?? 0 > other.amounts.max() ?? 0
    }
    var complemented = makers.map { _ in false }
    for maker in able where first(maker).isFixed { complemented[maker] = true }
    var best: Guess?
    func consider(_ complemented: [Bool], _ divisor: Double) {
      let score = score(complemented, divisor, mode)
      if score > max(Self.leastScore, best?.score ?? 0) {
        best = Guess(score: score, complemented: complemented, divisor: divisor, mode: mode)
      }
    }
    for divisor in divisors(complemented, mode) { consider(complemented, divisor) }
    for maker in order where !complemented[maker] {
      if first(maker).fullness < Self.leastFullness { break }
      complemented[maker] = true
      if left(complemented, mode) <= 1e-6 * base.side { break }
      for divisor in divisors(complemented, mode) { consider(complemented, divisor) }
    }
    guard let start = best else { return nil }
    for maker in able where !first(maker).isFixed {
      var other = best?.complemented ?? start.complemented
      other[maker].toggle()
      if left(other, mode) > 1e-6 * base.side { consider(other, start.divisor) }
    }
    return best
  }

  /// D′.
  private func left(_ complemented: [Bool], _ mode: Int) -> Double {
    makers.indices.reduce(base.side) { side, maker in
      guard complemented[maker], let choice = makers[maker].complements[mode].first else {
        return side
      }
      return side - makers[maker].choices[choice].total
    }
  }

  private func divisors(_ complemented: [Bool], _ mode: Int) -> [Double] {
    let left = left(complemented, mode)
    let sizes = steps.filter { $0 > base.side / 200 }.prefix(Self.mostSteps)
    return sizes.flatMap { [$0, $0 / 2] } + [left * (1 + 1e-7), left / 2 * (1 + 1e-7)]
  }

  /// How far the point misses the rounded row, over its norm; 0 where there is none.
  private func score(_ complemented: [Bool], _ divisor: Double, _ mode: Int) -> Double {
    let ratio = left(complemented, mode) / divisor
    let whole = ratio.rounded(.down)
    let fraction = ratio - whole
    guard fraction > 1.1e-3, fraction < 1 - 1.1e-6, whole < 1e4 else { return 0 }
    let flow = 1 / (divisor * fraction)
    var activity = otherValue * flow
    var norm = otherNorm * flow * flow
    for (index, maker) in makers.enumerated() {
      let part = part(of: maker, complemented[index], mode, divisor, fraction)
      activity += part.value
      norm += part.norm
    }
    return norm > 0 ? (whole + 1 - activity) / norm.squareRoot() : 0
  }

  private func part(
    of maker: Maker, _ isComplemented: Bool, _ mode: Int, _ divisor: Double, _ fraction: Double
  ) -> (value: Double, norm: Double, choice: Int?) {
    func rounded(_ ratio: Double) -> Double {
      let whole = ratio.rounded(.down)
      return whole + min(1, (ratio - whole) / fraction)
    }
    var best: (value: Double, norm: Double, choice: Int?)
    let indices: [Int]
    if isComplemented {
      best = (.infinity, 0, nil)
      indices = maker.complements[mode]
    } else {
      let flow = 1 / (divisor * fraction)
      best = (maker.made * flow, maker.weight * flow * maker.weight * flow, nil)
      indices = Array(maker.choices.indices)
    }
    for index in indices {
      let choice = maker.choices[index]
      var (value, norm) = (0.0, 0.0)
      for (term, amount) in choice.amounts.enumerated() {
        let coefficient = rounded((isComplemented ? -amount : amount) / divisor)
        value += coefficient * (isComplemented ? choice.distances[term] : choice.values[term])
        norm += coefficient * coefficient
      }
      if value < best.value { best = (value, norm, index) }
    }
    return best
  }

  private func sum(_ guess: Guess) -> RowSum {
    var sum = RowSum(
      rows: base.rows.map { ($0.row, -$0.multiplier) }, divisor: guess.divisor)
    let ratio = left(guess.complemented, guess.mode) / guess.divisor
    for (index, maker) in makers.enumerated() {
      let part = part(
        of: maker, guess.complemented[index], guess.mode, guess.divisor,
        ratio - ratio.rounded(.down))
      guard let choice = part.choice else { continue }
      let bound = maker.choices[choice].bound
      sum.rows += bound.rows.map { ($0.row, maker.weight * $0.multiplier) }
      if guess.complemented[index] { sum.complemented.formUnion(bound.terms.map(\.column)) }
    }
    return sum
  }

  private static let leastScore = 1e-4
  /// Makers that are less full are not complemented to begin with.
  private static let leastFullness = 0.4
  private static let mostSteps = 8
}
