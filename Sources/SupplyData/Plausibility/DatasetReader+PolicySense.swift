import TextFiles

extension DatasetReader {
  /// Policies that nothing can break, or nothing can meet.
  func checkPolicySense(of dataset: Dataset) {
    let membership = Membership(dataset)
    let facilities = dataset.facilities.map(\.id)
    func warn(_ place: RowPlace, _ column: String, _ cause: String, cure: String) {
      refuse(constraints, place, column, cause, cure: cure, severity: .warning)
    }
    for (place, row) in constraints.soundRows {
      switch row.kind {
      case .production(let selector, let product), .minimumIfOpen(let selector, let product):
        let makes = dataset.production.contains {
          (product == nil || $0.product == product)
            && membership.matches(selector, node: $0.facility)
        }
        guard !makes else { continue }
        warn(
          place, "origin",
          "no facility that \(quoted(selector.text)) matches makes \(product.map { quoted($0) } ?? "anything")",
          cure: "Widen the selector, or delete the row.")
      case .requires(let selector, let needed):
        let others = facilities.filter { membership.matches(needed, node: $0) }
        let short = facilities.first { facility in
          membership.matches(selector, node: facility)
            && Double(others.count { $0 != facility }) < row.value
        }
        guard let short else { continue }
        warn(
          place, "value",
          "fewer than \(plain(row.value)) other facilities match \(quoted(needed.text)), so that "
            + "\(quoted(short)) can never be open",
          cure: "Lower the value or widen 'destination'.")
      case .within(_, let selector, let product):
        let wanted = dataset.demand.contains {
          (product == nil || $0.product == product)
            && membership.matches(selector, node: $0.customer)
        }
        guard !wanted else { continue }
        warn(
          place, "destination",
          "no customer that \(quoted(selector.text)) matches has demand for "
            + "\(product.map { quoted($0) } ?? "anything")",
          cure: "Widen the selector, or delete the row.")
      case .sources where row.value >= Double(facilities.count):
        warn(
          place, "value",
          "there are only \(facilities.count) facilities, so nothing breaks this rule",
          cure: "Lower the value, or delete the row.")
      default: break
      }
    }
  }
}
