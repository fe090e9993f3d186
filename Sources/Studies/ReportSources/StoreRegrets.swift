import Comparison
import Decomposition
import Foundation
import Modeling
import NetworkDesign
import ResultFolders
import RunStore
import SupplyData
import SupplyNetwork
import SupplyPlan
import TextFiles
import Sensitivity

/// The regrets of the plans of a store: each variant of a dataset that was planned is a future, and its plan is tried in every other
/// one.
///
/// The store has the futures' best plans with their bounds, and what their designs cost in the other futures where a batch has tried
/// that. What it has not is a linear program: the first stage, fixed, in the other future. No program of all futures together is solved; `shorewise regret` does that.
struct StoreRegrets {
  let store: RunStore
  /// What the store is called.
  let name: String

  /// More futures make a matrix that nobody reads.
  private static let mostFutures = 8
  /// A report is to be there soon; what is not tried in this time is told.
  private static let mostSeconds = 20.0

  /// A variant's run with its plan.
  private struct Solved {
    let run: StoredRun
    let plan: Plan
    let future: RegretStudy.Future
  }

  /// The regrets of each dataset that has several futures with a plan.
  ///
  /// - Throws: faults of the store; an error of the solver.
  func regrets() throws(Faults) -> [ComparedRegret] {
    var groups: [[String]: [StoredRun]] = [:]
    for run in try store.runs() where Self.isFuture(run) {
      let key = run.request.key
      // The members of a sweep are futures of their own: beside single variants they would outweigh them.
      groups[[key.dataset, run.request.sweep ?? ""] + key.options, default: []].append(run)
    }
    var regrets: [ComparedRegret] = []
    for (_, runs) in groups.sorted(by: { $0.value[0].id < $1.value[0].id })
    where (2...Self.mostFutures).contains(runs.count) {
      if let regret = try regret(of: runs) { regrets.append(regret) }
    }
    return regrets
  }

  /// Whether the run is a plan of least cost, without a cap or another question.
  private static func isFuture(_ run: StoredRun) -> Bool {
    let options = run.request.key.options
    return run.request.key.command == "plan" && run.cost != nil && run.bound != nil
      && (options.isEmpty || options.count == 2 && options[0] == "--gap")
  }

  private func regret(of runs: [StoredRun]) throws(Faults) -> ComparedRegret? {
    var solved: [Solved] = []
    for run in runs {
      let variant = run.request.key.variant
      let source = DatasetSource(files: try store.inputFiles(run.request.inputSHA256))
      let file = try store.planDocuments(of: run.id).first { $0.file == "plan.json" }
      guard let plan = file?.plan, plan.cost != nil, let loaded = try? LoadedDataset(source: source)
      else { continue }
      let values = run.request.axes
      solved.append(
        Solved(
          run: run, plan: plan,
          future: RegretStudy.Future(
            name: variant.isEmpty ? "-" : variant, loaded: loaded,
            value: values.count == 1 ? values[0] : nil)))
    }
    guard solved.count > 1, let first = solved.first?.future.loaded.dataset,
      solved.allSatisfy({ $0.future.loaded.dataset.settings.risk == first.settings.risk })
    else { return nil }
    // Variants with other sites or periods cannot share a first stage, so there is nothing to try.
    let futures = solved.map { ($0.future.name, $0.future.loaded.dataset) }
    guard (try? FutureDifferences.refuse(futures)) != nil else { return nil }
    return ComparedRegret(name: name, record: try record(solved), dataset: first, isOfStore: true)
  }

  private func record(_ solved: [Solved]) throws(Faults) -> RegretRecord {
    let start = ContinuousClock.now
    let gap = max(solved.compactMap(\.plan.gap).max() ?? 0, 1e-9)
    let limits = SolveLimits(deadline: .now + .seconds(Self.mostSeconds))
    let futures = solved.map(\.future)
    let study = RegretStudy(
      futures: futures,
      question: DesignQuestion(measure: futures[0].loaded.dataset.settings.risk), gap: gap,
      threads: ProcessInfo.processInfo.activeProcessorCount, limits: limits)
    let planners = futures.map {
      SolveMethod.auto.planner(for: $0.loaded.network, threads: study.threads)
    }
    let plans = solved.map(\.plan)
    let known = try trials(solved)
    var search = RegretSearch(
      networks: futures.map(\.loaded.network), question: study.question, weights: study.weights,
      gap: gap, limits: limits
    ) { future, question, neighbours throws(PlanningError) in
      guard case .fixed(let decisions) = question.firstStage else { return plans[future] }
      if let answer = known(decisions, future) { return answer }
      return try planners[future].plan(
        for: question, gap: gap, neighbours: neighbours, limits: limits)
    }
    search.mostRows = 0
    do throws(PlanningError) {
      let result = try search.run()
      var record = study.account.record(result, seconds: start.duration(to: .now) / .seconds(1))
      record.leastGreatest.reason = Self.reason
      record.leastExpected.reason = Self.reason
      return record
    } catch {
      throw Faults([
        Fault(
          file: store.path, cause: "the plans cannot be tested in one another's futures (\(error))",
          cure: "Run `shorewise regret` on the dataset.")
      ])
    }
  }

  /// What the store knows of first stages in futures.
  private typealias Known = @Sendable (_ decisions: FixedDecisions, _ future: Int) -> Plan?

  private func trials(_ solved: [Solved]) throws(Faults) -> Known {
    var tried: [Int64: [String: StoredTrial]] = [:]
    for trial in try store.trials() { tried[trial.run, default: [:]][trial.design] = trial }
    let runs = solved.map(\.run)
    let designs = solved.map { solved in
      (FixedDecisions(of: solved.plan, in: solved.future.loaded.dataset), solved.run.design)
    }
    let own = solved.map(\.plan)
    return { [tried] decisions, future in
      guard let design = designs.first(where: { $0.0 == decisions })?.1,
        let trial = tried[runs[future].id]?[design]
      else { return nil }
      var plan = Plan(
        dataset: own[future].dataset, termination: trial.cost == nil ? .infeasible : .optimal,
        cost: trial.cost, risk: own[future].risk, solve: own[future].solve)
      plan.risk.salesAtRisk = trial.salesAtRisk
      return plan
    }
  }

  private static let reason = "only the plans of the store were compared"
}
