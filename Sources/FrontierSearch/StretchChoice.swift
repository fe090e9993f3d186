import Foundation

/// Chooses a stretch of the frontier and a price for a weighted sum of the plans in it, and how exactly it is to be solved.
///
/// A weighted sum of all plans proves nothing above the lower convex hull of the points, and a cap proves a level where the
/// frontier slopes. A sum over a stretch that begins and ends where the curve of the points bends inwards follows
/// both. What it can prove at most is known before: the line of its price that touches the points from below.
/// All stretches between two points are compared, with the prices of their hulls, by the area that they can win.
struct StretchChoice {
  /// A weighted sum over a stretch.
  struct Candidate {
    var risks: ClosedRange<Double>
    var price: Double
    /// The sum that the known points come to.
    var sum: Double
    /// The difference between plan and bound that is allowed, in money.
    var leave: Double
    /// The area that it wins if the known points are the best.
    var gain: Double
    /// The same, where what is left is still too much counted in part: it will have to be asked for again.
    var lastingGain: Double
    /// The mean height of the curve over its line.
    var slack: Double
  }

  /// In rising risk.
  private let corners: [FrontierBand.Corner]
  private let strips: [FrontierBand.Strip]
  private let resolution: Double
  /// The height that may be left.
  private let allowed: Double

  /// - Parameters:
  ///   - corners: none dominates another, in rising cost.
  ///   - strips: those of the band.
  ///   - resolution: width in risk under which nothing is asked.
  ///   - allowed: the height that the band may have in the end.
  init(
    _ corners: [FrontierBand.Corner], strips: [FrontierBand.Strip], resolution: Double,
    allowed: Double
  ) {
    self.allowed = allowed
    self.corners = corners.reversed()
    self.strips = strips
    self.resolution = resolution
  }

  /// The sum that wins the most for its work.
  ///
  /// - Parameters:
  ///   - needed: the area that is still too much.
  ///   - finestGap: the least relative gap that is asked for: sums whose plans are many take long below it, and caps less.
  ///   - asked: what need not be asked again.
  func best(needed: Double, finestGap: Double, asked: RangeHistory) -> Candidate? {
    var best: (candidate: Candidate, rate: Double)?
    // The last question need not prove more than is needed.
    var looser: (Double) -> Candidate? = { _ in nil }
    for (risks, inner) in stretches {
      for price in prices(of: inner) {
        for share in Self.shares {
          let candidate = candidate(risks, inner, price, Self.usualLeave * allowed * share)
          let gap = candidate.leave / abs(candidate.sum)
          if !(gap >= finestGap) || asked.contains(risks, price, gap: gap) { continue }
          // More than is needed gains nothing. A gap half as wide takes the tree about twice as long, and where the line lies
          // far under the curve many plans are near it.
          let work = (1 + 1 / share) * (1 + candidate.slack / (Self.lasting * allowed))
          let rate = min(candidate.lastingGain, Self.enough * needed) / work
          if candidate.gain >= Self.leastGain * needed, rate > (best?.rate ?? 0) * (1 + 1e-9) {
            best = (candidate, rate)
            looser = { self.candidate(risks, inner, price, Self.usualLeave * allowed * $0 * share) }
          }
        }
      }
    }
    guard var last = best?.candidate else { return nil }
    for step in 1...Self.loosenings {
      guard let next = looser(pow(Self.loosening, Double(step))),
        next.gain >= Self.enough * needed
      else { break }
      last = next
    }
    return last
  }

  private func candidate(
    _ risks: ClosedRange<Double>, _ inner: ArraySlice<FrontierBand.Corner>, _ price: Double,
    _ leave: Double
  ) -> Candidate {
    let sum = inner.reduce(Double.infinity) { min($0, $1.cost + price * $1.risk) }
    let (from, to) = (risks.lowerBound, risks.upperBound)
    // In a narrow stretch a wider gap is as little of the area.
    let narrow = (width / (5 * (to - from))).squareRoot()
    let leave = leave * min(3, max(1, narrow))
    var candidate = Candidate(
      risks: risks, price: price, sum: sum, leave: leave, gain: 0, lastingGain: 0, slack: 0)
    for strip in strips {
      let (low, high) = (max(strip.from, from), min(strip.to, to))
      guard low < high else { continue }
      var part = low == strip.from && high == strip.to ? strip : strip.part(from: low, to: high)
      let attained = part.upper.cost(at: 0.5)
      part.upper = .init(sum - leave - price * low, sum - leave - price * high)
      let gain = part.area
      let height = attained - part.upper.cost(at: 0.5)
      let isLasting = height <= Self.lasting * allowed
      candidate.slack += height * (high - low) / (to - from)
      candidate.gain += gain
      candidate.lastingGain += isLasting ? gain : Self.worthOfPassing * gain
    }
    return candidate
  }

  private var width: Double {
    (corners.last?.risk ?? 0) - (corners.first?.risk ?? 0)
  }

  /// Stretches from one point to another, or to just before it where the curve steps down to it, with their points.
  private var stretches: [(risks: ClosedRange<Double>, inner: ArraySlice<FrontierBand.Corner>)] {
    let ends = ends
    return ends.enumerated().flatMap { index, first in
      ends.dropFirst(index + 1).flatMap { last in
        let (from, to) = (corners[first].risk, corners[last].risk)
        var found = [(from...to, corners[first...last])]
        if !corners[last].isJoined {
          let before = to - max(resolution, (to - corners[last - 1].risk) / 50)
          if before > from { found.append((from...before, corners[first..<last])) }
        }
        return found.filter { $0.0.upperBound - $0.0.lowerBound > Self.narrowest * resolution }
      }
    }
  }

  /// The points that stretches may end at: all, or of many some.
  private var ends: [Int] {
    let count = corners.count
    guard count > Self.mostEnds else { return Array(corners.indices) }
    return (0..<Self.mostEnds).map { $0 * (count - 1) / (Self.mostEnds - 1) }
  }

  /// The slopes of the lower convex hull.
  private func prices(of inner: ArraySlice<FrontierBand.Corner>) -> [Double] {
    PriceChoice(inner.reversed(), strips: []).chords.map(\.price).filter { $0.isFinite && $0 > 0 }
  }

  /// The share of the height allowed that a sum leaves where nothing is known; the rest is for what lies between line and curve.
  private static let usualLeave = 2.0 / 3
  /// What is tried beside it.
  private static let shares = [4, 2, 1, 0.5, 0.25, 0.125]
  private static let lasting = 1.25
  private static let worthOfPassing = 0.3
  private static let leastGain = 0.02
  private static let enough = 1.2
  private static let loosening = 1.2
  private static let loosenings = 12
  private static let mostEnds = 28
  private static let narrowest = 8.0
}
