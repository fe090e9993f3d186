/// A row of `tariffs.csv`.
public struct TariffRow: Sendable, Equatable {
  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// The layer; layers add up.
  public var layer: String
  /// Selects countries of origin.
  public var origin: Selector
  /// Selects countries of destination.
  public var destination: Selector
  /// The product; `nil` for all.
  public var product: String?
  /// Share of the customs value.
  public var rate: Double
  /// Money per unit, beside the rate.
  public var unitRate = 0.0
  /// The id of the period; `nil` for every period that no other row like it names.
  public var period: String?
  /// The trade agreement under which goods must qualify; `nil` for a row that speaks of all goods.
  public var claim: String?
}

/// A row of `rules_of_origin.csv`: how much of a product's value must originate in an agreement's
/// members before goods made there qualify under it.
public struct RuleOfOrigin: Sendable, Equatable {
  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// The trade agreement, a group.
  public var agreement: String
  /// The product; `nil` for all without a row of their own.
  public var product: String?
  /// Share of the value, 0 to 1.
  public var content: Double
}

/// A row of `drawback.csv`: duty on components that is paid back when what is made of them is exported.
public struct DrawbackRow: Sendable, Equatable {
  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// Selects countries.
  public var country: Selector
  /// The component; `nil` for all.
  public var component: String?
  /// Share of the duty that is paid back, 0 to 1.
  public var share: Double
}

/// A row of `quotas.csv`: a quantity that enters at another rate of duty.
public struct TariffQuota: Sendable, Equatable {
  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// The id.
  public var id: String
  /// The layer of `tariffs.csv` whose rate it replaces.
  public var layer: String
  /// Selects countries of origin.
  public var origin: Selector
  /// Selects countries of destination.
  public var destination: Selector
  /// The product; `nil` for all, together.
  public var product: String?
  /// The id of the period; `nil` for each period by itself.
  public var period: String?
  /// Units per year, of all it matches together.
  public var quantity: Double
  /// Share of the customs value, in the quota.
  public var rate: Double
  /// Money per unit, in the quota.
  public var unitRate: Double
}
