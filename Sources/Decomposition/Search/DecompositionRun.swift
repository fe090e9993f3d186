import Certificate
import Findings
import Foundation
import GLPK
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork

/// One question to a session: branch-and-Benders-cut from the root to the best design and a proven bound.
final class DecompositionRun {
  let session: DecompositionSession
  private(set) var aim: Aim
  /// Relative gap to be reached: slightly narrower than the one that is asked.
  let gap: Double
  var limits: SolveLimits
  let progress: (@Sendable (SolveProgress) -> Void)?
  /// Whether nothing is searched beyond designs that need no search.
  var endsWithStarts = false
  /// Keeps the best plan; `nil` where what is searched for is none.
  let kept: KeptPlan?
  let start = ContinuousClock.now
  private(set) var program: LinearProgram
  let pool: CutPool
  /// Bounds of the whole columns that every design better than the best must meet.
  var rootLower: [Double]
  var rootUpper: [Double]

  /// The best design so far.
  var best: Candidate?
  /// Designs that were evaluated, so that none is twice.
  var seen: Set<Design> = []
  /// Designs that were evaluated block by block: with the stock that was given, not the best one.
  var judged: Set<Design> = []
  /// The best first stage that was evaluated block by block, if it may be worth a descent.
  var evaluated: DecidedStage?
  /// What a descent has come to.
  var descended: DecidedStage?
  /// The last design whose operation was solved exactly so that a plan could be kept.
  var hardened: Design?
  /// Proven lower bound of the aim.
  var bound = -Double.infinity
  var isInfeasible = false
  var counts = Counts()
  /// Draws the parts of large-neighbourhood search; seeded, so that the same question has the same answer.
  var generator = SplitMix(seed: 1)
  /// The root's relaxation.
  var root: RootState?
  /// How often tolerances were made stricter, since without the gap stayed open.
  var strictness = 0
  /// What was proved, where there is to be a certificate.
  var recorder: ProofRecorder?
  /// What a search before this one has proved, where it had to be repeated.
  var proved: (recorder: ProofRecorder, bound: Double)?

  /// What a search did.
  struct Counts: Sendable {
    var nodes = 0
    /// Cuts found.
    var cuts = 0
    /// Recourse programs solved.
    var recourseSolves = 0
    /// Linear programs that gave no answer.
    var failures = 0
  }

  /// The relaxation at the root once all cuts are in.
  struct RootState {
    /// Proven.
    var bound: Double
    var point: [Double]
    /// Reduced costs of the whole columns, between two ends.
    var reducedLower: [Double]
    var reducedUpper: [Double]
    /// Bounds of the whole columns for which all this was proved.
    var lower: [Double]
    var upper: [Double]
    var basis: MasterBasis?
    /// What proves the bound, where that is recorded.
    var proof: ProofMultipliers?
  }

  init(
    session: DecompositionSession, aim: Aim, gap: Double, limits: SolveLimits,
    progress: (@Sendable (SolveProgress) -> Void)?, kept: KeptPlan? = nil
  ) {
    self.session = session
    self.aim = aim
    self.gap = gap * (1 - Self.margin)
    self.limits = limits
    self.progress = progress
    recorder = session.isRecorded ? ProofRecorder() : nil
    self.kept = kept
    let program = aim.program(of: session.master)
    self.program = program
    let pool = CutPool(session.master, known: session.known)
    self.pool = pool
    rootLower = session.wholeColumns.map { program.columns[$0].lower }
    rootUpper = session.wholeColumns.map { program.columns[$0].upper }
    let units = aim.needsCost ? session.units : session.units.forRisk
    let basis = session.rootBasis?.extended(to: program.rows.count)
    let (priced, isRecorded) = (session.priced, session.isRecorded)
    let perturbed = program.perturbed(by: Self.perturbation * gap)
    _ = session.workers.run(limits: limits) { worker, workspace in
      worker.relaxation?.close()
      worker.relaxation = MasterRelaxation(
        perturbed, pool: pool, units: units, priced: priced, isWarm: basis != nil,
        isRecorded: isRecorded, in: workspace)
      if let basis { worker.relaxation?.restore(basis) }
    }
  }

  /// The exact cost of a plan may differ from the search's in the last digits, and is to be within the gap all the same.
  private static let margin = 1e-6

  /// Costs are lowered by at most this share of the gap.
  private static let perturbation = 0.02

  var master: MasterProgram { session.master }

  /// Rows of the program that are this question's own.
  var requirementRows: ArraySlice<LinearProgram.Row> {
    program.rows[master.program.rows.count...]
  }

  /// Asks for something else of the same programs, objective and cap in the same units.
  func retarget(_ aim: Aim) {
    self.aim = aim
    best = nil
    bound = -.infinity
    proved = nil
    seen = []
    judged = []
    (evaluated, descended) = (nil, nil)
    program = aim.program(of: master)
    let costs = program.columns.map(\.cost)
    let row = master.capRow.index
    let (floor, cap) = (aim.floor ?? -.infinity, aim.cap ?? .infinity)
    _ = session.workers.run(limits: limits.finishing) { worker, _ in
      worker.relaxation?.setObjective(costs)
      worker.relaxation?.setBounds(ofRow: row, from: floor, to: cap)
    }
  }

  /// Objective above which nothing is of interest: no design there is better by more than the gap.
  var cutoff: Double {
    guard let best else { return .infinity }
    return best.value - gap * abs(best.value) - smallest
  }

  /// Differences of the objective that count as none. Of losses, solvers tell no smaller ones apart: see ``leastLossTolerance``.
  var smallest: Double { aim.needsCost ? 1e-11 * session.units.money * 1e5 : 1e-9 }

  /// Whether v of an estimate counts.
  func needsLoss(_ estimate: MasterProgram.Estimate) -> Bool {
    aim.needsLoss || estimate.mostLost != nil || estimate.relaxed != nil
  }

  /// Whether the gap is closed.
  var isClosed: Bool { best.map { bound >= $0.value - gap * abs($0.value) - smallest } ?? false }

  /// How much of the objective a row may be missed by.
  var tolerances: RowTolerances {
    let size = max(abs(bound.isFinite ? bound : 0), best.map { abs($0.value) } ?? 0)
    let share = max(gap, 1e-9) / Double(20 * max(1, master.estimates.count))
    return RowTolerances(
      link: min(1e-4, max(1e-7, gap / 10)) * strictnessFactor,
      cost: max(1e-10 * session.units.money, share * size) * strictnessFactor,
      loss: lossTolerance)
  }

  /// Losses below this, share of a year's sales, are none; never less than a solver can tell apart.
  var lossTolerance: Double {
    let scale = aim.cap.map { max($0, 1e-6) } ?? 1e-3
    return max(Self.leastLossTolerance, min(1e-4, gap) * 1e-1 * scale) * strictnessFactor
  }

  private var strictnessFactor: Double { pow(0.01, Double(strictness)) }

  static let leastLossTolerance = 1e-8

  /// Tells how far the search has come. What is told as the best is what is kept: a design that is no plan yet is not told.
  func report(_ phase: SolveProgress.Phase) {
    if let kept, bound.isFinite { kept.note(bound: bound, nodes: counts.nodes) }
    progress?(
      SolveProgress(
        phase: phase, bound: bound.isFinite ? bound : nil, nodes: counts.nodes,
        elapsed: start.duration(to: .now)
      ).with(objective: kept == nil ? best?.value : kept?.value))
  }

  /// Solves a worker's relaxation and adds rows of the pool until none is violated.
  ///
  /// - Parameter patience: solves after which columns that do not pay are deferred; `nil` for never.
  static func relax(
    _ relaxation: MasterRelaxation, _ tolerances: RowTolerances, seconds: Double,
    objectiveLimit: Double? = nil, rounds: Int = 50, patience: UInt8? = nil
  ) -> WarmProgram.Outcome {
    for _ in 0..<rounds {
      let outcome = relaxation.solve(seconds: seconds, objectiveLimit: objectiveLimit)
      guard outcome == .optimal else { return outcome }
      if let patience { relaxation.deferIdle(patience: patience) }
      if relaxation.addViolated(tolerances: tolerances) == 0 { return .optimal }
    }
    return relaxation.solve(seconds: seconds, objectiveLimit: objectiveLimit)
  }

  func separation(
    at point: MasterPoint, reference: MasterPoint, isExact: Bool, limits: SolveLimits? = nil
  ) -> [Separation.Finding] {
    let separation = Separation(
      master: master, matrices: session.matrices, needsCost: aim.needsCost,
      needsLoss: master.estimates.map(needsLoss), point: point, reference: reference,
      isExact: isExact,
      lossTolerance: Array(repeating: lossTolerance, count: master.estimates.count))
    let findings = separation.run(in: session.workers, limits: limits ?? self.limits)
    counts.failures += findings.count { $0.hasFailed }
    return findings
  }

  /// Adds the cuts that `point` violates to the pool.
  ///
  /// - Returns: how many.
  func keepCuts(_ findings: [Separation.Finding], violatedAt point: [Double]) -> Int {
    let tolerances = self.tolerances
    var added = 0
    for finding in findings {
      for cut in finding.cuts {
        guard let entry = master.entry(for: cut, block: finding.block),
          entry.row.violation(at: point) > tolerances[entry.kind],
          // A row that a solver misses by its own tolerance would come again for ever.
          !pool.contains(entry)
        else { continue }
        pool.add(entry)
        added += 1
      }
    }
    counts.cuts += added
    return added
  }
}
