import NetworkDesign

/// What whole points of the master truly cost and lose.
extension SearchState {
  /// What an integral point of the master is truly worth; `nil` where its blocks cannot keep the cap.
  func candidate(
    _ design: Design, _ point: [Double], _ stage: MasterPoint,
    _ findings: [Separation.Finding]
  ) -> Candidate? {
    // The relaxation's own objective is that of perturbed costs.
    let objective = program.objectiveValue(at: point)
    var losses = stage.loss
    var difference = 0.0
    for finding in findings {
      let estimate = master.estimates[finding.block]
      if aim.needsCost, estimate.cost != nil {
        guard let cost = finding.cost else { return nil }
        difference += estimate.weight * cost - stage.cost[finding.block]
      }
      guard needsLoss(estimate), estimate.loss != nil else { continue }
      guard finding.excess.isFinite else { return nil }
      losses[finding.block] = stage.loss[finding.block] + finding.excess
      if let most = estimate.mostLost,
        losses[finding.block] > most * (1 + 1e-9) + 2 * Self.leastLossTolerance
      {
        return nil
      }
    }
    func made(_ value: Double) -> Candidate {
      Candidate(design: design, value: value, point: point, losses: losses)
    }
    if !aim.needsLoss, aim.needsCost { return made(objective + difference) }
    let risk = salesAtRisk(losses)
    if let cap = aim.cap, risk > cap * (1 + 1e-9) + 2 * Self.leastLossTolerance { return nil }
    switch aim.objective {
    case .risk: return made(risk)
    case .cost(let price):
      let planned = master.salesAtRisk.value(at: point)
      return made(objective + difference + price * (max(risk, aim.floor ?? 0) - planned))
    case .excess: return made(excess(objective, losses))
    }
  }

  /// e where the losses are these: at least the master's.
  private func excess(_ planned: Double, _ losses: [Double]) -> Double {
    zip(master.estimates, losses).reduce(planned) { excess, pair in
      pair.0.relaxed.map { max(excess, pair.1 - $0) } ?? excess
    }
  }

  /// R of losses by estimate.
  func salesAtRisk(_ losses: [Double]) -> Double {
    let dataset = session.network.dataset
    var table = Array(
      repeating: Array(repeating: 0.0, count: dataset.scenarios.count),
      count: dataset.settings.periods.count)
    for (estimate, loss) in zip(master.estimates, losses) {
      if let scenario = session.network.states[estimate.state].scenario {
        table[estimate.period][scenario] = loss
      }
    }
    return RiskAccount(network: session.network, measure: master.question.measure)
      .salesAtRisk(table)
  }
}
