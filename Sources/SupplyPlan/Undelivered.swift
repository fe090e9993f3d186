/// What a plan leaves undelivered in a normal year, when nothing happens: a share of the year's sales, goods weighted by their
/// shortage costs, as sales at risk are.
public struct Undelivered: Sendable, Equatable, Codable {
  /// What goes undelivered in a period.
  public struct Row: Sendable, Equatable, Codable {
    /// The period.
    public var period: String
    /// The share of a year's sales.
    public var share: Double

    /// Creates a row.
    public init(period: String, share: Double) {
      self.period = period
      self.share = share
    }
  }

  /// The mean over the years of the horizon.
  public var share: Double
  /// For every period, in their order.
  public var periods: [Row]

  /// Creates the shares.
  public init(share: Double, periods: [Row]) {
    self.share = share
    self.periods = periods
  }

  /// A share of a year's sales above which a reader is told: a tenth of a percent.
  public static let worthTelling = 0.001

  /// The period that goes shortest; `nil` where none goes short by as much as is worth telling.
  public var worst: Row? {
    periods.max { $0.share < $1.share }.flatMap { $0.share > Self.worthTelling ? $0 : nil }
  }
}
