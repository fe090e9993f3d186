import SupplyData
import SupplyNetwork

/// Agreements, quotas and drawback.
extension MathProgData {
  private var dataset: Dataset { network.dataset }

  static func agreements(of dataset: Dataset) -> [String] {
    var named = Set(dataset.tariffs.compactMap(\.claim))
    for row in dataset.disruptions {
      if case .tariff(_, _, _, _, let exempt?) = row.effect { named.insert(exempt) }
    }
    var seen: Set<String> = []
    return dataset.groups.map(\.group).filter { named.contains($0) && seen.insert($0).inserted }
  }

  /// The number of an agreement; 0 for none.
  func agreement(_ group: String?) -> Int {
    agreements.firstIndex { $0 == group }.map { $0 + 1 } ?? 0
  }

  func writeAgreements(to output: inout some TextOutputStream) {
    if agreements.isEmpty { return }
    output.writeTitle("Trade agreements with their members, and their rules of origin")
    output.writeParameter("agreements", "\(agreements.count)")
    for group in agreements {
      output.write("# \(comment(group))\n")
      output.writeSet(
        "MEMBERS", of: "\(agreement(group))",
        dataset.groups.filter { $0.group == group }.map { symbols($0.country) })
    }
    output.writeOptionalTable("content", contents)
  }

  /// The rule of each agreement and product.
  private var contents: [String] {
    agreements.flatMap { group in
      dataset.products.compactMap { product in
        narrowest(dataset.rulesOfOrigin) { row in
          row.agreement == group ? rank(row.product, of: product.id).map { [$0] } : nil
        }.map { "\(agreement(group)) \(symbols(product.id)) \($0.content.mathProg)" }
      }
    }
  }

  func writeQuotasAndDrawback(to output: inout some TextOutputStream) {
    if !dataset.quotas.isEmpty {
      output.writeTitle("Quotas with what they match")
      output.writeTable(
        set: "QUOTAS",
        "quota_layer quota_product quota_period quota_quantity quota_rate quota_unit",
        dataset.quotas.enumerated().map { index, row in
          "\(index + 1) \(symbols(row.layer)) \(symbolOrStar(row.product)) \(period(row.period))"
            + " \(row.quantity.mathProg) \(row.rate.mathProg) \(row.unitRate.mathProg)"
            + "   # \(comment(row.id))"
        })
      for (index, row) in dataset.quotas.enumerated() {
        output.writeSet("QUOTA_FROM", of: "\(index + 1)", countries(matching: row.origin))
        output.writeSet("QUOTA_TO", of: "\(index + 1)", countries(matching: row.destination))
      }
    }
    if dataset.drawback.isEmpty { return }
    output.writeTitle("Share of the duty on components that is paid back for exports")
    output.writeTable("drawback_share", drawbackShares)
  }

  /// The narrowest row of each country and component.
  private var drawbackShares: [String] {
    let components = Set(dataset.billsOfMaterials.map(\.component))
    return dataset.countries.flatMap { country in
      dataset.products.filter { components.contains($0.id) }.compactMap { component in
        narrowest(dataset.drawback) { row in
          guard let ofComponent = rank(row.component, of: component.id) else { return nil }
          return membership.specificity(of: row.country, forCountry: country.id)
            .map { [$0.rawValue, ofComponent] }
        }.map { "\(symbols(country.id)) \(symbols(component.id)) \($0.share.mathProg)" }
      }
    }
  }
}
