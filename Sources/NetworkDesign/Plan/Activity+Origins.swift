import SupplyData
import SupplyNetwork

extension Activity {
  /// The same activity in the network that tells all origins apart.
  ///
  /// Every origin leaves a facility in the proportion in which it entered or was made there. Goods that were merged cost the same and
  /// count alike from there on, so cost, risk and policies stay as they are.
  func withOriginsToldApart() -> Activity {
    let merged = network
    let unmerged = merged.unmerged
    let noise = QuantityNoise(network: merged)
    return Activity(
      network: unmerged, open: open, count: count, stock: stock, signed: signed, grants: grants,
      recourse: recourse.map { states in
        states.map { Self.toldApart($0, merged, unmerged, noise) }
      })
  }

  private static func toldApart(
    _ recourse: Recourse, _ merged: Network, _ unmerged: Network, _ noise: QuantityNoise
  ) -> Recourse {
    let shares = originShares(recourse, merged)
    let kinds = GoodsKinds(unmerged)
    var told = recourse
    told.flows = Array(repeating: 0, count: unmerged.flows.count)
    told.inQuota = [:]
    told.drawnBack = [:]
    for (flow, quantity) in recourse.flows.enumerated() where quantity > 0 {
      let goods = merged.goodsSent(by: merged.flows[flow])
      for part in merged.parts(ofFlow: flow) {
        guard let goods, let shares = shares[goods] else {
          told.flows[part] = quantity
          told.inQuota[part] = recourse.inQuota[flow]
          told.drawnBack[part] = recourse.drawnBack[flow]
          continue
        }
        let own = unmerged.flows[part]
        let share = shares[kinds.kind(own.madeIn, own.claim)]
        told.flows[part] = noise.cleaned(quantity * share, product: goods.product)
        if told.flows[part] == 0 { continue }
        told.inQuota[part] = recourse.inQuota[flow].map { $0 * share }
        told.drawnBack[part] = recourse.drawnBack[flow].map { $0 * share }
      }
    }
    for lot in told.lots.indices {
      told.lots[lot].uses = recourse.lots[lot].uses.flatMap { use in
        guard let goods = use.goods, let shares = shares[goods] else { return [use] }
        return shares.indices.compactMap { kind in
          let quantity = noise.cleaned(use.quantity * shares[kind], product: use.product)
          guard quantity > 0 else { return nil }
          var part = goods
          (part.madeIn, part.claim) = kinds.goods(kind)
          return (use.product, part, quantity)
        }
      }
    }
    return told
  }

  /// Of goods of a product that was merged somewhere the shares of countries of origin and claims.
  private static func originShares(_ recourse: Recourse, _ merged: Network) -> [Goods: [Double]] {
    let mixed = Set(
      recourse.flows.indices.filter {
        recourse.flows[$0] > 0 && merged.parts(ofFlow: $0).count > 1
      }.map { merged.flows[$0].product })
    if mixed.isEmpty { return [:] }
    let kinds = GoodsKinds(merged)
    return recourse.mixing(
      of: merged.goods.filter { mixed.contains($0.product) }, in: merged, kinds: kinds.count,
      kind: { madeIn, claim, _ in kinds.kind(madeIn, claim) },
      circling: { kinds.kind($0.madeIn, $0.claim) })
  }
}

/// What tells goods of a product at a facility apart, as numbers: the country they were made in and what their lot claims.
private struct GoodsKinds {
  private let countries: Int
  let count: Int

  init(_ network: Network) {
    countries = network.dataset.countries.count
    count = countries * (network.agreements.count + 1)
  }

  func kind(_ madeIn: Int, _ claim: Int?) -> Int {
    madeIn + countries * (claim.map { $0 + 1 } ?? 0)
  }

  func goods(_ kind: Int) -> (madeIn: Int, claim: Int?) {
    (kind % countries, kind < countries ? nil : kind / countries - 1)
  }
}
