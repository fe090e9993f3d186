import TextFiles

extension DatasetReader {
  /// Customers send only what they give back, and nothing comes into being twice beside the same
  /// product.
  func checkCircularGoods() {
    checkDuplicates(coproducts, "coproduct", { [$0.product, $0.coproduct] }) {
      "\(quoted($0.coproduct)) as a coproduct of \(quoted($0.product))"
    }
    checkOriginsOfLanes()
  }

  /// A lane starts at a facility, or at a customer that gives something back.
  private func checkOriginsOfLanes() {
    guard isSound(returns), returns.text != nil, isSound(countries), isSound(groups),
      isSound(facilities), isSound(customers)
    else { return }
    let membership = membership()
    let giving = customers.rows.map(\.id).filter { customer in
      returns.rows.contains { membership.matches($0.customer, node: customer) }
    }
    let givers = Set(giving)
    var judged: [Selector: Bool] = [:]
    func canStart(_ selector: Selector) -> Bool {
      selector.parts.contains { part in
        switch part {
        case .all: !facilities.rows.isEmpty || !giving.isEmpty
        case .id(let id): directory.facilities.contains(id) || givers.contains(id)
        default:
          facilities.rows.contains { membership.matches(selector, node: $0.id) }
            || giving.contains { membership.matches(selector, node: $0) }
        }
      }
    }
    for (place, row) in lanes.soundRows {
      let isPossible = judged[row.origin] ?? canStart(row.origin)
      judged[row.origin] = isPossible
      if isPossible { continue }
      refuse(
        lanes, place, "origin",
        "the selector \(quoted(row.origin.text)) matches no facility and no customer that gives "
          + "something back",
        cure: "Name a facility, or add a row for the customer to returns.csv.")
    }
  }

  /// Who belongs where, for tables that have been read without a fault.
  func membership() -> Membership {
    Membership(
      countries: countries.rows, groups: groups.rows, facilities: facilities.rows,
      customers: customers.rows)
  }
}
