/// The settings of a dataset's `plan.yaml`.
public struct PlanSettings: Sendable, Equatable {
  /// The title.
  public var name: String
  /// The label of all money.
  public var currency: String
  /// The periods, in order.
  public var periods: [Period]
  /// Rate at which money is discounted, per year.
  public var discountRate: Double
  /// Cost of holding stock for a year, as a share of its value.
  public var holdingRate: Double
  /// Money per tonne of CO2 equivalent.
  public var carbonPrice: Double
  /// How risk is measured.
  public var risk: RiskMeasure
  /// The country that reshoring comes home to, if the dataset names one.
  public var home: String?
  /// Share of weeks in which stock at customers covers the demand of its lead time, 0.5 or more and
  /// below 1; `nil` where no safety stock is counted.
  public var serviceLevel: Double?
}

/// A stretch of years in which the network stays as it is.
public struct Period: Sendable, Equatable {
  /// The id.
  public var id: String
  /// Its length in whole years, at least 1.
  public var years: Int
}

/// How the sales lost in the scenarios of a period become one number.
public enum RiskMeasure: Sendable, Equatable {
  /// Σ p·v.
  case expected
  /// The greatest v.
  case worst
  /// Conditional value at risk, the mean of the worst share `1 − level` of years; 0 ≤ level < 1.
  case conditionalValueAtRisk(level: Double)

  /// The name that `plan.yaml` and the command line use: `expected`, `worst` or `cvar`.
  public var name: String {
    switch self {
    case .expected: "expected"
    case .worst: "worst"
    case .conditionalValueAtRisk: "cvar"
    }
  }

  /// The level of `cvar`, else `nil`.
  public var level: Double? {
    if case .conditionalValueAtRisk(let level) = self { level } else { nil }
  }
}
