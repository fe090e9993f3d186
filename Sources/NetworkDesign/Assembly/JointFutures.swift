package import Modeling

/// What is minimised over all futures together.
public enum RegretAim: Sendable {
  /// The greatest regret: `r ≥ cost_j − C*_j` for each future j (Kouvelis and Yu 1997, doi:10.1007/978-1-4757-2620-6).
  case greatest
  /// The mean of the costs by weight, and with it that of the regrets.
  case expected
}

/// The programs of several futures with one first stage, and their regret as the objective.
///
/// They share their first columns, the decisions common to all states; all else is of one future. What a first stage costs may
/// differ between them.
package struct JointFutures: Sendable {
  /// One future.
  package struct Future {
    var program: LinearProgram
    var cost: LinearExpression

    /// - Parameters:
    ///   - program: its program.
    ///   - cost: its cost; the program's objective does not matter.
    package init(_ program: LinearProgram, cost: LinearExpression) {
      self.program = program
      self.cost = cost
    }
  }

  /// The program; a fixed column lifts the greatest regret to the size of a cost, so that gaps and tolerances are shares of
  /// costs.
  package private(set) var program: LinearProgram
  /// The joint index of each future's columns.
  package let indices: [[Int]]
  /// The column of the greatest regret.
  package let regret: Int?
  /// What is added to the regret in the objective.
  package let offset: Double
  private let aim: RegretAim
  private let leastCosts: [Double]
  private let weights: [Double]

  /// - Parameters:
  ///   - futures: with the same facilities, modules, buffers and periods in the same order, measured in the same units.
  ///   - shared: how many columns, the first ones, are common to all.
  ///   - aim: what is minimised.
  ///   - leastCosts: the least cost known in each future.
  ///   - weights: of the futures, adding up to 1.
  package init(
    _ futures: [Future], shared: Int, aim: RegretAim, leastCosts: [Double], weights: [Double]
  ) {
    self.aim = aim
    self.leastCosts = leastCosts
    self.weights = weights
    var program = LinearProgram(name: "regret")
    let indices = futures.enumerated().map { number, future in
      Self.addColumns(of: future.program, number, shared: shared, to: &program)
    }
    Self.addRows(of: futures.map(\.program), indices, shared: shared, to: &program)
    let costs = zip(futures, indices).map { Self.moved($0.cost.terms, to: $1) }
    switch aim {
    case .greatest:
      offset = leastCosts.max() ?? 0
      regret = Self.minimiseGreatest(costs, leastCosts, offset, in: &program)
    case .expected:
      offset = zip(weights, leastCosts).reduce(0) { $0 + $1.0 * $1.1 }
      regret = nil
      var objective = LinearExpression()
      for (cost, weight) in zip(costs, weights) { objective.add(cost, times: weight) }
      program.minimise(objective)
    }
    self.program = program
    self.indices = indices
  }

  private static func addColumns(
    of future: LinearProgram, _ number: Int, shared: Int, to program: inout LinearProgram
  ) -> [Int] {
    future.columns.enumerated().map { index, column in
      guard number > 0, index < shared else {
        let name = index < shared ? column.name : "\(column.name)@\(number)"
        return program.addColumn(
          name, from: column.lower, to: column.upper, isInteger: column.isInteger
        ).index
      }
      let common = program.columns[index]
      program.setBounds(
        of: LinearProgram.ColumnID(index), from: max(common.lower, column.lower),
        to: min(common.upper, column.upper))
      return index
    }
  }

  private static func addRows(
    of futures: [LinearProgram], _ indices: [[Int]], shared: Int, to program: inout LinearProgram
  ) {
    var known: [String: LinearProgram.Row] = [:]
    for (number, future) in futures.enumerated() {
      for row in future.rows {
        let isShared = row.terms.allSatisfy { $0.column.index < shared }
        if isShared, known[row.name] == row { continue }
        if isShared { known[row.name] = row }
        program.addRow(
          "\(row.name)@\(number)", moved(row.terms, to: indices[number]), from: row.lower,
          to: row.upper)
      }
    }
  }

  private static func minimiseGreatest(
    _ costs: [LinearExpression], _ leastCosts: [Double], _ offset: Double,
    in program: inout LinearProgram
  ) -> Int {
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
    var objective = LinearExpression()
    objective.add(1, regret)
    objective.add(offset, one)
    program.minimise(objective)
    return regret.index
  }

  private static func moved(_ terms: [LinearExpression.Term], to indices: [Int])
    -> LinearExpression
  {
    var expression = LinearExpression()
    for term in terms {
      expression.add(term.coefficient, LinearProgram.ColumnID(indices[term.column.index]))
    }
    return expression
  }

  /// The objective where the futures cost so much.
  package func objective(_ costs: [Double]) -> Double {
    switch aim {
    case .greatest: offset + max(0, zip(costs, leastCosts).map { $0 - $1 }.max() ?? 0)
    case .expected: zip(weights, costs).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  /// Whether the futures' bounds contradict one another: a facility that must be open in one and closed in another.
  package var contradicts: Bool { program.columns.contains { $0.lower > $0.upper } }
}
