/// A certified frontier as `frontier.json` says it: points and bounds, and so the band between them.
public struct FrontierRecord: Sendable, Equatable, Codable {
  /// Why the search ended.
  public enum Termination: String, Sendable, Codable, CaseIterable {
    /// The uncertainty is within the tolerance.
    case optimal
    /// Stopped early, or some point could not be solved; the band holds all the same.
    case stopped
    /// Proven that no plan exists.
    case infeasible
  }

  /// The dataset.
  public var dataset: Plan.DatasetReference
  /// `expected`, `worst` or `cvar`.
  public var measure: String
  /// The level of `cvar`, else `nil`.
  public var level: Double?
  /// The uncertainty that was asked.
  public var tolerance: Double
  /// Area of the band over the area of the box that the end points span.
  public var uncertainty: Double
  /// Why the search ended.
  public var termination: Termination
  /// Why it ended early, in words.
  public var stopReason: String?
  /// The points, in rising cost and falling risk.
  public var points: [Point]
  /// The bounds, in rising cap: a staircase that needs no lines to be read.
  public var bounds: [Bound]
  /// The lines that the bounds were read off, and more exact than they, in rising price: those for all caps, then those for
  /// ranges of them.
  public var lines: [Line] {
    get { everywhere + slopes.map(\.line) }
    set {
      (everywhere, slopes) = (newValue.filter { $0.risks == nil }, newValue.compactMap(Slope.init))
    }
  }
  private var everywhere: [Line] = []
  private var slopes: [Slope] = []
  /// Caps that failed to solve.
  public var unproved: [Unproved]
  /// Path of the baseline's `plan.json`, where the current network has a plan.
  @RelativePath public var baseline: String?
  /// Path of the `plan.json` of today's sites, expanded, where they have a plan.
  @RelativePath public var expanded: String?
  /// How it was found.
  public var solve: SolveRecord

  /// Creates a frontier.
  public init(
    dataset: Plan.DatasetReference, measure: String, level: Double?, tolerance: Double,
    uncertainty: Double, termination: Termination, stopReason: String? = nil, points: [Point],
    bounds: [Bound], lines: [Line] = [], unproved: [Unproved] = [], baseline: String? = nil,
    expanded: String? = nil, solve: SolveRecord
  ) {
    self.dataset = dataset
    self.measure = measure
    self.level = level
    self.tolerance = tolerance
    self.uncertainty = uncertainty
    self.termination = termination
    self.stopReason = stopReason
    self.points = points
    self.bounds = bounds
    self.unproved = unproved
    self.baseline = baseline
    self.expanded = expanded
    self.solve = solve
    self.lines = lines
  }

  enum CodingKeys: String, SparseKey {
    case dataset, measure, level, tolerance, uncertainty, termination, stopReason, points, bounds
    case everywhere = "lines"
    case slopes, unproved, baseline, expanded, solve

    static let sparse: [Self: KeyPresence] = [
      .everywhere: .late(.array([])), .slopes: .late(.array([])), .unproved: .late(.array([])),
      .baseline: .late(.null), .expanded: .late(.null),
    ]
  }
}
