import GLPK
import Modeling
import NetworkDesign

/// One master for several futures: their masters with one first stage, and their regrets.
///
/// The futures' masters share their first columns, the decisions common to all states; all else, grants included, is of one
/// future. A cut of a block of one future holds here as it does there.
struct JointMaster: Sendable {
  /// The futures' masters, the first of which names the shared columns.
  let futures: [MasterProgram]
  let aim: JointPlanner.Aim
  /// The program; a fixed column lifts the greatest regret to the size of a cost, so that tolerances are shares of costs.
  private(set) var program: LinearProgram
  /// What is added to the regret in the objective.
  let offset: Double
  /// The joint place of each future's columns.
  let places: [[Int]]
  /// The number of each future's first block among the blocks of all.
  let firstBlocks: [Int]
  /// The column of the greatest regret.
  let regret: Int?
  private let leastCosts: [Double]
  private let weights: [Double]

  /// - Parameters:
  ///   - futures: with the same facilities, modules, buffers and periods in the same order, measured in the same units.
  ///   - cap: on sales at risk in each of them.
  ///   - leastCosts: the least cost known in each future.
  ///   - weights: of the futures, adding up to 1.
  init(
    _ futures: [MasterProgram], aim: JointPlanner.Aim, cap: Double?, leastCosts: [Double],
    weights: [Double]
  ) {
    self.futures = futures
    self.aim = aim
    self.leastCosts = leastCosts
    self.weights = weights
    let shared = futures.map(\.sharedColumnCount).min() ?? 0
    var program = LinearProgram(name: "regret")
    var places: [[Int]] = []
    for (number, future) in futures.enumerated() {
      var own: [Int] = []
      for (place, column) in future.program.columns.enumerated() {
        if number > 0, place < shared {
          let common = program.columns[place]
          program.setBounds(
            of: LinearProgram.ColumnID(place), from: max(common.lower, column.lower),
            to: min(common.upper, column.upper))
          own.append(place)
        } else {
          own.append(
            program.addColumn(
              place < shared ? column.name : "\(column.name)@\(number)", from: column.lower,
              to: column.upper, isInteger: column.isInteger
            ).index)
        }
      }
      places.append(own)
    }
    var known: [String: LinearProgram.Row] = [:]
    for (number, future) in futures.enumerated() {
      for (place, row) in future.program.rows.enumerated() {
        let isShared = row.terms.allSatisfy { $0.column.index < shared }
        if isShared, known[row.name] == row { continue }
        if isShared { known[row.name] = row }
        let isCap = place == future.capRow.index
        program.addRow(
          "\(row.name)@\(number)", Self.moved(row.terms, to: places[number]),
          from: isCap ? -.infinity : row.lower, to: isCap ? cap ?? .infinity : row.upper)
      }
    }
    let costs = zip(futures, places).map { Self.moved($0.cost.terms, to: $1) }
    var objective = LinearExpression()
    switch aim {
    case .greatestRegret:
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
      self.regret = regret.index
    case .expectedRegret:
      offset = zip(weights, leastCosts).reduce(0) { $0 + $1.0 * $1.1 }
      for (cost, weight) in zip(costs, weights) { objective.add(cost, times: weight) }
      regret = nil
    }
    program.minimise(objective)
    self.program = program
    self.places = places
    var first = 0
    firstBlocks = futures.map { future in
      defer { first += future.estimates.count }
      return first
    }
  }

  private static func moved(_ terms: [LinearExpression.Term], to places: [Int])
    -> LinearExpression
  {
    var expression = LinearExpression()
    for term in terms {
      expression.add(term.coefficient, LinearProgram.ColumnID(places[term.column.index]))
    }
    return expression
  }

  /// The objective where the futures cost so much.
  func objective(_ costs: [Double]) -> Double {
    switch aim {
    case .greatestRegret: offset + max(0, zip(costs, leastCosts).map { $0 - $1 }.max() ?? 0)
    case .expectedRegret: zip(weights, costs).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  /// A future's own columns at a point.
  func point(_ point: [Double], of future: Int) -> [Double] { places[future].map { point[$0] } }

  /// A row of a future's pool as one of the joint pool.
  func entry(_ entry: CutPool.Entry, of future: Int) -> CutPool.Entry {
    var entry = entry
    entry.row.columns = entry.row.columns.map { Int32(places[future][Int($0)]) }
    switch entry.kind {
    case .cost(let block): entry.kind = .cost(firstBlocks[future] + block)
    case .loss(let block): entry.kind = .loss(firstBlocks[future] + block)
    default: break
    }
    return entry
  }

  /// The links of all futures.
  var links: [CutPool.Entry] {
    futures.enumerated().flatMap { number, future in
      CutPool(future).entries.map { entry($0, of: number) }
    }
  }

  /// Whether the futures' bounds contradict one another: a facility that must be open in one and closed in another.
  var contradicts: Bool { program.columns.contains { $0.lower > $0.upper } }
}

extension MasterProgram {
  /// How many columns, the first ones, are decisions common to all states, grants left out.
  var sharedColumnCount: Int {
    let decisions = [
      stage.open, stage.opened, stage.closed, stage.count, stage.built, stage.stock,
    ]
    let columns = decisions.flatMap { $0.flatMap { $0.flatMap { $0.terms.map(\.column.index) } } }
    return (columns.max() ?? -1) + 1
  }
}
