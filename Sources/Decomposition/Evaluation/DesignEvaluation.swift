import Findings
import GLPK
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork

extension DecompositionRun {
  /// The best operation of a design, by cuts until the master's estimates are true; the best design is kept.
  ///
  /// - Parameters:
  ///   - design: the whole numbers.
  ///   - limit: an objective at which the design is of no interest.
  ///   - tolerance: relative difference between estimate and truth at which it ends.
  /// - Returns: its value; `nil` where it has no operation below the limit.
  @discardableResult
  func evaluate(_ design: Design, limit: Double? = nil, tolerance: Double? = nil) -> Double? {
    if tolerance == nil, !seen.insert(design).inserted || isHuge && judged.contains(design) {
      return nil
    }
    defer { if tolerance == nil { keepBest() } }
    fix(design)
    defer { release() }
    var value: Double?
    let limits = tolerance == nil ? self.limits : self.limits.finishing
    for _ in 0..<Self.mostRounds where limits.stopReason == nil {
      let ceiling = tolerance == nil ? min(limit ?? .infinity, best?.value ?? .infinity) : .infinity
      guard
        let relaxed = relaxFixed(
          ceiling: ceiling, isExact: tolerance != nil, limits)
      else { break }
      let point = MasterPoint(relaxed.point, of: master)
      let findings = separation(
        at: point, reference: point, isExact: true, limits: limits)
      if let candidate = candidate(design, relaxed.point, point, findings) {
        value = min(value ?? .infinity, candidate.value)
        if tolerance != nil { keep(candidate) }
        offer(candidate)
        let slack = (tolerance ?? gap / 20) * abs(candidate.value) + smallest
        if candidate.value - relaxed.objective <= slack { break }
      }
      if keepCuts(findings, violatedAt: relaxed.point) == 0 { break }
    }
    return value
  }

  /// Keeps a candidate that is better than the best.
  func offer(_ candidate: Candidate) {
    if best.map({ candidate.value < $0.value }) ?? true {
      best = candidate
      keep(candidate)
      report(root == nil ? .relaxation : .search)
    }
  }

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

  private struct Relaxed: Sendable {
    var objective: Double
    var point: [Double]
  }

  /// The second worker's relaxation judges designs, so that the first one's keeps its basis.
  ///
  /// - Parameter isExact: whether the point becomes a plan: then nothing may leave a closed facility, not even what a
  ///   search may overlook.
  private func relaxFixed(
    ceiling: Double, isExact: Bool, _ limits: SolveLimits
  ) -> Relaxed? {
    var tolerances = self.tolerances
    if isExact { tolerances.link = Self.exactLink }
    let found = session.workers.run(limits: limits) {
      [tolerances]
      worker, _ -> (outcome: WarmProgram.Outcome, relaxed: Relaxed)? in
      guard worker.number == 1, let relaxation = worker.relaxation else { return nil }
      let outcome = Self.relax(
        relaxation, tolerances, seconds: limits.secondsLeft,
        objectiveLimit: ceiling.isFinite ? ceiling : nil, patience: 3)
      relaxation.purge(patience: 12)
      return (outcome, Relaxed(objective: relaxation.objective, point: relaxation.point))
    }
    guard let (outcome, relaxed) = found.compactMap(\.self).first else { return nil }
    if outcome == .failed { counts.failures += 1 }
    return outcome == .optimal ? relaxed : nil
  }

  private func fix(_ design: Design) {
    let whole = session.wholeColumns
    _ = session.workers.run(limits: limits) { worker, _ in
      guard worker.number == 1 else { return }
      for (column, value) in zip(whole, design.values) {
        worker.relaxation?.setBounds(ofColumn: column, from: Double(value), to: Double(value))
      }
    }
  }

  private func release() {
    let whole = session.wholeColumns
    let (lower, upper) = (rootLower, rootUpper)
    let basis = root?.basis
    _ = session.workers.run(limits: limits) { worker, _ in
      guard worker.number == 1 else { return }
      for (index, column) in whole.enumerated() {
        worker.relaxation?.setBounds(ofColumn: column, from: lower[index], to: upper[index])
      }
      if let basis { worker.relaxation?.restore(basis) }
    }
  }

  private static let mostRounds = 60
  private static let exactLink = 1e-12
}
