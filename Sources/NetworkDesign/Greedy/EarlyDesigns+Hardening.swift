/// Capacity for bad times.
extension EarlyDesigns {
  /// Gives sites what they would need in the states that cost most, where that is worth it: capacity has its price there, and what
  /// is used in a hundredth of the time is a hundred times as dear.
  mutating func hardened(_ start: Draft) -> Draft {
    var best = start
    var slopes = firstSlopes
    learn(&slopes, best)
    for round in 0..<Self.hardenings where goesOn {
      let states = best.extra.indices.dropFirst().filter {
        best.extra[$0] > Self.leastGainOfMove * best.cost
      }.sorted { (-best.extra[$0], $0) < (-best.extra[$1], $1) }
      let before = best.cost
      for state in states where goesOn {
        for share in Self.shares where goesOn {
          let part = share * network.states[fillings[0][state].index].weight
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
      if best.cost > before * (1 - Self.leastGainOfMove) || round == Self.hardenings { break }
    }
    return best
  }

  /// Evaluates the cheapest schedules for these needs, and keeps them if they are better.
  mutating func tryOut(_ needs: [[Double]], _ isUsed: [[Bool]], _ best: inout Draft) {
    guard let schedules = schedules(needs, isUsed) else { return }
    var draft = best
    (draft.schedules, draft.needs, draft.isUsed) = (schedules, needs, isUsed)
    var limits = Limits()
    if tighten(&limits, draft) { return }
    draft = evaluated(draft)
    if isBetter(draft, than: best) { best = draft }
  }

  func take(
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
}
