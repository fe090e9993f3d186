import TextFiles

extension DatasetReader {
  /// A buffer stands where its product is delivered or consumed, and holds no more than it may.
  func checkBuffers() {
    checkDuplicates(buffers, "product", { [$0.location, $0.product] }) {
      "the buffer of \(quoted($0.product)) at \(quoted($0.location))"
    }
    checkStocks()
    checkLocations()
  }

  private func checkStocks() {
    let candidates = Set(facilities.rows.filter { $0.status == .candidate }.map(\.id))
    let trustsStatus = isSound(facilities)
    for (place, row) in buffers.soundRows {
      if row.existing > row.maximum {
        refuse(
          buffers, place, "existing",
          "the \(row.existing) existing units exceed the maximum of \(row.maximum)",
          cure: "Raise the maximum or lower 'existing'.")
      }
      if row.existing > 0, trustsStatus, candidates.contains(row.location) {
        refuse(
          buffers, place, "existing",
          "\(quoted(row.location)) is a candidate and cannot hold units today",
          cure: "Write 0, or change the facility's status to existing.")
      }
    }
  }

  private func checkLocations() {
    guard !buffers.rows.isEmpty else { return }
    struct Use: Hashable {
      var location: String
      var product: String
    }
    // Rows with faults count as uses, so that their faults are not told twice.
    var uses = Set(demand.rows.map { Use(location: $0.customer, product: $0.product) })
    let components = Dictionary(grouping: billsOfMaterials.rows, by: \.product)
      .mapValues { $0.map(\.component) }
    for row in production.rows {
      for component in components[row.product] ?? [] {
        uses.insert(Use(location: row.facility, product: component))
      }
    }
    guard demand.isComplete, production.isComplete, billsOfMaterials.isComplete else { return }
    for (place, row) in buffers.soundRows
    where !uses.contains(Use(location: row.location, product: row.product)) {
      let isCustomer = directory.customers.contains(row.location)
      refuse(
        buffers, place, "location",
        isCustomer
          ? "the customer \(quoted(row.location)) has no demand for \(quoted(row.product))"
          : "nothing that \(quoted(row.location)) makes is made of \(quoted(row.product))",
        cure: "A buffer serves only its own location: place it where the product is used.")
    }
  }
}
