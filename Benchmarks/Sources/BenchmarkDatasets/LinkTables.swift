/// Modes and lanes.
struct LinkTables {
  let links: LinkPlan

  func tables(seed: UInt64) -> [Table] { [modes, lanes(seed: seed)] }

  private var modes: Table {
    var table = Table(
      "modes", "mode", "cost_per_t_km", "cost_per_t", "speed_km_per_day", "dwell_days", "circuity",
      "emissions_t_per_t_km")
    let used = Set(links.links.map(\.mode)).union([.sea, .air])
    for mode in Link.Mode.allCases where used.contains(mode) {
      switch mode {
      case .truck: table.add(mode.rawValue, 0.11, 15, 600, 1, 1.25, 0.0001)
      case .rail: table.add(mode.rawValue, 0.03, 45, 700, 5, 1.3, 0.00003)
      case .sea: table.add(mode.rawValue, 0.006, 70, 700, 10, 1.5, 0.000016)
      case .air: table.add(mode.rawValue, 0.35, 300, 6000, 2, 1.05, 0.0006)
      }
    }
    return table
  }

  /// Many plain rows, by origin and mode; hubs by a selector; each rail lane with its capacity.
  private func lanes(seed: UInt64) -> Table {
    var chance = SplitMix64(seed: seed, part: "lanes")
    var table = Table("lanes", "origin", "destination", "mode", "capacity")
    let hubs = links.hubs.map { links.plan.sites[$0].id }
    if !hubs.isEmpty {
      table.add("kind:plant", hubs.joined(separator: "|"), Link.Mode.sea.rawValue, "")
      table.add("kind:plant", hubs.joined(separator: "|"), Link.Mode.air.rawValue, "")
    }
    let sites = Dictionary(
      links.plan.sites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for origin in links.plan.sites.map(\.id) {
      let own = links.links.filter { $0.origin == origin }
      for mode in Link.Mode.allCases where mode != .rail {
        let ends = own.filter { $0.mode == mode }.map(\.destination)
        if !ends.isEmpty { table.add(origin, ends.joined(separator: "|"), mode.rawValue, "") }
      }
      for link in own where link.mode == .rail {
        let units = (sites[origin]?.potential ?? 0) * chance.number(0.2...0.6)
        let capacity = NumberText.text(NumberText.rounded(units, 2))
        table.add(origin, link.destination, link.mode.rawValue, capacity)
      }
    }
    return table
  }
}
