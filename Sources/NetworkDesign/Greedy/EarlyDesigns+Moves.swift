/// Sites closed and opened one at a time, and modules.
extension EarlyDesigns {
  mutating func improved(_ start: Draft) -> Draft {
    var best = start
    var slopes = firstSlopes
    learn(&slopes, best)
    for _ in 0..<Self.sweeps where goesOn {
      let before = best.cost
      for site in movable(best, slopes) where goesOn {
        let isOpen = best.schedules[site].open.contains(true)
        move(site, opens: !isOpen, slopes, &best)
        learn(&slopes, best)
        guard fillings[0].count > 1, isMaker(site) else { continue }
        change(site, by: -1, &best)
        change(site, by: 1, &best)
      }
      if best.cost > before * (1 - Self.leastGain) { break }
    }
    return best
  }

  /// Closes a site, or opens it for nothing, and lets demands find new ways.
  mutating func move(_ site: Int, opens: Bool, _ slopes: [Double], _ best: inout Draft) {
    guard network.dataset.facilities[site].decision == .consider else { return }
    let now = best
    var limits = Limits()
    if !opens { limits.closed.insert(site) }
    let proposal = proposal(limits, beyond: now) { designs, other, t in
      designs.offer(
        of: other, in: t, beyond: now, at: other == site && opens ? 0 : slopes[other])
    }
    guard let proposal else { return }
    let draft = evaluated(proposal)
    if isBetter(draft, than: best) { best = draft }
  }

  /// Gives a site a module more, or takes one.
  mutating func change(_ site: Int, by sign: Double, _ best: inout Draft) {
    let size = network.modulesOfFacility[site].map { network.dataset.capacity[$0].size }.min() ?? 0
    guard best.schedules[site].open.contains(true), size > 0 else { return }
    var needs = best.needs
    for t in fillings.indices where best.schedules[site].open[t] {
      let there = capacity(site, t, best)
      needs[site][t] = max(0, min(greatestCapacity(site), there + sign * size))
    }
    tryOut(needs, best.isUsed, &best)
  }

  /// Sites that may be closed, those first that cost most for what they carry; then sites that may be opened.
  func movable(_ draft: Draft, _ slopes: [Double]) -> [Int] {
    let sites = network.dataset.facilities.indices
    let open = sites.filter { draft.schedules[$0].open.contains(true) }
    let closed = sites.filter { !draft.schedules[$0].open.contains(true) }
    func share(_ site: Int) -> Double {
      let shipped = draft.operations.reduce(0) { $0 + $1.shipped[site] }
      return shipped > 0 ? draft.schedules[site].cost / shipped : .infinity
    }
    return open.sorted { (-share($0), $0) < (-share($1), $1) }
      + closed.sorted { (slopes[$0], $0) < (slopes[$1], $1) }
  }
}
