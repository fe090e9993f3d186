import GLPK
import Modeling
import Testing

/// Tiny instances with known optima.
@Suite struct PublishedResultsProgramTests {
  @Test func `transport of the GAMS tutorial costs 153.675`() throws {
    let solution = try GLPKSolver().solve(Published.transport())
    #expect(solution.termination == .optimal)
    let objective = try #require(solution.objective)
    #expect(abs(objective - 153.675) < 1e-9)
  }

  @Test(arguments: [true, false])
  func `knapsacks of the bi-objective literature`(presolve: Bool) throws {
    var options = GLPKSolver.Options()
    options.relativeGap = 0
    options.presolve = presolve
    for (profits, best) in [(Published.firstProfits, 955.0), (Published.secondProfits, 983.0)] {
      let solution = try GLPKSolver(options: options).solve(Published.knapsack(profits))
      #expect(solution.termination == .optimal)
      #expect(solution.objective == -best)
      #expect(solution.bound == -best)
    }
  }
}

/// The instances; sources beside each.
enum Published {
  static let firstProfits: [Double] = [
    77, 94, 71, 63, 96, 82, 85, 75, 72, 91, 99, 63, 84, 87, 79, 94, 90,
  ]
  static let secondProfits: [Double] = [
    65, 90, 90, 77, 95, 84, 70, 94, 66, 92, 74, 97, 60, 60, 65, 97, 93,
  ]
  private static let weights: [Double] = [
    80, 87, 68, 72, 66, 77, 99, 85, 70, 93, 98, 72, 100, 89, 67, 86, 91,
  ]

  /// GAMS model library, TRNSPORT (SEQ=1), after Dantzig 1963, chapter 3.3; costs in thousand $.
  static func transport() -> LinearProgram {
    let supplies = [("seattle", 350.0), ("san-diego", 600.0)]
    let demands = [("new-york", 325.0), ("chicago", 300.0), ("topeka", 275.0)]
    let distances = [[2.5, 1.7, 1.8], [2.5, 1.8, 1.4]]
    var program = LinearProgram(name: "trnsport")
    var flows: [[LinearProgram.ColumnID]] = []
    for (plant, supply) in supplies.enumerated() {
      flows.append(
        demands.indices.map { market in
          program.addColumn(
            "ship[\(supply.0),\(demands[market].0)]", cost: 90 * distances[plant][market] / 1000)
        })
    }
    for (plant, supply) in supplies.enumerated() {
      var sum = LinearExpression()
      for flow in flows[plant] { sum.add(1, flow) }
      program.addRow("supply[\(supply.0)]", sum, to: supply.1)
    }
    for (market, demand) in demands.enumerated() {
      var sum = LinearExpression()
      for row in flows { sum.add(1, row[market]) }
      program.addRow("demand[\(demand.0)]", sum, from: demand.1)
    }
    return program
  }

  /// The 17 items and capacity 900 of the test suite of MultiObjectiveAlgorithms.jl.
  static func knapsack(_ profits: [Double]) -> LinearProgram {
    var program = LinearProgram(name: "knapsack")
    var weight = LinearExpression()
    for (item, profit) in profits.enumerated() {
      weight.add(
        weights[item],
        program.addColumn("take[\(item)]", to: 1, cost: -profit, isInteger: true))
    }
    program.addRow("weight", weight, to: 900)
    return program
  }
}
