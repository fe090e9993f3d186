import Modeling

/// Programs with two objectives and a published frontier.
enum PublishedPrograms {
  /// Y. P. Aneja and K. P. K. Nair, "Bicriteria transportation problem", Management Science 25 (1979) 73–78: three sources, four
  /// destinations, and two costs of each unit.
  static func transportation() -> ProgramOracle {
    let first: [[Double]] = [[1, 2, 7, 7], [1, 9, 3, 4], [8, 9, 4, 6]]
    let second: [[Double]] = [[4, 4, 3, 4], [5, 8, 9, 10], [6, 2, 5, 1]]
    let supply: [Double] = [8, 19, 17]
    let demand: [Double] = [11, 3, 14, 16]
    var program = LinearProgram(name: "Aneja and Nair")
    var risk = LinearExpression()
    var flows: [[LinearProgram.ColumnID]] = []
    for source in supply.indices {
      flows.append(
        demand.indices.map { market in
          program.addColumn("ship[\(source),\(market)]", cost: first[source][market])
        })
      for market in demand.indices { risk.add(second[source][market], flows[source][market]) }
    }
    for source in supply.indices {
      var sum = LinearExpression()
      for flow in flows[source] { sum.add(1, flow) }
      program.addRow("supply[\(source)]", sum, from: supply[source], to: supply[source])
    }
    for market in demand.indices {
      var sum = LinearExpression()
      for row in flows { sum.add(1, row[market]) }
      program.addRow("demand[\(market)]", sum, from: demand[market], to: demand[market])
    }
    return ProgramOracle(program: program, risk: risk, isWhole: false)
  }

  /// A linear program of the tests of pyaugmecon: maximise x and 3x + 4y with x ≤ 20, y ≤ 40, 5x + 4y ≤ 200. Its frontier is the
  /// segment from (8, 184) to (20, 160). Here 3x + 4y is the cost and x the risk, both negated.
  static func segment() -> ProgramOracle {
    var program = LinearProgram(name: "segment")
    let x = program.addColumn("x", to: 20, cost: -3)
    let y = program.addColumn("y", to: 40, cost: -4)
    var row = LinearExpression(5, x)
    row.add(4, y)
    program.addRow("row", row, to: 200)
    return ProgramOracle(program: program, risk: LinearExpression(-1, x), isWhole: false)
  }

  /// The 17 items of the tests of MultiObjectiveAlgorithms.jl, profits negated.
  static func knapsack() -> ProgramOracle {
    knapsack(
      profits: [
        [77, 94, 71, 63, 96, 82, 85, 75, 72, 91, 99, 63, 84, 87, 79, 94, 90],
        [65, 90, 90, 77, 95, 84, 70, 94, 66, 92, 74, 97, 60, 60, 65, 97, 93],
      ],
      weights: [[80, 87, 68, 72, 66, 77, 99, 85, 70, 93, 98, 72, 100, 89, 67, 86, 91]],
      capacities: [900])
  }

  /// A knapsack with two profits and a weight limit or several.
  static func knapsack(profits: [[Double]], weights: [[Double]], capacities: [Double])
    -> ProgramOracle
  {
    var program = LinearProgram(name: "knapsack")
    var risk = LinearExpression()
    var loads = capacities.map { _ in LinearExpression() }
    for item in profits[0].indices {
      let column = program.addColumn(
        "take[\(item)]", to: 1, cost: -profits[0][item], isInteger: true)
      risk.add(-profits[1][item], column)
      for load in loads.indices { loads[load].add(weights[load][item], column) }
    }
    for (resource, load) in loads.enumerated() {
      program.addRow("weight[\(resource)]", load, to: capacities[resource])
    }
    return ProgramOracle(program: program, risk: risk, isWhole: true)
  }

  /// Uncapacitated location: two costs of serving a customer from a site, and two of opening it.
  static func location(service: [[[Double]]], opening: [[Double]]) -> ProgramOracle {
    var program = LinearProgram(name: "location")
    var risk = LinearExpression()
    let open = opening[0].indices.map { site in
      program.addColumn("open[\(site)]", to: 1, cost: opening[0][site], isInteger: true)
    }
    for site in open.indices { risk.add(opening[1][site], open[site]) }
    for customer in service[0].indices {
      var served = LinearExpression()
      for site in open.indices {
        let column = program.addColumn(
          "serve[\(customer),\(site)]", to: 1, cost: service[0][customer][site], isInteger: true)
        risk.add(service[1][customer][site], column)
        served.add(1, column)
        var link = LinearExpression(1, column)
        link.add(-1, open[site])
        program.addRow("link[\(customer),\(site)]", link, to: 0)
      }
      program.addRow("served[\(customer)]", served, from: 1, to: 1)
    }
    return ProgramOracle(program: program, risk: risk, isWhole: true)
  }
}
