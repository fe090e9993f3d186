import SupplyData

/// What a customer may give back: a row of `returns.csv` that counts for it.
public struct Return: Sendable {
  /// The customer, by its place in the dataset.
  public var customer: Int
  /// The demand whose deliveries come back, by its place in ``Network/demands``.
  public var demand: Int
  /// The product collected, by its place in the dataset.
  public var returned: Int
  /// Units collected at most per unit delivered.
  public var share: Double
  /// Money per unit collected.
  public var collectionCost: Double
}

extension DatasetIndex {
  /// For each customer, product that it asks for and returned product the most specific row.
  func returns(of dataset: Dataset, _ demands: [Network.Demand], _ membership: Membership)
    -> [Return]
  {
    if dataset.returns.isEmpty { return [] }
    return demands.enumerated().flatMap { place, demand -> [Return] in
      var best: [Int: (row: ReturnRow, specificity: Selector.Specificity)] = [:]
      for row in dataset.returns where product[row.product] == demand.product {
        guard let returned = product[row.returned],
          let specificity = membership.specificity(
            of: row.customer, forNode: dataset.customers[demand.customer].id)
        else { continue }
        if let known = best[returned], known.specificity <= specificity { continue }
        best[returned] = (row, specificity)
      }
      return best.sorted { $0.key < $1.key }.map { returned, best in
        Return(
          customer: demand.customer, demand: place, returned: returned, share: best.row.share,
          collectionCost: best.row.collectionCost)
      }
    }
  }

  /// For each product what comes into being with a unit of it.
  func coproducts(of dataset: Dataset) -> [[(product: Int, quantity: Double)]] {
    var coproducts = dataset.products.map { _ in [(product: Int, quantity: Double)]() }
    for row in dataset.coproducts {
      guard let made = product[row.product], let coproduct = product[row.coproduct] else {
        continue
      }
      coproducts[made].append((coproduct, row.quantity))
    }
    return coproducts
  }
}
