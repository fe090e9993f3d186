public import SupplyPlan

/// What first stages cost in each of several futures, and which is least to be sorry for: what `regret.json` says.
///
/// Regrets are intervals: the least cost of a future is known within the gap of its solve.
public struct RegretRecord: Finding {
  /// The format.
  public static let schema = "shorewise/regret/1"
  /// The name of its files.
  public static let name = "regret"

  /// The currency of all futures.
  public var currency: String
  /// The cap on sales at risk, if there was one, and its measure.
  public var maxRisk: Double?
  /// How risk is measured.
  public var measure: String
  /// The level of `cvar`.
  public var level: Double?
  /// Relative gap of solves.
  public var gap: Double
  /// The futures, in their order.
  public var futures: [Future]
  /// First stages, each once: the futures' best ones in their order, then those of the programs.
  public var plans: [Plan]
  /// What is proved of the least greatest regret, and of the least expected one.
  public var leastGreatest: Proof
  /// What is proved of the least expected regret.
  public var leastExpected: Proof
  /// For each two futures the weight at which their best plans have the same expected regret.
  public var breakEvens: [BreakEven]
  /// Where the futures are members of a sweep over one axis of numbers, which plan is the best shown where.
  public var axis: Axis?
  /// Wall time.
  public var seconds: Double
  /// Why it ended early.
  public var stopReason: String?

  /// Creates a record.
  public init(
    currency: String, maxRisk: Double?, measure: String, level: Double?, gap: Double,
    futures: [Future], plans: [Plan], leastGreatest: Proof, leastExpected: Proof,
    breakEvens: [BreakEven], axis: Axis?, seconds: Double, stopReason: String?
  ) {
    self.currency = currency
    self.maxRisk = maxRisk
    self.measure = measure
    self.level = level
    self.gap = gap
    self.futures = futures
    self.plans = plans
    self.leastGreatest = leastGreatest
    self.leastExpected = leastExpected
    self.breakEvens = breakEvens
    self.axis = axis
    self.seconds = seconds
    self.stopReason = stopReason
  }

  /// A future.
  public struct Future: Codable, Equatable, Sendable {
    /// `-` for a dataset as its files are, else the variant.
    public var name: String
    /// Its dataset.
    public var dataset: SupplyPlan.Plan.DatasetReference
    /// How likely it is; all add up to 1.
    public var weight: Double
    /// The least cost known, and what no plan costs less than; absent where there is no plan.
    public var cost: Double?
    /// What no plan costs less than.
    public var bound: Double?
    /// Whether it is proved that there is no plan.
    public var isInfeasible: Bool

    /// Creates a future.
    public init(
      name: String, dataset: SupplyPlan.Plan.DatasetReference, weight: Double, cost: Double?,
      bound: Double?, isInfeasible: Bool
    ) {
      self.name = name
      self.dataset = dataset
      self.weight = weight
      self.cost = cost
      self.bound = bound
      self.isInfeasible = isInfeasible
    }
  }

  /// A number known to lie between two.
  public struct Interval: Codable, Equatable, Sendable {
    /// The lower end.
    public var atLeast: Double
    /// The upper end.
    public var atMost: Double

    /// Creates an interval.
    public init(atLeast: Double, atMost: Double) {
      self.atLeast = atLeast
      self.atMost = atMost
    }
  }

  /// A first stage in a future.
  public struct Entry: Codable, Equatable, Sendable {
    /// Money; absent where there is no plan.
    public var cost: Double?
    /// Sales at risk R.
    public var salesAtRisk: Double?
    /// What it costs above the least of the future.
    public var regret: Interval?
    /// Why there is no plan, in words.
    public var refusal: String?
    /// Whether that is proved.
    public var isInfeasible: Bool

    /// Creates an entry.
    public init(
      cost: Double?, salesAtRisk: Double?, regret: Interval?, refusal: String?, isInfeasible: Bool
    ) {
      self.cost = cost
      self.salesAtRisk = salesAtRisk
      self.regret = regret
      self.refusal = refusal
      self.isInfeasible = isInfeasible
    }
  }

  /// A first stage.
  public struct Plan: Codable, Equatable, Sendable {
    /// `best of NAME`, `least greatest regret` or `least expected regret`.
    public var name: String
    /// The futures whose best plan it is, by their places.
    public var bestOf: [Int]
    /// Facilities open in each period.
    public var footprint: [FlipRecord.Openings]
    /// By future.
    public var entries: [Entry]
    /// Absent where some future has no plan.
    public var greatestRegret: Interval?
    /// The mean by the weights; absent where some future has no plan.
    public var expectedRegret: Interval?
    /// The weights of its own future at which its expected regret is the least of the plans shown, the others sharing the rest in
    /// proportion; absent where it is best for no or several futures, or no weight does.
    public var ownWeight: Interval?

    /// Creates a first stage.
    public init(
      name: String, bestOf: [Int], footprint: [FlipRecord.Openings], entries: [Entry],
      greatestRegret: Interval?, expectedRegret: Interval?, ownWeight: Interval?
    ) {
      self.name = name
      self.bestOf = bestOf
      self.footprint = footprint
      self.entries = entries
      self.greatestRegret = greatestRegret
      self.expectedRegret = expectedRegret
      self.ownWeight = ownWeight
    }
  }

  /// What a program of all futures proved.
  public struct Proof: Codable, Equatable, Sendable {
    /// No first stage has less regret.
    public var bound: Double
    /// Whether it is proved that no first stage is possible in all futures.
    public var isInfeasible: Bool
    /// The plan with the least regret of those shown, by its place.
    public var plan: Int?
    /// Why the program was not solved to the gap.
    public var reason: String?

    /// Creates a proof.
    public init(bound: Double, isInfeasible: Bool, plan: Int?, reason: String?) {
      self.bound = bound
      self.isInfeasible = isInfeasible
      self.plan = plan
      self.reason = reason
    }
  }

  /// The weight at which the best plans of two futures, and no others, have the same expected regret.
  public struct BreakEven: Codable, Equatable, Sendable {
    /// Futures by their places.
    public var first: Int
    /// The second future, by its place.
    public var second: Int
    /// Above this weight of the second future its plan has the less regret, below it that of the first.
    public var weightOfSecond: Double

    /// Creates a weight.
    public init(first: Int, second: Int, weightOfSecond: Double) {
      self.first = first
      self.second = second
      self.weightOfSecond = weightOfSecond
    }
  }

  /// A sweep over one axis.
  public struct Axis: Codable, Equatable, Sendable {
    /// Its name.
    public var name: String
    /// The futures' values.
    public var values: [Double]
    /// Which plan is the best shown where.
    public var parts: [Part]

    /// Creates an axis.
    public init(name: String, values: [Double], parts: [Part]) {
      self.name = name
      self.values = values
      self.parts = parts
    }

    /// Values of the futures in which one plan is the best shown; between them nothing was solved.
    public struct Part: Codable, Equatable, Sendable {
      /// Where it begins.
      public var from: Double
      /// Where it ends.
      public var to: Double
      /// By its place in ``RegretRecord/plans``.
      public var plan: Int

      /// Creates a part.
      public init(from: Double, to: Double, plan: Int) {
        self.from = from
        self.to = to
        self.plan = plan
      }
    }
  }
}

extension RegretRecord {
  /// The same as tables.
  public var tables: [Table] {
    [
      Table(
        "regret",
        columns: [
          "plan", "future", "weight", "cost", "sales_at_risk", "regret_at_least",
          "regret_at_most", "is_infeasible", "refusal",
        ],
        rows: plans.flatMap { plan -> [[Table.Cell]] in
          zip(futures, plan.entries).map { future, entry -> [Table.Cell] in
            [
              .text(plan.name), .text(future.name), .number(future.weight), .init(entry.cost),
              .init(entry.salesAtRisk), .init(entry.regret?.atLeast),
              .init(entry.regret?.atMost), .flag(entry.isInfeasible), .init(entry.refusal),
            ]
          }
        }),
      Table(
        "regret_footprints", columns: ["plan", "period", "facility"],
        rows: plans.flatMap { plan -> [[Table.Cell]] in
          plan.footprint.flatMap { openings -> [[Table.Cell]] in
            openings.open.map { [.text(plan.name), .text(openings.period), .text($0)] }
          }
        }),
    ]
  }
}
