import BenchmarkImport
import DatasetWriting
import GLPK
import Modeling
import SupplyData
import SupplyPlan
import TestDatasets
import Testing

/// Random instances against the published problem as its papers write it, where all demand must be served.
///
/// The capacities are odd, so that sites are often short by little: the cost of a shortage has to be dear enough then.
@Suite struct RandomInstanceTests {
  static let seeds =
    UInt64(1)...(runsLongTests ? 200 : 25)

  @Test(arguments: seeds)
  func `warehouse location costs what its own program costs`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let (sites, customers) = (
      Int.random(in: 1...5, using: &random), Int.random(in: 1...6, using: &random)
    )
    let demands = (0..<customers).map { _ in drawn(0...20, &random) }
    let capacities = capacities(sites, for: demands, &random)
    let fixedCosts = (0..<sites).map { _ in drawn(0...5000, &random) }
    let costs = demands.map { demand in
      (0..<sites).map { _ in demand == 0 ? 0 : drawn(1...300, &random) }
    }
    var text = "\(sites) \(customers)\n"
    for site in 0..<sites { text += "\(capacities[site]) \(fixedCosts[site])\n" }
    for customer in 0..<customers {
      text += "\(demands[customer]) " + costs[customer].map { "\($0)" }.joined(separator: "\n")
      text += "\n"
    }

    var program = LinearProgram(name: "warehouse location")
    let opens = fixedCosts.map { program.addColumn("open", to: 1, cost: $0, isInteger: true) }
    var loads = opens.map { _ in LinearExpression() }
    for customer in 0..<customers {
      var served = LinearExpression()
      for site in 0..<sites {
        let share = program.addColumn("share", to: 1, cost: costs[customer][site])
        served.add(1, share)
        loads[site].add(demands[customer], share)
      }
      program.addRow("served", served, from: 1, to: 1)
    }
    for site in 0..<sites {
      loads[site].add(-capacities[site], opens[site])
      program.addRow("room", loads[site], to: 0)
    }
    let draft = try WarehouseLocation(Array(text.utf8), file: "seed \(seed)")
      .draft(title: "seed \(seed)")
    for method in Method.allCases { try draft.expectLeastCost(optimum(program), method) }
  }

  @Test(arguments: seeds)
  func `two stages cost what their own program costs`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: 1000 + seed)
    let counts = (0..<3).map { _ in Int.random(in: 1...4, using: &random) }
    let demands = (0..<counts[2]).map { _ in drawn(1...20, &random) }
    let rooms = [0, 1].map { capacities(counts[$0], for: demands, &random) }
    let fixedCosts = [0, 1].map { stage in
      (0..<counts[stage]).map { _ in drawn(0...5000, &random) }
    }
    let costs = [0, 1].map { stage in
      (0..<counts[stage]).map { _ in
        (0..<counts[stage + 1]).map { _ in drawn(1...60, &random) }
      }
    }
    var text = counts.map { "\($0)" }.joined(separator: " ") + "\n"
    text += demands.map { "\($0)\n" }.joined()
    for stage in [0, 1] {
      for site in 0..<counts[stage] {
        text += "\(rooms[stage][site]) \(fixedCosts[stage][site])\n"
      }
      for row in costs[stage] { text += row.map { "\($0)" }.joined(separator: " ") + "\n" }
    }

    var program = LinearProgram(name: "two stages")
    var received = Array(repeating: LinearExpression(), count: counts[1])
    var served = Array(repeating: LinearExpression(), count: counts[2])
    for stage in [0, 1] {
      for site in 0..<counts[stage] {
        let open = program.addColumn(
          "open", to: 1, cost: fixedCosts[stage][site], isInteger: true)
        var load = LinearExpression(-rooms[stage][site], open)
        for (next, cost) in costs[stage][site].enumerated() {
          let flow = program.addColumn("flow", cost: cost)
          load.add(1, flow)
          if stage == 0 {
            received[next].add(1, flow)
          } else {
            received[site].add(-1, flow)
            served[next].add(1, flow)
          }
        }
        program.addRow("room", load, to: 0)
      }
    }
    for depot in received { program.addRow("balance", depot, from: 0, to: 0) }
    for (row, demand) in zip(served, demands) {
      program.addRow("served", row, from: demand, to: demand)
    }
    let draft = try TwoStageLocation(Array(text.utf8), file: "seed \(seed)")
      .draft(title: "seed \(seed)")
    for method in Method.allCases { try draft.expectLeastCost(optimum(program), method) }
  }

  private func optimum(_ program: LinearProgram) throws -> Double {
    var options = GLPKSolver.Options()
    options.relativeGap = 0
    let solution = try GLPKSolver(options: options).solve(program)
    #expect(solution.termination == .optimal)
    return try #require(solution.objective)
  }

  /// A number with up to two decimals; most are whole.
  private func drawn(_ range: ClosedRange<Int>, _ random: inout SplitMix64) -> Double {
    let whole = Int.random(in: range, using: &random)
    let hundredths = [0, 0, 0, 25, 37].randomElement(using: &random) ?? 0
    return (Double(whole) * 100 + Double(hundredths)) / 100
  }

  /// Capacities that add up to the demand at least, and often to little more.
  private func capacities(
    _ count: Int, for demands: [Double], _ random: inout SplitMix64
  ) -> [Double] {
    let demand = demands.reduce(0, +)
    var rooms = (0..<count).map { _ in drawn(1...30, &random) }
    let missing = demand - rooms.reduce(0, +)
    if missing > 0 { rooms[0] += (missing * 100).rounded(.up) / 100 }
    return rooms.map { ($0 * 100).rounded() / 100 }
  }
}
