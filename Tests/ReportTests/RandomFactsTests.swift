import FigureDrawing
import Findings
import Foundation
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Report

/// What the figures show of plans of random datasets, against what the plans say themselves.
@Suite struct RandomFactsTests {
  /// The cheapest plan of a random dataset; `nil` where there is none.
  private func context(_ seed: UInt64) throws -> PlanContext? {
    var size = RandomDataset.Size()
    size.scenarios = 1...3
    let dataset = try RandomDataset(seed: seed, size: size).read()
    let plan = try MonolithPlanner(network: try Network(dataset), gap: 1e-6)
      .plan(for: DesignQuestion(measure: .expected))
    guard plan.cost != nil else { return nil }
    return PlanContext(
      index: ReportIndex(dataset), resolved: try ResolvedNetwork(dataset), plan: plan,
      number: nil, baseline: nil, current: nil, cheapest: nil)
  }

  /// The heat map's column of all customers is the loss that the plan was judged by.
  @Test(arguments: UInt64(0)..<(runsLongTests ? 120 : 40))
  func `losses of customers make up the loss of the scenario`(_ seed: UInt64) throws {
    guard let context = try context(seed) else { return }
    let facts = CustomerLossFacts(context.resolved, context.plan)
    for fact in LossFacts.losses(context.index, context.plan, baseline: nil) {
      let share = facts.share(fact.scenario)
      #expect(abs(share - fact.meanAfter) < 1e-5, "seed \(seed), \(fact.scenario)")
    }
    #expect(
      facts.customers.allSatisfy { customer in
        facts.scenarios.allSatisfy { facts.share($0, customer) >= 0 }
      })
  }

  /// Layers split each duty and lose nothing of it, and what the ways pay is what the flows pay.
  @Test(arguments: UInt64(0)..<(runsLongTests ? 120 : 40))
  func `layers and ways add up to the duty`(_ seed: UInt64) throws {
    guard let context = try context(seed) else { return }
    for period in context.index.periods {
      let facts = DutyFacts(
        context.index, context.resolved, context.plan, period: period.id)
      let paid = context.plan.flows.filter { $0.scenario == nil && $0.period == period.id }
        .reduce(0) { $0 + $1.duty }
      let tolerance = 1e-9 * max(1, paid)
      #expect(abs(facts.total - paid) <= tolerance, "seed \(seed)")
      #expect(abs(facts.byLayer.values.reduce(0, +) - paid) <= tolerance, "seed \(seed)")
    }
  }

  /// What is used of a product is what is made of it, and of what customers receive it has the mix of the plan.
  @Test(arguments: UInt64(0)..<(runsLongTests ? 120 : 40))
  func `uses are what is made`(_ seed: UInt64) throws {
    guard let context = try context(seed) else { return }
    for period in context.index.periods {
      let uses = UseFacts.uses(context.index, context.plan, period: period.id)
      var made: [String: Double] = [:]
      for row in context.plan.production where row.scenario == nil && row.period == period.id {
        made[row.product, default: 0] += row.quantity
      }
      for use in uses {
        let quantity = use.quantities.values.reduce(0, +)
        let all = made[use.product] ?? 0
        #expect(abs(quantity - all) <= 1e-5 * max(1, all), "seed \(seed), \(use.product)")
      }
    }
  }

  /// No site uses more than it has, in a normal year or in a crisis.
  @Test(arguments: UInt64(0)..<(runsLongTests ? 120 : 40))
  func `no site is over its capacity`(_ seed: UInt64) throws {
    guard let context = try context(seed) else { return }
    for period in context.index.periods {
      for fact in CapacityFacts.facts(context.index, context.plan, period: period.id) {
        #expect((0...1 + 1e-6).contains(fact.share), "seed \(seed), \(fact.facility.id)")
        if let peak = fact.peakShare {
          #expect(peak <= 1 + 1e-6 && peak > fact.share, "seed \(seed), \(fact.facility.id)")
        }
      }
    }
  }

  /// The table of flows is as it stands in the plan's file, without the scenarios.
  @Test func `tables of a plan keep the columns of its files`() throws {
    let context = try #require(try context(1))
    let tables = PlanTables(plan: context.plan).tables.map(\.table)
    let flows = try #require(tables.first { $0.name == "flows" })
    #expect(
      flows.csv.hasPrefix(
        "period,scenario,origin,destination,mode,product,made_in,quantity,freight,duty\n"))
    #expect(flows.rows.count == context.plan.flows.filter { $0.scenario == nil }.count)
    let lines = CostLines.lines(shownOf: [context.plan.costs])
    #expect(tables.first?.name == "costs" && tables.first?.rows.count == lines.count)
  }
}
