import SupplyData
package import SupplyNetwork

/// Good first stages without a program: what a user can be shown while the first relaxation is still being solved.
///
/// Slope scaling (Kim and Pardalos 1999, doi:10.1016/S0167-6377(99)00013-1): fixed costs are spread over what a site carried last
/// time, demands take their cheapest ways at these prices, and each site gets the cheapest modules that hold its load.
/// Then sites are closed and opened one at a time, as long as that pays and the work allowed lasts.
package struct EarlyDesigns {
  let network: Network
  let graph: FlowGraph
  private let horizon: Horizon
  private(set) var policies: FlowPolicies
  private let rules: [OpeningRule]
  private var normal: [Filling] = []
  /// Flows and recipes looked at.
  private var work = 0
  private let mostWork: Int

  /// What is proposed for a network: schedules of all sites with the operation behind them.
  private struct Draft {
    var schedules: [FacilitySchedule]
    /// The normal state, by period.
    var operations: [Filling.Operation]
    /// Discounted, as if the normal state lasted for ever.
    var cost: Double
    /// Whether all policies are kept, as far as is looked at here.
    var isKept: Bool
  }

  /// What a proposal may not do.
  private struct Limits {
    var closed: Set<Int> = []
    var opened: Set<Int> = []
    /// Sites that get no further module.
    var unbuilt: Set<Int> = []
  }

  /// - Parameters:
  ///   - network: measured.
  ///   - incidence: of the network.
  ///   - mostWork: flows and recipes that may be looked at; no time counts, so that the answer is always the same.
  package init(network: Network, incidence: Incidence, mostWork: Int) {
    self.network = network
    self.mostWork = mostWork
    graph = FlowGraph(network: network, incidence: incidence)
    horizon = Horizon(network.dataset.settings)
    policies = FlowPolicies(graph)
    rules = OpeningRule.all(of: network)
    renewFillings()
  }

  /// The best designs found, the best first.
  package mutating func search(most count: Int) -> [DecidedStage] {
    var drafts = scaledSlopes()
    guard let first = drafts.first else { return [] }
    let best = improved(first)
    if best.cost < first.cost { drafts.insert(best, at: 0) }
    return drafts.prefix(count).map(decided)
  }

  private mutating func renewFillings() {
    normal = network.dataset.settings.periods.indices.map {
      Filling(graph, period: $0, state: 0, surcharges: policies.surcharges(period: $0))
    }
  }

  // MARK: Slope scaling

  private mutating func scaledSlopes() -> [Draft] {
    var slopes = firstSlopes
    var drafts: [Draft] = []
    for _ in 0..<Self.rounds where drafts.isEmpty || work < mostWork / 2 {
      guard
        let proposal = proposal(Limits(), { designs, site, t in
          designs.offer(of: site, in: t, at: slopes[site])
        })
      else { break }
      let draft = evaluated(proposal)
      drafts.append(draft)
      learn(&slopes, proposal)
    }
    return drafts.enumerated().sorted {
      ($0.element.isKept ? 0 : 1, $0.element.cost, $0.offset)
        < ($1.element.isKept ? 0 : 1, $1.element.cost, $1.offset)
    }.map(\.element)
  }

  /// Fixed cost for each unit of a site that is full.
  private var firstSlopes: [Double] {
    let periods = network.dataset.settings.periods.indices
    let wanted = periods.map { t in
      network.demands.reduce(0.0) {
        $0 + $1.quantity[t] * network.units.quantity[$1.product]
      }
    }
    return network.dataset.facilities.indices.map { site in
      let most = greatestCapacity(site)
      let loads = periods.map { t in
        isMaker(site)
          ? most
          : min(
            network.dataset.facilities[site].throughput ?? .infinity,
            wanted[t] / Double(max(1, network.dataset.facilities.count / 4)))
      }
      return slope(site, loads) ?? 0
    }
  }

  private func slope(_ site: Int, _ loads: [Double]) -> Double? {
    let total = zip(horizon.yearly, loads).reduce(0) { $0 + $1.0 * $1.1 }
    guard total > 0, let extra = extraCost(site, isMaker(site) ? loads : loads.map { _ in 0 })
    else { return nil }
    return extra / total
  }

  /// What a site costs more than one that is closed as soon as it may be.
  private func extraCost(_ site: Int, _ loads: [Double]) -> Double? {
    guard let used = schedule(site, loads, isUsed: loads.map { _ in true }),
      let idle = schedule(site, loads.map { _ in 0 }, isUsed: loads.map { _ in false })
    else { return nil }
    return max(0, used.cost - idle.cost)
  }

  private func learn(_ slopes: inout [Double], _ draft: Draft) {
    for site in slopes.indices {
      let loads = draft.operations.map { isMaker(site) ? $0.load[site] : $0.shipped[site] }
      let total = zip(horizon.yearly, loads).reduce(0) { $0 + $1.0 * $1.1 }
      guard total > 0,
        let idle = schedule(site, loads.map { _ in 0 }, isUsed: loads.map { _ in false })
      else { continue }
      slopes[site] = max(0, draft.schedules[site].cost - idle.cost) / total
    }
  }

  // MARK: Closing and opening

  private mutating func improved(_ start: Draft) -> Draft {
    var best = start
    var slopes = firstSlopes
    learn(&slopes, best)
    var hasGained = true
    for _ in 0..<Self.sweeps where hasGained && work < mostWork {
      hasGained = false
      for site in movable(best, slopes) where work < mostWork {
        let isOpen = best.schedules[site].open.contains(true)
        var limits = Limits()
        if isOpen { limits.closed.insert(site) }
        let now = best
        guard
          let proposal = proposal(limits, { designs, other, t in
            let opens = other == site && !isOpen
            return designs.offer(of: other, in: t, beyond: now, at: opens ? 0 : slopes[other])
          })
        else { continue }
        let draft = evaluated(proposal)
        if draft.isKept || !best.isKept, draft.cost < best.cost * (1 - Self.worth) {
          best = draft
          learn(&slopes, best)
          hasGained = true
        }
      }
    }
    return best
  }

  /// Sites that may be closed, those first that cost most for what they carry; then sites that may be opened.
  private func movable(_ draft: Draft, _ slopes: [Double]) -> [Int] {
    let sites = network.dataset.facilities.indices.filter {
      network.dataset.facilities[$0].decision == .consider
    }
    let open = sites.filter { draft.schedules[$0].open.contains(true) }
    let closed = sites.filter { !draft.schedules[$0].open.contains(true) }
    func share(_ site: Int) -> Double {
      let shipped = draft.operations.reduce(0) { $0 + $1.shipped[site] }
      return shipped > 0 ? draft.schedules[site].cost / shipped : .infinity
    }
    return open.sorted { (-share($0), $0) < (-share($1), $1) }
      + closed.sorted { (slopes[$0], $0) < (slopes[$1], $1) }
  }

  // MARK: Proposals

  /// Fills all periods at the offers, and gives each site what its load needs; again with fewer sites where a rule about
  /// openings asks for that.
  private mutating func proposal(
    _ start: Limits, _ offer: (EarlyDesigns, _ site: Int, _ t: Int) -> Filling.Offer
  ) -> Draft? {
    var limits = start
    for _ in 0..<Self.repairs {
      var operations: [Filling.Operation] = []
      for t in normal.indices {
        let offers = network.dataset.facilities.indices.map { site -> Filling.Offer in
          var offer = offer(self, site, t)
          if limits.closed.contains(site) { offer.isOpen = false }
          if limits.unbuilt.contains(site) { restrict(&offer, site) }
          return offer
        }
        operations.append(normal[t].fill(offers, work: &work))
      }
      guard let draft = draft(operations, limits) else { return nil }
      if !repair(&limits, draft) { return draft }
    }
    return nil
  }

  private func draft(_ operations: [Filling.Operation], _ limits: Limits) -> Draft? {
    var schedules: [FacilitySchedule] = []
    for site in network.dataset.facilities.indices {
      let loads = operations.map { $0.load[site] }
      let isUsed = operations.map {
        $0.load[site] > 0 || $0.shipped[site] > 0 || limits.opened.contains(site)
      }
      guard let schedule = schedule(site, loads, isUsed: isUsed) else { return nil }
      schedules.append(schedule)
    }
    return Draft(
      schedules: schedules, operations: operations, cost: cost(schedules, operations),
      isKept: true)
  }

  private func cost(_ schedules: [FacilitySchedule], _ operations: [Filling.Operation]) -> Double {
    schedules.reduce(0) { $0 + $1.cost }
      + zip(horizon.yearly, operations).reduce(0) { $0 + $1.0 * $1.1.cost }
  }

  /// Tightens the limits by one step where a rule is broken.
  private func repair(_ limits: inout Limits, _ draft: Draft) -> Bool {
    for rule in rules {
      for t in normal.indices where rule.binds(t) {
        if let site = rule.siteToClose(in: t, draft.schedules, draft.operations[t], limits.closed) {
          limits.closed.insert(site)
          return true
        }
        if let site = rule.siteToOpen(in: t, draft.schedules, limits.closed, extraCost: {
          extraCost($0, normal.map { _ in 0 })
        }) {
          limits.opened.insert(site)
          return true
        }
        if let site = rule.siteToLeave(in: t, draft.schedules, network, limits.unbuilt) {
          limits.unbuilt.insert(site)
          return true
        }
      }
    }
    return false
  }

  /// A proposal at what it truly costs: with its own capacity, at no price, and without what turns out to be idle.
  private mutating func evaluated(_ proposal: Draft) -> Draft {
    var operations: [Filling.Operation] = []
    var isKept = true
    for t in normal.indices {
      let offers = network.dataset.facilities.indices.map { site in
        Filling.Offer(
          isOpen: proposal.schedules[site].open[t],
          capacity: [Filling.Tier(room: capacity(site, t, proposal))])
      }
      var operation = normal[t].fill(offers, work: &work)
      for _ in 0..<Self.lessons where !policies.learn(from: operation, period: t) {
        normal[t] = Filling(
          graph, period: t, state: 0, surcharges: policies.surcharges(period: t))
        operation = normal[t].fill(offers, work: &work)
      }
      isKept = policies.learn(from: operation, period: t) && isKept
      operations.append(operation)
    }
    var draft = proposal
    draft.operations = operations
    draft.cost = cost(proposal.schedules, operations)
    draft.isKept = isKept
    var limits = Limits()
    // Sites that a rule wants open carry nothing, perhaps.
    limits.opened = Set(
      proposal.schedules.indices.filter { site in
        rules.contains { $0.wants(site) } && proposal.schedules[site].open.contains(true)
      })
    if var leaner = self.draft(operations, limits), leaner.cost < draft.cost {
      leaner.isKept = isKept
      var none = limits
      if !repair(&none, leaner) { return leaner }
    }
    return draft
  }

  // MARK: Sites

  private func isMaker(_ site: Int) -> Bool { !network.modulesOfFacility[site].isEmpty }

  private func schedule(_ site: Int, _ loads: [Double], isUsed: [Bool]) -> FacilitySchedule? {
    FacilitySchedule(site, of: network, horizon: horizon, loads: loads, isUsed: isUsed)
  }

  private func greatestCapacity(_ site: Int) -> Double {
    network.modulesOfFacility[site].reduce(0) {
      $0 + network.dataset.capacity[$1].size * Double(network.dataset.capacity[$1].maximum)
    }
  }

  private func capacity(_ site: Int, _ t: Int, _ draft: Draft) -> Double {
    network.modulesOfFacility[site].enumerated().reduce(0) {
      $0 + network.dataset.capacity[$1.element].size
        * Double(draft.schedules[site].count[$1.offset][t])
    }
  }

  /// All that may stand at a site, at a price.
  private func offer(of site: Int, in t: Int, at slope: Double) -> Filling.Offer {
    Filling.Offer(
      isOpen: network.dataset.facilities[site].decision != .closed,
      capacity: [Filling.Tier(room: greatestCapacity(site), price: slope)],
      shippingPrice: isMaker(site) ? 0 : slope)
  }

  /// What stands at a site for nothing, and what else may stand there at a price.
  private func offer(of site: Int, in t: Int, beyond draft: Draft, at slope: Double)
    -> Filling.Offer
  {
    guard draft.schedules[site].open[t] else { return offer(of: site, in: t, at: slope) }
    let there = capacity(site, t, draft)
    return Filling.Offer(
      isOpen: true,
      capacity: [
        Filling.Tier(room: there),
        Filling.Tier(room: greatestCapacity(site) - there, price: moduleSlope(site)),
      ])
  }

  /// Cost of a further module for each unit of its size.
  private func moduleSlope(_ site: Int) -> Double {
    let years = horizon.yearly.reduce(0, +)
    return network.modulesOfFacility[site].map { place in
      let module = network.dataset.capacity[place]
      return (module.fixedCost + module.buildCost / years) / module.size
    }.min() ?? 0
  }

  private func restrict(_ offer: inout Filling.Offer, _ site: Int) {
    guard network.dataset.facilities[site].status == .existing else {
      offer.isOpen = false
      return
    }
    let today = network.modulesOfFacility[site].reduce(0.0) {
      $0 + network.dataset.capacity[$1].size * Double(network.dataset.capacity[$1].existing)
    }
    var left = today
    for place in offer.capacity.indices {
      offer.capacity[place].room = min(left, offer.capacity[place].room)
      left -= offer.capacity[place].room
    }
  }

  private func decided(_ draft: Draft) -> DecidedStage {
    let periods = network.dataset.settings.periods.indices
    var count = network.dataset.capacity.map { _ in periods.map { _ in 0 } }
    for (site, modules) in network.modulesOfFacility.enumerated() {
      for (number, module) in modules.enumerated() {
        count[module] = draft.schedules[site].count[number]
      }
    }
    return DecidedStage(
      open: draft.schedules.map(\.open), count: count,
      stock: network.dataset.buffers.map { _ in periods.map { _ in 0 } })
  }

  private static let rounds = 12
  private static let sweeps = 3
  private static let repairs = 80
  private static let lessons = 12
  /// Share of the cost that a move has to gain.
  private static let worth = 1e-6
}
