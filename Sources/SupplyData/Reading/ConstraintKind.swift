/// The kinds of policy constraints by the names that `constraints.csv` gives them.
enum ConstraintKind: String, CaseIterable {
  case openFacilities = "open_facilities"
  case share, investment, emissions, survive, production, flow
  case minimumIfOpen = "minimum_if_open"
  case sources, requires
  case withinDays = "within_days"
  case withinKilometres = "within_km"

  /// Whether its value is a share.
  var isOfShare: Bool {
    switch self {
    case .share, .survive, .withinDays, .withinKilometres: true
    default: false
    }
  }

  /// Whether its value is a whole number of facilities, at least 1.
  var isOfWholeNumbers: Bool { self == .sources || self == .requires }

  /// Whether it has a limit beside its value.
  var hasLimit: Bool { self == .withinDays || self == .withinKilometres }

  /// The one way in which it compares; `nil` where it may be either.
  var onlySense: Comparison? {
    switch self {
    case .openFacilities, .share, .production, .flow: nil
    case .investment, .emissions, .survive, .sources: .atMost
    case .minimumIfOpen, .requires, .withinDays, .withinKilometres: .atLeast
    }
  }

  /// The columns among `origin`, `destination` and `product` that it does not use.
  var unusedColumns: [String] {
    switch self {
    case .share, .flow: []
    case .openFacilities, .investment, .emissions, .survive: ["destination", "product"]
    case .production, .minimumIfOpen: ["destination"]
    case .requires: ["product"]
    case .sources, .withinDays, .withinKilometres: ["origin"]
    }
  }
}
