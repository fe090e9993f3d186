/// Slope scaling: sites priced by what they cost for what they carried last time.
extension EarlyDesigns {
  mutating func scaledSlopes() -> [Draft] {
    var slopes = firstSlopes
    var drafts: [Draft] = []
    for _ in 0..<Self.rounds where drafts.isEmpty || goesOn && work < mostWork / 4 {
      guard
        let proposal = proposal(
          Limits(),
          { designs, site, t in
            designs.offer(of: site, in: t, at: slopes[site])
          })
      else { break }
      drafts.append(evaluated(proposal))
      learn(&slopes, proposal)
    }
    return drafts.enumerated().sorted {
      isBetter($0.element, than: $1.element)
        || !isBetter($1.element, than: $0.element) && $0.offset < $1.offset
    }.map(\.element)
  }

  /// Fixed cost for each unit of a site that is full.
  var firstSlopes: [Double] {
    let wanted = horizon.yearly.indices.map { t in
      network.demands.reduce(0.0) {
        $0 + $1.quantity[t] * network.units.quantity[$1.product]
      }
    }
    return network.dataset.facilities.indices.map { site in
      let loads = wanted.map { wanted in
        isMaker(site)
          ? greatestCapacity(site)
          : min(
            network.dataset.facilities[site].throughput ?? .infinity,
            wanted / Double(max(1, network.dataset.facilities.count / 4)))
      }
      let total = zip(horizon.yearly, loads).reduce(0) { $0 + $1.0 * $1.1 }
      let needs = isMaker(site) ? loads : loads.map { _ in 0 }
      guard total > 0, let used = schedule(site, needs, isUsed: loads.map { _ in true }) else {
        return 0
      }
      return max(0, used.cost - idleCost(site)) / total
    }
  }

  /// What a site costs that is closed as soon as it may be.
  func idleCost(_ site: Int) -> Double {
    let periods = horizon.yearly
    return schedule(site, periods.map { _ in 0 }, isUsed: periods.map { _ in false })?.cost ?? 0
  }

  func learn(_ slopes: inout [Double], _ draft: Draft) {
    for site in slopes.indices {
      let loads = draft.operations.map { isMaker(site) ? $0.load[site] : $0.shipped[site] }
      let total = zip(horizon.yearly, loads).reduce(0) { $0 + $1.0 * $1.1 }
      guard total > 0 else { continue }
      slopes[site] = max(0, draft.schedules[site].cost - idleCost(site)) / total
    }
  }
}
