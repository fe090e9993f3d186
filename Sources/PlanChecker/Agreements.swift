import SupplyData

/// The trade agreements: who is a member, which products their rules of origin speak of, and so which goods qualify.
///
/// A claim is a number: 0 for none, and an agreement's place in ``names`` plus 1.
struct Agreements: Sendable {
  /// Their ids, in the order of `groups.csv`.
  let names: [String]
  /// The countries of each.
  private let members: [Set<Int>]
  /// For each agreement and product the share of the value that must originate in it; `nil` where no rule speaks of it.
  private let content: [[Double?]]

  init(_ dataset: Dataset, countryIndex: [String: Int]) {
    var names: [String] = []
    var members: [Set<Int>] = []
    for row in dataset.groups where row.kind == .tradeAgreement {
      guard let country = countryIndex[row.country] else { continue }
      if let known = names.firstIndex(of: row.group) {
        members[known].insert(country)
      } else {
        names.append(row.group)
        members.append([country])
      }
    }
    self.names = names
    self.members = members
    content = names.map { name in
      let rules = dataset.rulesOfOrigin.filter { $0.agreement == name }
      let all = rules.first { $0.product == nil }
      return dataset.products.map { product in
        (rules.first { $0.product == product.id } ?? all)?.content
      }
    }
  }

  /// The number of a claim; `nil` where no rule of origin is the agreement's.
  func claim(_ id: String?) -> Int? {
    guard let id else { return 0 }
    guard let agreement = names.firstIndex(of: id),
      content[agreement].contains(where: { $0 != nil })
    else { return nil }
    return agreement + 1
  }

  /// The id of a claim that is one.
  func name(ofClaim claim: Int) -> String? { claim > 0 ? names[claim - 1] : nil }

  /// The place of an agreement in ``names``.
  func index(_ id: String) -> Int? { names.firstIndex(of: id) }

  func isMember(_ country: Int, of agreement: Int) -> Bool { members[agreement].contains(country) }

  /// The content that lots of a product must have to be made under a claim in a country; `nil` where there is no such claim.
  func content(_ product: Int, claim: Int, madeIn country: Int) -> Double? {
    isMember(country, of: claim - 1) ? content[claim - 1][product] : nil
  }

  /// Whether goods qualify under an agreement: made in a member, and under its own claim where a rule speaks of them.
  func qualifies(_ product: Int, madeIn country: Int, claim: Int, under agreement: Int) -> Bool {
    guard isMember(country, of: agreement) else { return false }
    return content[agreement][product] == nil || claim == agreement + 1
  }

  /// Whether goods qualify under an agreement and the country that they enter is one of its members.
  func favours(
    _ product: Int, madeIn country: Int, claim: Int, entering destination: Int,
    under agreement: Int
  ) -> Bool {
    isMember(destination, of: agreement)
      && qualifies(product, madeIn: country, claim: claim, under: agreement)
  }
}
