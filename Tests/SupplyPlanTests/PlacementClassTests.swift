import SupplyPlan
import Testing

@testable import SupplyData

/// How near goods are made, by country, region and groups, in this order.
@Suite struct PlacementClassTests {
  private static func country(_ id: String, _ region: String) -> Country {
    Country(id: id, name: id, region: region, location: Coordinates(latitude: 0, longitude: 0))
  }

  private static let user = country("AA", "West")

  @Test(arguments: [
    ("AA", "West", PlacementClass.domestic), ("BB", "West", .nearshore),
    ("CC", "East", .friendshore),
    ("DD", "East", .offshore), ("EE", "South", .offshore),
  ])
  func `the nearest that applies`(_ id: String, _ region: String, _ placement: PlacementClass) {
    let membership = Membership(
      countries: [
        Self.user, Self.country("BB", "West"), Self.country("CC", "East"),
        Self.country("DD", "East"), Self.country("EE", "South"),
      ],
      groups: ["AA", "BB", "CC"].map {
        GroupMembership(group: "pact", kind: .alliance, country: $0)
      } + [GroupMembership(group: "others", kind: .alliance, country: "EE")],
      facilities: [], customers: [])
    #expect(
      PlacementClass(madeIn: Self.country(id, region), usedIn: Self.user, membership) == placement)
  }
}
