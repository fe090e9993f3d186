import SupplyData

extension Catalogue {
  /// The name of a facility or customer.
  func name(ofNode node: Int) -> String {
    node < facilityCount
      ? dataset.facilities[node].id : dataset.customers[node - facilityCount].id
  }

  /// A period and state, as messages say it.
  func place(_ period: Int, _ state: Int = 0) -> String {
    let text = "period \(dataset.settings.periods[period].id)"
    if state == 0 { return text }
    let scenarios = dataset.scenarios.count
    return state <= scenarios
      ? text + ", scenario \(dataset.scenarios[state - 1].id)"
      : text + ", \(outages[state - 1 - scenarios].name)"
  }

  /// Goods of a product by country of origin and claim, as messages say it.
  func goods(_ product: Int, madeIn country: Int, claim: Int) -> String {
    "product \(dataset.products[product].id) made in \(dataset.countries[country].id)"
      + (agreements.name(ofClaim: claim).map { " under \($0)" } ?? "")
  }

  /// The index of a facility; `nil` for a customer and for what is unknown.
  func facility(_ id: String) -> Int? { nodeIndex[id].flatMap { $0 < facilityCount ? $0 : nil } }

  /// Whether goods of a product may leave a node: a facility, or a customer who returns them.
  func ships(_ node: Int, _ product: Int) -> Bool {
    node < facilityCount
      || circular.returns[node - facilityCount].contains { $0.returned == product }
  }

  /// The first period in which a facility can be open.
  func firstPeriod(_ facility: Int) -> Int {
    let row = dataset.facilities[facility]
    guard row.status == .candidate else { return 0 }
    return row.availableFrom.flatMap { periodIndex[$0] } ?? 0
  }

  /// For a node and product, see ``pair(_:_:)``, the index of its row in `buffers.csv`.
  var bufferIndex: [Int: Int] {
    var indices: [Int: Int] = [:]
    for (index, buffer) in dataset.buffers.enumerated() {
      if let node = nodeIndex[buffer.location], let product = productIndex[buffer.product] {
        indices[pair(node, product)] = index
      }
    }
    return indices
  }
}
