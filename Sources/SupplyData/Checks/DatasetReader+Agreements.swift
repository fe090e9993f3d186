import TextFiles

extension DatasetReader {
  /// Claims, exemptions and rules of origin speak of trade agreements; quotas of layers, and each of
  /// its own goods.
  func checkTrade() {
    checkClaims()
    checkRulesOfOrigin()
    checkQuotaLayers()
    checkQuotaOverlaps()
  }

  // MARK: Agreements

  private func checkClaims() {
    let kinds = Dictionary(
      groups.soundRows.map { ($0.1.group, $0.1.kind) }, uniquingKeysWith: { first, _ in first })
    func check<Row>(_ table: Table<Row>, _ place: RowPlace, _ column: String, _ group: String) {
      guard let kind = kinds[group], kind != .tradeAgreement else { return }
      refuse(
        table, place, column,
        "goods qualify under trade agreements, and \(quoted(group)) is of the kind \(kind.rawValue)",
        cure: "Name a group of the kind trade_agreement, or change its kind in groups.csv.")
    }
    for (place, row) in tariffs.soundRows {
      if let claim = row.claim { check(tariffs, place, "claim", claim) }
    }
    for (place, row) in disruptions.soundRows {
      if case .tariff(_, _, _, _, let exempt?) = row.effect {
        check(disruptions, place, "exempt", exempt)
      }
    }
  }

  private func checkRulesOfOrigin() {
    struct Key: Hashable {
      var agreement: String
      var product: String?
    }
    checkDuplicates(
      rulesOfOrigin, "product", { Key(agreement: $0.agreement, product: $0.product) },
      { "the rule of \(quoted($0.agreement)) for \(quoted($0.product ?? "*"))" })
    guard tariffs.isComplete, disruptions.isComplete else { return }
    // Rows with faults count as well, so that their faults are not told twice.
    var named = Set(tariffs.rows.compactMap(\.claim))
    for row in disruptions.rows {
      if case .tariff(_, _, _, _, let exempt?) = row.effect { named.insert(exempt) }
    }
    for (place, row) in rulesOfOrigin.soundRows where !named.contains(row.agreement) {
      refuse(
        rulesOfOrigin, place, "agreement",
        "nothing asks whether goods qualify under \(quoted(row.agreement))",
        cure: "Name it in 'claim' of tariffs.csv or 'exempt' of disruptions.csv, or delete the row."
      )
    }
  }

  // MARK: Quotas

  private func checkQuotaLayers() {
    guard tariffs.isComplete else { return }
    let layers = Set(tariffs.rows.map(\.layer))
    for (place, row) in quotas.soundRows where !layers.contains(row.layer) {
      refuse(
        quotas, place, "layer", "tariffs.csv has no layer \(quoted(row.layer))",
        cure: Suggestion.cure(
          for: row.layer, among: layers, otherwise: "Name the layer whose rate the quota replaces.")
      )
    }
  }

  /// Goods that enter a country can be in one quota at most.
  private func checkQuotaOverlaps() {
    guard quotas.rows.count > 1, isSound(countries), isSound(groups) else { return }
    let membership = Membership(
      countries: countries.rows, groups: groups.rows, facilities: [], customers: [])
    let territories = customsTerritories()
    struct Reach {
      var place: RowPlace
      var row: TariffQuota
      var origins: Set<String>
      var destinations: Set<String>
    }
    func matching(_ selector: Selector) -> Set<String> {
      Set(countries.rows.map(\.id).filter { membership.matches(selector, country: $0) })
    }
    let reaches = quotas.soundRows.map { place, row in
      Reach(
        place: place, row: row, origins: matching(row.origin),
        destinations: matching(row.destination))
    }
    for (index, later) in reaches.enumerated() {
      for earlier in reaches[..<index]
      where meet(earlier.row.product, later.row.product)
        && meet(earlier.row.period, later.row.period)
      {
        let origins = earlier.origins.intersection(later.origins).sorted()
        let destinations = earlier.destinations.intersection(later.destinations).sorted()
        let pair = origins.lazy.flatMap { origin in
          destinations.lazy.filter { territories[$0] != territories[origin] }.map { (origin, $0) }
        }.first
        guard let (origin, destination) = pair else { continue }
        refuse(
          quotas, later.place, "quota",
          "goods made in \(quoted(origin)) that enter \(quoted(destination)) could be in this quota"
            + " and in that of line \(earlier.place.line)",
          cure: "Make one of the two narrower, so that they share no product, period and countries."
        )
      }
    }
  }

  /// Whether two ids, or `nil` for all, have one in common.
  private func meet(_ one: String?, _ other: String?) -> Bool {
    one == nil || other == nil || one == other
  }

  /// The customs union of each country, or the country itself.
  func customsTerritories() -> [String: String] {
    var territories = Dictionary(
      countries.rows.map { ($0.id, "country:\($0.id)") }, uniquingKeysWith: { first, _ in first })
    for row in groups.rows where row.kind == .customsUnion {
      territories[row.country] = "union:\(row.group)"
    }
    return territories
  }
}
