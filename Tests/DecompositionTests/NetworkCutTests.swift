import GLPK
import SupplyNetwork
import TestDatasets
import Testing

@testable import Decomposition
@testable import Modeling
@testable import NetworkDesign

/// Flow cuts and covers: no whole design breaks one, and they say what they are to say.
@Suite struct NetworkCutTests {
  /// A network of the whole contract, with several sizes of modules and shares among its rules.
  static func network(_ seed: UInt64) throws -> Network {
    var size = RandomDataset.Size()
    size.facilities = 2...6
    size.products = 1...4
    size.scenarios = 0...2
    size.mostDecisions = 12
    size.mostDesigns = 1_000_000
    return try Network(RandomDataset(seed: 920_000 + seed, size: size).read()).measured
  }

  /// Cuts at points of relaxations with random costs, and at points of no relaxation, which miss the more rows.
  private static func cuts(
    _ master: MasterProgram, _ random: inout SplitMix64
  ) throws -> [RoundingSeparator.Cut] {
    let cuts = NetworkCuts(master)
    var found: [RoundingSeparator.Cut] = []
    for round in 0..<12 {
      var program = cuts.rows.program
      for column in program.columns.indices {
        program.setCost(
          round == 0 ? program.columns[column].cost : cost(&random), of: .init(column))
      }
      let point: [Double]
      if round < 6 {
        guard let solved = try relaxed(program) else { break }
        point = solved
      } else {
        point = program.columns.map { column in
          let share =
            random.percent(40) ? Double(random.whole(0...1000)) / 1000 : random.percent(50) ? 0 : 1
          return column.lower + share * (min(column.upper, 1e4) - column.lower)
        }
      }
      found += cuts.cuts(at: point, most: 40)
    }
    return found
  }

  static func cost(_ random: inout SplitMix64) -> Double {
    random.percent(30) ? 0 : Double(random.whole(-400...600)) / 10
  }

  private static func relaxed(_ program: LinearProgram) throws -> [Double]? {
    var relaxed = LinearProgram(name: "relaxed")
    for column in program.columns {
      _ = relaxed.addColumn(
        column.name, from: column.lower, to: column.upper, cost: column.cost)
    }
    for row in program.rows { relaxed.addRow(row) }
    let solution = try GLPKSolver().solve(relaxed)
    return solution.point
  }

  @Test(arguments: seeds(40, long: 200))
  func `no whole design breaks a cut`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let network = try Self.network(seed)
    let master = MasterProgram(network: network, question: DesignQuestion(measure: .expected))
    let cuts = try Self.cuts(master, &random)
    try Self.expect(
      cuts, toHoldIn: NetworkRows(master).program, &random, "seed \(seed)")
  }

  /// Asks for designs of least cost, with costs of the program itself and with random ones, and puts them into the cuts.
  static func expect(
    _ cuts: [RoundingSeparator.Cut], toHoldIn rows: LinearProgram, _ random: inout SplitMix64,
    _ name: String
  ) throws {
    for round in 0..<6 {
      // Links keep what is made from going round in circles, which no plan does.
      var program = rows
      if round > 0 {
        for column in program.columns.indices {
          program.setCost(Self.cost(&random), of: .init(column))
        }
      }
      guard let point = try GLPKSolver().solve(program).point else { return }
      for cut in cuts {
        var (activity, size) = (0.0, 1.0)
        for (column, coefficient) in zip(cut.columns, cut.coefficients) {
          activity += coefficient * point[column]
          size += abs(coefficient * point[column])
        }
        #expect(activity <= cut.upper + 1e-6 * size, "\(name), design \(round)")
      }
    }
  }

  @Test func `each family raises some relaxation`() throws {
    var raised: [NetworkCuts.Family: Int] = [:]
    for seed in UInt64(1)...20 {
      let master = MasterProgram(
        network: try Self.network(seed), question: DesignQuestion(measure: .expected))
      let cuts = NetworkCuts(master)
      guard let point = try Self.relaxed(cuts.rows.program) else { continue }
      let before = cuts.rows.program.objectiveValue(at: point)
      for family in NetworkCuts.Family.allCases {
        var program = cuts.rows.program
        for cut in cuts.cuts(at: point, [family], most: 100) {
          var sum = LinearExpression()
          for (column, coefficient) in zip(cut.columns, cut.coefficients) {
            sum.add(coefficient, .init(column))
          }
          program.addRow("cut", sum, to: cut.upper)
        }
        let after = try Self.relaxed(program).map(program.objectiveValue) ?? .infinity
        if after > before * (1 + 1e-6) { raised[family, default: 0] += 1 }
      }
    }
    for family in NetworkCuts.Family.allCases {
      #expect(raised[family, default: 0] > 0, "\(family)")
    }
  }

  @Test(arguments: seeds(20, long: 200))
  func `a maximum flow is a narrowest cut`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = 6
    var graph = MaximumFlow()
    for _ in 0..<count { _ = graph.addNode() }
    var arcs: [(tail: Int, head: Int, capacity: Double)] = []
    for tail in 0..<count {
      for head in 0..<count where head != tail && random.percent(40) {
        arcs.append((tail, head, Double(random.whole(0...20))))
        graph.addArc(from: tail, to: head, capacity: arcs[arcs.count - 1].capacity)
      }
    }
    func capacity(_ isInside: (Int) -> Bool) -> Double {
      arcs.reduce(0) { $0 + (isInside($1.tail) && !isInside($1.head) ? $1.capacity : 0) }
    }
    let flow = graph.send(from: 0, to: 1, most: .infinity)
    let narrowest = (0..<(1 << count)).filter { $0 & 1 == 1 && $0 & 2 == 0 }
      .map { set in capacity { set >> $0 & 1 == 1 } }.min()
    #expect(agree(flow.amount, narrowest), "seed \(seed)")
    #expect(agree(capacity { flow.isReached[$0] }, narrowest), "seed \(seed)")
  }
}
