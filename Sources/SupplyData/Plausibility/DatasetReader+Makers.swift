import TextFiles

extension DatasetReader {
  /// Reports products that are needed and cannot be made, or not enough of them with every module
  /// built.
  ///
  /// Valid all the same: what is not delivered is a shortage, and has its cost.
  func checkMakers(of dataset: Dataset) {
    let sources = ProductSources(dataset)
    let needs = Needs(dataset, makeable: Set(sources.made.keys), supplied: sources.other)
    for (place, product) in products.soundRows where sources.other[product.id] == nil {
      let needed = needs.ofPeriod.map { $0[product.id] ?? 0 }
      guard let most = sources.made[product.id] else {
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
}
