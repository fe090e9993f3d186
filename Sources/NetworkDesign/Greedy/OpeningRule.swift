import SupplyData
import SupplyNetwork

/// A policy on openings or investments, and what to change in a design that breaks it.
struct OpeningRule {
  private enum Kind {
    case sites
    case spending
  }

  private let kind: Kind
  private let sites: [Int]
  private let sense: Comparison
  private let value: Double
  private let period: Int?

  static func all(of network: Network) -> [OpeningRule] {
    let dataset = network.dataset
    let membership = Membership(dataset)
    return dataset.constraints.compactMap { constraint in
      let kind: Kind
      let selector: Selector
      switch constraint.kind {
      case .openFacilities(let chosen): (kind, selector) = (.sites, chosen)
      case .investment(let chosen): (kind, selector) = (.spending, chosen)
      case .share, .emissions, .survive, .production, .flow, .minimumIfOpen, .sources, .requires,
        .within:
        return nil
      }
      return OpeningRule(
        kind: kind,
        sites: dataset.facilities.indices.filter {
          membership.matches(selector, node: dataset.facilities[$0].id)
        },
        sense: constraint.sense, value: constraint.value,
        period: constraint.period.flatMap { id in
          dataset.settings.periods.firstIndex { $0.id == id }
        })
    }
  }

  func binds(_ t: Int) -> Bool { period == nil || period == t }

  /// Whether it wants a site to be open.
  func wants(_ site: Int) -> Bool {
    kind == .sites && sense == .atLeast && sites.contains(site)
  }

  /// Of too many open sites the one that ships least.
  func siteToClose(
    in t: Int, _ schedules: [FacilitySchedule], _ operation: Filling.Operation, _ closed: Set<Int>
  ) -> Int? {
    guard kind == .sites, sense == .atMost else { return nil }
    let open = sites.filter { schedules[$0].open[t] }
    guard Double(open.count) > value + Self.margin else { return nil }
    return open.filter { !closed.contains($0) }.min {
      (operation.shipped[$0], $0) < (operation.shipped[$1], $1)
    }
  }

  /// Of the closed sites, where too few are open, the one that costs least.
  func siteToOpen(
    in t: Int, _ schedules: [FacilitySchedule], _ closed: Set<Int>, extraCost: (Int) -> Double?
  ) -> Int? {
    guard kind == .sites, sense == .atLeast else { return nil }
    guard Double(sites.count { schedules[$0].open[t] }) < value - Self.margin else { return nil }
    return sites.filter { !schedules[$0].open[t] && !closed.contains($0) }
      .compactMap { site in extraCost(site).map { (cost: $0, site: site) } }
      .min { ($0.cost, $0.site) < ($1.cost, $1.site) }?.site
  }

  /// Where too much is spent, the site that spends most.
  func siteToLeave(
    in t: Int, _ schedules: [FacilitySchedule], _ network: Network, _ unbuilt: Set<Int>
  ) -> Int? {
    guard kind == .spending else { return nil }
    let spent = sites.map { (site: $0, money: spending(at: $0, in: t, schedules, network)) }
    guard spent.reduce(0, { $0 + $1.money }) > value * (1 + Self.margin) else { return nil }
    return spent.filter { $0.money > 0 && !unbuilt.contains($0.site) }
      .max { ($0.money, $1.site) < ($1.money, $0.site) }?.site
  }

  private func spending(
    at site: Int, in t: Int, _ schedules: [FacilitySchedule], _ network: Network
  ) -> Double {
    let facility = network.dataset.facilities[site]
    let wasOpen = t == 0 ? facility.status == .existing : schedules[site].open[t - 1]
    var money = schedules[site].open[t] && !wasOpen ? network.openingCost(site, t) : 0
    for (number, module) in network.modulesOfFacility[site].enumerated() {
      let row = network.dataset.capacity[module]
      let counts = schedules[site].count[number]
      let before = t == 0 ? row.existing : counts[t - 1]
      money += network.buildCost(module, site, t) * Double(max(0, counts[t] - before))
    }
    return money
  }

  private static let margin = 1e-9
}
