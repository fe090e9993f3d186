/// What may fail in a dataset, by its sort: the targets that the patterns of a selector stand for.
public struct OutageCatalogue: Sendable {
  private let facilities: [Facility]
  private let countries: [String]
  private let regions: [String]
  private let groups: [String]
  private let makers: [(product: String, country: String)]
  private let countriesOfArea: [OutageTarget.Area: Set<String>]
  private let countriesWithFacilities: Set<String>
  private let countriesWithNodes: Set<String>

  /// - Parameter dataset: whose facilities, countries, regions, groups and products may fail.
  public init(_ dataset: Dataset) {
    facilities = dataset.facilities
    countries = dataset.countries.map(\.id)
    regions = Self.unique(dataset.countries.map(\.region))
    groups = Self.unique(dataset.groups.map(\.group))
    var countriesOfArea: [OutageTarget.Area: Set<String>] = [:]
    for country in dataset.countries {
      countriesOfArea[.country(country.id), default: []].insert(country.id)
      countriesOfArea[.region(country.region), default: []].insert(country.id)
    }
    for row in dataset.groups {
      countriesOfArea[.group(row.group), default: []].insert(row.country)
    }
    self.countriesOfArea = countriesOfArea
    let countryOfFacility = Dictionary(
      dataset.facilities.map { ($0.id, $0.country) }, uniquingKeysWith: { first, _ in first })
    countriesWithFacilities = Set(dataset.facilities.map(\.country))
    countriesWithNodes = countriesWithFacilities.union(dataset.customers.map(\.country))
    let made = Set(
      dataset.production.compactMap { row in
        countryOfFacility[row.facility].map { [row.product, $0] }
      })
    makers = dataset.products.flatMap { product in
      dataset.countries.compactMap { country in
        made.contains([product.id, country.id]) ? (product.id, country.id) : nil
      }
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// The countries of an area.
  public func countries(of area: OutageTarget.Area) -> Set<String> { countriesOfArea[area] ?? [] }

  /// The targets of a selector, each once, in the order of its patterns and of the tables.
  public func targets(of selector: OutageSelector) -> [OutageTarget] {
    var seen: Set<OutageTarget> = []
    return selector.patterns.flatMap(targets(of:)).filter { seen.insert($0).inserted }
  }

  private func targets(of pattern: OutageSelector.Pattern) -> [OutageTarget] {
    switch pattern {
    case .facility(let id):
      facilities.filter { id == nil || $0.id == id }.map { OutageTarget(.facility($0.id)) }
    case .kind(let kind):
      facilities.filter { $0.kind == kind }.map { OutageTarget(.facility($0.id)) }
    case .area(let area):
      areas(of: area, with: countriesWithFacilities).map { OutageTarget(.area($0)) }
    case .product(let product, let country):
      makers.filter {
        (product == nil || $0.product == product) && (country == nil || $0.country == country)
      }.map { OutageTarget(.product($0.product, country: $0.country)) }
    case .corridor(let from, let to, let mode): corridors(from, to, mode)
    case .joint(let patterns): joint(patterns)
    }
  }

  private func areas(of pattern: OutageSelector.AreaPattern, with members: Set<String>)
    -> [OutageTarget.Area]
  {
    let all: [OutageTarget.Area] =
      switch pattern.kind {
      case .country: countries.map(OutageTarget.Area.country)
      case .region: regions.map(OutageTarget.Area.region)
      case .group: groups.map(OutageTarget.Area.group)
      }
    return all.filter {
      (pattern.name == nil || pattern.name == $0.name)
        && !countries(of: $0).isDisjoint(with: members)
    }
  }

  /// Ways within an area are a corridor only where it is named.
  private func corridors(
    _ from: OutageSelector.AreaPattern, _ to: OutageSelector.AreaPattern, _ mode: String?
  ) -> [OutageTarget] {
    let isNamed = from.name != nil && to.name != nil
    return areas(of: from, with: countriesWithFacilities).flatMap { origin in
      areas(of: to, with: countriesWithNodes).filter { isNamed || $0 != origin }.map {
        OutageTarget(.corridor(from: origin, to: $0, mode: mode))
      }
    }
  }

  /// One of each pattern, all different.
  private func joint(_ patterns: [OutageSelector.Pattern]) -> [OutageTarget] {
    var combinations: [[OutageTarget.Part]] = [[]]
    for pattern in patterns {
      let parts = targets(of: pattern).flatMap(\.parts)
      combinations = combinations.flatMap { combination in
        parts.filter { !combination.contains($0) }.map { combination + [$0] }
      }
    }
    return combinations.map(OutageTarget.init(joint:))
  }

  /// The groups that constraints and recovery times name.
  func groups(in dataset: Dataset) -> Set<String> {
    let selectors =
      dataset.recovery.map(\.target)
      + dataset.constraints.compactMap { row in
        if case .survive(let selector) = row.kind { selector } else { nil }
      }
    return Set(
      selectors.flatMap(targets(of:)).flatMap(\.parts).flatMap { part -> [String] in
        let areas: [OutageTarget.Area] =
          switch part {
          case .area(let area): [area]
          case .corridor(let from, let to, _): [from, to]
          case .facility, .product: []
          }
        return areas.compactMap { if case .group(let id) = $0 { id } else { nil } }
      })
  }
}
