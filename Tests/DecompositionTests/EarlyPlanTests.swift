import Modeling
import PlanChecker
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Decomposition
@testable import NetworkDesign

/// Plans before the first relaxation: found without a program, and no worse than they say.
@Suite struct EarlyPlanTests {
  private func early(_ network: Network) -> EarlyDesigns {
    EarlyDesigns(network: network, incidence: Incidence(network), effort: 2_000)
  }

  private func plan(_ design: SolvedDesign, _ network: Network, _ question: DesignQuestion) -> Plan
  {
    var outcome = SearchOutcome()
    outcome.design = design
    outcome.stopReason = "it is early"
    let record = Plan.SolveRecord(
      seconds: 0, method: "filling", rows: 0, columns: 0, objective: "cost", maxRisk: nil,
      maxUnmet: nil,
      nodes: 0)
    return outcome.plan(for: network, question, gap: 1, record: record)
  }

  @Test func `most are sound, and none is cheaper than the cheapest plan`() throws {
    var sound = 0
    var count = 0
    for seed in seeds(40, long: 200) {
      let network = try Samples.network(seed)
      let measured = network.measured
      let question = DesignQuestion(measure: Samples.measure(seed))
      let best = try DecompositionPlanner(network: network, threads: 1)
        .plan(for: question, gap: 1e-6)
      guard let least = best.bound, best.cost != nil else { continue }
      var early = early(measured)
      let designs = [early.first(), early.better()].compactMap(\.self)
      for design in designs {
        count += 1
        let plan = plan(
          early.solved(design, for: question), measured, question.measured(for: measured))
        guard PlanChecker(network.dataset).check(plan).isSound else { continue }
        sound += 1
        #expect(plan.cost ?? 0 >= least * (1 - 1e-6), "seed \(seed)")
      }
    }
    #expect(count > 40 && sound * 10 >= count * 9, "\(sound) of \(count) are sound")
  }

  @Test(arguments: seeds(12, long: 120))
  func `program by program a design costs what the whole program says`(_ seed: UInt64) throws {
    let network = try Samples.network(seed)
    let session = try Samples.session(seed)
    let run = DecompositionRun(
      session: session, aim: Aim(objective: .cost(riskPrice: 0)), gap: 1e-7, limits: SolveLimits(),
      progress: nil)
    var early = early(session.network)
    guard let design = early.first() else { return }
    run.evaluation.evaluateByBlocks(design)
    let question = DesignQuestion(
      measure: Samples.measure(seed),
      firstStage: .fixed(
        FixedDecisions(open: design.open, modules: design.count, stock: design.stock)))
    let plan = try MonolithPlanner(network: network).plan(for: question)
    guard let best = run.state.best else { return }
    let cost = best.value * session.network.units.money
    // Several grants are dealt out in turn, which need not be the best way.
    if network.dataset.incentives.count < 2 {
      #expect(agree(cost, plan.cost), "seed \(seed)")
    } else {
      #expect(cost >= (plan.cost ?? .infinity) * (1 - 1e-6), "seed \(seed)")
    }
  }

  @Test(arguments: seeds(6, long: 60), [0.5, 0.25, 0.1])
  func `a design near a relaxation opens what is open by a share, with whole modules`(
    _ seed: UInt64, _ share: Double
  ) throws {
    let session = try Samples.session(seed)
    let (master, network) = (session.master, session.network)
    var random = SplitMix64(seed: seed)
    let point = master.program.columns.map { column in
      column.upper.isFinite ? column.upper * Double(random.whole(0...20)) / 20 : 0
    }
    let design = master.rounded(point, openFrom: share)
    for (facility, modules) in network.modulesOfFacility.enumerated() {
      for t in design.open[facility].indices {
        let open = master.stage.open[facility][t].value(at: point)
        #expect(design.open[facility][t] == (open >= share), "seed \(seed)")
        for module in modules {
          let planned = master.stage.count[module][t].value(at: point)
          let count = Double(design.count[module][t])
          #expect(
            design.open[facility][t] ? count >= planned - 0.1 && count < planned + 1 : count == 0,
            "seed \(seed)")
        }
      }
    }
    #expect(design.stock.joined().allSatisfy { $0 == 0 }, "seed \(seed)")
  }

  @Test(arguments: seeds(6, long: 60))
  func `a schedule holds its loads and costs no more than one that never changes`(_ seed: UInt64)
    throws
  {
    let network = try Samples.network(seed).measured
    let horizon = Horizon(network.dataset.settings)
    var generator = SplitMix64(seed: seed)
    for (site, modules) in network.modulesOfFacility.enumerated() where !modules.isEmpty {
      let facility = network.dataset.facilities[site]
      let rows = modules.map { network.dataset.capacity[$0] }
      let most = rows.reduce(0.0) { $0 + $1.size * Double($1.maximum) }
      let loads = horizon.yearly.map { _ in
        most * Double(generator.next() % 1_000) / 1_000
      }
      let schedule = FacilitySchedule(
        site, of: network, horizon: horizon, loads: loads, isUsed: loads.map { $0 > 0 })
      guard facility.decision != .closed, let schedule else { continue }
      for t in loads.indices {
        let room = zip(rows, schedule.count).reduce(0.0) { $0 + $1.0.size * Double($1.1[t]) }
        #expect(room >= loads[t] * (1 - 1e-9), "seed \(seed), \(facility.id)")
        #expect(schedule.open[t] || loads[t] == 0, "seed \(seed), \(facility.id)")
      }
      var always = facility.status == .existing ? 0 : horizon.oneOff[0] * facility.openingCost
      for row in rows {
        always += horizon.oneOff[0] * row.buildCost * Double(row.maximum - row.existing)
        for years in horizon.yearly { always += years * row.fixedCost * Double(row.maximum) }
      }
      for years in horizon.yearly { always += years * facility.fixedCost }
      #expect(schedule.cost <= always * (1 + 1e-9), "seed \(seed), \(facility.id)")
    }
  }

  @Test(arguments: seeds(6, long: 60))
  func `they are the same every time`(_ seed: UInt64) throws {
    let network = try Samples.network(seed).measured
    var (one, two) = (early(network), early(network))
    #expect(one.first() == two.first(), "seed \(seed)")
    #expect(one.better() == two.better(), "seed \(seed)")
  }
}
