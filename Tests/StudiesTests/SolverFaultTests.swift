import Decomposition
import Findings
import FrontierSearch
import GLPK
import Modeling
import NetworkDesign
import PlanChecker
import ResultFolders
import Studies
import SupplyData
import SupplyNetwork
import SupplyPlan
import Synchronization
import TestDatasets
import Testing

@testable import Resilience

/// Whatever goes wrong inside GLPK, and whenever: what plans, frontiers and stress tests say afterwards is true.
///
/// At some occasions of a run, which differ by seed; at every one where `SHOREWISE_LONG_TESTS` is set, but that of the stalls in
/// a frontier ten are drawn.
@Suite(.serialized) struct SolverFaultTests {
  private static let seeds = UInt64(0)..<(runsLongTests ? 3 : 2)
  private static let methods: [SolveMethod] = [.monolith, .decomposition]

  /// A fault that is tried.
  private struct Trial: CustomStringConvertible {
    var kind: SolverFaults.Kind
    var number: Int
    var isLasting: Bool

    var faults: SolverFaults { SolverFaults(kind, at: number...(isLasting ? .max : number)) }
    /// A stall ends by these alone.
    var limits: SolveLimits {
      kind == .stall
        ? SolveLimits(deadline: .now + .milliseconds(60), patience: .milliseconds(60))
        : SolveLimits()
    }
    var description: String { "\(kind):\(number)\(isLasting ? "+" : "")" }
  }

  /// All of a run with so many occasions, or some of them.
  private static func trials(
    _ occasions: Int, most: Int, seed: UInt64, stalls: Int
  ) -> [Trial] {
    var random = SplitMix64(seed: seed)
    var trials: [Trial] = []
    for kind in SolverFaults.Kind.allCases {
      let most = kind == .stall ? stalls : most
      for isLasting in [false, true] {
        var numbers = Array(1...max(1, occasions))
        while numbers.count > most {
          numbers.remove(at: Int(random.next() % UInt64(numbers.count)))
        }
        trials += numbers.map { Trial(kind: kind, number: $0, isLasting: isLasting) }
      }
    }
    return trials
  }

  private static func loaded(_ seed: UInt64) throws -> (LoadedDataset, Folder) {
    let folder = try Folder(seed == 0 ? .withStrike : RandomDataset(seed: 40 + seed).dataset)
    return (try LoadedDataset(folder: folder.data), folder)
  }

  // MARK: Plans

  @Test(arguments: seeds, methods)
  func `a plan`(_ seed: UInt64, _ method: SolveMethod) throws {
    let (loaded, _) = try Self.loaded(seed)
    for question in [
      DesignQuestion(measure: .worst), DesignQuestion(objective: .risk, measure: .expected),
      DesignQuestion(measure: .expected, firstStage: .currentNetwork),
    ] {
      let study = { (limits: SolveLimits) in
        PlanStudy(
          loaded: loaded, question: question, gap: 1e-6, method: method, threads: 1, limits: limits)
      }
      let calm = SolverFaults(.abort, from: .max)
      let best = try calm.during { try study(SolveLimits()).run() }
      let trials = Self.trials(
        calm.occasions, most: runsLongTests ? .max : 3, seed: seed, stalls: runsLongTests ? .max : 1
      )
      for trial in trials {
        let what: Comment =
          "seed \(seed), \(method), \(question.objective), \(question.firstStage), \(trial)"
        do throws(PlanningError) {
          let shown = Mutex(Double.infinity)
          let plan = try Self.during(trial) { () throws(PlanningError) in
            try study(trial.limits).run(progress: { progress in
              // Of the least risk costs are told, too; they are greater.
              shown.withLock { $0 = min($0, progress.objective ?? .infinity) }
            })
          }
          expectTrue(plan, best, loaded, what)
          expectAsGood(plan, shown.withLock { $0 }, what)
        } catch {
          // That it could not be solved is true; that a wrong plan was found is not to happen.
          if case .unsound = error { Issue.record("\(what): \(error)") }
        }
      }
    }
  }

  /// Errors keep their type.
  private static func during<Value, Failure: Error>(
    _ trial: Trial, _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let result = trial.faults.during { () -> Result<Value, Failure> in
      do throws(Failure) { return .success(try work()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private func expectTrue(
    _ plan: Plan, _ best: Plan, _ loaded: LoadedDataset, _ what: Comment
  ) {
    #expect(plan.termination != .infeasible || best.termination == .infeasible, what)
    #expect((plan.stopReason == nil) == (plan.termination != .stopped), what)
    let (least, safest) = (best.cost ?? .infinity, best.risk.salesAtRisk ?? .infinity)
    let isOfRisk = plan.solve.objective == "risk"
    if !isOfRisk, let bound = plan.bound {
      #expect(bound <= least * (1 + 1e-6) + 1e-6, "\(what): bound \(bound) of \(least)")
    }
    if let bound = plan.risk.bound { #expect(bound <= safest + 1e-6, what) }
    guard let cost = plan.cost, let risk = plan.risk.salesAtRisk else {
      #expect(plan.termination != .optimal, what)
      return
    }
    #expect(best.cost != nil, what)
    #expect(PlanChecker(loaded.dataset).check(plan).isSound, what)
    #expect((plan.bound ?? .infinity) <= cost, what)
    if isOfRisk {
      #expect(risk >= safest - 1e-6, what)
      if plan.termination == .optimal { #expect(risk <= safest + 1e-5, what) }
    } else {
      #expect(cost >= least * (1 - 1e-5), what)
      if plan.termination == .optimal { #expect(cost <= least * (1 + 1e-5), what) }
    }
  }

  /// What was told to be the best is there in the end, whatever went wrong after it was found.
  private func expectAsGood(_ plan: Plan, _ shown: Double, _ what: Comment) {
    guard shown.isFinite else { return }
    let isOfRisk = plan.solve.objective == "risk"
    let value = isOfRisk ? plan.risk.salesAtRisk : plan.cost
    #expect(
      value ?? .infinity <= shown + 1e-6 * max(1, abs(shown)), "\(what): \(shown) was shown")
  }

  // MARK: Frontiers

  @Test(arguments: seeds, methods)
  func `a frontier`(_ seed: UInt64, _ method: SolveMethod) throws {
    let (loaded, _) = try Self.loaded(seed)
    let study = { (limits: SolveLimits) in
      FrontierStudy(
        loaded: loaded, measure: .expected,
        search: BandRefinement(tolerance: 0.05, maximumPoints: 6, threads: 1), method: method,
        limits: limits)
    }
    let calm = SolverFaults(.abort, from: .max)
    let best = calm.during { study(SolveLimits()).run().record }
    let costs = try trueCosts(best, loaded)
    let trials = Self.trials(
      calm.occasions, most: runsLongTests ? .max : 2, seed: seed, stalls: runsLongTests ? 10 : 1)
    for trial in trials {
      let what: Comment = "seed \(seed), \(method), \(trial)"
      let result = trial.faults.during { study(trial.limits).run() }
      let record = result.record
      #expect(record.termination != .infeasible || best.termination == .infeasible, what)
      #expect(
        record.termination != .optimal || record.uncertainty <= record.tolerance, what)
      #expect((record.termination == .stopped) == (record.stopReason != nil), what)
      let band = FrontierBand(
        corners: record.points.map {
          .init(cost: $0.cost, risk: $0.salesAtRisk, isJoined: $0.isJoined)
        },
        bounds: record.bounds.map { .init(cap: $0.cap, bound: $0.bound) },
        lines: record.lines.map { .init(riskPrice: $0.riskPrice, bound: $0.bound) })
      for (cap, cost) in costs {
        let lower = band.lower(at: cap)
        #expect(lower <= cost * (1 + 1e-5) + 1e-6, "\(what): \(lower) at \(cap) of \(cost)")
        #expect(band.upper(at: cap) >= cost * (1 - 1e-5), what)
      }
      for plan in result.plans + [result.baseline, result.expanded].compactMap(\.self) {
        #expect(PlanChecker(loaded.dataset).check(plan).isSound, what)
      }
    }
  }

  /// The least costs under some caps.
  private func trueCosts(
    _ record: FrontierRecord, _ loaded: LoadedDataset
  ) throws -> [(cap: Double, cost: Double)] {
    guard let first = record.points.first, let last = record.points.last else { return [] }
    return try [0, 0.3, 0.7, 1].map { share in
      let cap = last.salesAtRisk + share * (first.salesAtRisk - last.salesAtRisk) + 1e-9
      let plan = try PlanStudy(
        loaded: loaded, question: DesignQuestion(maxRisk: cap, measure: .expected), gap: 1e-7,
        method: .monolith, limits: SolveLimits()
      ).run()
      return (cap, try #require(plan.cost))
    }
  }

  // MARK: Stress tests

  @Test(arguments: seeds) func `a stress test`(_ seed: UInt64) throws {
    let (loaded, folder) = try Self.loaded(seed)
    let planning = PlanStudy(
      loaded: loaded, question: DesignQuestion(measure: .expected), gap: 1e-3,
      limits: SolveLimits())
    try planning.write(try planning.run(), to: folder.file("out"))
    let study = StressStudy(plan: folder.file("out"), threads: 1)
    let dataset = try study.dataset()
    let calm = SolverFaults(.abort, from: .max)
    let whole = try calm.during { try study.run(dataset).stress }
    try #require(whole.stopReason == nil && !whole.results.isEmpty)
    let trials = Self.trials(
      calm.occasions, most: runsLongTests ? .max : 4, seed: seed, stalls: runsLongTests ? .max : 1)
    for trial in trials {
      let what: Comment = "seed \(seed), \(trial)"
      var study = study
      study.limits = trial.limits
      let record = try trial.faults.during { try study.run(dataset).stress }
      #expect((record.stopReason == nil) == (record.open == nil), what)
      if trial.kind != .stall {
        // A fault that passes costs no answer, and one that lasts leaves bounds.
        // With a solver that never works again the expanded network has no plan to test.
        let isPlanned = record.results.contains { $0.network == "expanded network" }
        #expect(trial.isLasting || isPlanned, what)
        #expect(
          record.results.count
            == whole.results.count { isPlanned || $0.network != "expanded network" }, what)
        #expect(trial.isLasting || record.open == nil, what)
      }
      #expect(
        record.results.count { $0.isSolved } + (record.open?.count ?? 0) == whole.results.count,
        what)
      for result in record.results {
        let same = whole.results.first {
          ($0.network, $0.target, $0.period) == (result.network, result.target, result.period)
        }
        let truth = try #require(same, what)
        #expect(holds(result.salesLost, result.bounds?.salesLost, truth.salesLost), what)
        #expect(
          holds(result.operatingCost, result.bounds?.operatingCost, truth.operatingCost), what)
        if result.isSolved { #expect(result.isWeakLink == truth.isWeakLink, what) }
        #expect(result.stranded == truth.stranded, what)
      }
    }
  }

  /// Whether a figure is the truth, or a bound of it.
  private func holds(_ figure: Double, _ side: StressRecord.Side?, _ truth: Double) -> Bool {
    let noise = 1e-6 + 1e-5 * abs(truth)
    return switch side {
    case .atLeast: figure <= truth + noise
    case .atMost: figure >= truth - noise
    case nil: abs(figure - truth) <= noise
    }
  }
}
