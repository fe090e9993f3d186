/// An end of a lane.
public enum Node: Hashable, Sendable {
  /// A facility, by its place in the dataset.
  case facility(Int)
  /// A customer, by its place in the dataset.
  case customer(Int)

  /// Whether it is a facility.
  public var isFacility: Bool { if case .facility = self { true } else { false } }
  /// The facility, by its place in the dataset; `nil` for a customer.
  public var facility: Int? { if case .facility(let place) = self { place } else { nil } }
}

/// A way for goods: a pair of nodes and a mode.
public struct Lane: Sendable {
  /// What it takes to move a product over a lane.
  public struct Terms: Sendable {
    /// The product, by its place in the dataset.
    public var product: Int
    /// Length of the way in kilometres.
    public var distanceKilometres: Double
    /// Freight, money per unit.
    public var unitCost: Double
    /// Days from door to door.
    public var leadTimeDays: Double
    /// Tonnes of CO2 equivalent per unit.
    public var emissionsTonnes: Double
  }

  /// The facility it leaves; a customer where goods are returned.
  public var origin: Node
  /// Where it ends.
  public var destination: Node
  /// The mode, by its place in the dataset.
  public var mode: Int
  /// Units per year, all products together; `nil` for no limit.
  public var capacity: Double?
  /// The products it carries, in the order of the dataset.
  public var products: [Terms]
}
