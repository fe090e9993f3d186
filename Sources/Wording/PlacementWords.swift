package import SupplyPlan

extension PlacementClass {
  /// The word shown.
  package var word: String {
    switch self {
    case .domestic: "domestic"
    case .nearshore: "nearshore"
    case .friendshore: "friendshore"
    case .offshore: "offshore"
    }
  }

  /// What it means, for notes.
  package static var definition: String {
    """
    Domestic: made in the customer’s country; nearshore: in its region; friendshore: in a country with a trade \
    agreement, customs union or alliance in common; offshore: elsewhere.
    """
  }
}
