/// A row of `modes.csv`.
public struct Mode: Sendable, Equatable {
  /// The id.
  public var id: String
  /// Money per tonne and kilometre.
  public var costPerTonneKilometre: Double
  /// Money per tonne.
  public var costPerTonne: Double
  /// Kilometres per day, above 0.
  public var speedKilometresPerDay: Double
  /// Days at the ends of a trip.
  public var dwellDays: Double
  /// Length of the way over the great circle.
  public var circuity: Double
  /// Tonnes of CO2 equivalent per tonne and kilometre.
  public var emissionsTonnesPerTonneKilometre: Double
}

/// A row of `lanes.csv`; it stands for every pair its selectors match.
public struct LaneRow: Sendable, Equatable {
  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// Selects facilities, and customers, which send what they return.
  public var origin: Selector
  /// Selects facilities and customers.
  public var destination: Selector
  /// The mode.
  public var mode: String
  /// The product; `nil` for all.
  public var product: String?
  /// Kilometres, used as they stand; `nil` for great circle times circuity.
  public var distanceKilometres: Double?
  /// Money per unit; `nil` for what the mode asks for the weight and distance.
  public var unitCost: Double?
  /// Days from door to door; `nil` for what distance, speed and dwell give.
  public var leadTimeDays: Double?
  /// Units per year of pair and mode, all products together; `nil` for no limit.
  public var capacity: Double?
}
