/// Who belongs where: answers whether a selector matches an entity, and how narrowly.
public struct Membership: Sendable {
  private let regionOfCountry: [String: String]
  private let groupsOfCountry: [String: Set<String>]
  private let countryOfNode: [String: String]
  private let kindOfFacility: [String: FacilityKind]

  /// Learns the memberships of a dataset's countries, facilities and customers.
  public init(
    countries: [Country], groups: [GroupMembership], facilities: [Facility], customers: [Customer]
  ) {
    regionOfCountry = Dictionary(
      countries.map { ($0.id, $0.region) }, uniquingKeysWith: { first, _ in first })
    var groupsOfCountry: [String: Set<String>] = [:]
    for row in groups { groupsOfCountry[row.country, default: []].insert(row.group) }
    self.groupsOfCountry = groupsOfCountry
    countryOfNode = Dictionary(
      facilities.map { ($0.id, $0.country) } + customers.map { ($0.id, $0.country) },
      uniquingKeysWith: { first, _ in first })
    kindOfFacility = Dictionary(
      facilities.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
  }

  /// Learns the memberships of a dataset.
  public init(_ dataset: Dataset) {
    self.init(
      countries: dataset.countries, groups: dataset.groups, facilities: dataset.facilities,
      customers: dataset.customers)
  }

  /// The groups that a country is in.
  public func groups(ofCountry country: String) -> Set<String> { groupsOfCountry[country] ?? [] }

  /// How narrowly `selector` names the facility or customer `node`, by its most specific part that
  /// matches; `nil` where none does.
  ///
  /// A selector of facilities matches no customer, and the other way round.
  public func specificity(of selector: Selector, forNode node: String) -> Selector.Specificity? {
    let kind = kindOfFacility[node]
    switch selector.scope {
    case .facilities where kind == nil, .customers where kind != nil: return nil
    default: break
    }
    guard let country = countryOfNode[node] else { return nil }
    return best(selector) { part in
      switch part {
      case .id(let id): id == node
      case .kind(let wanted): wanted == kind
      default: matches(part, country: country)
      }
    }
  }

  /// How narrowly `selector`, of countries, names `country`; `nil` where it does not.
  ///
  /// A bare id and `country:` are equally narrow.
  public func specificity(of selector: Selector, forCountry country: String)
    -> Selector.Specificity?
  {
    best(selector) { part in
      if case .id(let id) = part { return id == country }
      return matches(part, country: country)
    }.map { $0 == .id ? .country : $0 }
  }

  /// Whether `selector` matches the facility or customer `node`.
  public func matches(_ selector: Selector, node: String) -> Bool {
    specificity(of: selector, forNode: node) != nil
  }

  /// Whether `selector` matches `country`.
  public func matches(_ selector: Selector, country: String) -> Bool {
    specificity(of: selector, forCountry: country) != nil
  }

  private func matches(_ part: Selector.Part, country: String) -> Bool {
    switch part {
    case .id, .kind: false
    case .country(let id): id == country
    case .group(let group): groupsOfCountry[country]?.contains(group) ?? false
    case .region(let region): regionOfCountry[country] == region
    case .all: true
    }
  }

  private func best(_ selector: Selector, _ matches: (Selector.Part) -> Bool)
    -> Selector.Specificity?
  {
    selector.parts.filter(matches).map(\.specificity).min()
  }
}

extension Selector.Part {
  /// How narrowly the part names what it matches.
  public var specificity: Selector.Specificity {
    switch self {
    case .id: .id
    case .kind: .kind
    case .country: .country
    case .group: .group
    case .region: .region
    case .all: .all
    }
  }
}
