import TextFiles

extension DatasetReader {
  /// Reports products that are needed and cannot be made, or not enough of them with every module
  /// built.
  ///
  /// Valid all the same: what is not delivered is a shortage, and has its cost.
  func checkMakers(of dataset: Dataset) {
    let most = mostMade(of: dataset)
    let needs = Needs(dataset, makeable: Set(most.keys))
    for (place, product) in products.soundRows {
      let needed = needs.ofPeriod.map { $0[product.id] ?? 0 }
      guard let most = most[product.id] else {
        if needed.contains(where: { $0 > 0 }) {
          refuse(
            products, place, "product",
            "\(quoted(product.id)) is needed and no facility can make it",
            cure: "Add production with capacity, or delete what needs it.", severity: .doubtful)
        }
        continue
      }
      for (period, need) in zip(dataset.settings.periods, needed) where need > most * (1 + 1e-9) {
        refuse(
          products, place, "product",
          "the period \(quoted(period.id)) needs \(plain(need)) of \(quoted(product.id)) a year,"
            + " and with every module built \(plain(most)) can be made",
          cure: "Raise 'maximum' in capacity.csv or add facilities; check the units of demand.",
          severity: .doubtful)
      }
    }
  }

  /// Units per year of each product if all that may make it made nothing else; products that
  /// nothing can make are left out.
  private func mostMade(of dataset: Dataset) -> [String: Double] {
    var capacity: [String: Double] = [:]
    for row in dataset.capacity where row.maximum > 0 {
      capacity[row.facility, default: 0] += row.size * Double(row.maximum)
    }
    let closed = Set(dataset.facilities.filter { $0.decision == .closed }.map(\.id))
    var most: [String: Double] = [:]
    for row in dataset.production where !closed.contains(row.facility) {
      guard let units = capacity[row.facility] else { continue }
      most[row.product, default: 0] += units / row.capacityUse
    }
    return most
  }
}
