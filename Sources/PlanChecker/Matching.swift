import SupplyData

/// Whom a selector matches, and how narrowly, read off the contract once more.
///
/// `SupplyData` answers the same question for the rest of the program. The checker asks nobody, so that an
/// error there shows as a disagreement.
struct Matching: Sendable {
  /// The rank of what is not matched; the narrower a match the smaller its rank.
  static let none = UInt8.max

  private let facilityCount: Int
  private let nodeIndex: [String: Int]
  private let countryIndex: [String: Int]
  private let nodeCountry: [Int]
  private let kinds: [FacilityKind]
  private let regions: [String]
  private let groups: [Set<String>]

  /// The memberships of a dataset; `nodeCountry` gives the country of each facility and then customer.
  init(
    _ dataset: Dataset, nodeIndex: [String: Int], countryIndex: [String: Int], nodeCountry: [Int]
  ) {
    facilityCount = dataset.facilities.count
    self.nodeIndex = nodeIndex
    self.countryIndex = countryIndex
    self.nodeCountry = nodeCountry
    kinds = dataset.facilities.map(\.kind)
    regions = dataset.countries.map(\.region)
    var groups = [Set<String>](repeating: [], count: dataset.countries.count)
    for row in dataset.groups {
      if let country = countryIndex[row.country] { groups[country].insert(row.group) }
    }
    self.groups = groups
  }

  /// For each facility and customer the rank at which `selector` matches it.
  func nodeRanks(_ selector: Selector) -> [UInt8] {
    let nodes: Range<Int> =
      switch selector.scope {
      case .facilities: 0..<facilityCount
      case .customers: facilityCount..<nodeCountry.count
      case .nodes, .countries: 0..<nodeCountry.count
      }
    var ranks = [UInt8](repeating: Self.none, count: nodeCountry.count)
    for part in selector.parts {
      switch part {
      case .id(let id):
        if let node = nodeIndex[id], nodes.contains(node) { ranks[node] = 0 }
      case .kind(let kind):
        for node in nodes where node < facilityCount && kinds[node] == kind {
          ranks[node] = min(ranks[node], 1)
        }
      default:
        let countries = countryRanks(part)
        for node in nodes { ranks[node] = min(ranks[node], countries[nodeCountry[node]]) }
      }
    }
    return ranks
  }

  /// For each country the rank at which `selector` matches it.
  func countryRanks(_ selector: Selector) -> [UInt8] {
    var ranks = [UInt8](repeating: Self.none, count: regions.count)
    for part in selector.parts {
      for (country, rank) in countryRanks(part).enumerated() {
        ranks[country] = min(ranks[country], rank)
      }
    }
    return ranks
  }

  /// Whether two countries have a group in common, of any kind.
  func haveGroupInCommon(_ first: Int, _ second: Int) -> Bool {
    !groups[first].isDisjoint(with: groups[second])
  }

  private func countryRanks(_ part: Selector.Part) -> [UInt8] {
    switch part {
    // In a column of countries a bare id is as narrow as `country:`.
    case .id(let id), .country(let id):
      regions.indices.map { $0 == countryIndex[id] ? 2 : Self.none }
    case .group(let group): groups.map { $0.contains(group) ? 3 : Self.none }
    case .region(let region): regions.map { $0 == region ? 4 : Self.none }
    case .all: regions.map { _ in 5 }
    case .kind: regions.map { _ in Self.none }
    }
  }
}
