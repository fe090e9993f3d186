import CGLPK
import GLPKGuard
import Modeling
import Synchronization
import Testing

@testable import GLPK

/// Aborts inside GLPK are values.
@Suite struct GuardTests {
  @Test(arguments: [false, true])
  func `an abort in one try is made good by the next`(isInteger: Bool) throws {
    let program = isInteger ? Published.knapsack(Published.firstProfits) : Published.transport()
    let solution = try SolverFaults(.abort, at: 1...1).during { try GLPKSolver().solve(program) }
    #expect(solution.termination == .optimal)
    let optimum = isInteger ? -955.0 : 153.675
    #expect(abs(try #require(solution.objective) - optimum) < 1e-9)
  }

  @Test(arguments: [false, true])
  func `aborts in all tries are named, and the process lives`(isInteger: Bool) throws {
    let program = isInteger ? Published.knapsack(Published.firstProfits) : Published.transport()
    // Of the knapsack the relaxation is solved, and rounded to a point.
    let solution = try SolverFaults(.abort, from: isInteger ? 7 : 1).during {
      try GLPKSolver().solve(program)
    }
    guard case .stopped(.numericalTrouble(let what)) = solution.termination else {
      Issue.record("ended as \(solution.termination)")
      return
    }
    #expect(what.contains("Assertion failed: "))
    // What was proved before the abort is kept.
    if isInteger { #expect(try #require(solution.point).count == 17) }
    #expect(solution.bound != nil)
    let next = try GLPKSolver().solve(Published.transport())
    #expect(abs(try #require(next.objective) - 153.675) < 1e-9)
  }

  @Test(arguments: 0...4)
  func `every way to solve a linear program comes to the same`(spoiled: Int) throws {
    // The first thing of every try is to load the program.
    let faults = SolverFaults(.abort, at: spoiled == 0 ? Int.max...Int.max : 1...spoiled)
    let solution = try faults.during { try GLPKSolver().solve(Published.transport()) }
    #expect(solution.termination == .optimal)
    #expect(abs(try #require(solution.objective) - 153.675) < 1e-5)
    let duals = try #require(solution.rowDuals)
    #expect(abs(Published.transport().dualBound(duals) - 153.675) < 1e-4)
  }

  @Test func `a second objective survives the abort of the first try`() throws {
    let program = Published.transport()
    let both = try SolverFaults(.abort, at: 1...1).during {
      try GLPKSolver().solveLexicographically(program, then: program.objective)
    }
    #expect(abs(try #require(both.second.objective) - 153.675) < 1e-6)
  }

  @Test func `aborts on many threads at once do not meet`() async throws {
    await withTaskGroup(of: Bool.self) { group in
      for index in 0..<12 {
        group.addTask {
          let faults = SolverFaults(.abort, at: (index % 3)...(index % 3))
          let solution = try? faults.during { try GLPKSolver().solve(Published.transport()) }
          return abs((solution?.objective ?? 0) - 153.675) < 1e-9
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }

  @Test func `GLPK's own words come out, also of an assertion`() throws {
    // Duplicate coefficients end in an error message, a failed assertion in one of another kind.
    for (break_, words) in [
      (Break.duplicate, "duplicate"), (.assertion, "Assertion failed: 1 > 2"),
    ] {
      let outcome = Mutex("")
      let limits = SolveLimits()
      let nothing = try SolverThread.run(
        limits: limits,
        { () throws(GLPKError) in
          let environment = try Environment()
          do throws(Interruption) {
            try environment.run { break_.run($0) }
          } catch {
            if case .aborted(let text) = error { outcome.withLock { $0 = text } }
          }
          // A new state of GLPK is there at once, on the same thread.
          return (try? Problem(Published.transport(), in: environment).columnCount) ?? 0
        }, ifAbandoned: { _ in 0 })
      #expect(nothing == 6)
      #expect(outcome.withLock { $0 }.contains(words))
    }
  }

  /// Ways to make GLPK abort.
  private enum Break {
    case duplicate, assertion

    func run(_ handle: OpaquePointer) -> guard_outcome {
      switch self {
      case .assertion: return guard_assertion(handle)
      case .duplicate:
        let kinds: [Int32] = [GLP_FR]
        let bounds: [Double] = [0]
        let integers: [Int32] = [0]
        let places: [Int32] = [0, 1, 1]
        let coefficients: [Double] = [0, 2, 3]
        return kinds.withUnsafeBufferPointer { kinds in
          bounds.withUnsafeBufferPointer { bounds in
            integers.withUnsafeBufferPointer { integers in
              places.withUnsafeBufferPointer { places in
                coefficients.withUnsafeBufferPointer { coefficients in
                  var program = guard_program(
                    rows: 1, columns: 1, nonzeros: 2, row_kinds: kinds.baseAddress,
                    row_lower: bounds.baseAddress, row_upper: bounds.baseAddress,
                    column_kinds: kinds.baseAddress, column_lower: bounds.baseAddress,
                    column_upper: bounds.baseAddress, costs: bounds.baseAddress,
                    integers: integers.baseAddress, nonzero_rows: places.baseAddress,
                    nonzero_columns: places.baseAddress, coefficients: coefficients.baseAddress)
                  var made: OpaquePointer?
                  return guard_load(handle, &program, &made)
                }
              }
            }
          }
        }
      }
    }
  }
}
