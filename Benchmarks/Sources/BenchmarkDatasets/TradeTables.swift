/// Tariffs in layers, incentives and policies.
struct TradeTables {
  let plan: SitePlan

  func tables(seed: UInt64) -> [Table] {
    [tariffs(seed: seed), incentives(seed: seed), policies(seed: seed)]
  }

  private var market: Market { plan.market }

  /// Countries in which something is made or stored, in the world's order.
  private var hosts: [Country] {
    let places = Set(plan.sites.map(\.country))
    return market.countries.indices.filter(places.contains).map { market.countries[$0] }
  }

  /// Customs duties by who buys, freed inside trade agreements; and remedies against one country's goods.
  private func tariffs(seed: UInt64) -> Table {
    var chance = SplitMix64(seed: seed, part: "tariffs")
    var table = Table("tariffs", "layer", "origin", "destination", "product", "rate")
    func rate(_ range: ClosedRange<Double>) -> Double {
      NumberText.rounded(chance.number(range), 2)
    }
    let groups = World.groups(among: market.countries)
    let unions = groups.filter { $0.kind == "customs_union" }
    let inUnions = Set(unions.flatMap(\.members))
    let territories =
      unions.map { "group:\($0.id)" }
      + market.countries.map(\.id).filter { !inUnions.contains($0) }
    for territory in territories {
      table.add("customs", "*", territory, "*", rate(0.01...0.06))
      for good in market.places(.good).prefix(3) {
        table.add("customs", "*", territory, market.products[good].id, rate(0.03...0.15))
      }
    }
    // Rows of a product win over rows of all, so agreements name each product.
    for group in groups where group.kind == "trade_agreement" {
      table.add("customs", "group:\(group.id)", "group:\(group.id)", "*", 0)
      for good in market.places(.good).prefix(3) {
        table.add(
          "customs", "group:\(group.id)", "group:\(group.id)", market.products[good].id, 0)
      }
    }
    table.add("remedy", "CN", "US", "*", rate(0.1...0.25))
    table.add("remedy", "CN", "group:EU", "*", rate(0.02...0.1))
    return table
  }

  private func incentives(seed: UInt64) -> Table {
    var chance = SplitMix64(seed: seed, part: "incentives")
    var table = Table("incentives", "incentive", "facility", "share", "maximum")
    let investment = plan.sites.reduce(0) { $0 + SiteCosts(plan: plan).turnover($1) } * 0.02
    let regions = ["North America", "Europe", "South Asia"].filter { region in
      hosts.contains { $0.region == region }
    }
    for region in regions {
      table.add(
        "aid-\(region.lowercased().replacing(" ", with: "-"))", "region:\(region)",
        NumberText.rounded(chance.number(0.1...0.3), 2),
        NumberText.rounded(investment * chance.number(0.3...0.8), 2))
    }
    return table
  }

  /// Policies that no plan breaks by doing nothing, so that a plan always exists.
  private func policies(seed: UInt64) -> Table {
    var chance = SplitMix64(seed: seed, part: "policies")
    var table = Table(
      "constraints", "constraint", "kind", "origin", "destination", "product", "sense", "value")
    if let (component, region) = diversifiable {
      table.add(
        "diverse-components", "share", "region:\(region)", "*", market.products[component].id, "<=",
        NumberText.rounded(chance.number(0.65...0.8), 2))
    }
    let plants = plan.places(.componentPlant, .assemblyPlant).count
    table.add(
      "most-plants", "open_facilities", "kind:plant", "*", "*", "<=", max(1, plants * 7 / 10))
    table.add("some-stock", "open_facilities", "kind:warehouse", "*", "*", ">=", 2)
    let turnover = plan.sites.reduce(0) { $0 + SiteCosts(plan: plan).turnover($1) }
    table.add("budget", "investment", "*", "*", "*", "<=", NumberText.rounded(turnover * 0.08, 2))
    let emissions = market.products.indices.reduce(0) {
      $0 + market.needs[$1] * market.products[$1].emissions
    }
    table.add("ceiling", "emissions", "*", "*", "*", "<=", NumberText.rounded(emissions * 2, 2))
    return table
  }

  /// The component that is made most outside the region that makes most of it, and that region; nil if those outside could
  /// not make half of what is needed, for then a cap would be paid in sales rather than in costs.
  private var diversifiable: (component: Int, region: String)? {
    let choices = market.places(.component).map { component in
      var potentials: [String: Double] = [:]
      for site in plan.makers(of: component) {
        let region = market.countries[plan.sites[site].country].region
        potentials[region, default: 0] += plan.sites[site].potential
      }
      let largest = potentials.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.last
      let outside = potentials.values.sorted().reduce(0, +) - (largest?.value ?? 0)
      return (
        component: component, region: largest?.key ?? "", cover: outside / market.needs[component]
      )
    }
    return choices.max { $0.cover < $1.cover }
      .flatMap { $0.cover >= 0.5 ? ($0.component, $0.region) : nil }
  }
}
