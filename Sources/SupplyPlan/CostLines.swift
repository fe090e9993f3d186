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
  /// Fixed cost of the contracts signed.
  public var contracts = 0.0
  /// What clusters save, at most 0.
  public var clusters = 0.0
  /// Making goods.
  public var production = 0.0
  /// Handling goods where they are shipped out.
  public var handling = 0.0
  /// Moving goods.
  public var freight = 0.0
  /// Duties.
  public var duty = 0.0
  /// Duty that is drawn back, at most 0.
  public var drawback = 0.0
  /// Goods under way.
  public var pipeline = 0.0
  /// Safety stock at customers.
  public var safetyStock = 0.0
  /// Emissions.
  public var carbon = 0.0
  /// Collecting what customers return.
  public var collection = 0.0
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

  /// A line, with the name the files use.
  public typealias Line = (
    name: String, value: any WritableKeyPath<CostLines, Double> & Sendable
  )

  /// All lines in the order in which they are shown.
  public static var lines: [Line] {
    [
      ("opening", \.opening), ("closing", \.closing), ("building", \.building),
      ("incentives", \.incentives), ("facility_fixed", \.facilityFixed),
      ("module_fixed", \.moduleFixed), ("buffers", \.buffers), ("contracts", \.contracts),
      ("clusters", \.clusters), ("production", \.production), ("handling", \.handling),
      ("freight", \.freight), ("duty", \.duty), ("drawback", \.drawback),
      ("pipeline", \.pipeline), ("safety_stock", \.safetyStock), ("carbon", \.carbon),
      ("collection", \.collection), ("shortage", \.shortage), ("buffer_draws", \.bufferDraws),
    ]
  }

  /// The lines to show of these costs side by side: those that every plan has, and of the others those that are not 0 in one of
  /// them.
  public static func lines(shownOf costs: [CostLines]) -> [Line] {
    lines.filter { line in isShown(line.name, at: costs.map { $0[keyPath: line.value] }) }
  }

  /// Whether a line is shown at these values of it.
  public static func isShown(_ name: String, at values: some Sequence<Double>) -> Bool {
    !optional.contains(name) || values.contains { $0 != 0 }
  }

  /// The lines of what only some datasets have: files leave them out where they are 0.
  private static let optional = Set(
    CodingKeys.sparse.keys.map(\.stringValue.snakeCase))

  enum CodingKeys: CodingKey, SparseKey {
    case opening, closing, building, incentives, facilityFixed, moduleFixed, buffers, contracts
    case clusters, production, handling, freight, duty, drawback, pipeline, safetyStock, carbon
    case collection, shortage, bufferDraws

    static let sparse: [Self: KeyPresence] = [
      .contracts: .unlessZero, .clusters: .unlessZero, .handling: .unlessZero,
      .drawback: .unlessZero, .safetyStock: .unlessZero, .collection: .unlessZero,
    ]
  }
}
