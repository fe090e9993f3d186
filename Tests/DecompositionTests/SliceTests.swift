import GLPK
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Decomposition
@testable import NetworkDesign

/// What one design can do, from the least risk to the greatest.
@Suite struct SliceTests {
  /// A slice with the two ends that it was asked for.
  private struct Slice {
    var plan: Plan
    var low: Double
    var high: Double
    var vertices: [(cost: Double, risk: Double)]
    var plans: [Plan]
  }

  private func slice(_ network: Network, _ measure: RiskMeasure) throws -> Slice? {
    let planner = DecompositionPlanner(network: network, threads: 1)
    let safest = try planner.plan(
      for: DesignQuestion(objective: .risk, measure: measure), gap: 1e-7)
    let cheapest = try planner.plan(for: DesignQuestion(measure: measure), gap: 1e-7)
    guard let low = safest.risk.salesAtRisk, let high = cheapest.risk.salesAtRisk, high > low
    else { return nil }
    // The safest design reaches from end to end.
    let plans = try planner.slice(through: safest, measure: measure, from: low, to: high)
    return Slice(
      plan: safest, low: low, high: high,
      vertices: plans.map { ($0.cost ?? .nan, $0.risk.salesAtRisk ?? .nan) }, plans: plans)
  }

  /// The least cost of the design of `plan` under a cap, by the monolith.
  private func leastCost(_ network: Network, _ measure: RiskMeasure, of plan: Plan, cap: Double)
    throws -> Double?
  {
    let monolith = Monolith(
      network: network, question: DesignQuestion(maxRisk: cap, measure: measure))
    let design = StartingDesigns(
      network: network, stage: monolith.stage, columnCount: monolith.program.columns.count
    ).design(of: plan)
    // Openings and closings follow from what is open.
    var fixed = monolith.program
    for column in (monolith.stage.open + monolith.stage.count).flatMap(\.self) {
      for term in column.terms {
        let value = design[term.column.index]
        fixed.setBounds(of: term.column, from: value, to: value)
      }
    }
    var options = GLPKSolver.Options()
    options.relativeGap = 1e-9
    return try GLPKSolver(options: options).solve(fixed).objective
  }

  @Test(arguments: seeds(12, long: 100))
  func `vertices are convex, and contain both ends`(_ seed: UInt64) throws {
    guard let slice = try slice(Samples.network(seed), Samples.measure(seed)) else { return }
    let vertices = slice.vertices
    let (first, last) = try (#require(vertices.first), #require(vertices.last))
    #expect(first.risk <= slice.low + 1e-6, "seed \(seed)")
    #expect(last.risk <= slice.high + 1e-6, "seed \(seed)")
    let size = max(1, first.cost)
    for (left, right) in zip(vertices, vertices.dropFirst()) {
      #expect(left.risk < right.risk && left.cost > right.cost - 1e-9 * size, "seed \(seed)")
    }
    for index in vertices.indices.dropFirst().dropLast() {
      let (left, here, right) = (vertices[index - 1], vertices[index], vertices[index + 1])
      let share = (here.risk - left.risk) / (right.risk - left.risk)
      let chord = left.cost + share * (right.cost - left.cost)
      #expect(here.cost <= chord + 1e-9 * size, "seed \(seed), vertex \(index)")
    }
    for plan in slice.plans {
      #expect(plan.facilities == slice.plan.facilities, "seed \(seed)")
      #expect(plan.modules == slice.plan.modules, "seed \(seed)")
    }
  }

  @Test(arguments: seeds(10, long: 100))
  func `each vertex is the least that its design costs at its risk`(_ seed: UInt64) throws {
    let network = try Samples.network(seed)
    let measure = Samples.measure(seed)
    guard let slice = try slice(network, measure) else { return }
    for vertex in slice.vertices {
      let least = try leastCost(network, measure, of: slice.plan, cap: vertex.risk + 1e-9)
      #expect(agree(vertex.cost, least, 1e-6), "seed \(seed), risk \(vertex.risk)")
    }
  }

  @Test(arguments: seeds(10, long: 100))
  func `nothing of the design lies far under the chords`(_ seed: UInt64) throws {
    let network = try Samples.network(seed)
    let measure = Samples.measure(seed)
    guard let slice = try slice(network, measure), slice.vertices.count > 1 else { return }
    let vertices = slice.vertices
    // Vertices that bend the slice by less than a thousandth of its drop are left out; where there are twelve, more.
    let allowed =
      vertices.count < 12
      ? 1e-3 * (vertices[0].cost - vertices[vertices.count - 1].cost) : .infinity
    for (left, right) in zip(vertices, vertices.dropFirst()) {
      let cap = (left.risk + right.risk) / 2
      let least = try #require(try leastCost(network, measure, of: slice.plan, cap: cap))
      let chord = (left.cost + right.cost) / 2
      let size = 1e-6 * max(1, chord)
      #expect(least <= chord + size, "seed \(seed), cap \(cap)")
      #expect(least >= chord - allowed - size, "seed \(seed), cap \(cap)")
    }
  }

  @Test func `a design that cannot reach the low end goes as far as it can`() throws {
    let network = try Network(TestDataset.withStrike.read())
    let planner = DecompositionPlanner(network: network, threads: 1)
    let cheapest = try planner.plan(for: DesignQuestion(measure: .worst), gap: 1e-7)
    let risk = try #require(cheapest.risk.salesAtRisk)
    try #require(risk > 0.1)
    #expect(try planner.slice(through: cheapest, measure: .worst, from: 0, to: 0).isEmpty)
    let slice = try planner.slice(through: cheapest, measure: .worst, from: 0, to: risk)
    #expect(agree(slice.last?.cost, cheapest.cost))
    let least = try #require(slice.first?.risk.salesAtRisk)
    #expect(least > 0 && least < risk - 1e-3)
    // It has no operation of less risk.
    let below = least - 1e-4
    #expect(try leastCost(network, .worst, of: cheapest, cap: below) == nil)
    #expect(
      try planner.slice(through: cheapest, measure: .worst, from: below, to: below).isEmpty)
  }
}
