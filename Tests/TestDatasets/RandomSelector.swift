/// A selector with what it matches and how narrowly, known from how it was drawn.
///
/// Kept apart from the reader's own matching: rows that would be equally specific must be avoided
/// also where the reader is wrong.
struct RandomSelector {
  var text: String
  /// The rank of the narrowest part for each entity matched: 0 an id … 5 `*`.
  var ranks: [String: Int]

  /// Whether both match an entity equally narrowly.
  func ties(with other: RandomSelector) -> Set<String> {
    Set(ranks.filter { other.ranks[$0.key] == $0.value }.keys)
  }
}

extension Drawing {
  /// A selector of the places, which may not be empty.
  mutating func selector(of places: [Place]) -> RandomSelector {
    var chosen = part(of: places)
    if random.percent(20) {
      let other = part(of: places)
      if other.text != chosen.text {
        chosen.text += "|" + other.text
        chosen.ranks.merge(other.ranks) { min($0, $1) }
      }
    }
    return chosen
  }

  private mutating func part(of places: [Place]) -> RandomSelector {
    let place = random.one(of: places)
    let groups = members.filter { $0.value.contains(place.country) }.keys.sorted()
    let region = self.region(of: place.country)
    switch random.whole(0...6) {
    case 0, 1:
      return RandomSelector(text: place.id, ranks: [place.id: 0])
    case 2 where !place.kind.isEmpty:
      return matching("kind:\(place.kind)", 1, places) { $0.kind == place.kind }
    case 3:
      return matching("country:\(place.country)", 2, places) { $0.country == place.country }
    case 4 where !groups.isEmpty:
      let group = random.one(of: groups)
      let countries = members[group] ?? []
      return matching("group:\(group)", 3, places) { countries.contains($0.country) }
    case 5:
      let inRegion = Set(countries.filter { $0.region == region }.map(\.id))
      return matching("region:\(region)", 4, places) { inRegion.contains($0.country) }
    default:
      return matching("*", 5, places) { _ in true }
    }
  }

  private func matching(
    _ text: String, _ rank: Int, _ places: [Place], _ matches: (Place) -> Bool
  ) -> RandomSelector {
    let ids = places.filter(matches).map(\.id)
    return RandomSelector(
      text: text, ranks: Dictionary(ids.map { ($0, rank) }) { first, _ in first })
  }

  private func region(of country: String) -> String {
    countries.first { $0.id == country }?.region ?? ""
  }

  /// A selector of countries; there an id is as narrow as `country:`.
  mutating func countrySelector() -> RandomSelector {
    var selector = selector(of: countries.map { Place(id: $0.id, country: $0.id) })
    selector.ranks = selector.ranks.mapValues { $0 == 0 ? 2 : $0 }
    return selector
  }

  /// `*` half of the time, else a product.
  mutating func productOrAll() -> String {
    random.percent(50) ? "*" : random.one(of: products)
  }
}
