/// A facility, planned or standing.
struct Site {
  /// The steps of making; a microfactory assembles like a plant, nearer to customers and in smaller steps.
  enum Role { case supplier, componentPlant, assemblyPlant, microfactory, warehouse }

  var id: String
  var role: Role
  var country: Int
  var place: Place
  var isExisting: Bool
  /// Places of the products it can make.
  var makes: [Int] = []
  /// Capacity units a year with every module built; for a warehouse units shipped.
  var potential = 0.0

  /// The contract's word for it.
  var kind: String {
    switch role {
    case .supplier: "supplier"
    case .componentPlant, .assemblyPlant: "plant"
    case .microfactory: "microfactory"
    case .warehouse: "warehouse"
    }
  }
}

/// Where facilities stand, what they make and how much at most.
struct SitePlan {
  let market: Market
  private(set) var sites: [Site] = []

  init(_ shape: DatasetShape, market: Market, seed: UInt64) {
    self.market = market
    let tier = shape.facilities / 5
    let assembly = shape.facilities / 4
    let micro = max(1, shape.facilities / 20)
    let goods = market.places(.good)
    add(.supplier, tier, "supplier", of: market.places(.material), breadth: 1, seed: seed)
    add(.componentPlant, tier, "components", of: market.places(.component), breadth: 1, seed: seed)
    add(.assemblyPlant, assembly, "assembly", of: goods, breadth: shape.breadth, seed: seed)
    add(.microfactory, micro, "micro", of: goods, breadth: shape.breadth, seed: seed)
    add(
      .warehouse, shape.facilities - 2 * tier - assembly - micro, "warehouse", of: [], breadth: 0,
      seed: seed)
    sizeUp(seed: seed)
  }

  /// Places of the sites of some roles.
  func places(_ roles: Site.Role...) -> [Int] {
    sites.indices.filter { roles.contains(sites[$0].role) }
  }

  /// Places of all that can make a product.
  func makers(of product: Int) -> [Int] {
    sites.indices.filter { sites[$0].makes.contains(product) }
  }

  private mutating func add(
    _ role: Site.Role, _ count: Int, _ stem: String, of products: [Int], breadth: Int, seed: UInt64
  ) {
    var chance = SplitMix64(seed: seed, part: stem)
    for number in 0..<count {
      let country = chance.place(weights: market.countries.map { weight(of: $0, for: role) })
      var site = Site(
        id: "\(stem)-\(number + 1)", role: role, country: country,
        place: .near(market.countries[country], &chance),
        isExisting: isExisting(role, number, products: products.count))
      // In turn, so that each product has makers in two places at least; then a few by chance.
      let made = (0..<breadth).map { products[(number * breadth + $0) % products.count] }
      let extra = products.filter { _ in chance.happens(0.45 / Double(products.count)) }
      site.makes = Array(Set(made + extra)).sorted()
      sites.append(site)
    }
  }

  /// The first maker of each product stands, the second is planned, and so on.
  private func isExisting(_ role: Site.Role, _ number: Int, products: Int) -> Bool {
    switch role {
    case .microfactory: false
    case .warehouse: number % 3 != 2
    default: number / max(1, products) % 2 == 0
    }
  }

  /// Making goes where it is cheap, storing where buyers are, assembling to both.
  private func weight(of country: Country, for role: Site.Role) -> Double {
    switch role {
    case .supplier, .componentPlant: 1 / (country.costLevel * country.costLevel)
    case .assemblyPlant: country.demandWeight.squareRoot() / country.costLevel
    case .microfactory, .warehouse: country.demandWeight
    }
  }

  /// All makers of a product together could make more than twice of what is needed, so that there is a choice.
  private mutating func sizeUp(seed: UInt64) {
    var chance = SplitMix64(seed: seed, part: "potential")
    let demanded = market.demands.reduce(0) { $0 + $1.quantity }
    let warehouses = Double(places(.warehouse).count)
    let makers = market.products.indices.map { Double(self.makers(of: $0).count) }
    for place in sites.indices {
      let share = chance.number(0.7...1.3)
      switch sites[place].role {
      case .warehouse: sites[place].potential = 3 * share * demanded / warehouses
      case .microfactory, .supplier, .componentPlant, .assemblyPlant:
        let fair = sites[place].makes.reduce(0.0) { $0 + market.needs[$1] / makers[$1] }
        let size = sites[place].role == .microfactory ? 1.0 : 3
        sites[place].potential = size * share * fair
      }
    }
  }
}
