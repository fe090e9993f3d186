import Modeling
import Testing

@testable import GLPK

/// Gaps, cutoffs, starts; and what is refused.
@Suite struct OptionTests {
  private let program = Instances.location(sites: 12, markets: 30, seed: 7)

  @Test(arguments: [0.0, 1e-4, 0.05])
  func `the gap is kept, and honest`(gap: Double) throws {
    var options = GLPKSolver.Options()
    options.relativeGap = 0
    let best = try #require(try GLPKSolver(options: options).solve(program).objective)
    options.relativeGap = gap
    let solution = try GLPKSolver(options: options).solve(program)
    let objective = try #require(solution.objective)
    let bound = try #require(solution.bound)
    #expect(solution.termination == .optimal)
    #expect(bound <= best + 1e-7 * best)
    #expect(objective >= best - 1e-7 * best)
    #expect(objective - bound <= gap * objective + 1e-7 * objective)
  }

  @Test(arguments: [false, true])
  func `a cutoff below the optimum leaves nothing, one above it the optimum`(
    presolve: Bool
  ) throws {
    var options = GLPKSolver.Options()
    options.relativeGap = 0
    options.presolve = presolve
    let best = try #require(try GLPKSolver(options: options).solve(program).objective)
    options.cutoff = best * 0.999
    let none = try GLPKSolver(options: options).solve(program)
    #expect(none.termination == .infeasible)
    #expect(try #require(none.bound) >= best * 0.999)
    options.cutoff = best * 1.001
    let found = try GLPKSolver(options: options).solve(program)
    #expect(abs(try #require(found.objective) - best) <= 1e-7 * best)
  }

  @Test func `a cutoff counts for a linear program too`() throws {
    var options = GLPKSolver.Options()
    options.cutoff = 153
    #expect(
      try GLPKSolver(options: options).solve(Published.transport()).termination == .infeasible)
    options.cutoff = 154
    #expect(try GLPKSolver(options: options).solve(Published.transport()).termination == .optimal)
  }

  @Test(arguments: [false, true])
  func `a start is used and improved on`(presolve: Bool) throws {
    var options = GLPKSolver.Options()
    options.relativeGap = 0
    options.presolve = presolve
    let plain = try GLPKSolver(options: options).solve(program)
    let best = try #require(plain.objective)
    options.start = plain.point
    let again = try GLPKSolver(options: options).solve(program)
    #expect(again.termination == .optimal)
    #expect(abs(try #require(again.objective) - best) <= 1e-7 * best)
    #expect(try #require(again.bound) >= best * (1 - 1e-6))

    // All sites open: a poor start.
    var open = [Double](repeating: 0, count: program.columns.count)
    for index in 0..<12 { open[index] = 1 }
    options.start = try GLPKSolver().solve(program.withIntegersFixed(at: open)).point
    let improved = try GLPKSolver(options: options).solve(program)
    #expect(abs(try #require(improved.objective) - best) <= 1e-7 * best)
  }

  @Test func `a start within the gap ends the search at the root`() throws {
    var options = GLPKSolver.Options()
    options.relativeGap = 0.5
    options.start = try GLPKSolver().solve(program).point
    let solution = try GLPKSolver(options: options).solve(program)
    #expect(solution.termination == .optimal)
    #expect(solution.nodes <= 1)
    #expect(solution.point == options.start)
  }

  @Test func `what cannot be honoured is refused, all at once`() throws {
    var options = GLPKSolver.Options()
    options.relativeGap = -1
    options.integralityTolerance = 0
    options.dualTolerance = .nan
    options.cutoff = .infinity
    options.start = [1]
    do {
      _ = try GLPKSolver(options: options).solve(program)
      Issue.record("not refused")
    } catch {
      guard case .refusedOptions(let faults) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(faults.count == 5)
      #expect(error.description.contains("The relative gap is -1.0. Give a number from 0 upwards."))
    }
  }

  @Test func `an infeasible start and an unfit heuristic are refused`() throws {
    var knapsack = Published.knapsack(Published.firstProfits)
    var options = GLPKSolver.Options()
    options.start = [Double](repeating: 1, count: 17)
    #expect(options.faults(for: knapsack).first?.contains("row 'weight'") == true)
    options.start = [Double](repeating: 0.5, count: 17)
    #expect(options.faults(for: knapsack).first?.contains("not whole") == true)
    options.start = [Double](repeating: 0, count: 17)
    options.cutoff = -1
    #expect(options.faults(for: knapsack).first?.contains("worse than the cutoff") == true)
    options.start = nil
    options.cutoff = nil
    options.heuristics = [.proximitySearch]
    #expect(options.faults(for: knapsack).isEmpty)
    _ = knapsack.addColumn("many", to: 9, isInteger: true)
    #expect(options.faults(for: knapsack).count == 1)
  }

  @Test func `an invalid program is refused with place, cause and cure`() throws {
    var program = LinearProgram()
    let x = program.addColumn("x[a]", from: 5, to: 3)
    program.setCost(.infinity, of: x)
    program.addRow("r[b]", LinearExpression(.nan, x), from: .infinity)
    program.addRow("stray", LinearExpression(1, LinearProgram.ColumnID(7)), to: 1)
    do {
      _ = try GLPKSolver().solve(program)
      Issue.record("not refused")
    } catch {
      #expect(
        error
          == .invalidProgram([
            "Column 'x[a]': the lower bound 5.0 is above the upper 3.0. Move one of them.",
            "Column 'x[a]': cost inf is no number. Give a finite cost.",
            "Row 'r[b]': no value lies between inf and inf. Give a finite bound.",
            "Row 'r[b]': the coefficient of 'x[a]' is nan. Give a finite one.",
            "Row 'stray': column 7 does not exist. Add it before the row.",
          ]))
    }
  }

  @Test func `bounds are derived in one place`() {
    #expect(
      BoundKind(from: -.infinity, to: .infinity) == BoundKind(from: -.infinity, to: .infinity))
    let whole = BoundKind(from: 0.2, to: 3.9, isInteger: true)
    #expect((whole.lower, whole.upper) == (1, 3))
    let noise = BoundKind(from: 1 + 1e-12, to: 3 - 1e-12, isInteger: true)
    #expect((noise.lower, noise.upper) == (1, 3))
    #expect(BoundKind(from: 2, to: 2).kind == BoundKind(from: 2 + 1e-13, to: 2).kind)
    #expect(BoundKind(from: 0.2, to: 0.8, isInteger: true).isCrossed)
  }
}
