/// Goods on a lane: a product, made in one country, on one pair of nodes by one mode. Each becomes a variable of every
/// period and state in which its lane is open to it.
public struct Flow: Sendable {
  /// The lane, by its place in ``Network/lanes``.
  public var lane: Int
  /// The facility it leaves, by its place in the dataset.
  public var origin: Int
  /// Where it ends.
  public var destination: Node
  /// The product, by its place in the dataset.
  public var product: Int
  /// The country of origin of the goods, by its place in the dataset.
  public var madeIn: Int
  /// Freight, money per unit.
  public var freight: Double
  /// Whether duty is due by territory.
  public var isDutiable: Bool
  /// The normal state's rate of duty, a share of the customs value; 0 where none is due.
  public var dutyRate: Double
  /// Cost of the capital in goods under way, money per unit.
  public var pipelineCost: Double
  /// Tonnes of CO2 equivalent per unit.
  public var emissionsTonnes: Double
  /// Kilometres.
  public var distanceKilometres: Double
  /// Days.
  public var leadTimeDays: Double
}
