public import Findings
public import SupplyPlan

/// Where the best footprint changes along parameters, each varied by itself: what `flip.json` says.
public struct FlipRecord: Finding {
  /// The format.
  public static let schema = "shorewise/flip/1"
  /// The name of its files.
  public static let name = "flip"

  /// The dataset without the parameters' changes.
  public var dataset: Plan.DatasetReference
  /// Its currency.
  public var currency: String
  /// The cap on sales at risk, if there was one, and its measure.
  public var maxRisk: Double?
  /// How risk is measured.
  public var measure: String
  /// The level of `cvar`.
  public var level: Double?
  /// One for each parameter.
  public var studies: [Study]

  /// What varies.
  public struct Parameter: Codable, Equatable, Sendable {
    /// As it was asked, such as `tariffs[layer=reciprocal].rate*=0..2`.
    public var expression: String
    /// In words, such as `the tariff “reciprocal”`.
    public var name: String
    /// `=`, `*=` or `+=`: the value itself, times today's, or more than today's.
    public var operation: String
    /// The range.
    public var low: Double
    /// The greatest value.
    public var high: Double
    /// The value at which the dataset is as it is.
    public var current: Double?
  }

  /// The facilities that are open in a period.
  public struct Openings: Codable, Equatable, Sendable {
    /// The period.
    public var period: String
    /// Ids of facilities.
    public var open: [String]
  }

  /// A part of the range with one best footprint.
  public struct Piece: Codable, Equatable, Sendable {
    /// Values of the parameter.
    public var from: Double
    /// Where it ends.
    public var to: Double
    /// The footprint.
    public var footprint: [Openings]
    /// The least cost at both ends.
    public var costFrom: Double
    /// The least cost where it ends.
    public var costTo: Double
    /// The footprint costs at most this share more than the least anywhere in the part, outside of the turns' intervals.
    public var excess: Double
    /// Whether it is proved that no other footprint is cheaper there.
    public var isProved: Bool
  }

  /// A facility in a period.
  public struct Site: Codable, Equatable, Sendable {
    /// The facility.
    public var facility: String
    /// The period.
    public var period: String
  }

  /// A value at which the best footprint changes, in rising order of the parameter.
  public struct Turn: Codable, Equatable, Sendable {
    /// The value; the turn lies between ``from`` and ``to``.
    public var value: Double
    /// Where it begins.
    public var from: Double
    /// Where it ends.
    public var to: Double
    /// The least cost there, which both footprints have.
    public var cost: Double
    /// What is open behind it and not before, and the other way round.
    public var opens: [Site]
    /// What is open before it and not behind.
    public var closes: [Site]
    /// Whether the one footprint is proved to be the cheaper of the two before the interval, and the other behind it.
    public var isProved: Bool
  }

  /// A value with an amount of money.
  public struct Point: Codable, Equatable, Sendable {
    /// The value.
    public var value: Double
    /// Money.
    public var cost: Double
  }

  /// A part of the range.
  public struct Interval: Codable, Equatable, Sendable {
    /// Where it begins.
    public var from: Double
    /// Where it ends.
    public var to: Double
  }

  /// One parameter.
  public struct Study: Codable, Equatable, Sendable {
    /// What varies.
    public var parameter: Parameter
    /// How exactly turns were to be located, as a share of the range.
    public var tolerance: Double
    /// Relative gap of solves with all footprints, to which the band is narrowed too; and of those with one.
    public var gap: Double
    /// Relative gap of solves with one footprint.
    public var footprintGap: Double
    /// Parts of the range, in order.
    public var pieces: [Piece]
    /// The turns between them.
    public var turns: [Turn]
    /// Corners of the line of least costs found, and of one below which no plan lies.
    public var costs: [Point]
    /// Corners of a line below which no plan lies.
    public var bounds: [Point]
    /// The widest place between both, relative to the cost.
    public var band: Double
    /// Parts of the range in which it is within the gap.
    public var proved: [Interval]
    /// Whether it is proved that there is no plan.
    public var isInfeasible: Bool
    /// Solves of all kinds.
    public var solves: Int
    /// Wall time.
    public var seconds: Double
    /// Why it ended early.
    public var stopReason: String?
  }
}
