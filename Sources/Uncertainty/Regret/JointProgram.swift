import Modeling
import NetworkDesign

/// One first stage for several futures, each with its own recourse, policies, grants and cap on risk.
///
/// The futures' monoliths share their first columns, the decisions common to all states; all else is of one future. What a
/// first stage costs may differ between them.
struct JointProgram {
  /// The futures, the first of which names the shared columns.
  let futures: [Monolith]
  /// The program; a fixed column lifts the objective to the size of a cost, so that gaps are shares of costs.
  private(set) var program: LinearProgram
  /// What is added to the regret in the objective.
  let offset: Double
  /// The joint place of each future's columns.
  private let places: [[LinearProgram.ColumnID]]

  /// - Parameters:
  ///   - futures: with the same facilities, modules, buffers and periods in the same order.
  ///   - leastCosts: the least cost known in each future.
  ///   - weights: of the futures, adding up to 1.
  init(_ futures: [Monolith], leastCosts: [Double], weights: [Double], aim: RegretAim) {
    self.futures = futures
    var program = LinearProgram(name: "regret")
    var places: [[LinearProgram.ColumnID]] = []
    let shared = futures.map(\.stageColumnCount).min() ?? 0
    for (number, future) in futures.enumerated() {
      var own: [LinearProgram.ColumnID] = []
      for (place, column) in future.program.columns.enumerated() {
        if number > 0, place < shared {
          let common = program.columns[place]
          program.setBounds(
            of: LinearProgram.ColumnID(place), from: max(common.lower, column.lower),
            to: min(common.upper, column.upper))
          own.append(LinearProgram.ColumnID(place))
        } else {
          own.append(
            program.addColumn(
              place < shared ? column.name : "\(column.name)@\(number)", from: column.lower,
              to: column.upper, isInteger: column.isInteger))
        }
      }
      places.append(own)
    }
    var known: [String: LinearProgram.Row] = [:]
    for (number, future) in futures.enumerated() {
      for row in future.program.rows {
        let isShared = row.terms.allSatisfy { $0.column.index < shared }
        if isShared, known[row.name] == row { continue }
        if isShared { known[row.name] = row }
        var expression = LinearExpression()
        for term in row.terms {
          expression.add(term.coefficient, places[number][term.column.index])
        }
        program.addRow("\(row.name)@\(number)", expression, from: row.lower, to: row.upper)
      }
    }
    let costs = zip(futures, places).map { future, places in
      var cost = LinearExpression()
      for term in future.cost.terms { cost.add(term.coefficient, places[term.column.index]) }
      return cost
    }
    var objective = LinearExpression()
    switch aim {
    case .greatest:
      offset = leastCosts.max() ?? 0
      // What is proved needs a bound on every column: no regret is greater than the greatest cost.
      let most = costs.map { cost in
        cost.terms.reduce(0) {
          let column = program.columns[$1.column.index]
          return $0 + max($1.coefficient * column.lower, $1.coefficient * column.upper)
        }
      }
      let regret = program.addColumn("regret", to: max(1, most.max() ?? 1))
      let one = program.addColumn("one", from: 1, to: 1)
      for (number, cost) in costs.enumerated() {
        var excess = cost
        excess.add(-1, regret)
        program.addRow("regret@\(number)", excess, to: leastCosts[number])
      }
      objective.add(1, regret)
      objective.add(offset, one)
    case .expected:
      offset = zip(weights, leastCosts).reduce(0) { $0 + $1.0 * $1.1 }
      for (cost, weight) in zip(costs, weights) { objective.add(cost, times: weight) }
    }
    program.minimise(objective)
    self.program = program
    self.places = places
  }

  /// The openings, modules and stocks at a point.
  func decisions(at point: [Double]) -> FixedDecisions { futures[0].decisions(at: point) }

  /// The program with openings and modules given.
  func settled(_ decisions: FixedDecisions) -> LinearProgram {
    var point = Array(repeating: 0.0, count: program.columns.count)
    for (place, value) in futures[0].point(of: decisions).prefix(futures[0].stageColumnCount)
      .enumerated()
    { point[place] = value }
    return program.withIntegersFixed(at: point)
  }

  /// Whether the futures' bounds contradict one another: a facility that must be open in one and closed in another.
  var contradicts: Bool { program.columns.contains { $0.lower > $0.upper } }
}
