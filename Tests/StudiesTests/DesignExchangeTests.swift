import Comparison
import Foundation
import Modeling
import NetworkDesign
import PlanChecker
import ResultFolders
import RunStore
import Sensitivity
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing
import TextFiles

@testable import Studies

/// Designs found in one run and tried in the others.
@Suite struct DesignExchangeTests {
  @Test func `least costs known rise with the tariffs, which they did not`() throws {
    let store = try SweepStore()
    // Each found within a coarse gap: the first is far dearer than the ones with higher tariffs.
    try store.add("0", rate: 0, opens: .both)
    try store.add("10", rate: 0.1, opens: .abroad)
    try store.add("20", rate: 0.2, opens: .both)
    try store.add("30", rate: 0.3, opens: .abroad)
    let before = try store.costs()
    #expect(before[0] > before[1])
    let bounds = try store.runs().map(\.bound)
    let result = try store.exchange()
    #expect(result.found == 2 && result.designs == 2 && result.tried == 4)
    #expect(result.improved == 2)
    let after = try store.costs()
    #expect(zip(after, after.dropFirst()).allSatisfy { $0 < $1 }, "\(after)")
    // Every cost is that of the better design, and what is proved stays.
    #expect(after[1] == before[1] && after[3] == before[3])
    #expect(try store.runs().map(\.bound) == bounds)
    for run in try store.runs() {
      let trials = try store.trials(of: run.id)
      #expect(trials.count == 2)
      #expect(trials.compactMap(\.cost).min() == run.cost)
      #expect(trials.first { $0.design == run.design }?.cost == run.cost)
      let (cost, bound) = (try #require(run.cost), try #require(run.bound))
      #expect(abs(try #require(run.gap) - (cost - bound) / cost) < 1e-12)
      // What is kept is a plan of its own dataset that the checker accepts.
      let plan = try store.plan(of: run)
      #expect(plan.cost == cost && plan.dataset.sha256 == run.request.inputSHA256)
      let verdict = PlanChecker(try store.dataset(of: run)).check(plan)
      #expect(verdict.isSound, "\(verdict.violations)")
    }
  }

  @Test func `again there is nothing to try; a run more is tried alone`() throws {
    let store = try SweepStore()
    try store.add("0", rate: 0, opens: .both)
    try store.add("10", rate: 0.1, opens: .abroad)
    #expect(try store.exchange().improved == 1)
    let costs = try store.costs()
    #expect(try store.exchange().tried == 0)
    #expect(try store.costs() == costs)
    try store.add("5", rate: 0.05, opens: .both)
    let result = try store.exchange()
    #expect(result.tried == 1 && result.improved == 1)
    #expect(Array(try store.costs().prefix(2)) == costs)
  }

  @Test func `what is stopped goes on where it was`() throws {
    let store = try SweepStore()
    try store.add("0", rate: 0, opens: .both)
    try store.add("10", rate: 0.1, opens: .abroad)
    let stopped = Cancellation()
    stopped.cancel()
    let first = try store.exchange(cancellation: stopped)
    #expect(first.tried == 0 && first.improved == 0)
    #expect(try store.exchange().improved == 1)
  }

  @Test func `a design that a variant does not allow is no candidate there`() throws {
    let store = try SweepStore()
    try store.add("0", rate: 0, opens: .abroad)
    // The plant abroad has to close, and the one at home may not open.
    try store.add("closed", rate: 0, opens: .home) {
      $0.replacing("facilities", "fixed_cost\n", with: "fixed_cost,decision\n")
        .replacing("facilities", "existing,0,1000", with: "existing,0,1000,closed")
        .replacing("facilities", "candidate,1500,9000", with: "candidate,1500,9000,consider")
    }
    let before = try store.costs()
    #expect(before[0] < before[1])
    #expect(try store.exchange().improved == 0)
    let runs = try store.runs()
    let abroad = try #require(runs[0].design)
    let trial = try #require(try store.trials(of: runs[1].id).first { $0.design == abroad })
    #expect(trial.cost == nil && !trial.isFoundHere)
    #expect(try store.costs() == before)
  }

  @Test func `a cap on risk holds for what is taken`() throws {
    let question = DesignQuestion(maxRisk: 0.02, measure: .expected)
    let store = try SweepStore(question: question)
    // Abroad alone a strike costs half a year's sales with probability 0.1.
    try store.add("0", rate: 0, opens: .both)
    try store.add("unsafe", rate: 0, opens: .abroad, isCapped: false)
    let before = try store.costs()
    #expect(before[1] < before[0])
    #expect(try store.exchange().improved == 0)
    let safe = try store.runs()[0]
    #expect(try store.trials(of: safe.id).contains { $0.cost == nil })
    #expect(safe.cost == before[0])
    #expect(try #require(safe.salesAtRisk) <= 0.02 + 1e-6)
  }

  @Test func `where risk is minimised it comes first`() throws {
    let store = try SweepStore(question: DesignQuestion(objective: .risk, measure: .expected))
    try store.add("0", rate: 0, opens: .abroad)
    try store.add("10", rate: 0.1, opens: .both)
    let before = try store.runs()
    #expect(try store.exchange().improved == 1)
    let after = try store.runs()
    #expect(try #require(after[0].salesAtRisk) < #require(before[0].salesAtRisk))
    #expect(try #require(after[0].cost) > #require(before[0].cost))
    #expect(after[1].design == after[0].design)
  }

  @Test func `other sites share no design, and a proven plan needs none`() throws {
    let store = try SweepStore()
    try store.add("0", rate: 0, opens: .both)
    try store.add("more", rate: 0, opens: .abroad) {
      $0.adding("facilities", "third,BB,plant,candidate,1500,600")
        .adding("capacity", "third,line,40,0,2,200,50")
    }
    try store.add("proven", rate: 0.1, opens: .abroad, gap: 0)
    let result = try store.exchange()
    // The one with a gap and the same sites has the design of the proven one.
    #expect(result.tried == 1 && result.improved == 1)
  }

  @Test func `a run that was stopped before it had a plan gets one`() throws {
    let store = try SweepStore()
    try store.add("0", rate: 0, opens: .abroad)
    try store.add("late", rate: 0.1, opens: nil)
    #expect(try store.exchange().improved == 1)
    let late = try #require(try store.runs().last)
    #expect(late.status == .stopped && late.cost != nil && late.gap != nil)
    #expect(try store.plan(of: late).termination == .stopped)
  }

  @Test func `the regrets of a store are those of its trials`() throws {
    let store = try SweepStore()
    try store.add("0", rate: 0, opens: .abroad)
    try store.add("50", rate: 5, opens: .both)
    try store.exchange()
    let runs = try store.runs()
    #expect(runs[0].design != runs[1].design)
    let record = try #require(try store.regrets().first?.record)
    #expect(record.plans.count == 2)
    for plan in record.plans {
      let best = try #require(plan.bestOf.first)
      for (future, entry) in zip(runs, plan.entries) {
        let trial = try store.trials(of: future.id).first { $0.design == runs[best].design }
        #expect(entry.cost == trial?.cost)
        // No plan tried is cheaper than the best of its future.
        #expect(try #require(entry.regret).atLeast >= 0)
        #expect(try #require(entry.cost) >= #require(future.cost) * (1 - 1e-12))
      }
    }
  }

  @Test func `of very many designs those found most often are tried`() {
    var pool = ExchangePool()
    let designs = (0..<400).map { number in
      StoredDesign(
        of: Plan(
          dataset: .init(name: "", sha256: ""), termination: .optimal,
          risk: PlanRisk(measure: "worst", level: nil, salesAtRisk: 0),
          facilities: [
            FacilityDecisionRow(
              facility: "f\(number)", period: "p", open: true, opened: false, closed: false)
          ],
          solve: .init(
            seconds: 0, method: "", rows: 0, columns: 0, objective: "cost", maxRisk: nil, nodes: 0)
        ), structure: "")
    }
    for design in designs { pool.add([design]) }
    pool.add([designs[399]])
    #expect(pool.foundCount == 400)
    #expect(pool.chosen.count == 20)
    #expect(pool.chosen[0] == designs[399] && pool.chosen[1] == designs[0])
  }
}

/// A store of runs whose designs are given instead of searched for.
private final class SweepStore {
  enum Sites { case abroad, home, both }

  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("exchange-\(UUID().uuidString)")
  private let question: DesignQuestion

  init(question: DesignQuestion = DesignQuestion(measure: .expected)) throws {
    self.question = question
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let store = try RunStore(path: path, access: .write)
    defer { store.close() }
    try store.begin(
      BatchRecord(
        id: "b", engine: "local", arguments: "", spool: "",
        owner: BatchOwner(host: "h", process: 1, processStart: "1")))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private var path: String { folder.appendingPathComponent("runs.sqlite").path }
  private var count = 0

  /// A plant abroad that may strike, a dearer one at home, and a tariff on what comes from abroad.
  private func base(_ rate: Double) -> TestDataset {
    TestDataset()
      .replacing("plan.yaml", "name: sweep\nrisk: {measure: expected}\nhome: BB\n")
      .adding("facilities", "second,BB,plant,candidate,1500,9000")
      .adding("capacity", "second,line,80,0,2,200,50")
      .adding("production", "second,widget,60")
      .adding("lanes", "second,shop,truck")
      .adding("scenarios", "scenario,probability,duration_weeks", "strike,0.1,26")
      .adding("disruptions", "scenario,effect,origin,value", "strike,capacity,plant,1")
      .adding("tariffs", "layer,origin,destination,product,rate", "base,AA,BB,widget,\(rate)")
  }

  /// Adds a run that has found the best plan with these sites open, and proved what is a tenth less than the least cost.
  func add(
    _ variant: String, rate: Double, opens sites: Sites?, isCapped: Bool = true, gap: Double = 0.1,
    changes: (TestDataset) -> TestDataset = { $0 }
  ) throws {
    let source = changes(base(rate)).source
    let loaded = try LoadedDataset(source: source)
    let planner = MonolithPlanner(network: loaded.network)
    var plan = try planner.plan(for: question)
    let least = try #require(plan.cost)
    if let sites {
      var fixed = question
      if !isCapped { fixed.maxRisk = nil }
      let open = loaded.dataset.facilities.map { facility in
        switch facility.id {
        case "plant": [sites != .home]
        case "second": [sites != .abroad]
        default: [false]
        }
      }
      fixed.firstStage = .fixed(FixedDecisions(open: open))
      plan = try planner.plan(for: fixed)
      plan.bound = gap == 0 ? plan.cost : min(least, try #require(plan.cost)) * (1 - gap)
      plan.gap = try plan.bound.map { 1 - $0 / (try #require(plan.cost)) }
    } else {
      plan = Plan(
        dataset: plan.dataset, termination: .stopped, stopReason: "time limit reached",
        bound: least * 0.5, risk: PlanRisk(measure: "expected", level: nil, salesAtRisk: nil),
        solve: plan.solve)
    }
    plan.dataset = loaded.reference
    let store = try RunStore(path: path, access: .write)
    defer { store.close() }
    try store.add([RunInput(sha256: source.sha256, name: "", currency: "", files: source.files)])
    let request = RunRequest(
      key: .init(dataset: "data", variant: variant, command: "plan", options: []),
      inputSHA256: source.sha256)
    try store.register([request])
    let standing = try store.standings(of: [request])[0]
    let run = try #require(standing.run)
    #expect(try store.claim(run, revision: standing.revision, as: request, for: "b"))
    count += 1
    let output = folder.appendingPathComponent("output-\(count)").path
    try plan.write(to: output)
    let outcome = RunOutcome(
      run: run, status: plan.cost == nil ? .stopped : .solved, wallSeconds: 1, processorSeconds: 1,
      peakMemoryBytes: 1, host: "h", started: "s", finished: "f", shorewise: "0", glpk: "0")
    #expect(try store.record(outcome, files: RunFiles(folder: output), batch: "b") != nil)
  }

  @discardableResult
  func exchange(cancellation: Cancellation = Cancellation()) throws -> ExchangeResult {
    let keys = try runs().map(\.request.key)
    let question = question
    return try DesignExchange(store: path, workers: 2) { _ in question }
      .run(of: keys, cancellation: cancellation)
  }

  func regrets() throws -> [ComparedRegret] {
    try StoreRegrets(store: try open(), name: "runs").regrets()
  }

  private func open() throws -> RunStore { try RunStore(path: path, access: .read) }

  func runs() throws -> [StoredRun] { try open().runs() }
  func costs() throws -> [Double] { try runs().map { try #require($0.cost) } }
  func trials(of run: Int64) throws -> [StoredTrial] { try open().trials(of: run) }

  func dataset(of run: StoredRun) throws -> Dataset {
    try Dataset.reading(
      DatasetSource(files: try open().inputFiles(run.request.inputSHA256))
    ).dataset
  }

  func plan(of run: StoredRun) throws -> Plan {
    let kept = folder.appendingPathComponent("kept-\(run.id)")
    try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
    for (file, bytes) in try open().outputFiles(of: run.id) {
      try Data(bytes).write(to: kept.appendingPathComponent(file))
    }
    return try Plan.read(from: kept.path)
  }
}
