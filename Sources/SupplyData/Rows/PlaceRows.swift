/// A row of `countries.csv`.
public struct Country: Sendable, Equatable {
  /// The id.
  public var id: String
  /// The name shown.
  public var name: String
  /// The region it lies in.
  public var region: String
  /// Where it is, in degrees.
  public var location: Coordinates
}

/// A point on the globe.
public struct Coordinates: Sendable, Equatable {
  /// Degrees north, −90 to 90.
  public var latitude: Double
  /// Degrees east, −180 to 180.
  public var longitude: Double

  /// A point on the globe, in degrees.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// What a group of countries has agreed on.
public enum GroupKind: String, Sendable, CaseIterable {
  /// One customs territory.
  case customsUnion = "customs_union"
  /// A trade agreement.
  case tradeAgreement = "trade_agreement"
  /// An alliance.
  case alliance
}

/// A row of `groups.csv`: one country in one group.
public struct GroupMembership: Sendable, Equatable {
  /// The group's id.
  public var group: String
  /// The kind, the same in all rows of a group.
  public var kind: GroupKind
  /// The member.
  public var country: String
}

/// What a facility is.
public enum FacilityKind: String, Sendable, CaseIterable {
  /// Makes raw materials or parts.
  case supplier
  /// Makes products.
  case plant
  /// A small plant beside the customer, built of whole modules.
  case microfactory
  /// Stores and forwards.
  case warehouse
}

/// Whether a facility stands today.
public enum FacilityStatus: String, Sendable, CaseIterable {
  /// Open before the first period.
  case existing
  /// May be opened.
  case candidate
}

/// What the user has decided about a facility beforehand.
public enum FacilityDecision: String, Sendable, CaseIterable {
  /// The plan decides.
  case consider
  /// Open in every period.
  case open
  /// Closed in every period.
  case closed
}

/// A row of `facilities.csv`.
public struct Facility: Sendable, Equatable {
  /// The row's line in the file, from 1 for the header.
  public var line = 0
  /// The id.
  public var id: String
  /// The name shown.
  public var name: String
  /// The country it stands in.
  public var country: String
  /// Where it is, in degrees.
  public var location: Coordinates
  /// What it is.
  public var kind: FacilityKind
  /// Whether it stands today.
  public var status: FacilityStatus
  /// What the user has decided about it.
  public var decision: FacilityDecision
  /// Money once, when it opens.
  public var openingCost: Double
  /// Money once, when it closes.
  public var closingCost: Double
  /// Money per year in which it is open.
  public var fixedCost: Double
  /// Most units shipped out per year, all products together; `nil` for no limit.
  public var throughput: Double?
  /// Jobs while it is open.
  public var fixedJobs: Double
  /// The id of the first period in which a candidate can be open; `nil` for the first of all.
  public var availableFrom: String?
}

/// A row of `customers.csv`.
public struct Customer: Sendable, Equatable {
  /// The id.
  public var id: String
  /// The name shown.
  public var name: String
  /// The country it is in.
  public var country: String
  /// Where it is, in degrees.
  public var location: Coordinates
}
