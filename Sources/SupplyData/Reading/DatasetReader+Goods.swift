import TextFiles

extension DatasetReader {
  /// Products and what they are made of, where they can be made, and who wants them.
  func readGoods() {
    readProducts()
    readBillsOfMaterials()
    readCapacity()
    readProduction()
    readDemand()
    readBuffers()
  }

  private func readProducts() {
    products = read(.products) { row in
      let id = row.newIdentifier("product", in: directory.products)
      return Product(
        line: row.line, id: id, name: row.name(or: id), unit: row.required("unit") ?? "",
        value: row.number("value", .positive), weightTonnes: row.number("weight_t", or: 0),
        shelfLifeDays: row.optionalNumber("shelf_life_days"))
    }
    directory.products.isComplete = products.isComplete
  }

  private func readBillsOfMaterials() {
    billsOfMaterials = read(.billsOfMaterials) { row in
      BillOfMaterialsLine(
        product: row.reference("product", to: directory.products),
        component: row.reference("component", to: directory.products),
        quantity: row.number("quantity", .positive))
    }
  }

  private func readCapacity() {
    capacity = read(.capacity) { row in
      CapacityModule(
        facility: row.reference("facility", to: directory.facilities),
        module: row.identifier("module", noun: "module"),
        size: row.number("size", .positive), existing: row.count("existing", or: 0),
        maximum: row.count("maximum"), buildCost: row.number("build_cost", or: 0),
        fixedCost: row.number("fixed_cost", or: 0), jobs: row.number("jobs", or: 0))
    }
  }

  private func readProduction() {
    production = read(.production) { row in
      ProductionRow(
        facility: row.reference("facility", to: directory.facilities),
        product: row.reference("product", to: directory.products),
        unitCost: row.number("unit_cost"),
        capacityUse: row.number("capacity_use", .positive, or: 1),
        emissionsTonnes: row.number("emissions_t", or: 0))
    }
  }

  private func readDemand() {
    demand = read(.demand) { row in
      DemandRow(
        line: row.line, customer: row.reference("customer", to: directory.customers),
        product: row.reference("product", to: directory.products),
        period: row.referenceOrAll("period", to: directory.periods, emptyIsAll: false),
        quantity: row.number("quantity"), shortageCost: row.number("shortage_cost", .positive),
        deviation: row.number("deviation", .rate, or: 0))
    }
  }

  private func readBuffers() {
    let values = Dictionary(
      products.rows.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    let holdingRate = settings.settings.holdingRate
    buffers = read(.buffers) { row in
      let location = row.node("location", directory)
      let product = row.reference("product", to: directory.products)
      return Buffer(
        location: location, product: product, maximum: row.number("maximum"),
        existing: row.number("existing", or: 0),
        unitCost: row.number("unit_cost", or: holdingRate * (values[product] ?? 0)))
    }
  }
}

extension RowReader {
  /// The id of a facility or customer.
  fileprivate func node(_ column: String, _ directory: Directory) -> String {
    let indices = [directory.customers, directory.facilities]
    guard let written = required(column) else { return "" }
    if let id = indices.lazy.compactMap({ $0.canonical(written) }).first { return id }
    if indices.allSatisfy(\.isComplete) {
      refuse(
        column, "there is no customer or facility \(quoted(written))",
        Suggestion.cure(
          for: written, among: indices.flatMap { Array($0.ids) },
          otherwise: "Name an existing customer or facility."))
    } else {
      setAside()
    }
    return written
  }
}
