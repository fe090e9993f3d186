import TextFiles

/// A step from a product to what it comes of, and how to report it.
private struct Ingredient {
  /// What is needed for it, or what is made when it comes into being.
  var product: String
  /// Whether the step is a coproduct's, to what is made; else it is to a component.
  var isMadeWith: Bool
  /// Where the row stands.
  var place: RowPlace
}

extension DatasetReader {
  /// Nothing is made of itself, not even by way of its components or of what yields it.
  func checkCycles() {
    checkDuplicates(billsOfMaterials, "component", { [$0.product, $0.component] }) {
      "\(quoted($0.component)) as a component of \(quoted($0.product))"
    }
    var ingredients: [String: [Ingredient]] = [:]
    for (place, row) in billsOfMaterials.soundRows {
      ingredients[row.product, default: []].append(
        Ingredient(product: row.component, isMadeWith: false, place: place))
    }
    for (place, row) in coproducts.soundRows {
      ingredients[row.coproduct, default: []].append(
        Ingredient(product: row.product, isMadeWith: true, place: place))
    }
    var finished: Set<String> = []
    for product in ingredients.keys.sorted() {
      reportCycles(from: product, ingredients, &finished)
    }
  }

  /// Depth first without recursion, for a chain may be longer than the stack is deep. What stands
  /// on the path and is met again closes a cycle.
  private func reportCycles(
    from start: String, _ ingredients: [String: [Ingredient]], _ finished: inout Set<String>
  ) {
    guard finished.insert(start).inserted else { return }
    var path = [(product: start, next: 0)]
    var depth = [start: 0]
    while let (product, next) = path.last {
      guard let choices = ingredients[product], next < choices.count else {
        depth[product] = nil
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let choice = choices[next]
      if let first = depth[choice.product] {
        report(choice, closing: path[first...].map(\.product) + [choice.product])
      } else if finished.insert(choice.product).inserted {
        depth[choice.product] = path.count
        path.append((choice.product, 0))
      }
    }
  }

  private func report(_ step: Ingredient, closing cycle: [String]) {
    let names = cycle.map { quoted($0) }
    let shown = names.count > 8 ? names.prefix(4) + ["…"] + names.suffix(3) : names[...]
    let way = shown.joined(separator: " ← ")
    let cure =
      coproducts.rows.isEmpty
      ? "Delete or correct one of these rows."
      : "Delete or correct one of these rows, in bills_of_materials.csv or coproducts.csv."
    if step.isMadeWith {
      refuse(
        coproducts, step.place, "coproduct", "a product comes of itself: \(way)", cure: cure)
    } else {
      refuse(
        billsOfMaterials, step.place, "component", "a product is made of itself: \(way)",
        cure: cure)
    }
  }
}
