import SupplyData

/// Judges whether exports of one period and state earn what is drawn back.
///
/// A plan does not say which exports earn it. Of each product p that facility i makes of a component, some e units are credited: at
/// most what it makes, at most what it ships straight out of its territory of goods made in its country, and all facilities of a
/// territory together at most what leaves the territory of goods made there less what comes back. Each credited unit draws back the duty on the
/// components in it. Whether there are such e is a small linear program for each territory: it finds how much of what is drawn back
/// can be earned.
struct CreditCheck {
  let operations: Operations
  let catalogue: Catalogue
  let findings: Findings

  /// Judges what is drawn back, units by facility and component, see `Catalogue.pair`.
  func run(_ drawnBack: [Int: Double]) {
    let claims = drawnBack.filter { $0.value > 0 }.map { pair, units in
      let (facility, component) = pair.quotientAndRemainder(
        dividingBy: catalogue.dataset.products.count)
      return Claim(facility: facility, component: component, units: units)
    }.filter {
      // Rounding would only spoil the numbers of the program.
      $0.facility < catalogue.facilityCount
        && $0.units > findings.tolerance * catalogue.least($0.component)
    }
    let byTerritory = Dictionary(grouping: claims) {
      catalogue.territories.number(catalogue.nodeCountry[$0.facility])
    }
    for (territory, claims) in byTerritory.sorted(by: { $0.key < $1.key }) {
      judge(
        claims.sorted { ($0.facility, $0.component) < ($1.facility, $1.component) }, in: territory)
    }
  }

  /// What a facility draws back on a component.
  private struct Claim {
    var facility: Int
    var component: Int
    var units: Double
  }

  /// What a facility may be credited of a product.
  private struct Credit {
    var facility: Int
    var product: Int
    /// Units at most.
    var most: Double
  }

  private func judge(_ claims: [Claim], in territory: Int) {
    let credits = credits(of: claims)
    // The shares that are earned come first, then the shares of what may be credited.
    var program = PackingProgram(variables: claims.count + credits.count)
    for (index, claim) in claims.enumerated() {
      program.add([index: 1], atMost: 1)
      var row = [index: 1.0]
      for (place, credit) in credits.enumerated() where credit.facility == claim.facility {
        let quantity = catalogue.components[credit.product]
          .filter { $0.product == claim.component }.reduce(0) { $0 + $1.quantity }
        if quantity > 0 { row[claims.count + place] = -quantity * credit.most / claim.units }
      }
      program.add(row, atMost: 0)
    }
    for place in credits.indices { program.add([claims.count + place: 1], atMost: 1) }
    for product in Set(credits.map(\.product)).sorted() {
      let own = credits.enumerated().filter { $0.element.product == product }
      let scale = own.map(\.element.most).max() ?? 1
      program.add(
        Dictionary(
          uniqueKeysWithValues: own.map { (claims.count + $0.offset, $0.element.most / scale) }),
        atMost: exports(of: product, from: territory) / scale)
    }
    let earned = program.greatestSum(ofFirst: claims.count)
    for (claim, share) in zip(claims, earned) {
      findings.atMost(
        .credit,
        "facility \(catalogue.name(ofNode: claim.facility)), component "
          + "\(catalogue.dataset.products[claim.component].id), "
          + catalogue.place(operations.period, operations.state),
        limit: claim.units * share, found: claim.units,
        scale: max(claim.units, catalogue.least(claim.component)))
    }
  }

  /// What the facilities may be credited, each by itself.
  private func credits(of claims: [Claim]) -> [Credit] {
    Set(claims.map(\.facility)).sorted().flatMap { facility -> [Credit] in
      var made: [Int: Double] = [:]
      for row in operations.production where row.node == facility {
        made[row.product, default: 0] += row.quantity
      }
      var exported: [Int: Double] = [:]
      let country = catalogue.nodeCountry[facility]
      for flow in operations.flows
      where flow.origin == facility && flow.madeIn == country
        && !catalogue.territories.areOne(country, catalogue.nodeCountry[flow.destination])
      {
        exported[flow.product, default: 0] += flow.quantity
      }
      return made.sorted { $0.key < $1.key }.compactMap { product, quantity in
        let most = min(quantity, exported[product] ?? 0)
        return most > 1e-9 * catalogue.least(product)
          ? Credit(facility: facility, product: product, most: most) : nil
      }
    }
  }

  /// Units of a product made in a territory that leave it, less those that come back; at least 0.
  private func exports(of product: Int, from territory: Int) -> Double {
    let number = { (country: Int) in catalogue.territories.number(country) }
    return max(
      0,
      operations.flows.reduce(0) { sum, flow in
        guard flow.product == product, number(flow.madeIn) == territory else { return sum }
        let leaves = number(catalogue.nodeCountry[flow.origin]) == territory
        let enters = number(catalogue.nodeCountry[flow.destination]) == territory
        return sum + (leaves == enters ? 0 : leaves ? flow.quantity : -flow.quantity)
      })
  }
}
