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
      network: unmerged, open: open, count: count, stock: stock, grants: grants,
      recourse: recourse.map { states in
        states.map { Self.toldApart($0, merged, unmerged, noise) }
      })
  }

  private static func toldApart(
    _ recourse: Recourse, _ merged: Network, _ unmerged: Network, _ noise: QuantityNoise
  ) -> Recourse {
    let shares = originShares(recourse, merged)
    var told = recourse
    told.flows = Array(repeating: 0, count: unmerged.flows.count)
    for (flow, quantity) in recourse.flows.enumerated() where quantity > 0 {
      let goods = merged.goodsSent(by: merged.flows[flow])
      for part in merged.parts(ofFlow: flow) {
        guard let shares = shares[goods] else {
          told.flows[part] = quantity
          continue
        }
        told.flows[part] = noise.cleaned(
          quantity * shares[unmerged.flows[part].madeIn], product: goods.product)
      }
    }
    return told
  }

  /// Of goods of a product that was merged somewhere the shares of countries of origin.
  private static func originShares(_ recourse: Recourse, _ merged: Network) -> [Goods: [Double]] {
    let mixed = Set(
      recourse.flows.indices.filter {
        recourse.flows[$0] > 0 && merged.parts(ofFlow: $0).count > 1
      }.map { merged.flows[$0].product })
    if mixed.isEmpty { return [:] }
    return recourse.mixing(
      of: merged.goods.filter { mixed.contains($0.product) }, in: merged,
      kinds: merged.dataset.countries.count, kind: { merged.countryOfFacility[$0.facility] },
      circling: \.madeIn)
  }
}
