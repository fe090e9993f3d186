/// A row of `incentives.csv`.
public struct Incentive: Sendable, Equatable {
  /// The id.
  public var id: String
  /// Selects facilities.
  public var facility: Selector
  /// Share of opening and build cost that is granted, 0 to 1.
  public var share: Double
  /// Money over all facilities and periods; `nil` for no limit.
  public var maximum: Double?
}

/// A row of `escalation.csv`: a factor on costs of a kind, at some facilities, in one period.
public struct EscalationRow: Sendable, Equatable {
  /// What becomes dearer or cheaper.
  public enum Cost: String, Sendable, CaseIterable {
    /// Unit costs of making, those of contracts included.
    case production
    /// Unit costs of handling.
    case handling
    /// Unit costs of lanes out of the facilities.
    case freight
    /// Fixed costs of facilities.
    case facilityFixed = "facility_fixed"
    /// Fixed costs of modules.
    case moduleFixed = "module_fixed"
    /// Opening costs.
    case opening
    /// Closing costs.
    case closing
    /// Costs of building modules.
    case build
    /// The price of carbon, of all facilities.
    case carbonPrice = "carbon_price"
  }

  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// What it multiplies.
  public var cost: Cost
  /// Selects facilities.
  public var facility: Selector
  /// The id of the period.
  public var period: String
  /// What the cost of the table is multiplied by, at least 0.
  public var factor: Double
}

/// A row of `contracts.csv`: terms on which a facility makes a product while they are signed.
public struct Contract: Sendable, Equatable {
  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// The id.
  public var id: String
  /// The facility.
  public var facility: String
  /// The product, which the facility can make.
  public var product: String
  /// Money per unit made under it, in place of the production row's.
  public var unitCost: Double
  /// Money per year while signed.
  public var fixedCost: Double
  /// Units per year to be taken or paid for.
  public var minimum: Double
  /// Most units per year, in any state, above 0.
  public var maximum: Double
  /// Whether it is signed today.
  public var isExisting: Bool
}

/// A row of `clusters.csv`: what is saved while enough of some facilities are open.
public struct ClusterRow: Sendable, Equatable {
  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// The cluster, of one row or several.
  public var cluster: String
  /// Selects facilities.
  public var facility: Selector
  /// How many of them must be open, at least 2.
  public var atLeast: Int
  /// Money per year.
  public var saving: Double
}
