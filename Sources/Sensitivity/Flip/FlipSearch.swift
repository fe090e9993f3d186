public import Modeling
public import NetworkDesign
import SupplyPlan

/// Finds where the best footprint changes along a parameter on which nothing but costs depends.
///
/// The least cost C*(λ) is the least of straight lines, one for each plan, so it is concave (Gal and Nedoma 1972,
/// doi:10.1287/mnsc.18.7.406; Geoffrion and Nauss 1977, doi:10.1287/mnsc.23.5.453). Plans found bound it from above, chords between proven
/// bounds from below. The band between is narrowed from the outside in, at the corners of the upper bound (Eisner and Severance 1976,
/// doi:10.1145/321978.321982; Rote 1992, doi:10.1007/BF02238642). The same holds for each footprint by itself, and for all but some.
public struct FlipSearch: Sendable {
  /// The least value.
  public let low: Double
  /// The greatest value.
  public let high: Double
  /// Relative gap of solves with all footprints; the band is narrowed to it too.
  public var gap: Double
  /// Relative gap of solves with one footprint.
  public var footprintGap: Double
  /// How exactly turns are located, as a share of the range.
  public var tolerance: Double
  /// Most footprints to be compared with one another.
  public var mostFootprints = 16

  /// Creates a search.
  public init(low: Double, high: Double, gap: Double, footprintGap: Double, tolerance: Double) {
    self.low = low
    self.high = high
    self.gap = gap
    self.footprintGap = footprintGap
    self.tolerance = tolerance
  }

  /// Searches the range.
  ///
  /// - Parameters:
  ///   - planner: whom to ask for plans.
  ///   - limits: when to stop; what is known by then is returned.
  ///   - progress: told before each solve of the number of solves and the band's width.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func run(
    _ planner: FootprintPlanner, limits: SolveLimits = SolveLimits(),
    progress: @escaping (FlipProgress) -> Void = { _ in }
  ) throws(PlanningError) -> FlipResult {
    var run = FlipRun(search: self, planner: planner, limits: limits, progress: progress)
    try run.narrow()
    for _ in 0..<Self.mostRounds where run.stopReason == nil && !run.isInfeasible {
      // A plan that is cheaper somewhere may move a turn, or bring a footprint.
      run.hasImproved = false
      try run.locateTurns()
      if run.hasImproved { continue }
      try run.compareRivals()
      if !run.hasImproved { break }
    }
    return run.result
  }
}

extension FlipSearch {
  /// Each round has found a plan that is cheaper somewhere.
  private static let mostRounds = 200
}

/// How far a search for flips has come.
public struct FlipProgress: Sendable, Equatable {
  /// Solves so far.
  public let solves: Int
  /// Footprints that are the best somewhere.
  public let footprints: Int
  /// The widest place of the band between plans and bounds, relative to the cost.
  public let band: Double
}
