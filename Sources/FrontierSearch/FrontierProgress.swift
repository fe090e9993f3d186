/// How far a search has come.
public struct FrontierProgress: Sendable {
  /// Questions asked of the oracle.
  public var solves: Int
  /// Points found.
  public var points: Int
  /// Area of the band over the area of the box.
  public var uncertainty: Double
  /// The least cost found.
  public var bestCost: Double?
  /// The least risk found.
  public var leastRisk: Double?
  /// Seconds since the start.
  public var seconds: Double

  /// Creates a report.
  public init(
    solves: Int, points: Int, uncertainty: Double, bestCost: Double? = nil,
    leastRisk: Double? = nil, seconds: Double
  ) {
    self.solves = solves
    self.points = points
    self.uncertainty = uncertainty
    self.bestCost = bestCost
    self.leastRisk = leastRisk
    self.seconds = seconds
  }
}
