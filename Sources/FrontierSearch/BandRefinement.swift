import Foundation
public import Modeling

/// Finds a frontier by its two lexicographic ends and then, again and again, by a solve where the band is widest, until
/// the uncertainty is within the tolerance.
///
/// A solve with a cap in the middle of a strip either finds a cheaper plan for the upper half or proves a higher bound for the
/// lower half; this is the ε-constraint method (Haimes, Lasdon and Wismer 1971) with the caps chosen by what is still
/// unknown, as in the box algorithms of Hamacher, Pedersen and Ruzika (2007, doi:10.1016/j.orl.2006.06.001). Where a solve
/// finds the plan that was known already, the frontier is a step, and the next cap goes to the strip's far end.
public struct BandRefinement: Sendable {
  /// The uncertainty to reach, a share of the box.
  public var tolerance: Double
  /// Most points, the two ends included; `nil` for no limit.
  public var maximumPoints: Int?
  /// Relative gap of each solve, made smaller where the band asks for it.
  public var gap: Double
  /// Width in risk below which a strip is not cut: a step of the risk where it takes discrete values, else a tolerance.
  public var riskResolution: Double
  /// Most solves side by side.
  public var threads: Int

  /// Puts a search together.
  public init(
    tolerance: Double = 0.01, maximumPoints: Int? = nil, gap: Double = 1e-3,
    riskResolution: Double = 1e-7, threads: Int = 1
  ) {
    self.tolerance = tolerance
    self.maximumPoints = maximumPoints
    self.gap = gap
    self.riskResolution = riskResolution
    self.threads = threads
  }

  /// Searches the frontier.
  ///
  /// - Parameters:
  ///   - oracle: finds plans.
  ///   - limits: when to stop; what was found by then is returned.
  ///   - progress: told after every solve.
  public func search<Oracle: FrontierOracle>(
    _ oracle: Oracle, limits: SolveLimits = SolveLimits(),
    progress: @Sendable (FrontierProgress) -> Void = { _ in }
  ) -> Frontier<Oracle.Plan> {
    var run = FrontierRun(oracle: oracle, limits: limits)
    guard run.findEnds(gap: gap, inParallel: threads > 1) else { return run.frontier }
    progress(run.progress)
    while true {
      if run.frontier.uncertainty <= tolerance { break }
      if let reason = limits.stopReason {
        run.stop(reason.description)
        break
      }
      let room = maximumPoints.map { max(0, $0 - run.frontier.points.count) } ?? threads
      if room == 0 {
        run.stop("as many points as asked")
        break
      }
      let questions = widestStrips(in: run, most: min(threads, room))
      if questions.isEmpty {
        run.stop("every strip left is narrower than the resolution or could not be solved")
        break
      }
      run.ask(questions)
      progress(run.progress)
    }
    return run.frontier
  }

  /// The caps to solve next: inside the strips of the greatest areas.
  private func widestStrips<Oracle: FrontierOracle>(
    in run: FrontierRun<Oracle>, most count: Int
  ) -> [FrontierQuestion] {
    let band = run.frontier.band
    let strips = band.strips.filter { strip in
      strip.to - strip.from > riskResolution
        && !run.frontier.unproved.contains { $0.cap > strip.from && $0.cap < strip.to }
    }
    return strips.sorted { ($0.area, $0.from) > ($1.area, $1.from) }.prefix(count)
      .filter { $0.area > 0 }
      .map { strip in
        // A solve at the strip's lower end whose plan stays clear of its cap: a step is likely.
        let isStep =
          band.bounds.contains { $0.cap == strip.from }
          && !band.corners.contains { abs($0.risk - strip.from) <= 10 * riskResolution }
        let height = (strip.upper - strip.lower) / max(abs(strip.upper), .leastNormalMagnitude)
        return FrontierQuestion(
          cap: cap(in: strip, isStep: isStep), gap: min(gap, max(1e-9, height / 2)))
      }
  }

  /// Half way, or at the far end of a likely step: then what is left of the strip is a sliver.
  private func cap(in strip: FrontierBand.Strip, isStep: Bool) -> Double {
    let width = strip.to - strip.from
    guard isStep else { return strip.from + width / 2 }
    return strip.to - min(width / 2, max(riskResolution, width / 50))
  }
}
