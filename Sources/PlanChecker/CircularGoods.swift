import SupplyData

/// What customers give back, and what comes into being beside a product.
struct CircularGoods: Sendable {
  /// What a customer may return of one product for another that it was delivered.
  struct Return: Sendable {
    var delivered: Int
    var returned: Int
    /// Units per unit delivered, at most.
    var share: Double
    /// Money per unit.
    var cost: Double
  }

  /// For each customer, numbered as nodes are less the facilities, what it may return of what it asks for.
  let returns: [[Return]]
  /// For each product its coproducts, units per unit.
  let coproducts: [[(product: Int, quantity: Double)]]
  /// Coproducts, and products that have some: of them something may be thrown away.
  let discardable: Set<Int>
  /// Rows of `returns.csv` of which neither is the most specific, in words.
  let ambiguous: [String]

  init(_ dataset: Dataset, matching: Matching, productIndex: [String: Int]) {
    let asked = Set(dataset.demand.map { [$0.customer, $0.product] })
    var coproducts = [[(product: Int, quantity: Double)]](
      repeating: [], count: dataset.products.count)
    for row in dataset.coproducts {
      guard let product = productIndex[row.product], let coproduct = productIndex[row.coproduct]
      else { continue }
      coproducts[product].append((coproduct, row.quantity))
    }
    self.coproducts = coproducts
    discardable = Set(
      coproducts.indices.filter { !coproducts[$0].isEmpty }
        + coproducts.joined().map(\.product))

    var returns = [[Return]](repeating: [], count: dataset.customers.count)
    var best: [[Int]: (rank: UInt8, line: Int)] = [:]
    var ambiguous: [String] = []
    for row in dataset.returns {
      guard let delivered = productIndex[row.product], let returned = productIndex[row.returned]
      else { continue }
      let ranks = matching.nodeRanks(row.customer).suffix(dataset.customers.count)
      for (customer, rank) in zip(dataset.customers.indices, ranks)
      where rank != Matching.none && asked.contains([dataset.customers[customer].id, row.product]) {
        let key = [customer, delivered, returned]
        if let standing = best[key], standing.rank <= rank {
          if standing.rank == rank {
            ambiguous.append(
              "returns.csv lines \(standing.line) and \(row.line), customer "
                + dataset.customers[customer].id)
          }
          continue
        }
        best[key] = (rank, row.line)
        returns[customer].removeAll { $0.delivered == delivered && $0.returned == returned }
        returns[customer].append(
          Return(
            delivered: delivered, returned: returned, share: row.share, cost: row.collectionCost))
      }
    }
    self.returns = returns
    self.ambiguous = ambiguous
  }
}
