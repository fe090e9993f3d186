extension ExplanationRecord {
  /// The plan that is explained.
  public struct Subject: Codable, Equatable, Sendable {
    /// Total discounted cost.
    public var cost: Double
    /// Its proven bound.
    public var bound: Double?
    /// Sales at risk.
    public var salesAtRisk: Double
    /// What was minimised: `cost` or `risk`; of a comparator it says which one, `baseline` or `expanded`.
    public var objective: String
    /// The cap on sales at risk under which alternatives are sought.
    public var maxRisk: Double?
  }

  /// A change of what is built.
  public struct ModuleChange: Codable, Equatable, Sendable {
    /// The facility.
    public var facility: String
    /// The module.
    public var module: String
    /// The period.
    public var period: String
    /// In place in the plan.
    public var before: Int
    /// In place otherwise.
    public var after: Int
  }

  /// A facility, and what the other way would cost.
  public struct Facility: Codable, Equatable, Sendable {
    /// The facility.
    public var facility: String
    /// Its name.
    public var name: String
    /// In how many periods the plan has it open.
    public var periodsOpen: Int
    /// What the dataset decides of it, where it does: `open` or `closed`.
    public var decision: String?
    /// Whether there is proven to be no plan the other way.
    public var isImpossible: Bool = false
    /// The other way costs at least so much more than the plan; may be below 0 within the gap of the plan.
    public var atLeast: Double?
    /// The other way costs at most so much more than the plan: a plan shows it.
    public var atMost: Double?
    /// Sales at risk of that plan.
    public var salesAtRisk: Double?
    /// Other facilities that it has open in more periods.
    public var opens: [String] = []
    /// Other facilities that it has open in fewer periods.
    public var closes: [String] = []
    /// What it builds otherwise.
    public var modules: [ModuleChange] = []
    /// By how much the share of each placement in deliveries changes, mean over the years.
    public var mix: [String: Double] = [:]
    /// Why the two bounds are apart.
    public var stopReason: String?
  }

  /// A row of a policy constraint.
  public struct PolicyRow: Codable, Equatable, Sendable {
    /// The period.
    public var period: String
    /// The product, for a share.
    public var product: String?
    /// How far it is from binding, in the units of its value.
    public var slack: Double
    /// Whether it binds.
    public var isBinding: Bool
    /// Money over the horizon per unit of its value, with openings and modules as they are.
    public var perUnit: Double?
  }

  /// A policy constraint, and what the plan would cost less without it.
  public struct Policy: Codable, Equatable, Sendable {
    /// The constraint.
    public var constraint: String
    /// Its kind as in the table.
    public var kind: String
    /// `<=` or `>=`.
    public var sense: String
    /// What it compares with.
    public var value: Double
    /// Its rows.
    public var rows: [PolicyRow]
    /// It costs at least so much: the plan less the cheapest plan found without it.
    public var atLeast: Double?
    /// It costs at most so much: the plan less the proven bound without it.
    public var atMost: Double?

    /// Whether one of its rows binds.
    public var isBinding: Bool { rows.contains(where: \.isBinding) }
  }
}
