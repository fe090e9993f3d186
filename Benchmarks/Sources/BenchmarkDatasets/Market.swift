/// A product and what it is made of.
struct Product {
  /// How far it is from the ground.
  enum Tier { case material, component, good }

  var id: String
  var name: String
  var tier: Tier
  /// Customs value, money a unit.
  var value: Double
  /// Tonnes a unit.
  var weight: Double
  /// Cost of making a unit without its components, money, at a cost level of 1.
  var conversion: Double
  /// t CO2e a unit.
  var emissions: Double
  /// Places of components among the products, and units of each.
  var parts: [(product: Int, quantity: Double)] = []
}

/// Who buys.
struct Customer {
  var id: String
  var country: Int
  var place: Place
  var weight: Double
}

/// What is bought in the first period.
struct Demand {
  var customer: Int
  var product: Int
  /// Units a year.
  var quantity: Double
  /// Money a unit not delivered.
  var shortageCost: Double
}

/// What is made, for whom.
struct Market {
  var countries: [Country]
  var products: [Product] = []
  var customers: [Customer] = []
  var demands: [Demand] = []
  /// Units of each product to be made in a year of the first period if all demand is met.
  private(set) var needs: [Double] = []

  init(_ shape: DatasetShape, seed: UInt64) {
    countries = Array(World.countries.prefix(shape.countries))
    addProducts(shape, seed: seed)
    addCustomers(shape, seed: seed)
    addDemands(shape, seed: seed)
    // Products stand before what is made of them, so that one pass backwards explodes all bills of materials.
    needs = [Double](repeating: 0, count: products.count)
    for demand in demands { needs[demand.product] += demand.quantity }
    for place in products.indices.reversed() {
      for part in products[place].parts { needs[part.product] += needs[place] * part.quantity }
    }
  }

  /// The places of the products of a tier.
  func places(_ tier: Product.Tier) -> [Int] {
    products.indices.filter { products[$0].tier == tier }
  }

  private mutating func addProducts(_ shape: DatasetShape, seed: UInt64) {
    var chance = SplitMix64(seed: seed, part: "products")
    for number in 1...shape.materials {
      let value = chance.number(2...12)
      products.append(
        Product(
          id: "material-\(number)", name: "Material \(number)", tier: .material,
          value: NumberText.rounded(value), weight: NumberText.rounded(value * 0.0004, 2),
          conversion: value * 0.7, emissions: NumberText.rounded(value * 0.0012, 2)))
    }
    for number in 1...shape.components {
      add(
        "component", number, .component, of: places(.material), count: 1...2, units: 1...4,
        markup: chance.number(1.6...2.1), &chance)
    }
    for number in 1...shape.goods {
      add(
        "good", number, .good, of: places(.component), count: 2...3, units: 1...3,
        markup: chance.number(1.4...1.8), &chance)
    }
  }

  private mutating func add(
    _ stem: String, _ number: Int, _ tier: Product.Tier, of parts: [Int], count: ClosedRange<Int>,
    units: ClosedRange<Int>, markup: Double, _ chance: inout SplitMix64
  ) {
    let wanted = count.lowerBound + chance.whole(below: count.count)
    // The first part in turn, so that each product has a use; the others by chance.
    let first = parts[(number - 1) % parts.count]
    let others = chance.shuffled(parts.filter { $0 != first }).prefix(wanted - 1)
    let lines = ([first] + others).sorted().map { part in
      (product: part, quantity: Double(units.lowerBound + chance.whole(below: units.count)))
    }
    let bought = lines.reduce(0) { $0 + $1.quantity * products[$1.product].value }
    let weight = lines.reduce(0) { $0 + $1.quantity * products[$1.product].weight }
    products.append(
      Product(
        id: "\(stem)-\(number)",
        name: "\(stem.prefix(1).uppercased() + stem.dropFirst()) \(number)", tier: tier,
        value: NumberText.rounded(bought * markup), weight: NumberText.rounded(weight * 0.9, 2),
        conversion: bought * (markup - 1) * 0.55,
        emissions: NumberText.rounded(bought * (markup - 1) * 0.0006, 2), parts: lines))
  }

  private mutating func addCustomers(_ shape: DatasetShape, seed: UInt64) {
    var chance = SplitMix64(seed: seed, part: "customers")
    for number in 1...shape.customers {
      // Each country has one before some have two.
      let country =
        number <= countries.count
        ? number - 1 : chance.place(weights: countries.map(\.demandWeight))
      customers.append(
        Customer(
          id: "customer-\(number)", country: country,
          place: .near(countries[country], &chance),
          weight: countries[country].demandWeight.squareRoot() * chance.number(0.5...1.5)))
    }
  }

  private mutating func addDemands(_ shape: DatasetShape, seed: UInt64) {
    var chance = SplitMix64(seed: seed, part: "demands")
    let goods = places(.good)
    var pairs = customers.indices.map { (customer: $0, product: goods[$0 % goods.count]) }
    let rest = customers.indices.flatMap { customer in
      goods.filter { $0 != goods[customer % goods.count] }.map { (customer: customer, product: $0) }
    }
    pairs += chance.shuffled(rest).prefix(max(0, shape.demands - pairs.count))
    let popularity = goods.map { _ in chance.number(0.5...1.5) }
    for (customer, product) in pairs {
      let value = products[product].value
      let sales =
        1.5e6 * customers[customer].weight * popularity[product - goods[0]]
        * chance.number(0.6...1.4)
      demands.append(
        Demand(
          customer: customer, product: product, quantity: NumberText.rounded(sales / value),
          shortageCost: NumberText.rounded(value * chance.number(1.25...1.6))))
    }
  }
}
