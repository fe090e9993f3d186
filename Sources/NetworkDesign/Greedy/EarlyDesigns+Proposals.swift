/// Proposals: where goods run at the offers of sites, what sites then need, and what that truly costs.
extension EarlyDesigns {
  /// Fills the normal state of all periods at the offers, and gives each site what its load needs; again with fewer sites where a
  /// rule about openings asks for that.
  ///
  /// - Parameter base: whose capacity for other states is kept.
  mutating func proposal(
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

  func schedules(_ needs: [[Double]], _ isUsed: [[Bool]]) -> [FacilitySchedule]? {
    var schedules: [FacilitySchedule] = []
    for site in needs.indices {
      guard let schedule = schedule(site, needs[site], isUsed: isUsed[site]) else { return nil }
      schedules.append(schedule)
    }
    return schedules
  }

  /// Tightens the limits by one step where a rule is broken.
  func tighten(_ limits: inout Limits, _ draft: Draft) -> Bool {
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
  mutating func evaluated(_ proposal: Draft) -> Draft {
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
}
