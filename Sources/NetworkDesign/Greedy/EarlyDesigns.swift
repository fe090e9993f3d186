package import Modeling
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
  /// By period, then by state; the normal state first.
  private(set) var fillings: [[Filling]] = []
  /// What a year of each state weighs, by period.
  private var weights: [[Double]] = []
  /// Flows and recipes looked at.
  private(set) var work = 0
  private let mostWork: Int
  private let limitsOfTime: SolveLimits
  /// Found by slope scaling, the best first.
  private var drafts: [Draft] = []

  /// What is proposed for a network: schedules of all sites with the operation behind them.
  private struct Draft {
    var schedules: [FacilitySchedule]
    /// The normal state, by period.
    var operations: [Filling.Operation]
    /// Capacity units that a site must hold, by site and period.
    var needs: [[Double]]
    var isUsed: [[Bool]]
    /// Weighted operating cost of each state beyond that of the normal one, by state.
    var extra: [Double] = []
    /// Discounted.
    var cost: Double
    /// Whether all policies are kept, as far as is looked at here.
    var isKept = true
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
  ///   - effort: how often each flow of each state may be looked at. No time counts, so that the answer is always the same.
  ///   - limits: when to stop all the same.
  package init(
    network: Network, incidence: Incidence, effort: Int, limits: SolveLimits = SolveLimits()
  ) {
    self.network = network
    limitsOfTime = limits
    mostWork =
      effort * network.flows.count * network.states.count
      * network.dataset.settings.periods.count
    graph = FlowGraph(network: network, incidence: incidence)
    horizon = Horizon(network.dataset.settings)
    policies = FlowPolicies(graph)
    rules = OpeningRule.all(of: network)
    look(at: [0])
  }

  /// A first design, after a few fillings of the normal state.
  package mutating func first() -> DecidedStage? {
    drafts = scaledSlopes()
    return drafts.first.map(decided)
  }

  /// A better one: sites closed and opened one at a time, and capacity for bad times.
  package mutating func better() -> DecidedStage? {
    guard let first = drafts.first else { return nil }
    look(at: [0])
    let improved = improved(first)
    look(at: network.states.indices.filter { $0 == 0 || network.states[$0].weight > 0 })
    let starts = ([improved] + drafts.prefix(2)).map { evaluated($0) }
    guard let best = starts.indices.min(by: { isBetter(starts[$0], than: starts[$1]) }) else {
      return nil
    }
    return decided(self.improved(hardened(starts[best])))
  }

  private var goesOn: Bool { work < mostWork && limitsOfTime.stopReason == nil }

  private func isBetter(_ one: Draft, than other: Draft) -> Bool {
    one.isKept == other.isKept ? one.cost < other.cost * (1 - Self.worth) : one.isKept
  }

  /// Chooses the states whose operation counts; those left out are taken for normal.
  mutating func look(at states: [Int]) {
    fillings = horizon.yearly.indices.map { t in
      states.map {
        Filling(
          graph, period: t, state: $0,
          surcharges: $0 == 0 ? policies.surcharges(period: t) : nil)
      }
    }
    let weights = states.dropFirst().map { network.states[$0].weight }
    self.weights = horizon.yearly.map { years in
      ([1 - weights.reduce(0, +)] + weights).map { years * $0 }
    }
  }

  // MARK: Slope scaling

  private mutating func scaledSlopes() -> [Draft] {
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
  private var firstSlopes: [Double] {
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
  private func idleCost(_ site: Int) -> Double {
    let periods = horizon.yearly
    return schedule(site, periods.map { _ in 0 }, isUsed: periods.map { _ in false })?.cost ?? 0
  }

  private func learn(_ slopes: inout [Double], _ draft: Draft) {
    for site in slopes.indices {
      let loads = draft.operations.map { isMaker(site) ? $0.load[site] : $0.shipped[site] }
      let total = zip(horizon.yearly, loads).reduce(0) { $0 + $1.0 * $1.1 }
      guard total > 0 else { continue }
      slopes[site] = max(0, draft.schedules[site].cost - idleCost(site)) / total
    }
  }

  // MARK: Capacity for bad times

  /// Gives sites what they would need in the states that cost most, where that is worth it: capacity has its price there, and what
  /// is used in a hundredth of the time is a hundred times as dear.
  private mutating func hardened(_ start: Draft) -> Draft {
    var best = start
    var slopes = firstSlopes
    learn(&slopes, best)
    for round in 0..<Self.hardenings where goesOn {
      let states = best.extra.indices.dropFirst().filter {
        best.extra[$0] > Self.worth * best.cost
      }.sorted { (-best.extra[$0], $0) < (-best.extra[$1], $1) }
      let before = best.cost
      for state in states where goesOn {
        for share in Self.shares where goesOn {
          let part = share * network.states[fillings[0][state].place].weight
          let now = best
          var needs = best.needs
          var isUsed = best.isUsed
          for t in fillings.indices {
            let offers = network.dataset.facilities.indices.map {
              offer(of: $0, in: t, beyond: now, at: slopes[$0], dearer: 1 / part)
            }
            let operation = fillings[t][state].fill(offers, work: &work)
            take(operation, t, fillings[t][state].state.availability, &needs, &isUsed)
          }
          tryOut(needs, isUsed, &best)
        }
      }
      if best.cost > before * (1 - Self.worth) || round == Self.hardenings { break }
    }
    return best
  }

  /// Evaluates the cheapest schedules for these needs, and keeps them if they are better.
  private mutating func tryOut(_ needs: [[Double]], _ isUsed: [[Bool]], _ best: inout Draft) {
    guard let schedules = schedules(needs, isUsed) else { return }
    var draft = best
    (draft.schedules, draft.needs, draft.isUsed) = (schedules, needs, isUsed)
    var limits = Limits()
    if tighten(&limits, draft) { return }
    draft = evaluated(draft)
    if isBetter(draft, than: best) { best = draft }
  }

  private func take(
    _ operation: Filling.Operation, _ t: Int, _ availability: [Double], _ needs: inout [[Double]],
    _ isUsed: inout [[Bool]]
  ) {
    for site in needs.indices {
      if operation.load[site] > 0 {
        needs[site][t] = max(needs[site][t], operation.load[site] / availability[site])
      }
      if operation.load[site] > 0 || operation.shipped[site] > 0 { isUsed[site][t] = true }
    }
  }

  // MARK: Closing and opening

  private mutating func improved(_ start: Draft) -> Draft {
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
  private mutating func move(_ site: Int, opens: Bool, _ slopes: [Double], _ best: inout Draft) {
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
  private mutating func change(_ site: Int, by sign: Double, _ best: inout Draft) {
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
  private func movable(_ draft: Draft, _ slopes: [Double]) -> [Int] {
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

  // MARK: Proposals

  /// Fills the normal state of all periods at the offers, and gives each site what its load needs; again with fewer sites where a
  /// rule about openings asks for that.
  ///
  /// - Parameter base: whose capacity for other states is kept.
  private mutating func proposal(
    _ start: Limits, beyond base: Draft? = nil,
    _ offer: (EarlyDesigns, _ site: Int, _ t: Int) -> Filling.Offer
  ) -> Draft? {
    var limits = start
    for step in 0..<Self.repairs where step == 0 || limitsOfTime.stopReason == nil {
      var operations: [Filling.Operation] = []
      var needs = base?.needs ?? network.dataset.facilities.map { _ in fillings.map { _ in 0 } }
      var isUsed =
        base?.isUsed ?? network.dataset.facilities.map { _ in fillings.map { _ in false } }
      for site in limits.closed {
        needs[site] = fillings.map { _ in 0 }
        isUsed[site] = fillings.map { _ in false }
      }
      for site in limits.opened { isUsed[site] = fillings.map { _ in true } }
      for t in fillings.indices {
        let offers = network.dataset.facilities.indices.map { site -> Filling.Offer in
          var offer = offer(self, site, t)
          if limits.closed.contains(site) { offer.isOpen = false }
          if limits.unbuilt.contains(site) { restrict(&offer, &needs[site][t], site) }
          return offer
        }
        let operation = fillings[t][0].fill(offers, work: &work)
        take(operation, t, fillings[t][0].state.availability, &needs, &isUsed)
        operations.append(operation)
      }
      guard let schedules = schedules(needs, isUsed) else { return nil }
      let draft = Draft(
        schedules: schedules, operations: operations, needs: needs, isUsed: isUsed, cost: .infinity)
      if !tighten(&limits, draft) { return draft }
    }
    return nil
  }

  private func schedules(_ needs: [[Double]], _ isUsed: [[Bool]]) -> [FacilitySchedule]? {
    var schedules: [FacilitySchedule] = []
    for site in needs.indices {
      guard let schedule = schedule(site, needs[site], isUsed: isUsed[site]) else { return nil }
      schedules.append(schedule)
    }
    return schedules
  }

  /// Tightens the limits by one step where a rule is broken.
  private func tighten(_ limits: inout Limits, _ draft: Draft) -> Bool {
    for rule in rules {
      for t in fillings.indices where rule.binds(t) {
        if let site = rule.siteToClose(in: t, draft.schedules, draft.operations[t], limits.closed) {
          limits.closed.insert(site)
          return true
        }
        let cheapest = rule.siteToOpen(in: t, draft.schedules, limits.closed) { site in
          let periods = horizon.yearly
          return schedule(site, periods.map { _ in 0 }, isUsed: periods.map { _ in true })
            .map { $0.cost - idleCost(site) }
        }
        if let site = cheapest, limits.opened.insert(site).inserted { return true }
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
    var draft = proposal
    var needs = proposal.needs.map { $0.map { _ in 0.0 } }
    var isUsed = proposal.isUsed.map { $0.map { _ in false } }
    draft.operations = []
    draft.isKept = true
    draft.extra = fillings[0].map { _ in 0 }
    var cost = 0.0
    for t in fillings.indices {
      let offers = network.dataset.facilities.indices.map { site in
        Filling.Offer(
          isOpen: proposal.schedules[site].open[t],
          capacity: [Filling.Tier(room: capacity(site, t, proposal))])
      }
      for state in fillings[t].indices {
        let operation: Filling.Operation
        if state == 0 {
          let (found, isKept) = lawful(t, offers)
          operation = found
          draft.isKept = draft.isKept && isKept
        } else {
          operation = fillings[t][state].fill(offers, work: &work)
        }
        take(operation, t, fillings[t][state].state.availability, &needs, &isUsed)
        cost += weights[t][state] * operation.cost
        if state == 0 {
          draft.operations.append(operation)
        } else {
          draft.extra[state] += weights[t][state] * (operation.cost - draft.operations[t].cost)
        }
      }
    }
    draft.cost = cost + proposal.schedules.reduce(0) { $0 + $1.cost }
    // Sites that a rule wants open carry nothing, perhaps.
    for site in isUsed.indices where rules.contains(where: { $0.wants(site) }) {
      for t in fillings.indices where proposal.schedules[site].open[t] { isUsed[site][t] = true }
    }
    (draft.needs, draft.isUsed) = (needs, isUsed)
    guard let leaner = schedules(needs, isUsed) else { return draft }
    var lean = draft
    lean.schedules = leaner
    lean.cost = cost + leaner.reduce(0) { $0 + $1.cost }
    var limits = Limits()
    return lean.cost < draft.cost && !tighten(&limits, lean) ? lean : draft
  }

  /// The normal state's operation; where it breaks a policy, once more at higher prices of that.
  mutating func lawful(
    _ t: Int, _ offers: [Filling.Offer]
  ) -> (operation: Filling.Operation, isKept: Bool) {
    var operation = fillings[t][0].fill(offers, work: &work)
    var isKept = policies.learn(from: operation, period: t)
    for _ in 0..<Self.lessons where !isKept {
      fillings[t][0] = Filling(
        graph, period: t, state: 0, surcharges: policies.surcharges(period: t))
      operation = fillings[t][0].fill(offers, work: &work)
      isKept = policies.learn(from: operation, period: t)
    }
    return (operation, isKept)
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
  private func offer(
    of site: Int, in t: Int, beyond draft: Draft, at slope: Double, dearer factor: Double = 1
  ) -> Filling.Offer {
    guard draft.schedules[site].open[t] else {
      return offer(of: site, in: t, at: slope * factor)
    }
    let there = capacity(site, t, draft)
    return Filling.Offer(
      isOpen: true,
      capacity: [
        Filling.Tier(room: there),
        Filling.Tier(room: greatestCapacity(site) - there, price: factor * moduleSlope(site)),
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

  private func restrict(
    _ offer: inout Filling.Offer, _ need: inout Double, _ site: Int
  ) {
    guard network.dataset.facilities[site].status == .existing else {
      offer.isOpen = false
      return
    }
    let today = network.modulesOfFacility[site].reduce(0.0) {
      $0 + network.dataset.capacity[$1].size * Double(network.dataset.capacity[$1].existing)
    }
    need = min(need, today)
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
  private static let hardenings = 2
  /// Shares of a state's weight that pay for capacity: others may use it too.
  private static let shares = [1.0, 4]
  /// Share of the cost that a sweep has to gain for another.
  private static let leastGain = 2e-3
  private static let repairs = 80
  private static let lessons = 12
  /// Share of the cost that a move has to gain.
  private static let worth = 1e-6
}
