import Modeling
import TestDatasets
import Testing

@testable import GLPK

/// Whatever goes wrong inside GLPK, and whenever: what a solve says afterwards is true.
@Suite struct SolverFaultTests {
  private static let programs: [(name: String, program: LinearProgram, optimum: Double?)] = [
    ("transport", Published.transport(), 153.675),
    ("knapsack", Published.knapsack(Published.firstProfits), -955),
    ("infeasible", infeasible, nil),
  ]

  /// Two of three things, and no more than one.
  private static var infeasible: LinearProgram {
    var program = LinearProgram()
    let columns = (0..<3).map { program.addColumn("c\($0)", from: 0, to: 1, isInteger: true) }
    var sum = LinearExpression()
    for column in columns { sum.add(1, column) }
    program.addRow("two", sum, from: 1.5)
    program.addRow("one", sum, to: 1.2)
    program.minimise(sum)
    return program
  }

  @Test(arguments: 0..<3, SolverFaults.Kind.allCases)
  func `one fault, or all from one on, at every occasion`(
    _ index: Int, _ kind: SolverFaults.Kind
  ) throws {
    let (name, program, optimum) = Self.programs[index]
    try expectTruth(program, optimum, kind, "\(name)")
  }

  private static let seeds =
    UInt64(1)...(runsLongTests ? 60 : 6)

  @Test(arguments: seeds, [SolverFaults.Kind.abort, .failure])
  func `in random programs`(_ seed: UInt64, _ kind: SolverFaults.Kind) throws {
    let program = RandomPrograms.mixedInteger(seed: seed)
    try expectTruth(program, BruteForce.optimum(of: program), kind, "seed \(seed)")
  }

  private func expectTruth(
    _ program: LinearProgram, _ optimum: Double?, _ kind: SolverFaults.Kind, _ name: String
  ) throws {
    let calm = SolverFaults(kind, from: .max)
    _ = try calm.during { try GLPKSolver().solve(program) }
    try #require(calm.occasions > 1)
    for isLasting in [false, true] {
      for number in 1...calm.occasions {
        // A stall ends at the deadline alone.
        let limits = SolveLimits(
          deadline: kind == .stall ? .now + .milliseconds(30) : nil, patience: .milliseconds(30))
        let faults = SolverFaults(kind, at: number...(isLasting ? .max : number))
        let solution = try faults.during { try GLPKSolver().solve(program, limits: limits) }
        try expectTrue(
          solution, program, optimum, "\(name), \(kind) at \(number)\(isLasting ? "+" : "")")
      }
    }
  }

  private func expectTrue(
    _ solution: Solution, _ program: LinearProgram, _ optimum: Double?, _ what: Comment
  ) throws {
    guard let optimum else {
      #expect(solution.point == nil && solution.termination != .optimal, what)
      #expect(solution.termination != .unbounded, what)
      return
    }
    let size = 1e-6 * abs(optimum)
    #expect(solution.termination != .infeasible && solution.termination != .unbounded, what)
    if let bound = solution.bound { #expect(bound <= optimum + size, what) }
    let objective = solution.objective ?? .nan
    if let point = solution.point {
      #expect(program.violation(at: point).relative <= 1e-6, what)
      #expect(abs(program.objectiveValue(at: point) - objective) <= size, what)
      #expect(objective >= optimum - size, what)
    }
    if solution.termination == .optimal {
      #expect(objective <= optimum + 1e-3 * abs(optimum), what)
    }
  }
}
