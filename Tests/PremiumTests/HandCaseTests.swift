import Findings
import PlanChecker
import SupplyPlan
import Testing
import TextFiles

@testable import Premium
@testable import SupplyData

@Suite struct HandCaseTests {
  private func record(safeBound: Double = 5600) throws -> (PremiumRecord, [Plan]) {
    let dataset = try HandCase.dataset()
    let plans = [false, true].map { HandCase.plan(isSafe: $0, dataset) }
    let frontier = HandCase.frontier(plans, safeBound: safeBound)
    return (
      try Premium(dataset: dataset, frontier: frontier, plans: plans).record(), plans
    )
  }

  @Test func `the plans are plans`() throws {
    let dataset = try HandCase.dataset()
    for isSafe in [false, true] {
      #expect(PlanChecker(dataset).check(HandCase.plan(isSafe: isSafe, dataset)).violations == [])
    }
  }

  /// The plans cost 4220 and 5860; 5 points of resilience lie between them.
  @Test func `prices`() throws {
    let (record, _) = try record()
    #expect(abs(record.points[0].cost - 4220) < 1e-9 && abs(record.points[1].cost - 5860) < 1e-9)
    let step = try #require(record.steps.first)
    #expect(record.steps.count == 1 && abs(step.points - 5) < 1e-12)
    #expect(abs(step.cost - 1640) < 1e-9)
    #expect(abs(try #require(step.price).total - 328) < 1e-9)
    // One year without discount: a year is the whole.
    #expect(record.annuityFactor == 1)
    #expect(abs(try #require(step.price).perYear - 328) < 1e-9)
    // The true frontier at the safe plan's risk costs from 5600 to 5860; at the cheap plan's exactly 4220.
    #expect(abs(try #require(step.leastPrice).total - (5600 - 4220) / 5) < 1e-9)
    #expect(abs(try #require(step.mostPrice).total - 328) < 1e-9)
    #expect(record.knee == nil)
  }

  @Test func `a bound below the cheaper plan proves no price`() throws {
    #expect(try record(safeBound: 1000).0.steps[0].leastPrice?.total == 0)
  }

  @Test func `break-even`() throws {
    let step = try record().0.steps[0]
    let item = try #require(step.easiestBreakEven)
    #expect(item.scenario == "strike" && item.probability == 0.1)
    #expect(item.threshold.side == .atLeast && item.threshold.most == 1)
    #expect(abs(try #require(item.threshold.value) - HandCase.breakEven) < 1e-12)
    // Half of 24 000 − 4800 is saved by each event.
    #expect(abs(item.saving - 9600) < 1e-9)
    let factor = try #require(step.factor)
    #expect(factor.side == .atLeast && abs(factor.most - 10) < 1e-12)
    #expect(abs(try #require(factor.value) - HandCase.breakEven / 0.1) < 1e-9)
  }

  /// The other way round: at that probability the two plans, costed by hand, cost the same.
  @Test func `costs are equal at the break-even`() throws {
    let dataset = try HandCase.dataset(probability: HandCase.breakEven)
    let costs = [false, true].map { HandCase.plan(isSafe: $0, dataset).cost ?? 0 }
    #expect(abs(costs[0] - costs[1]) < 1e-9)
  }

  /// The safe plan against the cheap one as today's network: 1640 more in all, of which 26 weeks of a strike at 10 % a year
  /// save 0.05 · 24 000 = 1200 of lost sales, so that it spends 2840 more. It pays at the break-even of the step.
  @Test func `against today's network`() throws {
    let dataset = try HandCase.dataset()
    let plans = [false, true].map { HandCase.plan(isSafe: $0, dataset) }
    let frontier = HandCase.frontier(plans, safeBound: 5600)
    let record = try Premium(
      dataset: dataset, frontier: frontier, plans: plans, current: plans[0], expanded: plans[1]
    ).record()
    #expect(record.comparisons?.count == 4)
    let safe = try #require(record.comparison(of: 2, with: .current))
    #expect(abs(safe.points - 5) < 1e-12 && abs(safe.cost - 1640) < 1e-9)
    #expect(abs(safe.spend - 2840) < 1e-9 && abs(safe.salesNotMade + 1200) < 1e-9)
    #expect(abs(try #require(safe.easiestBreakEven?.threshold.value) - HandCase.breakEven) < 1e-12)
    #expect(
      abs(try #require(safe.factor?.value) - HandCase.breakEven / 0.1) < 1e-9)
    let cheap = try #require(record.comparison(of: 1, with: .expanded))
    #expect(abs(cheap.points + 5) < 1e-12 && abs(cheap.cost + 1640) < 1e-9)
    let table = try #require(record.tables.last)
    #expect(table.name == "premium_comparisons" && table.rows.count == 4)
  }

  @Test func `what is bought`() throws {
    let step = try record().0.steps[0]
    #expect(step.purchases.map(\.kind) == [.opens, .modules])
    #expect(step.purchases.map(\.place) == ["second", "second"])
    #expect(step.purchases.map(\.amount) == [1, 2])
    #expect(step.purchases[1].money == 400)
    #expect(step.bought == step.purchases.map(\.words))
    #expect(step.purchases.map(\.words) == ["opens second", "+2\u{A0}× line at second"])
  }

  @Test func `tables have a row for each step, purchase and scenario`() throws {
    let tables = try record().0.tables
    #expect(tables.map(\.name) == ["premium", "premium_purchases", "premium_break_evens"])
    #expect(tables.map(\.rows.count) == [1, 2, 1])
  }

  @Test func `a plan that does not add up is refused`() throws {
    let dataset = try HandCase.dataset()
    var plans = [false, true].map { HandCase.plan(isSafe: $0, dataset) }
    let frontier = HandCase.frontier(plans, safeBound: 0)
    plans[1].production.removeLast()
    let faults = #expect(throws: Faults.self) {
      try Premium(dataset: dataset, frontier: frontier, plans: plans).record()
    }
    #expect(faults?.all.map(\.file) == ["points/02"])
    var other = dataset
    other.sha256 = "another"
    #expect(throws: Faults.self) {
      try Premium(dataset: other, frontier: frontier, plans: plans).record()
    }
  }
}
