/// The cost of a plan, line by line: discounted money over the horizon.
public struct CostLines: Sendable, Equatable, Codable {
  /// Opening facilities.
  public var opening = 0.0
  /// Closing facilities.
  public var closing = 0.0
  /// Building modules.
  public var building = 0.0
  /// What incentives grant, at most 0.
  public var incentives = 0.0
  /// Keeping facilities open.
  public var facilityFixed = 0.0
  /// Keeping modules.
  public var moduleFixed = 0.0
  /// Keeping stocks.
  public var buffers = 0.0
  /// Making goods.
  public var production = 0.0
  /// Moving goods.
  public var freight = 0.0
  /// Duties.
  public var duty = 0.0
  /// Goods under way.
  public var pipeline = 0.0
  /// Emissions.
  public var carbon = 0.0
  /// Sales not made.
  public var shortage = 0.0
  /// Replacing what is drawn from stock.
  public var bufferDraws = 0.0

  /// No cost at all.
  public init() {}

  /// The sum of all lines.
  public var total: Double { Self.lines.reduce(0) { $0 + self[keyPath: $1.value] } }
  /// Money that is spent: all lines but the value of sales not made.
  public var spend: Double { total - shortage }
  /// The value of sales not made: revenue that is forgone, not money that is spent.
  public var salesNotMade: Double { shortage }

  /// The lines in the order in which they are shown, with the names the files use.
  public static var lines:
    [(name: String, value: any WritableKeyPath<CostLines, Double> & Sendable)]
  {
    [
      ("opening", \.opening), ("closing", \.closing), ("building", \.building),
      ("incentives", \.incentives), ("facility_fixed", \.facilityFixed),
      ("module_fixed", \.moduleFixed), ("buffers", \.buffers), ("production", \.production),
      ("freight", \.freight), ("duty", \.duty), ("pipeline", \.pipeline), ("carbon", \.carbon),
      ("shortage", \.shortage), ("buffer_draws", \.bufferDraws),
    ]
  }
}
