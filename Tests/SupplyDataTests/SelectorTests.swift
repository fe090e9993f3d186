import SupplyData
import TestDatasets
import Testing

/// What selectors match, and how narrowly.
@Suite struct SelectorTests {
  private let dataset: Dataset
  private let membership: Membership

  init() throws {
    dataset = try TestDataset()
      .adding("groups", "group,kind,country", "G,alliance,AA", "G,alliance,BB")
      .replacing(
        "lanes",
        """
        origin,destination,mode
        plant,shop,truck
        kind:plant,kind:plant|shop,truck
        country:AA , country:BB,truck
        group:G,group:G,truck
        region:North,region:South|region: North,truck
        *,*,truck
        region:North|*|plant,*|country:AA,truck

        """
      ).read()
    membership = Membership(dataset)
  }

  @Test func mostSpecificPartCounts() {
    let origins = dataset.lanes.map { membership.specificity(of: $0.origin, forNode: "plant") }
    #expect(origins == [.id, .kind, .country, .group, .region, .all, .id])
    let toShop = dataset.lanes.map { membership.specificity(of: $0.destination, forNode: "shop") }
    #expect(toShop == [.id, .id, .country, .group, .region, .all, .all])
    let toPlant = dataset.lanes.map { membership.specificity(of: $0.destination, forNode: "plant") }
    #expect(toPlant == [nil, .kind, nil, .group, .region, .all, .country])
  }

  @Test func narrowerIsSmaller() {
    let order: [Selector.Specificity] = [.id, .kind, .country, .group, .region, .all]
    #expect(order == order.sorted())
  }

  @Test func scopeKeepsCustomersOut() {
    #expect(membership.matches(.everything(in: .facilities), node: "plant"))
    #expect(!membership.matches(.everything(in: .facilities), node: "shop"))
    #expect(!membership.matches(.everything(in: .customers), node: "plant"))
    #expect(!membership.matches(.everything(in: .nodes), node: "nobody"))
  }

  @Test func countriesByIdOrWord() throws {
    let tariffs = try TestDataset()
      .adding("tariffs", "layer,origin,destination,rate", "a,AA|*,country:BB|region:South,0.1")
      .read().tariffs
    #expect(membership.specificity(of: tariffs[0].origin, forCountry: "AA") == .country)
    #expect(membership.specificity(of: tariffs[0].origin, forCountry: "BB") == .all)
    #expect(membership.specificity(of: tariffs[0].destination, forCountry: "BB") == .country)
    #expect(membership.specificity(of: tariffs[0].destination, forCountry: "AA") == nil)
  }

  @Test func keepsItsTextAndLine() {
    #expect(dataset.lanes[2].destination.text == "country:BB")
    #expect(dataset.lanes[6].origin.parts == [.region("North"), .all, .id("plant")])
    #expect(dataset.lanes.map(\.line) == Array(2...8))
  }
}
