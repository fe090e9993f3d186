/// The risk of a plan.
public struct PlanRisk: Sendable, Equatable, Codable {
  /// `expected`, `worst` or `cvar`.
  public var measure: String
  /// The level of `cvar`, else `nil`.
  public var level: Double?
  /// Sales at risk R: a share of a year's sales; `nil` where there is no plan.
  public var salesAtRisk: Double?
  /// Where risk was minimised, the proven lower bound of R.
  public var bound: Double?

  /// Creates a risk.
  public init(measure: String, level: Double?, salesAtRisk: Double? = nil, bound: Double? = nil) {
    self.measure = measure
    self.level = level
    self.salesAtRisk = salesAtRisk
    self.bound = bound
  }
}

/// Whether a facility is open in a period, and whether it opens or closes at its start.
public struct FacilityDecisionRow: Sendable, Equatable, Codable {
  /// The facility.
  public var facility: String
  /// The period.
  public var period: String
  /// Open in the period.
  public var open: Bool
  /// Opens at the period's start.
  public var opened: Bool
  /// Closes at the period's start.
  public var closed: Bool

  /// Creates a row.
  public init(facility: String, period: String, open: Bool, opened: Bool, closed: Bool) {
    self.facility = facility
    self.period = period
    self.open = open
    self.opened = opened
    self.closed = closed
  }
}

/// How many modules of a kind a facility has in a period.
public struct ModuleRow: Sendable, Equatable, Codable {
  /// The facility.
  public var facility: String
  /// The module.
  public var module: String
  /// The period.
  public var period: String
  /// In place in the period.
  public var count: Int
  /// Built at its start.
  public var built: Int
  /// Retired at its start.
  public var retired: Int

  /// Creates a row.
  public init(
    facility: String, module: String, period: String, count: Int, built: Int, retired: Int
  ) {
    self.facility = facility
    self.module = module
    self.period = period
    self.count = count
    self.built = built
    self.retired = retired
  }
}

/// The stock of a buffer in a period.
public struct StockRow: Sendable, Equatable, Codable {
  /// The facility or customer.
  public var location: String
  /// The product.
  public var product: String
  /// The period.
  public var period: String
  /// Units.
  public var stock: Double

  /// Creates a row.
  public init(location: String, product: String, period: String, stock: Double) {
    self.location = location
    self.product = product
    self.period = period
    self.stock = stock
  }
}

/// Whether a contract is signed in a period.
public struct ContractDecisionRow: Sendable, Equatable, Codable {
  /// The contract.
  public var contract: String
  /// The period.
  public var period: String
  /// Signed in the period.
  public var signed: Bool

  /// Creates a row.
  public init(contract: String, period: String, signed: Bool) {
    self.contract = contract
    self.period = period
    self.signed = signed
  }
}

/// Whether so many facilities of a cluster are open in a period that a row of it saves.
public struct ClusterDecisionRow: Sendable, Equatable, Codable {
  /// The cluster.
  public var cluster: String
  /// How many of its facilities the saving asks for: it tells the rows of a cluster apart.
  public var atLeast: Int
  /// The period.
  public var period: String
  /// Saved in the period.
  public var met: Bool

  /// Creates a row.
  public init(cluster: String, atLeast: Int, period: String, met: Bool) {
    self.cluster = cluster
    self.atLeast = atLeast
    self.period = period
    self.met = met
  }
}

/// What an incentive grants to a facility in a period.
public struct GrantRow: Sendable, Equatable, Codable {
  /// The incentive.
  public var incentive: String
  /// The facility.
  public var facility: String
  /// The period.
  public var period: String
  /// Money, undiscounted.
  public var granted: Double

  /// Creates a row.
  public init(incentive: String, facility: String, period: String, granted: Double) {
    self.incentive = incentive
    self.facility = facility
    self.period = period
    self.granted = granted
  }
}

/// What a scenario costs in sales in a period.
public struct ScenarioLossRow: Sendable, Equatable, Codable {
  /// The scenario.
  public var scenario: String
  /// The period.
  public var period: String
  /// v: the share of a normal year's sales value.
  public var salesLost: Double

  /// Creates a row.
  public init(scenario: String, period: String, salesLost: Double) {
    self.scenario = scenario
    self.period = period
    self.salesLost = salesLost
  }
}

/// What an outage that must be survived costs in sales in a period.
public struct OutageLossRow: Sendable, Equatable, Codable {
  /// What is out, as ``OutageTarget`` writes it.
  public var target: String
  /// The period.
  public var period: String
  /// How long it is out.
  public var weeks: Double
  /// v: the share of a normal year's sales value, the least that the first stage allows.
  public var salesLost: Double

  /// Creates a row.
  public init(target: String, period: String, weeks: Double, salesLost: Double) {
    self.target = target
    self.period = period
    self.weeks = weeks
    self.salesLost = salesLost
  }
}

/// A share of the goods delivered in a period's normal state, by customs value.
public struct MixRow: Sendable, Equatable, Codable {
  /// The period.
  public var period: String
  /// How near they are made.
  public var `class`: PlacementClass
  /// The country they are made in.
  public var country: String
  /// Whether they are made in micro-factories.
  public var microfactory: Bool
  /// The share, 0 to 1.
  public var valueShare: Double

  /// Creates a row.
  public init(
    period: String, class placement: PlacementClass, country: String, microfactory: Bool,
    valueShare: Double
  ) {
    self.period = period
    self.class = placement
    self.country = country
    self.microfactory = microfactory
    self.valueShare = valueShare
  }
}

/// Something that the current network breaks: a policy constraint, or the decision about a facility.
public struct BrokenRow: Sendable, Equatable, Codable {
  /// The policy constraint, or `nil`.
  public var constraint: String?
  /// The decision (`open` or `closed`), or `nil`.
  public var decision: String?
  /// The facility that the decision is about, or `nil`.
  public var facility: String?
  /// The period.
  public var period: String

  /// Creates a row.
  public init(constraint: String?, decision: String?, facility: String?, period: String) {
    self.constraint = constraint
    self.decision = decision
    self.facility = facility
    self.period = period
  }
}
