import SupplyData

/// A product at a facility, with the country it was made in and what its lot claims.
public struct Goods: Hashable, Sendable {
  /// The facility, by its place in the dataset.
  public var facility: Int
  /// The product, by its place in the dataset.
  public var product: Int
  /// The country of origin, by its place in the dataset.
  public var madeIn: Int
  /// The agreement that the lot they were made in claims, by its place in ``Network/agreements``; `nil` for none.
  public var claim: Int?

  /// Names goods by places in the dataset and the network's agreements.
  public init(facility: Int, product: Int, madeIn: Int, claim: Int? = nil) {
    self.facility = facility
    self.product = product
    self.madeIn = madeIn
    self.claim = claim
  }
}

/// Which goods can be where: two least fixed points over the lanes, so that only goods that can be
/// somewhere get a variable.
struct GoodsReach {
  /// What is asked of a network before its goods are known; all places are those of the dataset.
  struct Question {
    /// Lanes with all products that are usable on them.
    var lanes: [Lane]
    /// Products by customer with a demand row, of any quantity.
    var demanded: [Set<Int>]
    /// Products by customer that it may give back.
    var returned: [Set<Int>]
    /// Products by facility that it has a production row for.
    var recipes: [[Int]]
    /// Components by product.
    var components: [[Int]]
    /// Coproducts by product.
    var coproducts: [[Int]]
    /// Products by facility with a buffer there.
    var stocked: [Set<Int>]
    /// The facilities' countries.
    var countryOfFacility: [Int]
    /// The customers' countries.
    var countryOfCustomer: [Int]
    /// Agreements that lots of a product made in a country may claim.
    var claims: (_ product: Int, _ country: Int) -> [Int]
  }

  /// For each lane the terms of the products that it carries: those its end takes.
  private(set) var carried: [[Lane.Terms]]
  /// All goods that can be at a facility.
  private(set) var goods: Set<Goods> = []
  /// Facility and product pairs that can be made.
  private(set) var makeable: Set<[Int]> = []

  private let question: Question

  init(_ question: Question) {
    self.question = question
    carried = Self.carried(question)
    spread()
  }

  /// A lane carries a product to a customer with demand for it, to a facility that consumes it, or to one with a usable lane
  /// to a node that takes it; from a customer only to facilities, and only what it returns.
  private static func carried(_ question: Question) -> [[Lane.Terms]] {
    let lanes = question.lanes
    var taken = question.recipes.map { products in
      Set(products.flatMap { question.components[$0] })
    }
    let lanesInto = Dictionary(
      grouping: lanes.indices, by: { lanes[$0].destination })
    var queue: [(node: Node, product: Int)] =
      question.demanded.indices.flatMap { customer in
        question.demanded[customer].map { (Node.customer(customer), $0) }
      }
      + taken.indices.flatMap { facility in taken[facility].map { (Node.facility(facility), $0) } }
    var products = Array(repeating: Set<Int>(), count: lanes.count)
    while let (node, product) = queue.popLast() {
      for lane in lanesInto[node] ?? []
      where lanes[lane].products.contains(where: { $0.product == product }) {
        products[lane].insert(product)
        if case .facility(let origin) = lanes[lane].origin,
          taken[origin].insert(product).inserted
        {
          queue.append((.facility(origin), product))
        }
      }
    }
    return lanes.indices.map { lane in
      lanes[lane].products.filter { products[lane].contains($0.product) }
    }
  }

  /// A facility makes what it has a recipe for and, of each component, goods or a stock; goods follow the lanes.
  private mutating func spread() {
    let question = question
    let lanes = question.lanes
    let lanesFrom = Dictionary(grouping: lanes.indices, by: { lanes[$0].origin })
    var present = question.stocked
    var queue: [Goods] = []
    func tryToMake(at facility: Int, _ reach: inout GoodsReach) {
      let country = question.countryOfFacility[facility]
      for product in question.recipes[facility]
      where !reach.makeable.contains([facility, product])
        && question.components[product].allSatisfy(present[facility].contains)
      {
        reach.makeable.insert([facility, product])
        queue.append(Goods(facility: facility, product: product, madeIn: country))
        for claim in question.claims(product, country) {
          queue.append(
            Goods(facility: facility, product: product, madeIn: country, claim: claim))
        }
        for coproduct in question.coproducts[product] {
          queue.append(Goods(facility: facility, product: coproduct, madeIn: country))
        }
      }
    }
    for (place, lane) in lanes.enumerated() {
      guard case .customer(let customer) = lane.origin,
        case .facility(let destination) = lane.destination
      else { continue }
      for terms in carried[place] where question.returned[customer].contains(terms.product) {
        queue.append(
          Goods(
            facility: destination, product: terms.product,
            madeIn: question.countryOfCustomer[customer]))
      }
    }
    for facility in question.recipes.indices { tryToMake(at: facility, &self) }
    while let arrival = queue.popLast() {
      guard goods.insert(arrival).inserted else { continue }
      if present[arrival.facility].insert(arrival.product).inserted {
        tryToMake(at: arrival.facility, &self)
      }
      for lane in lanesFrom[.facility(arrival.facility)] ?? []
      where carried[lane].contains(where: { $0.product == arrival.product }) {
        if case .facility(let destination) = lanes[lane].destination {
          var goods = arrival
          goods.facility = destination
          queue.append(goods)
        }
      }
    }
  }
}
