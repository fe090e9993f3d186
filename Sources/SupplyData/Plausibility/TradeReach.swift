/// Which goods can come from where and go where, by the tables alone, lanes aside.
struct TradeReach {
  /// The countries in which each product is made, comes beside another or is given back.
  private let origins: [String: Set<String>]
  /// The countries that hold a facility or a customer.
  private let arrivals: Set<String>
  /// The customs territory of each country.
  private let territories: [String: String]
  private let membership: Membership
  private let products: [String]

  init(_ dataset: Dataset, territories: [String: String]) {
    self.territories = territories
    membership = Membership(dataset)
    products = dataset.products.map(\.id)
    let country = Dictionary(
      dataset.facilities.map { ($0.id, $0.country) }
        + dataset.customers.map { ($0.id, $0.country) },
      uniquingKeysWith: { first, _ in first })
    arrivals = Set(country.values)
    var origins: [String: Set<String>] = [:]
    for row in dataset.production {
      if let country = country[row.facility] { origins[row.product, default: []].insert(country) }
    }
    let made = origins
    for row in dataset.coproducts {
      origins[row.coproduct, default: []].formUnion(made[row.product] ?? [])
    }
    for row in dataset.returns {
      for customer in dataset.customers where membership.matches(row.customer, node: customer.id) {
        origins[row.returned, default: []].insert(customer.country)
      }
    }
    self.origins = origins
  }

  /// The products that a column means.
  func products(_ product: String?) -> [String] { product.map { [$0] } ?? products }

  /// The countries where a product comes from.
  func origins(of product: String) -> Set<String> { origins[product] ?? [] }

  /// Whether goods of the product can come from a country among `from` and enter another territory among `to`.
  ///
  /// - Parameter members: the countries of which both must be.
  func canEnter(
    _ product: String, from: [Selector], to: [Selector], members: Set<String>? = nil
  ) -> Bool {
    func isAmong(_ country: String, _ selectors: [Selector]) -> Bool {
      (members == nil || members?.contains(country) == true)
        && selectors.allSatisfy { membership.matches($0, country: country) }
    }
    let starts = origins(of: product).filter { isAmong($0, from) }
    let ends = arrivals.filter { isAmong($0, to) }
    return starts.contains { start in
      ends.contains { territories[$0] != territories[start] }
    }
  }
}
