import Certificate
import GLPK
import Modeling
import NetworkDesign

/// What the parts of a search share: what is asked, within which limits, the rows that are known, and what was found and proved.
///
/// The root tells its relaxation and bounds here, evaluation the best design, the tree the bound; each part keeps the rest of
/// what it knows to itself.
final class SearchState {
  let session: DecompositionSession
  private(set) var aim: Aim
  /// Relative gap to be reached: slightly narrower than the one that is asked.
  let gap: Double
  var limits: SolveLimits
  private let progress: (@Sendable (SolveProgress) -> Void)?
  /// Keeps the best plan; `nil` where what is searched for is none.
  let kept: KeptPlan?
  private let start = ContinuousClock.now
  private(set) var program: LinearProgram
  let pool: CutPool
  /// Bounds of the whole columns that every design better than the best must meet.
  var rootLower: [Double]
  var rootUpper: [Double]

  /// The best design so far.
  var best: Candidate?
  /// Proven lower bound of the aim.
  var bound = -Double.infinity
  var isInfeasible = false
  var counts = SearchCounts()
  /// The root's relaxation; `nil` before it is solved.
  var root: RootState?
  /// How often tolerances were made stricter, since without the gap stayed open.
  var strictness = 0
  /// What was proved, where there is to be a certificate.
  var recorder: ProofRecorder?

  init(
    session: DecompositionSession, aim: Aim, gap: Double, limits: SolveLimits,
    progress: (@Sendable (SolveProgress) -> Void)?, kept: KeptPlan?
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
    program = aim.program(of: master)
    let costs = program.columns.map(\.cost)
    let row = master.capRow.index
    let (floor, cap) = (aim.floor ?? -.infinity, aim.cap ?? .infinity)
    _ = session.workers.run(limits: limits.finishing) { worker, _ in
      worker.relaxation?.setObjective(costs)
      worker.relaxation?.setBounds(ofRow: row, from: floor, to: cap)
    }
  }

  /// Opens the bounds of the whole columns again, as far as the question does.
  func loosenBounds() {
    rootLower = session.wholeColumns.map { program.columns[$0].lower }
    rootUpper = session.wholeColumns.map { program.columns[$0].upper }
  }

  /// Tells how far the search has come. What is told as the best is what is kept: a design that is no plan yet is not told.
  func report(_ phase: SolveProgress.Phase) {
    if let kept, bound.isFinite { kept.note(bound: bound, nodes: counts.nodes) }
    progress?(
      SolveProgress(
        phase: phase, bound: bound.isFinite ? bound : nil, nodes: counts.nodes,
        elapsed: start.duration(to: .now)
      ).with(objective: kept == nil ? best?.value : kept?.value))
  }
}

/// What a search did.
struct SearchCounts: Sendable {
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
