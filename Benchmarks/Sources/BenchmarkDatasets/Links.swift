/// A pair of places between which goods can move, by a mode.
struct Link: Hashable {
  enum Mode: String, CaseIterable { case truck, rail, sea, air }

  /// The id of the origin.
  var origin: String
  /// The id of the destination.
  var destination: String
  var mode: Mode
}

/// Who can ship to whom: the nearest few makers, some far ones, the nearest warehouses.
struct LinkPlan {
  let plan: SitePlan
  let shape: DatasetShape
  private(set) var links: [Link] = []
  /// Warehouses that every plant reaches by sea, by way of a selector: one in each region.
  private(set) var hubs: [Int] = []

  private var known: Set<Link> = []

  init(_ shape: DatasetShape, plan: SitePlan, seed: UInt64) {
    self.plan = plan
    self.shape = shape
    var chance = SplitMix64(seed: seed, part: "links")
    var regions: Set<String> = []
    hubs = plan.places(.warehouse).filter {
      regions.insert(plan.market.countries[plan.sites[$0].country].region).inserted
    }
    supplyMakers(&chance)
    supplyWarehouses(&chance)
    serveCustomers()
  }

  /// Each maker gets each of its components from the nearest makers and one far away.
  private mutating func supplyMakers(_ chance: inout SplitMix64) {
    for place in plan.sites.indices {
      let parts = Set(
        plan.sites[place].makes.flatMap { plan.market.products[$0].parts.map(\.product) })
      for part in parts.sorted() {
        for origin in some(plan.makers(of: part), near: plan.sites[place].place, &chance) {
          connect(origin, plan.sites[place])
        }
      }
    }
  }

  /// Each warehouse gets each good from the nearest plants and one far away.
  private mutating func supplyWarehouses(_ chance: inout SplitMix64) {
    for place in plan.places(.warehouse) {
      for good in plan.market.places(.good) {
        let plants = plan.makers(of: good).filter { plan.sites[$0].role == .assemblyPlant }
        for origin in some(plants, near: plan.sites[place].place, &chance) {
          connect(origin, plan.sites[place])
        }
      }
    }
  }

  /// Each customer is served by the nearest warehouses, and directly by the nearest plant of each good and by
  /// microfactories on its landmass.
  private mutating func serveCustomers() {
    let warehouses = plan.places(.warehouse)
    for (number, customer) in plan.market.customers.enumerated() {
      let goods = plan.market.demands.filter { $0.customer == number }.map(\.product)
      var origins = nearest(warehouses, to: customer.place).prefix(shape.warehousesOfCustomer) + []
      for good in goods {
        let plants = plan.makers(of: good).filter { plan.sites[$0].role == .assemblyPlant }
        origins += nearest(plants, to: customer.place).prefix(1)
      }
      let micro = plan.places(.microfactory).filter {
        plan.sites[$0].country == customer.country
      }
      for origin in Set(origins + micro).sorted() {
        let site = plan.sites[origin]
        for mode in modes(from: site, country: customer.country, to: customer.place).prefix(1) {
          add(Link(origin: site.id, destination: customer.id, mode: mode))
        }
      }
    }
  }

  private mutating func connect(_ origin: Int, _ destination: Site) {
    let site = plan.sites[origin]
    for mode in modes(from: site, country: destination.country, to: destination.place) {
      add(Link(origin: site.id, destination: destination.id, mode: mode))
    }
  }

  private mutating func add(_ link: Link) {
    if known.insert(link).inserted { links.append(link) }
  }

  /// Road where it is near, rail and sea across a landmass, sea between them.
  private func modes(from site: Site, country: Int, to place: Place) -> [Link.Mode] {
    let countries = plan.market.countries
    let distance = site.place.kilometres(to: place)
    guard countries[site.country].landmass == countries[country].landmass else { return [.sea] }
    if distance <= 1800 { return [.truck] }
    return distance <= 4000 ? [.rail, .sea] : [.sea]
  }

  private func some(
    _ places: [Int], near place: Place, _ chance: inout SplitMix64
  ) -> [Int] {
    let order = nearest(places, to: place)
    if order.count <= shape.sources { return order }
    let far = shape.sources - 1 + chance.whole(below: order.count - shape.sources + 1)
    return Array(order.prefix(shape.sources - 1)) + [order[far]]
  }

  private func nearest(_ places: [Int], to place: Place) -> [Int] {
    places.map { (distance: plan.sites[$0].place.kilometres(to: place), place: $0) }
      .sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }
      .map(\.place)
  }
}
