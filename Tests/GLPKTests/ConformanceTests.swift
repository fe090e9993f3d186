import Modeling
import Testing

@testable import GLPK

/// One list of programs, solved by every variant of settings.
@Suite struct ConformanceTests {
  @Test(arguments: Variant.all, Case.all)
  func `every variant gives the known answer`(variant: Variant, known: Case) throws {
    let solution = try GLPKSolver(options: variant.options).solve(known.program)
    #expect(solution.termination == known.termination)
    guard let optimum = known.optimum else {
      #expect(known.termination == .unbounded || solution.point == nil)
      return
    }
    let objective = try #require(solution.objective)
    let point = try #require(solution.point)
    let bound = try #require(solution.bound)
    #expect(abs(objective - optimum) <= 1e-7 * max(1, abs(optimum)))
    #expect(bound <= objective)
    #expect(bound >= objective - 1e-7 * max(1, abs(optimum)))
    let violation = known.program.violation(at: point)
    #expect(violation.relative <= 1e-9)
    #expect(violation.fraction == 0)
    #expect(known.program.objectiveValue(at: point) == objective)
    if !known.program.columns.contains(where: \.isInteger) {
      let duals = try #require(solution.rowDuals)
      let bound = known.program.dualBound(duals)
      #expect(bound <= optimum + 1e-9 * max(1, abs(optimum)))
      #expect(bound >= optimum - 1e-5 * max(1, abs(optimum)))
      let reduced = try #require(solution.reducedCosts)
      let largest = (duals + known.program.columns.map(\.cost)).reduce(1) { max($0, abs($1)) }
      for (left, right) in zip(reduced, known.program.reducedCosts(duals)) {
        #expect(abs(left - right) <= 1e-9 * largest)
      }
    }
  }

  @Test func `two hundred random linear programs have no duality gap`() throws {
    for seed in 1...200 {
      let program = RandomPrograms.linear(seed: UInt64(seed))
      let solution = try GLPKSolver().solve(program)
      guard solution.termination == .optimal else {
        #expect(solution.termination == .infeasible, "seed \(seed)")
        continue
      }
      let objective = try #require(solution.objective)
      let bound = program.dualBound(try #require(solution.rowDuals))
      #expect(abs(bound - objective) <= 1e-6 * max(1, abs(objective)), "seed \(seed)")
    }
  }

  @Test func `small mixed-integer programs agree with brute force`() throws {
    for seed in 1...40 {
      let program = RandomPrograms.mixedInteger(seed: UInt64(seed))
      let expected = try BruteForce.optimum(of: program)
      for variant in Variant.all {
        let place = "seed \(seed), \(variant.testDescription)"
        let solution = try GLPKSolver(options: variant.options).solve(program)
        guard let expected else {
          #expect(solution.termination == .infeasible, "\(place)")
          continue
        }
        #expect(solution.termination == .optimal, "\(place)")
        let objective = try #require(solution.objective, "\(place)")
        #expect(abs(objective - expected) <= 1e-6 * max(1, abs(expected)), "\(place)")
      }
    }
  }
}

/// Settings that must not change an answer.
struct Variant: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let options: GLPKSolver.Options

  private init(_ name: String, _ change: (inout GLPKSolver.Options) -> Void) {
    testDescription = name
    var options = GLPKSolver.Options()
    options.relativeGap = 0
    change(&options)
    self.options = options
  }

  static let all: [Variant] = [
    Variant("default") { _ in },
    Variant("presolve") { $0.presolve = true },
    Variant("all cuts and the pump") {
      $0.cuts = [.mixedIntegerRounding, .gomory, .cover, .clique]
      $0.heuristics = [.rounding, .feasibilityPump]
    },
    Variant("bare") {
      $0.cuts = []
      $0.heuristics = []
      $0.branching = .mostFractional
      $0.nodeSelection = .depthFirst
    },
    Variant("far cutoff") { $0.cutoff = 1e10 },
  ]
}
