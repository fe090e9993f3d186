import SupplyData

/// How long what fails takes to work again: the most specific row of `recovery.csv` that speaks of it.
extension OutageReading {
  /// Weeks until what failed works again; `nil` where no row speaks of it.
  func weeks(of target: OutageTarget) -> Double? {
    if target.parts.count > 1 {
      let named = recovery.filter { $0.joint.contains(target) }
      if let longest = named.map(\.weeks).max() { return longest }
    }
    let weeks = target.parts.map { part -> Double? in
      let ranks = Dictionary(names(of: part), uniquingKeysWith: min)
      let spoken = recovery.compactMap { row in
        row.names.compactMap { ranks[$0] }.min().map { (rank: $0, weeks: row.weeks) }
      }
      return spoken.min { ($0.rank, -$0.weeks) < ($1.rank, -$1.weeks) }?.weeks
    }
    return weeks.contains(nil) ? nil : weeks.compactMap(\.self).max()
  }

  /// All that a row may call a part, the narrower the smaller the number.
  private func names(of part: OutageTarget.Part) -> [(String, Int)] {
    switch part {
    case .facility(let id):
      guard let facility = dataset.facilities.first(where: { $0.id == id }) else { return [] }
      return [(id, 0), ("kind:\(facility.kind.rawValue)", 1), ("*", 9)]
        + around(facility.country)
    case .area(let area): return names(of: area) + [("*", 9)]
    case .product(let product, let country):
      return [
        ("product:\(product)@country:\(country)", 0), ("product:\(product)@country:*", 1),
        ("product:*@country:\(country)", 1), ("product:*@country:*", 8), ("*", 9),
      ] + around(country)
    case .corridor(let from, let to, let mode):
      let modes = mode.map { [("@mode:\($0)", 0), ("", 1)] } ?? [("", 0)]
      return [("*", 9)]
        + names(of: from).flatMap { origin in
          names(of: to).flatMap { end in
            modes.map { ("\(origin.0)>\(end.0)\($0.0)", origin.1 + end.1 + $0.1) }
          }
        }
    }
  }

  private func names(of area: OutageTarget.Area) -> [(String, Int)] {
    let own = [(area.text, 0), ("\(area.text.prefix { $0 != ":" }):*", 5)]
    if case .country(let country) = area { return own + around(country) }
    return own
  }

  /// The areas around a country, itself first.
  private func around(_ country: String) -> [(String, Int)] {
    let ranks = ["country": 2, "group": 3, "region": 4]
    return members.filter { $0.value.contains(country) }.map { area, _ in
      (area, ranks[String(area.prefix { $0 != ":" })] ?? 9)
    }
  }
}
