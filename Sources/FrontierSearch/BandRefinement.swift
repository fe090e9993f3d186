public import Modeling

/// Finds a frontier by its two lexicographic ends and then, again and again, by solves where the band is widest, until
/// the uncertainty is within the tolerance.
///
/// A solve with a cap in the middle of a strip either finds a cheaper plan for the upper half or proves a higher bound for the
/// lower half; this is the ε-constraint method (Haimes, Lasdon and Wismer 1971) with the caps chosen by what is still
/// unknown, as in the box algorithms of Hamacher, Pedersen and Ruzika (2007, doi:10.1016/j.orl.2006.06.001). Before it, where
/// the oracle can answer them, go weighted sums, over a stretch of risks or of all plans, as in the two-phase method of Ulungu and
/// Teghem (1995), and every plan
/// comes with the slice of its design, as in the boxed line method of Perini, Boland, Pecin and Savelsbergh (2020). How the next question is chosen stands in ``QuestionChoice``.
///
/// Two questions a round, whether they are solved side by side or one after the other, so that the number of
/// threads changes nothing but the time.
public struct BandRefinement: Sendable {
  /// Questions a round.
  static let questionsARound = 2
  /// The share of the box by which a vertex of a slice must bend the curve to be kept; less where the tolerance is finer.
  private static let leastBend = 1e-4
  private static let asManyPoints = "as many points as asked"

  /// The uncertainty that a search is for where nothing else is asked: one that a user waits for.
  public static let usualTolerance = 0.05

  /// The uncertainty to reach, a share of the box.
  public var tolerance: Double
  /// Most points, the two ends included, so 2 at least; `nil` for no limit.
  public var maximumPoints: Int?
  /// Most solves, whatever else is asked.
  public var maximumSolves: Int
  /// Relative gap of the ends, and of caps and weighted sums of all plans where the box does not ask for a smaller one. A sum
  /// over a stretch leaves what the tolerance allows, and never less than this.
  public var gap: Double
  /// Width in risk below which a strip is not cut: a step of the risk where it takes discrete values, else a tolerance.
  public var riskResolution: Double
  /// With more than one, the solves of a round run side by side.
  public var threads: Int

  /// Creates a search.
  public init(
    tolerance: Double = usualTolerance, maximumPoints: Int? = nil, maximumSolves: Int = 1000,
    gap: Double = 1e-3, riskResolution: Double = 1e-7, threads: Int = 1
  ) {
    precondition(maximumPoints.map { $0 >= 2 } ?? true, "a frontier has two ends")
    self.tolerance = tolerance
    self.maximumPoints = maximumPoints
    self.maximumSolves = maximumSolves
    self.gap = gap
    self.riskResolution = riskResolution
    self.threads = threads
  }

  /// Searches the frontier.
  ///
  /// - Parameters:
  ///   - oracle: finds plans.
  ///   - limits: when to stop; what was found by then is returned.
  ///   - progress: told after every round.
  ///   - found: given what has been found and proved so far, after every end and every round.
  public func search<Oracle: FrontierOracle>(
    _ oracle: Oracle, limits: SolveLimits = SolveLimits(),
    progress: @Sendable (FrontierProgress) -> Void = { _ in },
    found: @escaping @Sendable (Frontier<Oracle.Plan>) -> Void = { _ in }
  ) -> Frontier<Oracle.Plan> {
    var run = FrontierRun(
      oracle: oracle, limits: limits, sideBySide: threads > 1, resolution: riskResolution,
      leastBend: min(Self.leastBend, tolerance / 10))
    run.findEnds(gap: gap, found: found)
    progress(run.progress)
    found(run.frontier)
    while run.frontier.hasBothEnds, run.frontier.uncertainty > tolerance {
      if let reason = limits.stopReason {
        run.stop(reason.description)
        break
      }
      // Each solve answers with one plan at most; the vertices of its slice are thinned in the end.
      let answers = run.frontier.points.count { $0.isAnswer }
      let roomForPoints = maximumPoints.map { $0 - answers } ?? .max
      if roomForPoints <= 0 {
        run.stop(Self.asManyPoints)
        break
      }
      let roomForSolves = maximumSolves - run.frontier.solves
      if roomForSolves <= 0 {
        run.stop("no tighter after \(run.frontier.solves) solves")
        break
      }
      let choice = QuestionChoice(search: self, run: run)
      let questions = choice.questions(
        most: min(Self.questionsARound, roomForPoints, roomForSolves))
      if questions.isEmpty {
        run.stop(choice.reasonForNone)
        break
      }
      if run.ask(questions) {
        progress(run.progress)
        found(run.frontier)
      }
    }
    if let maximumPoints { run.frontier.thin(to: maximumPoints) }
    if run.frontier.hasBothEnds, run.frontier.uncertainty > tolerance,
      run.frontier.stopReason == nil
    {
      run.stop(Self.asManyPoints)
    }
    return run.frontier
  }
}
