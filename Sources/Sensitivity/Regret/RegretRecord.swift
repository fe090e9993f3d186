public import Findings
public import SupplyPlan

/// What first stages cost in each of several futures, and which has the smallest regret: what `regret.json` says.
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
  }

  /// A number known to lie between two.
  public struct Interval: Codable, Equatable, Sendable {
    /// The lower end.
    public var atLeast: Double
    /// The upper end.
    public var atMost: Double
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
  }

  /// The weight at which the best plans of two futures, and no others, have the same expected regret.
  public struct BreakEven: Codable, Equatable, Sendable {
    /// Futures by their places.
    public var first: Int
    /// The second future, by its place.
    public var second: Int
    /// Above this weight of the second future its plan has the less regret, below it that of the first.
    public var weightOfSecond: Double
  }

  /// A sweep over one axis.
  public struct Axis: Codable, Equatable, Sendable {
    /// Its name.
    public var name: String
    /// The futures' values.
    public var values: [Double]
    /// Which plan is the best shown where.
    public var parts: [Part]

    /// Values of the futures in which one plan is the best shown; between them nothing was solved.
    public struct Part: Codable, Equatable, Sendable {
      /// Where it begins.
      public var from: Double
      /// Where it ends.
      public var to: Double
      /// By its place in ``RegretRecord/plans``.
      public var plan: Int
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
