/// Goods on a lane: a product, made in one country, on one pair of nodes by one mode. Each becomes a variable of every
/// period and state in which its lane is open to it.
public struct Flow: Sendable {
  /// The lane, by its place in ``Network/lanes``.
  public var lane: Int
  /// The facility it leaves; a customer where goods are returned.
  public var origin: Node
  /// Where it ends.
  public var destination: Node
  /// The product, by its place in the dataset.
  public var product: Int
  /// The country of origin of the goods, by its place in the dataset.
  public var madeIn: Int
  /// The agreement that the lot they were made in claims, by its place in ``Network/agreements``; `nil` for none.
  public var claim: Int?
  /// Freight, money per unit; periods and states may ask for a multiple.
  public var freight: Double
  /// Handling where it leaves, money per unit; periods may ask for a multiple.
  public var handling: Double
  /// Whether duty is due by territory.
  public var isDutiable: Bool
  /// Cost of the capital in goods under way, money per unit.
  public var pipelineCost: Double
  /// Cost of safety stock at a customer, money per unit, for a deviation of weekly demand of 1.
  public var safetyStockCost: Double
  /// Tonnes of CO2 equivalent per unit, of freight and handling.
  public var emissionsTonnes: Double
  /// Kilometres.
  public var distanceKilometres: Double
  /// Days.
  public var leadTimeDays: Double
}
