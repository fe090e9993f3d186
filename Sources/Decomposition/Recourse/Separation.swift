import GLPK
import Modeling
import NetworkDesign

/// A round of separation: which cuts of the recourse blocks does a point of the master violate?
///
/// Each worker solves its own blocks. In a round that need not be exact, the duals of a solved block are tried on the
/// others of its period first: evaluating a cut costs a pass over the nonzeros, a solve a hundred times that.
struct Separation: Sendable {
  let master: MasterProgram
  let matrices: [BlockMatrix]
  let needsCost: Bool
  /// Whether v counts, by estimate.
  let needsLoss: [Bool]
  /// The point to separate.
  var point: MasterPoint
  /// The point whose violation decides whether a transferred cut spares a solve.
  var reference: MasterPoint
  /// Whether every block's value is wanted.
  var isExact: Bool
  /// Losses beyond v that count as none, share of sales, by estimate.
  var lossTolerance: [Double]

  /// What a worker says about a block.
  struct Finding: Sendable {
    var block: Int
    /// Operating cost, money per year of the state; `nil` where it was not computed.
    var cost: Double?
    /// Sales lost; `nil` where not computed.
    var loss: Double?
    /// Sales lost beyond the v that was allowed.
    var excess = 0.0
    var cuts: [BendersCut] = []
    /// Whether a solve gave no answer.
    var hasFailed = false
  }

  func run(in workers: Workers, limits: SolveLimits) -> [Finding] {
    workers.run(limits: limits) { worker, workspace in findings(worker, workspace.limits) }
      .flatMap(\.self)
      .sorted { $0.block < $1.block }
  }

  private func findings(_ worker: Worker, _ limits: SolveLimits) -> [Finding] {
    var findings: [Finding] = []
    var isSpared = [Bool](repeating: false, count: master.estimates.count)
    var neighbour: RecourseSolver?
    for block in worker.blocks where !isSpared[block] {
      guard let solver = worker.solvers[block] else { continue }
      if limits.stopReason != nil {
        // Loading a block alone takes its time.
        findings.append(Finding(block: block, excess: .infinity, hasFailed: true))
        continue
      }
      var finding = Finding(block: block)
      let estimate = master.estimates[block]
      let stage = point.stage[estimate.period]
      solver.begin(from: neighbour?.basis, at: stage)
      neighbour = solver
      if needsCost, estimate.cost != nil {
        let answer = solver.leastCost(at: stage, loss: needsLoss[block] ? point.loss[block] : nil)
        keep(answer, in: &finding)
        finding.cost = answer.cost
        finding.loss = answer.loss
        finding.excess = answer.excess
        transfer(answer, .cost, from: block, worker, &isSpared, &findings)
      }
      let isUnkeepable = finding.cost == nil || finding.excess > lossTolerance[block]
      if needsLoss[block], estimate.loss != nil, isUnkeepable {
        let answer = solver.leastLoss(at: stage)
        keep(answer, in: &finding)
        if answer.cost != nil {
          finding.excess = max(0, answer.loss - point.loss[block])
          if finding.cost == nil { finding.loss = answer.loss }
          if finding.cost != nil, finding.excess <= lossTolerance[block] {
            keepStrictCost(
              solver, at: stage, loss: max(answer.loss, point.loss[block]), in: &finding)
          }
        }
        transfer(answer, .loss, from: block, worker, &isSpared, &findings)
      }
      findings.append(finding)
    }
    return findings
  }

  private func keep(_ answer: RecourseSolver.Answer, in finding: inout Finding) {
    if let cut = answer.cut { finding.cuts.append(cut) }
    if answer.cost == nil { finding.hasFailed = true }
  }

  /// The loss can be kept, but some sale costs more than the price at which it was given up: what does it truly cost?
  private func keepStrictCost(
    _ solver: RecourseSolver, at stage: [Double], loss: Double, in finding: inout Finding
  ) {
    let answer = solver.leastCost(at: stage, loss: loss, isStrict: true)
    keep(answer, in: &finding)
    finding.cost = answer.cost
    if answer.cost != nil { finding.loss = answer.loss }
  }

  /// Tries the duals of a block on the others of its period (in the manner of multi-cut sharing; the cut of a block
  /// holds for whatever duals it is made of).
  private func transfer(
    _ answer: RecourseSolver.Answer, _ subject: BendersCut.Subject, from source: Int,
    _ worker: Worker,
    _ isSpared: inout [Bool], _ findings: inout [Finding]
  ) {
    guard !isExact, let cut = answer.cut else { return }
    let gain = violation(cut, source)
    guard gain > 0 else { return }
    let period = master.estimates[source].period
    for block in worker.blocks where block > source && !isSpared[block] {
      guard master.estimates[block].period == period,
        subject == .loss || master.estimates[block].cost != nil
      else { continue }
      let other = matrices[block].cut(subject, duals: answer.duals, at: point.stage[period])
      guard violation(other, block) >= Self.leastShare * gain else { continue }
      isSpared[block] = true
      findings.append(Finding(block: block, cuts: [other]))
    }
  }

  /// How far the reference misses a cut, weighted money or share of sales.
  private func violation(_ cut: BendersCut, _ block: Int) -> Double {
    let estimate = master.estimates[block]
    let value = cut.value(stage: reference.stage[estimate.period], loss: reference.loss[block])
    switch cut.subject {
    case .cost: return estimate.weight * value - reference.cost[block]
    case .loss: return value - reference.loss[block]
    }
  }

  /// A transferred cut with this share of its source's violation spares a solve.
  private static let leastShare = 0.6
}
