/// A product at a facility, with the country it was made in.
public struct Goods: Hashable, Sendable {
  /// The facility, by its place in the dataset.
  public var facility: Int
  /// The product, by its place in the dataset.
  public var product: Int
  /// The country of origin, by its place in the dataset.
  public var madeIn: Int

  /// Names goods by places in the dataset.
  public init(facility: Int, product: Int, madeIn: Int) {
    self.facility = facility
    self.product = product
    self.madeIn = madeIn
  }
}

/// Which goods can be where: two least fixed points over the lanes, so that only goods that can be
/// somewhere get a variable.
struct GoodsReach {
  /// For each lane the terms of the products that it carries: those its end takes.
  private(set) var carried: [[Lane.Terms]]
  /// All goods that can be at a facility.
  private(set) var goods: Set<Goods> = []
  /// Facility and product pairs that can be made.
  private(set) var makeable: Set<[Int]> = []

  /// - Parameters:
  ///   - lanes: lanes with all products that are usable on them.
  ///   - demanded: products by customer with a demand row, of any quantity.
  ///   - recipes: products by facility that it has a production row for.
  ///   - components: components by product.
  ///   - stocked: products by facility with a buffer there.
  ///   - countryOfFacility: places of the facilities' countries.
  init(
    lanes: [Lane], demanded: [Set<Int>], recipes: [[Int]], components: [[Int]],
    stocked: [Set<Int>], countryOfFacility: [Int]
  ) {
    carried = Self.carried(
      lanes: lanes, demanded: demanded, recipes: recipes, components: components)
    spread(
      lanes: lanes, recipes: recipes, components: components, stocked: stocked,
      countryOfFacility: countryOfFacility)
  }

  /// A lane carries a product to a customer with demand for it, to a facility that consumes it, or to one with a usable lane
  /// to a node that takes it.
  private static func carried(
    lanes: [Lane], demanded: [Set<Int>], recipes: [[Int]], components: [[Int]]
  ) -> [[Lane.Terms]] {
    var taken = recipes.map { products in Set(products.flatMap { components[$0] }) }
    let lanesInto = Dictionary(
      grouping: lanes.indices, by: { lanes[$0].destination })
    var queue: [(node: Node, product: Int)] =
      demanded.indices.flatMap { customer in
        demanded[customer].map { (Node.customer(customer), $0) }
      }
      + taken.indices.flatMap { facility in taken[facility].map { (Node.facility(facility), $0) } }
    var products = Array(repeating: Set<Int>(), count: lanes.count)
    while let (node, product) = queue.popLast() {
      for lane in lanesInto[node] ?? []
      where lanes[lane].products.contains(where: { $0.product == product }) {
        products[lane].insert(product)
        if taken[lanes[lane].origin].insert(product).inserted {
          queue.append((.facility(lanes[lane].origin), product))
        }
      }
    }
    return lanes.indices.map { lane in
      lanes[lane].products.filter { products[lane].contains($0.product) }
    }
  }

  /// A facility makes what it has a recipe for and, of each component, goods or a stock; goods follow the lanes.
  private mutating func spread(
    lanes: [Lane], recipes: [[Int]], components: [[Int]], stocked: [Set<Int>],
    countryOfFacility: [Int]
  ) {
    let lanesFrom = Dictionary(grouping: lanes.indices, by: { lanes[$0].origin })
    var present = stocked
    var queue: [Goods] = []
    func tryToMake(at facility: Int, _ reach: inout GoodsReach) {
      for product in recipes[facility]
      where !reach.makeable.contains([facility, product])
        && components[product].allSatisfy(present[facility].contains)
      {
        reach.makeable.insert([facility, product])
        queue.append(
          Goods(facility: facility, product: product, madeIn: countryOfFacility[facility]))
      }
    }
    for facility in recipes.indices { tryToMake(at: facility, &self) }
    while let arrival = queue.popLast() {
      guard goods.insert(arrival).inserted else { continue }
      if present[arrival.facility].insert(arrival.product).inserted {
        tryToMake(at: arrival.facility, &self)
      }
      for lane in lanesFrom[arrival.facility] ?? []
      where carried[lane].contains(where: { $0.product == arrival.product }) {
        if case .facility(let destination) = lanes[lane].destination {
          queue.append(
            Goods(
              facility: destination, product: arrival.product, madeIn: arrival.madeIn))
        }
      }
    }
  }
}
