/// Which way a policy constraint compares.
public enum Comparison: String, Sendable, CaseIterable {
  /// At most.
  case atMost = "<="
  /// At least.
  case atLeast = ">="
}

/// A row of `constraints.csv`: what a policy asks of the normal state.
public struct PolicyConstraint: Sendable, Equatable {
  /// What is counted.
  public enum Kind: Sendable, Equatable {
    /// Open facilities among the selected.
    case openFacilities(Selector)
    /// For each product (`nil`: every one) by itself: of the units used at the destinations, the
    /// share whose country of origin is selected.
    case share(origin: Selector, destination: Selector, product: String?)
    /// Opening and build cost less incentives of the selected facilities.
    case investment(Selector)
    /// Tonnes of CO2 equivalent per year of production at and freight from the selected facilities.
    case emissions(Selector)
    /// The share of a year's sales that an outage of each selected target, taken by itself, costs.
    case survive(OutageSelector)
    /// Units per year of each product (`nil`: every one) by itself, made at the selected facilities
    /// together.
    case production(Selector, product: String?)
    /// Units per year of each product (`nil`: every one) by itself, shipped from the selected
    /// facilities to the selected nodes together.
    case flow(origin: Selector, destination: Selector, product: String?)
    /// Units per year of a product (`nil`: all together) that each selected facility makes while it
    /// is open.
    case minimumIfOpen(Selector, product: String?)
    /// Facilities that ship a product (`nil`: each by itself) to a selected node, each by itself.
    case sources(destination: Selector, product: String?)
    /// Other open facilities among `needed` while a facility of `facility` is open, each by itself.
    case requires(facility: Selector, needed: Selector)
    /// The share of the demand for each product (`nil`: every one) by itself that is delivered to
    /// the selected customers on lanes within a limit.
    case within(DeliveryLimit, customers: Selector, product: String?)

    /// Whether the row's value is a share.
    public var isOfShare: Bool {
      switch self {
      case .share, .survive, .within: true
      default: false
      }
    }
  }

  /// How near a lane has to be.
  public enum DeliveryLimit: Sendable, Equatable {
    /// Days of lead time.
    case days(Double)
    /// Kilometres.
    case kilometres(Double)
  }

  /// The row's line in the file, from 1 for the header.
  public var line: Int
  /// The id.
  public var id: String
  /// What is counted.
  public var kind: Kind
  /// The period; `nil` for each period by itself.
  public var period: String?
  /// Which way it compares.
  public var sense: Comparison
  /// What it compares with.
  public var value: Double
}
