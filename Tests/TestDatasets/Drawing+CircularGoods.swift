extension Drawing {
  private mutating func addProduct(_ id: String, value: ClosedRange<Int>) {
    append(
      "products", ["product", "unit", "value", "weight_t"],
      [[id, "piece", random.decimal(value), random.decimal(0...5, hundredths: 1)]])
  }

  /// Customers give back scrap, of which a run of some facility makes the first product.
  mutating func drawReturns() {
    guard let maker = products.compactMap({ makers[$0]?.first }).first, let first = products.first
    else { return }
    addProduct("scrap", value: 1...20)
    addProduct("run", value: 1...5)
    append("bills_of_materials", ["product", "component", "quantity"], [["run", "scrap", "1"]])
    append(
      "coproducts", ["product", "coproduct", "quantity"],
      [["run", first, random.decimal(5...20, hundredths: 5)]])
    let recyclers = random.percent(50) ? [maker] : random.some(of: makers[first] ?? [maker])
    append(
      "production", ["facility", "product", "unit_cost", "capacity_use", "emissions_t"],
      recyclers.map {
        [
          $0, "run", random.decimal(0...6), random.decimal(2...10, hundredths: 10),
          sometimes(30, "0.1"),
        ]
      })
    let wanted = Set(demands.map(\.product))
    let keys = products.filter(wanted.contains)
    let everybody = RandomSelector(
      text: "*", ranks: Dictionary(customers.map { ($0.id, 5) }) { first, _ in first })
    let drawn = untied(keys + keys.prefix(1)) {
      $0.random.percent(60) ? everybody : $0.selector(of: $0.customers)
    }
    let rows = drawn.map { row in
      [
        row.selector.text, row.key, "scrap", random.decimal(2...24, hundredths: 5),
        sometimes(70, random.decimal(0...3)),
      ]
    }
    let giving = Set(drawn.flatMap(\.selector.ranks.keys))
    append("returns", ["customer", "product", "returned", "share", "collection_cost"], rows)
    drawWaysBack(from: customers.map(\.id).filter(giving.contains))
  }

  /// A lane for each customer and mode, narrower than all others.
  private mutating func drawWaysBack(from origins: [String]) {
    var rows: [[String]] = []
    for customer in origins {
      for mode in modes {
        rows.append([
          customer, "*", mode, "scrap", sometimes(70, random.decimal(0...4)),
          limitedModes.contains(mode) ? "60" : sometimes(30, "60"),
        ])
      }
    }
    append("lanes", ["origin", "destination", "mode", "product", "unit_cost", "capacity"], rows)
  }

  /// Something comes into being beside a product, and some customers want it.
  mutating func drawCoproducts() {
    let product = random.one(of: products)
    addProduct("extra", value: 5...60)
    append(
      "coproducts", ["product", "coproduct", "quantity"],
      [[product, "extra", random.decimal(2...20, hundredths: 10)]])
    append(
      "demand", ["customer", "product", "period", "quantity", "shortage_cost"],
      random.some(of: customers).map {
        [$0.id, "extra", "*", random.decimal(5...40), random.decimal(20...200)]
      })
  }
}
