import Decomposition
import Foundation
import Modeling
import NetworkDesign
import ResultFolders
import RunStore
import Sensitivity
import SupplyData
import SupplyPlan
import TextFiles

/// A run of a store with the designs that are to be tried in it.
struct ExchangeTask: Sendable {
  let run: StoredRun
  /// Those of the run's structure; where it has no plan yet, of any.
  let designs: [StoredDesign]

  /// Tries the designs, and keeps the best plan if it is better than the run's own.
  ///
  /// - Returns: how many were tried, and whether the run has a better plan.
  /// - Throws: what cannot be read in the store, or written to it.
  func perform(
    in store: RunStore, question: DesignExchange.Question, cancellation: Cancellation
  ) throws(Faults) -> (tried: Int, isImproved: Bool) {
    let source = DatasetSource(files: try store.inputFiles(run.request.inputSHA256))
    let loaded = try LoadedDataset(source: source)
    let file = Plan.file
    let own = try store.outputFiles(of: run.id, like: file)[file]
    guard let own, let asked = question(loaded.dataset.settings) else { return (0, false) }
    let ownPlan = try Plan.readDocument(own, file: "\(store.path): run \(run.id): \(file)")
    let structure = FutureDifferences.structure(of: loaded.dataset)
    let planner = SolveMethod.auto.planner(for: loaded.network, threads: 1)
    let limits = SolveLimits(cancellation: cancellation)
    var trials: [StoredTrial] = []
    var best: (design: String, plan: Plan)?
    for design in designs where design.structure == structure {
      let decisions = FixedDecisions(
        of: try store.planDocument(ofDesign: design.sha256), in: loaded.dataset)
      // A planner that cannot say leaves the design untried; the next exchange asks again.
      guard
        let plan = try? planner.plan(
          for: asked.with(decisions), gap: Self.gap, neighbours: [], limits: limits),
        plan.cost != nil || plan.termination == .infeasible
      else {
        if cancellation.isCancelled { break }
        continue
      }
      trials.append(
        StoredTrial(
          run: run.id, design: design.sha256, cost: plan.cost, salesAtRisk: plan.risk.salesAtRisk))
      if plan.isBetter(than: best?.plan ?? ownPlan, for: asked.objective) {
        best = (design.sha256, plan)
      }
    }
    let files = try best.map { best throws(Faults) in
      (design: best.design, files: try Self.files(best.plan.answering(as: ownPlan)))
    }
    let isImproved = try store.record(
      trials, of: run.id, adopting: files, input: run.request.inputSHA256, replacing: run.cost)
    return (trials.count, isImproved)
  }

  /// With the first stage given, only linear programs are left.
  private static let gap = 1e-9

  /// The files of a plan, as a worker would have written them.
  private static func files(_ plan: Plan) throws(Faults) -> RunFiles {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try plan.write(to: folder)
    return RunFiles(folder: folder)
  }
}

extension DesignQuestion {
  /// The same question of one first stage.
  fileprivate func with(_ decisions: FixedDecisions) -> DesignQuestion {
    var question = self
    question.firstStage = .fixed(decisions)
    // Slightly wider, for stocks have lost their noise.
    question.maxRisk = maxRisk.map { $0 * (1 + 1e-7) + 1e-9 }
    return question
  }
}

extension Plan {
  /// Whether it is better by more than rounding: in cost, or first in risk where that is minimised.
  fileprivate func isBetter(than other: Plan, for objective: DesignQuestion.Objective) -> Bool {
    guard let cost, let risk = risk.salesAtRisk else { return false }
    guard let otherCost = other.cost, let otherRisk = other.risk.salesAtRisk else { return true }
    let isCheaper = cost < otherCost - 1e-9 * abs(otherCost)
    switch objective {
    case .cost: return isCheaper
    case .risk: return risk < otherRisk - 1e-9 || risk <= otherRisk + 1e-9 && isCheaper
    }
  }

  /// The plan as the answer of a run, with what the run's own search has proved.
  fileprivate func answering(as own: Plan) -> Plan {
    var plan = self
    plan.dataset = own.dataset
    plan.termination = own.termination
    plan.stopReason = own.stopReason
    plan.solve = own.solve
    plan.proof = own.proof
    plan.bound = own.bound.map { bound in min(bound, cost ?? bound) }
    plan.gap = cost.flatMap { cost in plan.bound.map { Plan.gap(cost: cost, bound: $0) } }
    return plan
  }
}
