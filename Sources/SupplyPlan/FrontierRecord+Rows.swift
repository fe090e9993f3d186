extension FrontierRecord {
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
    @RelativePath public var plan: String
    /// Whether every mixture of this point and the next, the next dearer one, is attained: they share their sites and modules.
    public var isJoined: Bool

    /// Creates a point.
    public init(
      cost: Double, salesAtRisk: Double, bound: Double, gap: Double, plan: String,
      isJoined: Bool = false
    ) {
      self.cost = cost
      self.salesAtRisk = salesAtRisk
      self.bound = bound
      self.gap = gap
      self.plan = plan
      self.isJoined = isJoined
    }

    enum CodingKeys: String, SparseKey {
      case cost, salesAtRisk, bound, gap, plan
      case isJoined = "joined"

      static let sparse: [Self: KeyPresence] = [.isJoined: .unlessEmpty]
    }
  }

  /// A proven statement: no plan with sales at risk of at most `cap` costs less than `bound`.
  public struct Bound: Sendable, Equatable, Codable {
    /// The cap on sales at risk.
    public var cap: Double
    /// The proven lower bound of C*(cap).
    public var bound: Double

    /// Creates a bound.
    public init(cap: Double, bound: Double) {
      self.cap = cap
      self.bound = bound
    }
  }

  /// A proven statement: no plan has `cost + riskPrice · sales at risk` under `bound`; with a range, no plan with sales at risk of
  /// at most its upper end, where less than its lower end counts as that end.
  public struct Line: Sendable, Equatable, Codable {
    /// Money for all sales at risk, above 0.
    public var riskPrice: Double
    /// The proven lower bound of the weighted sum, in money.
    public var bound: Double
    /// The caps for which it says something; `nil` for all.
    public var risks: ClosedRange<Double>?

    /// Creates a line.
    public init(riskPrice: Double, bound: Double, risks: ClosedRange<Double>? = nil) {
      self.riskPrice = riskPrice
      self.bound = bound
      self.risks = risks
    }

    /// What it proves of the least cost with sales at risk of at most `cap`, `-.infinity` above its range.
    public func cost(at cap: Double) -> Double {
      guard let risks else { return bound - riskPrice * cap }
      return cap <= risks.upperBound
        ? bound - riskPrice * max(cap, risks.lowerBound) : -.infinity
    }

    enum CodingKeys: CodingKey { case riskPrice, bound }
  }

  /// A line over a range of caps alone, as files say it.
  struct Slope: Sendable, Equatable, Codable {
    var from: Double
    var to: Double
    var riskPrice: Double
    var bound: Double

    init?(_ line: Line) {
      guard let risks = line.risks else { return nil }
      (from, to) = (risks.lowerBound, risks.upperBound)
      (riskPrice, bound) = (line.riskPrice, line.bound)
    }

    var line: Line {
      Line(riskPrice: riskPrice, bound: bound, risks: min(from, to)...max(from, to))
    }
  }

  /// A cap at which no plan was found and nothing was proved, with the reason.
  public struct Unproved: Sendable, Equatable, Codable {
    /// The cap on sales at risk.
    public var cap: Double
    /// What went wrong.
    public var reason: String

    /// Creates an entry.
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
    /// How many of them were for a weighted sum.
    public var weightedSums: Int
    /// Plans of which all was found that their sites and modules attain.
    public var slices: Int
    /// The method, such as `monolith`.
    public var method: String

    /// Creates a record.
    public init(
      seconds: Double, solves: Int, weightedSums: Int = 0, slices: Int = 0, method: String
    ) {
      self.seconds = seconds
      self.solves = solves
      self.weightedSums = weightedSums
      self.slices = slices
      self.method = method
    }

    enum CodingKeys: CodingKey, SparseKey {
      case seconds, solves, weightedSums, slices, method

      static let sparse: [Self: KeyPresence] = [
        .weightedSums: .late(.number(0)), .slices: .late(.number(0)),
      ]
    }
  }
}
