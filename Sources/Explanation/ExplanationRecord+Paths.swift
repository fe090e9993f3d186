extension ExplanationRecord {
  /// A line of a landed cost.
  public struct UnitLine: Codable, Equatable, Sendable {
    /// `production`, `freight`, `duty`, `pipeline`, `carbon`, `handling`, `safety_stock` or `drawback`.
    public var line: String
    /// The layer, of a duty; `quota` for what is saved by entering in one.
    public var layer: String?
    /// Whether it was paid for components, on their way or where they were made.
    public var ofComponents: Bool
    /// Money per unit delivered.
    public var money: Double
  }

  /// The way of goods from where they are made to a customer, or to the facility that consumes them.
  public struct Path: Codable, Equatable, Sendable {
    /// The period.
    public var period: String
    /// The product.
    public var product: String
    /// The country of origin.
    public var madeIn: String
    /// Where they are made, the facilities they pass, and where they end; one place where they are used where they are made.
    public var route: [String]
    /// The mode of each leg.
    public var modes: [String]
    /// Whether the last place consumes them as a component.
    public var isConsumed: Bool
    /// Whether they are made at the first place; else they came there in a circle and cost the mean of what is there.
    public var isMadeAtStart: Bool = true
    /// Units per year.
    public var quantity: Double
    /// Money per unit on arrival.
    public var unitCost: Double
    /// What it is made of.
    public var lines: [UnitLine]

    /// Where it ends.
    public var destination: String { route.last ?? "" }
    /// Where it begins.
    public var origin: String { route.first ?? "" }
    /// Money per year.
    public var money: Double { unitCost * quantity }
  }

  /// For a customer and product, the cheapest way that the plan does not use, from goods that it has.
  public struct NextBest: Codable, Equatable, Sendable {
    /// The period.
    public var period: String
    /// The customer.
    public var customer: String
    /// The product.
    public var product: String
    /// The facility that would ship.
    public var origin: String
    /// By which mode.
    public var mode: String
    /// The country of origin of the goods.
    public var madeIn: String
    /// Money per unit on arrival, at what the goods cost there in the plan.
    public var unitCost: Double
    /// By how much that is above the dearest way in use; below 0 where something else than cost keeps it out.
    public var overUsed: Double
  }

  /// A line of the normal state's operating cost, money per year.
  public struct Line: Codable, Equatable, Sendable {
    /// The period.
    public var period: String
    /// The line.
    public var line: String
    /// Summed over the paths to customers.
    public var delivered: Double
    /// Summed over the plan's tables.
    public var booked: Double
  }
}
