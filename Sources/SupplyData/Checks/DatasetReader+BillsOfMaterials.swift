import TextFiles

extension DatasetReader {
  /// Nothing is made of itself, not even by way of its components.
  func checkBillsOfMaterials() {
    checkDuplicates(billsOfMaterials, "component", { [$0.product, $0.component] }) {
      "\(quoted($0.component)) as a component of \(quoted($0.product))"
    }
    var components: [String: [(name: String, place: RowPlace)]] = [:]
    for (place, row) in billsOfMaterials.soundRows {
      components[row.product, default: []].append((row.component, place))
    }
    var finished: Set<String> = []
    for product in components.keys.sorted() {
      reportCycles(from: product, components, &finished)
    }
  }

  /// Depth first without recursion, for a chain may be longer than the stack is deep. What stands
  /// on the path and is met again closes a cycle.
  private func reportCycles(
    from start: String, _ components: [String: [(name: String, place: RowPlace)]],
    _ finished: inout Set<String>
  ) {
    guard finished.insert(start).inserted else { return }
    var path = [(product: start, next: 0)]
    var depth = [start: 0]
    while let (product, next) = path.last {
      guard let choices = components[product], next < choices.count else {
        depth[product] = nil
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let component = choices[next]
      if let first = depth[component.name] {
        let cycle = (path[first...].map(\.product) + [component.name]).map { quoted($0) }
        let shown = cycle.count > 8 ? cycle.prefix(4) + ["…"] + cycle.suffix(3) : cycle[...]
        refuse(
          billsOfMaterials, component.place, "component",
          "a product is made of itself: \(shown.joined(separator: " ← "))",
          cure: "Delete or correct one of these rows.")
      } else if finished.insert(component.name).inserted {
        depth[component.name] = path.count
        path.append((component.name, 0))
      }
    }
  }
}
