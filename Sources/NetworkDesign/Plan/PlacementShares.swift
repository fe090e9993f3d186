import SupplyData
import SupplyNetwork
import SupplyPlan

/// Where the goods delivered in the normal state are made: domestic, nearshore, friendshore or offshore, and whether
/// in micro-factories; shares of deliveries by customs value.
///
/// A flow knows its goods' country, not their facility. Goods of one product and country are mixed where they meet, so what
/// leaves a facility holds the share of micro-factory goods that entered it or was made there.
struct PlacementShares {
  let network: Network

  /// The rows of all periods with a share above 0.
  func rows(_ activity: Activity) -> [MixRow] {
    network.dataset.settings.periods.indices.flatMap { rows(activity, $0) }
  }

  private struct Key: Hashable {
    var placement: PlacementClass
    var country: Int
    var isMicrofactory: Bool
  }

  private func rows(_ activity: Activity, _ t: Int) -> [MixRow] {
    let recourse = activity.recourse[t][0]
    let microShare = microfactoryShares(recourse)
    let membership = Membership(network.dataset)
    var values: [Key: Double] = [:]
    var total = 0.0
    for (place, quantity) in recourse.flows.enumerated() where quantity > 0 {
      let flow = network.flows[place]
      guard case .customer(let customer) = flow.destination else { continue }
      let value = quantity * network.dataset.products[flow.product].value
      let countries = network.dataset.countries
      let placement = PlacementClass(
        madeIn: countries[flow.madeIn], usedIn: countries[network.countryOfCustomer[customer]],
        membership)
      let sent = network.goodsSent(by: flow)
      let micro = min(1, max(0, sent.flatMap { microShare[$0] } ?? 0))
      total += value
      for (isMicrofactory, share) in [(false, 1 - micro), (true, micro)] where share > 1e-9 {
        values[
          Key(placement: placement, country: flow.madeIn, isMicrofactory: isMicrofactory),
          default: 0] += value * share
      }
    }
    guard total > 0 else { return [] }
    return values.sorted {
      (order($0.key.placement), $0.key.country, $0.key.isMicrofactory ? 1 : 0)
        < (order($1.key.placement), $1.key.country, $1.key.isMicrofactory ? 1 : 0)
    }.map { key, value in
      MixRow(
        period: network.dataset.settings.periods[t].id, class: key.placement,
        country: network.dataset.countries[key.country].id, microfactory: key.isMicrofactory,
        valueShare: value / total)
    }
  }

  private func order(_ placement: PlacementClass) -> Int {
    PlacementClass.allCases.firstIndex(of: placement) ?? 0
  }

  /// Share of micro-factory goods in what is at each facility.
  private func microfactoryShares(_ recourse: Activity.Recourse) -> [Goods: Double] {
    let facilities = network.dataset.facilities
    guard facilities.contains(where: { $0.kind == .microfactory }) else { return [:] }
    return recourse.mixing(
      of: network.goods, in: network, kinds: 2,
      kind: { _, _, madeAt in
        madeAt.map { facilities[$0].kind == .microfactory } ?? false ? 1 : 0
      }, circling: { _ in 0 }
    ).mapValues { $0[1] }
  }
}
