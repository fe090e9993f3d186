/// A flow over a lane, of goods made in one country under one claim.
public struct FlowRow: Sendable, Equatable {
  /// The period.
  public var period: String
  /// The scenario; `nil` for the normal state.
  public var scenario: String?
  /// The facility it leaves, or the customer who returns the goods.
  public var origin: String
  /// The facility or customer it reaches.
  public var destination: String
  /// The mode.
  public var mode: String
  /// The product.
  public var product: String
  /// The country of origin of the goods.
  public var madeIn: String
  /// Units per year.
  public var quantity: Double
  /// Money per year.
  public var freight: Double
  /// Money per year: net of quotas, before drawback.
  public var duty: Double
  /// The agreement that the goods were made to qualify under; `nil` for none.
  public var claim: String?
  /// Units per year that enter within a quota.
  public var inQuota: Double
  /// Units per year whose duty is drawn back.
  public var drawnBack: Double

  /// Creates a row.
  public init(
    period: String, scenario: String?, origin: String, destination: String, mode: String,
    product: String, madeIn: String, quantity: Double, freight: Double, duty: Double,
    claim: String? = nil, inQuota: Double = 0, drawnBack: Double = 0
  ) {
    self.period = period
    self.scenario = scenario
    self.origin = origin
    self.destination = destination
    self.mode = mode
    self.product = product
    self.madeIn = madeIn
    self.quantity = quantity
    self.freight = freight
    self.duty = duty
    self.claim = claim
    self.inQuota = inQuota
    self.drawnBack = drawnBack
  }
}

/// What a facility makes, under one contract and one claim.
public struct ProductionFlowRow: Sendable, Equatable {
  /// The period.
  public var period: String
  /// The scenario; `nil` for the normal state.
  public var scenario: String?
  /// The facility.
  public var facility: String
  /// The product.
  public var product: String
  /// Units per year.
  public var quantity: Double
  /// The contract that it is made under; `nil` for what is paid as the production row says.
  public var contract: String?
  /// The agreement that it is made to qualify under; `nil` for none.
  public var claim: String?

  /// Creates a row.
  public init(
    period: String, scenario: String?, facility: String, product: String, quantity: Double,
    contract: String? = nil, claim: String? = nil
  ) {
    self.period = period
    self.scenario = scenario
    self.facility = facility
    self.product = product
    self.quantity = quantity
    self.contract = contract
    self.claim = claim
  }
}

/// What is drawn from a buffer in a scenario.
public struct DrawRow: Sendable, Equatable {
  /// The period.
  public var period: String
  /// The scenario; `nil` for the normal state, in which nothing may be drawn.
  public var scenario: String?
  /// The facility or customer.
  public var location: String
  /// The product.
  public var product: String
  /// Units per year.
  public var quantity: Double

  /// Creates a row.
  public init(
    period: String, scenario: String?, location: String, product: String, quantity: Double
  ) {
    self.period = period
    self.scenario = scenario
    self.location = location
    self.product = product
    self.quantity = quantity
  }
}

/// What a facility uses of a component in the lots that it makes of a product under one claim.
public struct UseRow: Sendable, Equatable {
  /// The period.
  public var period: String
  /// The scenario; `nil` for the normal state.
  public var scenario: String?
  /// The facility.
  public var facility: String
  /// The product made.
  public var product: String
  /// The agreement that the lots are made to qualify under; `nil` for none.
  public var claim: String?
  /// The component.
  public var component: String
  /// The country that the component was made in; `nil` for what is drawn from stock.
  public var madeIn: String?
  /// The agreement that the component was made to qualify under; `nil` for none.
  public var componentClaim: String?
  /// Units of the component per year.
  public var quantity: Double

  /// Creates a row.
  public init(
    period: String, scenario: String?, facility: String, product: String, claim: String?,
    component: String, madeIn: String?, componentClaim: String?, quantity: Double
  ) {
    self.period = period
    self.scenario = scenario
    self.facility = facility
    self.product = product
    self.claim = claim
    self.component = component
    self.madeIn = madeIn
    self.componentClaim = componentClaim
    self.quantity = quantity
  }
}
