/// Scenarios and what they do: every effect there is, in turn, at places where something is made, stored or bought.
struct EventTables {
  let plan: SitePlan
  let shape: DatasetShape

  func tables(seed: UInt64) -> [Table] {
    var chance = SplitMix64(seed: seed, part: "scenarios")
    var scenarios = Table("scenarios", "scenario", "name", "probability", "duration_weeks")
    var disruptions = Table(
      "disruptions", "scenario", "effect", "origin", "destination", "mode", "product", "value")
    // All events together stay as likely, however many they are: a series over their number changes how finely risk is
    // seen and not how much there is of it.
    let weights = (0..<shape.scenarios).map { _ in chance.number(0.4...1.6) }
    let whole = weights.reduce(0, +)
    for number in 0..<shape.scenarios {
      // A stream for each event: a longer series begins with the same events.
      var own = SplitMix64(seed: seed, part: "event-\(number)")
      let event = Event.kinds[number % Event.kinds.count]
      let id = "\(event.rawValue)-\(number + 1)"
      let probability = (0.5 * weights[number] / whole * 1e6).rounded() / 1e6
      scenarios.add(id, id.replacing("-", with: " "), probability, 6 + own.whole(below: 34))
      for row in rows(event, &own) { disruptions.rows.append([id] + row) }
    }
    return [scenarios, disruptions]
  }

  private enum Event: String {
    case outage, corridor, tariffs, surge, pandemic, export, rail, fire

    static let kinds: [Event] = [
      .outage, .corridor, .tariffs, .surge, .pandemic, .export, .fire, .rail,
    ]
  }

  /// Rows of effect, origin, destination, mode, product and value.
  private func rows(_ event: Event, _ chance: inout SplitMix64) -> [[String]] {
    let host = pick(hosts, &chance)
    let region = pick(regions, &chance)
    func value(_ range: ClosedRange<Double>) -> String {
      NumberText.text(NumberText.rounded(chance.number(range), 2))
    }
    switch event {
    case .outage:
      return [["capacity", "country:\(host)", "*", "*", "*", value(0.7...1)]]
    case .corridor:
      let other = pick(regions.filter { $0 != region }, &chance)
      return [
        ["lane", "region:\(region)", "region:\(other)", "sea", "*", "1"],
        ["lane", "region:\(other)", "region:\(region)", "sea", "*", "1"],
      ]
    case .tariffs:
      return [
        ["tariff", host, "*", "*", "*", value(0.15...0.5)],
        ["tariff", "*", host, "*", "*", value(0.05...0.2)],
      ]
    case .surge:
      let buyers = pick(buyingRegions, &chance)
      return [["demand", "*", "region:\(buyers)", "*", "*", value(0.15...0.4)]]
    case .pandemic:
      return [
        ["capacity", "region:\(region)", "*", "*", "*", value(0.3...0.6)],
        ["demand", "*", "*", "*", "*", value(-0.15 ... -0.05)],
      ]
    case .export:
      let products = plan.market.places(.component) + plan.market.places(.material)
      let makers = products.map { product in
        (product: product, site: pick(plan.makers(of: product), &chance))
      }
      let (product, site) = pick(makers, &chance)
      let country = plan.market.countries[plan.sites[site].country].id
      return [["lane", "country:\(country)", "*", "*", plan.market.products[product].id, "1"]]
    case .fire:
      let places = plan.places(.supplier, .componentPlant, .assemblyPlant)
      return [["capacity", plan.sites[pick(places, &chance)].id, "*", "*", "*", "1"]]
    case .rail:
      // A strike that spreads: half of all rail, and slower making in one country.
      let strike = ["lane", "*", "*", "rail", "*", value(0.4...0.8)]
      let stoppage = ["capacity", "country:\(host)", "*", "*", "*", value(0.4...0.7)]
      return hasRail ? [strike, stoppage] : [stoppage]
    }
  }

  var hasRail: Bool

  init(plan: SitePlan, shape: DatasetShape, hasRail: Bool) {
    self.plan = plan
    self.shape = shape
    self.hasRail = hasRail
  }

  private func pick<Element>(_ elements: [Element], _ chance: inout SplitMix64) -> Element {
    elements[chance.whole(below: elements.count)]
  }

  /// Ids of countries in which something is made.
  private var hosts: [String] {
    let places = Set(
      plan.places(.supplier, .componentPlant, .assemblyPlant).map { plan.sites[$0].country })
    return places.sorted().map { plan.market.countries[$0].id }
  }

  /// Regions with a facility.
  private var regions: [String] {
    Set(plan.sites.map { plan.market.countries[$0.country].region }).sorted()
  }

  private var buyingRegions: [String] {
    Set(plan.market.customers.map { plan.market.countries[$0.country].region }).sorted()
  }
}
