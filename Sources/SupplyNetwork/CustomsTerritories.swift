import SupplyData

/// Which countries are one customs territory: the members of a customs union, else each by itself.
struct CustomsTerritories {
  private let unionOfCountry: [String: String]

  init(groups: [GroupMembership]) {
    unionOfCountry = Dictionary(
      groups.filter { $0.kind == .customsUnion }.map { ($0.country, $0.group) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether goods pass from one country to the other without crossing a customs border.
  func areOne(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    guard let union = unionOfCountry[first] else { return false }
    return union == unionOfCountry[second]
  }

  /// Whether duty is due on goods made in `origin` on a lane from `departure` to `arrival`: the lane must enter another
  /// territory than it leaves, and goods return to their own territory free.
  func isDutyDue(madeIn origin: String, from departure: String, to arrival: String) -> Bool {
    !areOne(departure, arrival) && !areOne(origin, arrival)
  }
}
