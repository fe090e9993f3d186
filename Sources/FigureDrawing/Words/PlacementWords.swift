package import SupplyPlan

extension PlacementClass {
  /// The word shown.
  package var word: String {
    switch self {
    case .domestic: say("domestic")
    case .nearshore: say("nearshore")
    case .friendshore: say("friendshore")
    case .offshore: say("offshore")
    }
  }

  /// What it means, for notes.
  package static var definition: String {
    say(
      """
      Domestic: made in the customer’s country; nearshore: in its region; friendshore: in a country with a trade \
      agreement, customs union or alliance in common; offshore: elsewhere.
      """)
  }
}
