public import SupplyData

/// How near the place of making is to the customer.
public enum PlacementClass: String, Sendable, Codable, CaseIterable {
  /// Same country.
  case domestic
  /// Same region.
  case nearshore
  /// A trade agreement, customs union or alliance in common.
  case friendshore
  /// None of these.
  case offshore

  /// The class of goods by the countries that they are made and used in.
  public init(madeIn maker: Country, usedIn user: Country, _ membership: Membership) {
    if maker.id == user.id {
      self = .domestic
    } else if maker.region == user.region {
      self = .nearshore
    } else {
      let common = membership.groups(ofCountry: maker.id)
        .intersection(membership.groups(ofCountry: user.id))
      self = common.isEmpty ? .offshore : .friendshore
    }
  }
}
