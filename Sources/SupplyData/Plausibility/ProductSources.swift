/// How much there can be of each product at most, with every module built.
struct ProductSources {
  /// Units per year that production makes, if all that may make the product made nothing else; products that nothing can make
  /// are left out.
  private(set) var made: [String: Double] = [:]
  /// Units per year that come beside another product, or back from customers.
  private(set) var other: [String: Double] = [:]

  init(_ dataset: Dataset) {
    var capacity: [String: Double] = [:]
    for row in dataset.capacity where row.maximum > 0 {
      capacity[row.facility, default: 0] += row.size * Double(row.maximum)
    }
    let closed = Set(dataset.facilities.filter { $0.decision == .closed }.map(\.id))
    for row in dataset.production where !closed.contains(row.facility) {
      guard let units = capacity[row.facility] else { continue }
      made[row.product, default: 0] += units / row.capacityUse
    }
    for row in dataset.coproducts {
      guard let most = made[row.product] else { continue }
      other[row.coproduct, default: 0] += most * row.quantity
    }
    addReturns(dataset)
  }

  /// What comes back is a share of what is delivered, and no more than the demand is.
  private mutating func addReturns(_ dataset: Dataset) {
    if dataset.returns.isEmpty { return }
    let membership = Membership(dataset)
    var most: [DemandPair: Double] = [:]
    for row in dataset.demand {
      let pair = DemandPair(row)
      most[pair] = max(most[pair] ?? 0, row.quantity)
    }
    for row in dataset.returns {
      let delivered = most.filter {
        $0.key.product == row.product && membership.matches(row.customer, node: $0.key.customer)
      }.values.sorted().reduce(0, +)
      if delivered > 0 { other[row.returned, default: 0] += row.share * delivered }
    }
  }
}
