/// A row of `scenarios.csv`.
public struct Scenario: Sendable, Equatable {
  /// The id.
  public var id: String
  /// The name shown.
  public var name: String
  /// Probability per year.
  public var probability: Double
  /// Length in weeks, above 0, at most 52.
  public var durationWeeks: Double
}

/// A row of `disruptions.csv`: one effect of a scenario. Effects of a scenario combine.
public struct Disruption: Sendable, Equatable {
  /// What an effect does.
  public enum Effect: Sendable, Equatable {
    /// Multiplies the availability of the selected facilities by `1 − loss`.
    case capacity(facilities: Selector, loss: Double)
    /// Multiplies the capacity of the selected lanes by `1 − loss`; a loss of 1 closes them, for
    /// `product` alone where one is given. `nil` mode or product: all.
    case lane(
      origin: Selector, destination: Selector, mode: String?, product: String?, loss: Double)
    /// Adds to the rate on goods of the selected origins entering the selected destinations, but for
    /// goods that qualify under the trade agreement `exempt` and enter one of its members.
    case tariff(
      origin: Selector, destination: Selector, product: String?, addition: Double,
      exempt: String? = nil)
    /// Adds to the relative change of the demand of the selected customers.
    case demand(customers: Selector, product: String?, change: Double)
    /// Adds to the relative change of the unit costs of making at the selected facilities.
    case productionCost(facilities: Selector, product: String?, change: Double)
    /// Adds to the relative change of the unit costs of the selected lanes.
    case freightCost(
      origin: Selector, destination: Selector, mode: String?, product: String?, change: Double)
  }

  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// The scenario.
  public var scenario: String
  /// What happens.
  public var effect: Effect
}

/// A row of `recovery.csv`: how long what fails takes to work again.
public struct RecoveryRow: Sendable, Equatable {
  /// What fails.
  public var target: OutageSelector
  /// Weeks, above 0.
  public var weeks: Double
}
