public import Findings
public import SupplyPlan

/// What `diagnosis.json` says: why there is no plan, what would have to give way, and what that costs.
public struct DiagnosisRecord: Finding {
  /// Name and version of the format.
  public static let schema = "shorewise/diagnosis/1"
  /// The name of its files.
  public static let name = "diagnosis"
  /// The command that writes it.
  public static let command = "diagnose"

  /// Whether there is a plan.
  public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// There is one.
    case possible
    /// Proven that there is none.
    case impossible
    /// Not decided in time.
    case undecided
  }

  /// How something is known.
  public enum Proof: String, Codable, Sendable, CaseIterable {
    /// It is read off the tables.
    case reading
    /// A solve has proved it.
    case solve
  }

  /// What the tables or a solve say about the question, before any rule is weighed against another.
  public struct Reason: Codable, Equatable, Sendable {
    /// What kind of thing it is, such as `no-lane`.
    public var kind: String
    /// In a sentence.
    public var text: String
    /// The rows that it is about.
    public var rows: [Row]
    /// How it is known.
    public var proof: Proof = .reading
    /// The least share of a normal year's sales that goes undelivered for it, in the worst period.
    public var unmetAtLeast: Double?
    /// The least sales at risk that it causes.
    public var riskAtLeast: Double?
    /// Whether it rules out every plan by itself.
    public var isDecisive: Bool = false
  }

  /// A row of the user's tables, or an option of the command.
  public struct Row: Codable, Equatable, Sendable {
    /// The file; absent for an option.
    public var file: String?
    /// The line in it, from 1 for the header.
    public var line: Int?
    /// The row's id: a constraint, a facility, an option.
    public var id: String
    /// What it says, in words.
    public var says: String
    /// The period in which it matters, where one alone does.
    public var period: String?
  }

  /// What one rule would have to become.
  public struct Change: Codable, Equatable, Sendable {
    /// The rule.
    public var row: Row
    /// Its value now; absent for a decision.
    public var from: Double?
    /// A value with which there is a plan.
    public var to: Double?
    /// Proven: with this value, and all between it and the one now, there is none.
    public var notEnough: Double?
    /// Whether nothing between both is unknown, but for values that are less round.
    public var isLeast: Bool
    /// In words.
    public var text: String
    /// The option that makes the change.
    public var option: String
  }

  /// Changes that together make room for a plan.
  public struct Proposal: Codable, Equatable, Sendable {
    /// The changes; without any one of them, however far the others go, there is no plan.
    public var changes: [Change]
    /// The cost of the plan found with them; absent where none was priced in time.
    public var cost: Double?
    /// The proven bound of the least cost with them.
    public var bound: Double?
    /// Sales at risk of that plan.
    public var salesAtRisk: Double?
  }

  /// Rows that no plan keeps together, though without any one of them one does.
  public struct Conflict: Codable, Equatable, Sendable {
    /// The rows.
    public var rows: [Row]
    /// Whether it is proven that no conflict has fewer.
    public var isSmallest: Bool
  }

  /// The least sales at risk that can be reached.
  public struct LeastRisk: Codable, Equatable, Sendable {
    /// Of the safest plan found.
    public var salesAtRisk: Double
    /// No plan has less.
    public var bound: Double
  }

  /// The dataset.
  public var dataset: Plan.DatasetReference
  /// Its currency.
  public var currency: String
  /// How risk is measured.
  public var measure: String
  /// The level of `cvar`.
  public var level: Double?
  /// The cap on sales at risk.
  public var maxRisk: Double?
  /// The limit of what a normal year may leave undelivered.
  public var maxUnmet: Double?
  /// Whether there is a plan.
  public var verdict = Verdict.undecided
  /// The least sales at risk under all other rules, where that is known.
  public var leastRisk: LeastRisk?
  /// What the tables say, the graver first.
  public var reasons: [Reason] = []
  /// What would make room, the cheapest first.
  public var proposals: [Proposal] = []
  /// Whether there may be proposals of as few rules besides.
  public var hasMoreProposals = false
  /// Rows that contradict one another.
  public var conflict: Conflict?
  /// Why some of it is not known.
  public var stopReason: String?
  /// How it was found.
  public var solve = SolveSummary(seconds: 0, solves: 0, method: "")

  /// A record of nothing yet.
  public init(
    dataset: Plan.DatasetReference, currency: String, measure: String, level: Double?,
    maxRisk: Double?, maxUnmet: Double?
  ) {
    self.dataset = dataset
    self.currency = currency
    self.measure = measure
    self.level = level
    self.maxRisk = maxRisk
    self.maxUnmet = maxUnmet
  }
}
