/// Facilities, their modules and what they make, with costs that make it a question which of them to have.
///
/// Fixed costs are shares of the value that a site can turn over in a year: high enough that half of the sites are best left
/// closed, low enough that keeping a spare one against scenarios can pay.
struct SiteTables {
  let plan: SitePlan
  let shape: DatasetShape

  func tables(seed: UInt64) -> [Table] {
    [facilities(seed: seed), capacity(seed: seed), production(seed: seed), buffers(seed: seed)]
  }

  private func facilities(seed: UInt64) -> Table {
    var chance = SplitMix64(seed: seed, part: "facilities")
    var table = Table(
      "facilities", "facility", "country", "latitude", "longitude", "kind", "status", "decision",
      "opening_cost", "closing_cost", "fixed_cost", "throughput", "fixed_jobs")
    for (number, site) in plan.sites.enumerated() {
      let country = plan.market.countries[site.country]
      let turnover = SiteCosts(plan: plan).turnover(site)
      // A warehouse turns over much and costs little; a microfactory is easily opened.
      let (opening, fixed) =
        switch site.role {
        case .warehouse: (0.012, 0.006)
        case .microfactory: (0.05, 0.02)
        case .supplier, .componentPlant, .assemblyPlant: (0.12, 0.03)
        }
      let cost = turnover * (0.4 + 0.6 * country.costLevel)
      table.add(
        site.id, country.id, site.place.latitude, site.place.longitude, site.kind,
        site.isExisting ? "existing" : "candidate",
        // The first supplier is under a contract that cannot be left.
        number == 0 && site.isExisting ? "open" : "consider",
        site.isExisting ? 0 : NumberText.rounded(cost * opening * chance.number(0.7...1.3)),
        NumberText.rounded(cost * opening * chance.number(0.2...0.4)),
        NumberText.rounded(cost * fixed * chance.number(0.7...1.3)),
        site.role == .warehouse ? NumberText.text(NumberText.rounded(site.potential)) : "",
        10 + chance.whole(below: 40))
    }
    return table
  }

  private func capacity(seed: UInt64) -> Table {
    var chance = SplitMix64(seed: seed, part: "modules")
    var table = Table(
      "capacity", "facility", "module", "size", "existing", "maximum", "build_cost", "fixed_cost",
      "jobs")
    for site in plan.sites where site.role != .warehouse {
      let country = plan.market.countries[site.country]
      let cost = SiteCosts(plan: plan).turnover(site) * (0.4 + 0.6 * country.costLevel)
      // Some assembly plants choose between small lines and large ones, which are cheaper for their size.
      let hasTwo = site.role == .assemblyPlant && chance.happens(0.4)
      let maximum = site.role == .microfactory ? 6 : 2 + chance.whole(below: 3)
      let largeMaximum = hasTwo ? 2 : 0
      let size = site.potential / (Double(maximum) + 2.2 * Double(largeMaximum))
      func add(_ module: String, scale: Double, cheapness: Double, maximum: Int, existing: Int) {
        let share = cost * size * scale * cheapness / site.potential
        table.add(
          site.id, module, NumberText.rounded(size * scale), existing, maximum,
          NumberText.rounded(share * chance.number(0.15...0.3)),
          NumberText.rounded(share * chance.number(0.02...0.04)),
          Int(20 * scale) + chance.whole(below: 60))
      }
      let existing = site.isExisting ? max(1, (2 * maximum + 1) / 3) : 0
      add("line", scale: 1, cheapness: 1, maximum: maximum, existing: existing)
      if hasTwo {
        add("large-line", scale: 2.2, cheapness: 0.85, maximum: largeMaximum, existing: 0)
      }
    }
    return table
  }

  private func production(seed: UInt64) -> Table {
    var chance = SplitMix64(seed: seed, part: "production")
    var table = Table(
      "production", "facility", "product", "unit_cost", "capacity_use", "emissions_t")
    for site in plan.sites {
      let level = plan.market.countries[site.country].costLevel
      // Small steps cost more a unit.
      let premium = site.role == .microfactory ? 1.15 : 1
      for place in site.makes {
        let product = plan.market.products[place]
        table.add(
          site.id, product.id,
          NumberText.rounded(
            product.conversion * (0.35 + 0.65 * level) * premium * chance.number(0.85...1.15)),
          NumberText.rounded(chance.number(0.85...1.2), 2),
          NumberText.rounded(product.emissions * chance.number(0.6...1.4), 2))
      }
    }
    return table
  }

  /// Stock of finished goods at larger customers, and of components at assembly plants.
  private func buffers(seed: UInt64) -> Table {
    var chance = SplitMix64(seed: seed, part: "buffers")
    var table = Table("buffers", "location", "product", "maximum", "existing", "unit_cost")
    for demand in plan.market.demands where chance.happens(0.5) {
      let weeks = 4.0 + Double(chance.whole(below: 8))
      table.add(
        plan.market.customers[demand.customer].id, plan.market.products[demand.product].id,
        NumberText.rounded(demand.quantity * weeks / 52), 0, "")
    }
    for site in plan.sites where site.role == .assemblyPlant {
      let parts = Set(site.makes.flatMap { plan.market.products[$0].parts.map(\.product) })
      for part in parts.sorted() where chance.happens(0.4) {
        let use = plan.market.needs[part] / Double(plan.places(.assemblyPlant).count)
        let maximum = NumberText.rounded(use * Double(4 + chance.whole(below: 8)) / 52, 2)
        let held = site.isExisting ? NumberText.rounded(maximum / 4, 2) : 0
        table.add(
          site.id, plan.market.products[part].id, maximum, held,
          NumberText.rounded(plan.market.products[part].value * chance.number(0.12...0.2)))
      }
    }
    return table
  }
}

/// What the costs of a site are shares of.
struct SiteCosts {
  let plan: SitePlan

  /// Money a year: what a site turns over with every module built.
  func turnover(_ site: Site) -> Double {
    let products = site.role == .warehouse ? plan.market.places(.good) : site.makes
    let needed = products.reduce(0) { $0 + plan.market.needs[$1] }
    let value = products.reduce(0) {
      $0 + plan.market.needs[$1] * plan.market.products[$1].value
    }
    return needed > 0 ? site.potential * value / needed : 0
  }
}
