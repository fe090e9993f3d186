import TextFiles

extension DatasetReader {
  /// Returns that nobody sends, and coproducts that nothing yields.
  func checkCircularSense(of dataset: Dataset) {
    let made = Set(dataset.production.map(\.product))
    for (place, row) in coproducts.soundRows where !made.contains(row.product) {
      refuse(
        coproducts, place, "product",
        "no facility makes \(quoted(row.product)), so that nothing is yielded with it",
        cure: "Add production of it, or delete the row.", severity: .warning)
    }
    if dataset.returns.isEmpty { return }
    let membership = Membership(dataset)
    let buyers = Dictionary(grouping: dataset.demand, by: \.product)
      .mapValues { Set($0.map(\.customer)) }
    for (place, row) in returns.soundRows {
      let giving = buyers[row.product, default: []].filter {
        membership.matches(row.customer, node: $0)
      }
      if giving.isEmpty {
        refuse(
          returns, place, "customer",
          "no customer that \(quoted(row.customer.text)) matches has demand for \(quoted(row.product))",
          cure: "Widen the selector, or delete the row.", severity: .warning)
      } else if !dataset.lanes.contains(where: { lane in
        (lane.product == nil || lane.product == row.returned)
          && giving.contains { membership.matches(lane.origin, node: $0) }
      }) {
        refuse(
          returns, place, "customer",
          "no lane takes \(quoted(row.returned)) away from the customers that give it back",
          cure: "Add lanes from them to a facility, or delete the row.", severity: .warning)
      }
    }
  }
}
