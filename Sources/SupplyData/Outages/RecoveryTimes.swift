/// How long each target takes to recover, by `recovery.csv`: the most specific row that speaks of the target.
///
/// What a row says of an area holds for what lies in it, unless another row is narrower: for a facility its id comes
/// before its kind, its country, a group, its region and `*`; of rows equally narrow the longest holds. Several things at
/// once take as long as the slowest of them.
public struct RecoveryTimes: Sendable {
  private let rows: [RecoveryRow]
  private let catalogue: OutageCatalogue
  private let countryOfFacility: [String: String]
  private let kindOfFacility: [String: FacilityKind]

  /// The times of a dataset.
  public init(_ dataset: Dataset) {
    rows = dataset.recovery
    catalogue = OutageCatalogue(dataset)
    countryOfFacility = Dictionary(
      dataset.facilities.map { ($0.id, $0.country) }, uniquingKeysWith: { first, _ in first })
    kindOfFacility = Dictionary(
      dataset.facilities.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
  }

  /// Weeks until what failed works again; `nil` where no row speaks of it.
  public func weeks(for target: OutageTarget) -> Double? {
    if target.parts.count > 1 {
      let named = rows.filter { row in
        row.target.patterns.contains { pattern in
          if case .joint = pattern {
            return catalogue.targets(of: OutageSelector(patterns: [pattern], text: ""))
              .contains(target)
          }
          return false
        }
      }
      if let weeks = named.map(\.weeks).max() { return weeks }
      let each = target.parts.map { weeks(for: OutageTarget($0)) }
      return each.contains(nil) ? nil : each.compactMap(\.self).max()
    }
    guard let part = target.parts.first else { return nil }
    var best: (rank: Int, weeks: Double)?
    for row in rows {
      guard let rank = row.target.patterns.compactMap({ self.rank(of: $0, for: part) }).min() else {
        continue
      }
      if let known = best, (known.rank, -known.weeks) <= (rank, -row.weeks) { continue }
      best = (rank, row.weeks)
    }
    return best?.weeks
  }

  /// How narrowly a pattern speaks of a part; the narrower the smaller, `nil` where it does not.
  private func rank(of pattern: OutageSelector.Pattern, for part: OutageTarget.Part) -> Int? {
    if case .facility(nil) = pattern { return 9 }
    switch (pattern, part) {
    case (.facility(let name), .facility(let id)): return name == id ? 0 : nil
    case (.kind(let kind), .facility(let id)): return kindOfFacility[id] == kind ? 1 : nil
    case (.area(let area), .facility(let id)):
      return countryOfFacility[id].flatMap { rank(of: area, aroundCountry: $0) }
    case (.area(let area), .area(let place)): return rank(of: area, for: place)
    case (.area(let area), .product(_, let country)):
      return rank(of: area, aroundCountry: country)
    case (.product(let name, let place), .product(let product, let country)):
      guard name == nil || name == product, place == nil || place == country else { return nil }
      return name == nil ? (place == nil ? 8 : 1) : (place == nil ? 1 : 0)
    case (.corridor(let from, let to, let mode), .corridor(let origin, let end, let means)):
      guard let first = rank(of: from, for: origin), let second = rank(of: to, for: end),
        mode == nil || mode == means
      else { return nil }
      return first + second + (mode == nil && means != nil ? 1 : 0)
    default: return nil
    }
  }

  /// A named area around a country.
  private func rank(of pattern: OutageSelector.AreaPattern, aroundCountry country: String) -> Int? {
    guard let name = pattern.name else { return nil }
    let area: OutageTarget.Area
    let rank: Int
    switch pattern.kind {
    case .country: (area, rank) = (.country(name), 2)
    case .group: (area, rank) = (.group(name), 3)
    case .region: (area, rank) = (.region(name), 4)
    }
    return catalogue.countries(of: area).contains(country) ? rank : nil
  }

  private func rank(of pattern: OutageSelector.AreaPattern, for area: OutageTarget.Area) -> Int? {
    let isOfKind =
      switch (pattern.kind, area) {
      case (.country, .country), (.region, .region), (.group, .group): true
      default: false
      }
    if isOfKind {
      if pattern.name == area.name { return 0 }
      return pattern.name == nil ? 5 : nil
    }
    guard case .country(let country) = area else { return nil }
    return rank(of: pattern, aroundCountry: country)
  }
}
