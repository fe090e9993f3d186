/// A certified frontier as `frontier.json` says it: points, bounds, and the band between them.
public struct FrontierRecord: Sendable, Equatable {
  /// Why the search ended.
  public enum Termination: String, Sendable, Codable, CaseIterable {
    /// The uncertainty is within the tolerance.
    case optimal
    /// Stopped early, or some point could not be solved; the band holds all the same.
    case stopped
    /// Proven that no plan exists.
    case infeasible
  }

  /// A plan on the frontier.
  public struct Point: Sendable, Equatable, Codable {
    /// Total discounted cost.
    public var cost: Double
    /// Sales at risk R.
    public var salesAtRisk: Double
    /// Proven lower bound of the least cost at this risk or less.
    public var bound: Double
    /// `(cost − bound) / cost`.
    public var gap: Double
    /// Path of the plan's `plan.json`, relative to `frontier.json`.
    public var plan: String

    /// Puts a point together.
    public init(cost: Double, salesAtRisk: Double, bound: Double, gap: Double, plan: String) {
      self.cost = cost
      self.salesAtRisk = salesAtRisk
      self.bound = bound
      self.gap = gap
      self.plan = plan
    }

    enum CodingKeys: String, CodingKey {
      case cost, bound, gap, plan
      case salesAtRisk = "sales_at_risk"
    }
  }

  /// A proven statement: no plan with sales at risk of at most `cap` costs less than `bound`.
  public struct Bound: Sendable, Equatable, Codable {
    /// The cap on sales at risk.
    public var cap: Double
    /// The proven lower bound of C*(cap).
    public var bound: Double

    /// Puts a bound together.
    public init(cap: Double, bound: Double) {
      self.cap = cap
      self.bound = bound
    }
  }

  /// A cap at which no plan was found and nothing was proved, with the reason.
  public struct Unproved: Sendable, Equatable, Codable {
    /// The cap on sales at risk.
    public var cap: Double
    /// What went wrong.
    public var reason: String

    /// Puts an entry together.
    public init(cap: Double, reason: String) {
      self.cap = cap
      self.reason = reason
    }
  }

  /// How the frontier was found.
  public struct SolveRecord: Sendable, Equatable, Codable {
    /// Wall time in seconds.
    public var seconds: Double
    /// Mixed-integer programs solved.
    public var solves: Int
    /// The method, such as `monolith`.
    public var method: String

    /// Puts a record together.
    public init(seconds: Double, solves: Int, method: String) {
      self.seconds = seconds
      self.solves = solves
      self.method = method
    }
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
  /// The bounds, in rising cap.
  public var bounds: [Bound]
  /// Caps that failed to solve.
  public var unproved: [Unproved]
  /// Path of the baseline's `plan.json`, where the current network has a plan.
  public var baseline: String?
  /// How it was found.
  public var solve: SolveRecord

  /// Puts a frontier together.
  public init(
    dataset: Plan.DatasetReference, measure: String, level: Double?, tolerance: Double,
    uncertainty: Double, termination: Termination, stopReason: String? = nil, points: [Point],
    bounds: [Bound], unproved: [Unproved] = [], baseline: String? = nil, solve: SolveRecord
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
    self.solve = solve
  }
}
