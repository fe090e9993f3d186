import TextFiles

extension DatasetReader {
  /// Claims, rules of origin, drawback and quotas that no goods can make use of.
  func checkTradeSense(of dataset: Dataset) {
    let reach = TradeReach(dataset, territories: customsTerritories())
    let members = Dictionary(grouping: dataset.groups, by: \.group)
      .mapValues { Set($0.map(\.country)) }
    checkClaimSense(of: dataset, reach, members)
    checkOriginSense(of: dataset, reach, members)
    checkQuotaSense(of: dataset, reach)
    checkDrawbackSense(of: dataset)
  }

  private func warn<Row>(
    _ table: Table<Row>, _ place: RowPlace, _ column: String, _ cause: String, cure: String
  ) {
    refuse(table, place, column, cause, cure: cure, severity: .warning)
  }

  // MARK: Agreements

  private func checkClaimSense(
    of dataset: Dataset, _ reach: TradeReach, _ members: [String: Set<String>]
  ) {
    func isIdle(
      _ group: String, _ product: String?, _ origin: Selector, _ destination: Selector
    ) -> Bool {
      !reach.products(product).contains {
        reach.canEnter($0, from: [origin], to: [destination], members: members[group] ?? [])
      }
    }
    func cause(_ group: String) -> String {
      "nothing that the row is about is made in one member of \(quoted(group)) and can enter another"
    }
    for (place, row) in tariffs.soundRows {
      if let claim = row.claim, isIdle(claim, row.product, row.origin, row.destination) {
        warn(
          tariffs, place, "claim", cause(claim),
          cure: "Check the members of the agreement and the selectors, or delete the row.")
      }
    }
    for (place, row) in disruptions.soundRows {
      guard case .tariff(let origin, let destination, let product, _, let exempt?) = row.effect,
        isIdle(exempt, product, origin, destination)
      else { continue }
      warn(
        disruptions, place, "exempt", cause(exempt),
        cure: "Check the members of the agreement and the selectors, or leave it empty.")
    }
  }

  /// A rule of origin matters where a tariff or an exemption speaks of its product, or of something made of it.
  private func checkOriginSense(
    of dataset: Dataset, _ reach: TradeReach, _ members: [String: Set<String>]
  ) {
    if dataset.rulesOfOrigin.isEmpty { return }
    let rewarded = rewardedProducts(of: dataset, reach)
    let own = Dictionary(grouping: dataset.rulesOfOrigin, by: \.agreement)
      .mapValues { Set($0.compactMap(\.product)) }
    for (place, row) in rulesOfOrigin.soundRows {
      let covered = reach.products(row.product).filter {
        row.product != nil || own[row.agreement]?.contains($0) != true
      }
      let wanted = covered.filter { rewarded[row.agreement]?.contains($0) == true }
      if wanted.isEmpty {
        warn(
          rulesOfOrigin, place, "product",
          "no tariff and no exemption under \(quoted(row.agreement)) speaks of "
            + (row.product.map { "\(quoted($0)), nor of anything made of it" }
              ?? "a product without a rule of its own"),
          cure: "Add a row to tariffs.csv with the claim, or delete the rule.")
      } else if !wanted.contains(where: {
        !reach.origins(of: $0).isDisjoint(with: members[row.agreement] ?? [])
      }) {
        warn(
          rulesOfOrigin, place, "agreement",
          "no member of \(quoted(row.agreement)) makes what the rule is about",
          cure: "Check the members of the agreement, or delete the rule.")
      }
    }
  }

  /// For each agreement the products whose claims something rewards.
  private func rewardedProducts(of dataset: Dataset, _ reach: TradeReach) -> [String: Set<String>] {
    var rewarded: [String: Set<String>] = [:]
    for row in dataset.tariffs {
      if let claim = row.claim {
        rewarded[claim, default: []].formUnion(reach.products(row.product))
      }
    }
    for row in dataset.disruptions {
      if case .tariff(_, _, let product, _, let exempt?) = row.effect {
        rewarded[exempt, default: []].formUnion(reach.products(product))
      }
    }
    let components = Dictionary(grouping: dataset.billsOfMaterials, by: \.product)
    for (agreement, products) in rewarded {
      var found = products
      var open = Array(products)
      while let product = open.popLast() {
        for line in components[product] ?? [] where found.insert(line.component).inserted {
          open.append(line.component)
        }
      }
      rewarded[agreement] = found
    }
    return rewarded
  }

  // MARK: Quotas and drawback

  private func checkQuotaSense(of dataset: Dataset, _ reach: TradeReach) {
    if dataset.quotas.isEmpty { return }
    let values = Dictionary(
      dataset.products.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    for (place, row) in quotas.soundRows {
      if row.rate > 10 {
        warn(
          quotas, place, "rate", "a rate of \(plain(row.rate)) is \(plain(row.rate * 100)) %",
          cure: "Write rates as shares of the value: 25 % is 0.25 or 25%.")
      }
      if row.quantity == 0 {
        warn(
          quotas, place, "quantity", "a quota of 0 lets nothing in",
          cure: "Raise the quantity, or delete the row.")
        continue
      }
      let products = reach.products(row.product).filter {
        reach.canEnter($0, from: [row.origin], to: [row.destination])
      }
      guard !products.isEmpty else {
        warn(
          quotas, place, "quota",
          "nothing that the quota is about is made in its origins and can enter its destinations",
          cure: "Check the selectors and the product, or delete the row.")
        continue
      }
      let saves = dataset.tariffs.contains { tariff in
        guard tariff.layer == row.layer,
          tariff.period == nil || row.period == nil || tariff.period == row.period
        else { return false }
        return products.contains { product in
          let value = values[product] ?? 0
          return (tariff.product == nil || tariff.product == product)
            && tariff.rate * value + tariff.unitRate > row.rate * value + row.unitRate
            && reach.canEnter(
              product, from: [row.origin, tariff.origin], to: [row.destination, tariff.destination])
        }
      }
      if !saves {
        warn(
          quotas, place, "rate",
          "the layer \(quoted(row.layer)) asks for no more than the quota of what it is about",
          cure: "Lower the rate, or delete the row.")
      }
    }
  }

  /// Duty is paid back to who makes something of the component.
  private func checkDrawbackSense(of dataset: Dataset) {
    if dataset.drawback.isEmpty { return }
    let membership = Membership(dataset)
    let country = Dictionary(
      dataset.facilities.map { ($0.id, $0.country) }, uniquingKeysWith: { first, _ in first })
    let components = Dictionary(grouping: dataset.billsOfMaterials, by: \.product)
      .mapValues { Set($0.map(\.component)) }
    var used: [String: Set<String>] = [:]
    for row in dataset.production {
      guard let country = country[row.facility] else { continue }
      used[country, default: []].formUnion(components[row.product] ?? [])
    }
    for (place, row) in drawback.soundRows {
      let isOfUse = used.contains { country, components in
        (row.component.map(components.contains) ?? !components.isEmpty)
          && membership.matches(row.country, country: country)
      }
      guard !isOfUse else { continue }
      warn(
        drawback, place, "component",
        "no facility in these countries makes anything of \(row.component.map { quoted($0) } ?? "components")",
        cure: "Check the countries and the component, or delete the row.")
    }
  }
}
