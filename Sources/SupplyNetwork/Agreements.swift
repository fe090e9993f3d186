import SupplyData

/// A trade agreement that some tariff or exemption asks goods to qualify under, with its rules of origin.
public struct Agreement: Sendable, Equatable {
  /// The group's id.
  public var group: String
  /// Its members, by their places in the dataset.
  public var members: Set<Int>
  /// For each product the share of its value that must originate in members; `nil` where no rule speaks of it, so that all that
  /// members make qualifies.
  public var content: [Double?]

  /// Whether goods qualify.
  ///
  /// - Parameters:
  ///   - product: by its place in the dataset.
  ///   - country: the country they were made in, by its place in the dataset.
  ///   - isClaimed: whether they were made in a lot that claims this agreement.
  public func qualifies(_ product: Int, madeIn country: Int, isClaimed: Bool) -> Bool {
    members.contains(country) && (content[product] == nil || isClaimed)
  }
}

extension Agreement {
  /// The agreements that a claim or an exemption names, in the order of `groups.csv`.
  static func all(_ dataset: Dataset) -> [Agreement] {
    var named = Set(dataset.tariffs.compactMap(\.claim))
    for disruption in dataset.disruptions {
      if case .tariff(_, _, _, _, let exempt?) = disruption.effect { named.insert(exempt) }
    }
    if named.isEmpty { return [] }
    var order: [String] = []
    var members: [String: Set<Int>] = [:]
    let country = DatasetIndex(dataset).country
    for row in dataset.groups where named.contains(row.group) {
      if members[row.group] == nil { order.append(row.group) }
      if let place = country[row.country] { members[row.group, default: []].insert(place) }
    }
    return order.map { group in
      let rules = dataset.rulesOfOrigin.filter { $0.agreement == group }
      return Agreement(
        group: group, members: members[group] ?? [],
        content: dataset.products.map { product in
          (rules.first { $0.product == product.id } ?? rules.first { $0.product == nil })?.content
        })
    }
  }

  /// For each product the agreements, by their places, whose claim on it something rewards: a tariff or an exemption that speaks of
  /// the product, or a product made of it for which that is so.
  static func rewarded(_ agreements: [Agreement], _ dataset: Dataset) -> [Set<Int>] {
    let products = dataset.products
    func reward(_ product: String?, _ group: String, in rewarded: inout [Set<Int>]) {
      guard let agreement = agreements.firstIndex(where: { $0.group == group }) else { return }
      for index in products.indices where product == nil || product == products[index].id {
        rewarded[index].insert(agreement)
      }
    }
    var rewarded = products.map { _ in Set<Int>() }
    for row in dataset.tariffs {
      if let claim = row.claim { reward(row.product, claim, in: &rewarded) }
    }
    for row in dataset.disruptions {
      if case .tariff(_, _, let product, _, let exempt?) = row.effect {
        reward(product, exempt, in: &rewarded)
      }
    }
    // Down the bills of materials: a component that originates counts for what is made of it.
    let components = DatasetIndex(dataset).components(of: dataset)
    for product in Network.parentsFirst(components) {
      for line in components[product] {
        for agreement in rewarded[product] where agreements[agreement].content[product] != nil {
          rewarded[line.product].insert(agreement)
        }
      }
    }
    return rewarded.enumerated().map { product, rewarding in
      rewarding.filter { agreements[$0].content[product] != nil }
    }
  }
}
