import Foundation
import GLPK
import Modeling
import Synchronization
import Testing

/// Time limits, cancellation and progress.
@Suite(.serialized) struct LimitTests {
  /// Too hard to finish in the time of a test.
  private let hard = Instances.location(sites: 70, markets: 200, seed: 5)

  @Test func `no time at all still gives the start and the bound of the columns`() throws {
    var start = [Double](repeating: 0, count: hard.columns.count)
    for (index, column) in hard.columns.enumerated() where column.name.hasPrefix("unmet") {
      let market = column.name.dropFirst("unmet".count)
      start[index] = hard.rows.first { $0.name == "demand\(market)" }?.lower ?? 0
    }
    var options = GLPKSolver.Options()
    options.start = start
    let solution = try GLPKSolver(options: options).solve(hard, limits: SolveLimits(deadline: .now))
    #expect(solution.termination == .stopped(.timeLimit))
    #expect(solution.point == start)
    #expect(solution.bound == 0)
    let nothing = try GLPKSolver().solve(hard, limits: SolveLimits(deadline: .now))
    #expect(nothing.point == nil)
    #expect(nothing.bound == 0)
  }

  @Test(arguments: [false, true])
  func `a time limit keeps the best point and bound`(presolve: Bool) throws {
    var options = GLPKSolver.Options()
    options.presolve = presolve
    let program = presolve ? Instances.marketSplit(rows: 4, columns: 30, seed: 1) : hard
    let began = ContinuousClock.now
    let solution = try GLPKSolver(options: options).solve(
      program, limits: SolveLimits(deadline: began + .seconds(3)))
    #expect(began.duration(to: .now) < .seconds(6))
    #expect(solution.termination == .stopped(.timeLimit))
    let point = try #require(solution.point)
    #expect(program.violation(at: point).relative <= 1e-6)
    #expect(program.violation(at: point).fraction == 0)
    #expect(try #require(solution.bound) <= #require(solution.objective))
  }

  @Test(arguments: [0.2, 1.5])
  func `cancellation takes effect within about a second`(after seconds: Double) throws {
    let cancellation = Cancellation()
    let program = hard
    cancel(cancellation, after: seconds)
    let solution = try GLPKSolver().solve(
      program, limits: SolveLimits(cancellation: cancellation))
    let ended = ContinuousClock.now
    let since = try #require(cancellation.since)
    #expect(solution.termination == .stopped(.cancelled))
    #expect(solution.bound != nil)
    #expect(since.duration(to: ended) < .seconds(2))
  }

  /// On a thread of its own: other tests may hold all that tasks have.
  private func cancel(_ cancellation: Cancellation, after seconds: Double) {
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: seconds)
      cancellation.cancel()
    }
  }

  @Test func `a long linear program can be cancelled too`() throws {
    let cancellation = Cancellation()
    let program = Instances.location(sites: 60, markets: 400, seed: 3, strongLinks: true)
      .withIntegersFixed(at: [Double](repeating: 1, count: 60 + 60 * 400 + 400))
    let began = ContinuousClock.now
    cancel(cancellation, after: 0.05)
    let solution = try GLPKSolver().solve(
      program, limits: SolveLimits(cancellation: cancellation))
    #expect(
      solution.termination == .stopped(.cancelled) || solution.termination == .optimal)
    #expect(began.duration(to: .now) < .seconds(10))
  }

  @Test func `progress never goes backwards`() throws {
    let reports = Mutex<[SolveProgress]>([])
    let program = Instances.location(sites: 25, markets: 60, seed: 4)
    let solution = try GLPKSolver().solve(program) { report in
      reports.withLock { $0.append(report) }
    }
    #expect(solution.termination == .optimal)
    let all = reports.withLock { $0 }
    #expect(!all.isEmpty)
    for (earlier, later) in zip(all, all.dropFirst()) {
      #expect(later.nodes >= earlier.nodes)
      #expect(later.elapsed >= earlier.elapsed)
      #expect(later.objective ?? .infinity <= earlier.objective ?? .infinity)
      if let earlierBound = earlier.bound, let laterBound = later.bound {
        // A better point may pull a bound down to itself, by rounding only.
        #expect(laterBound >= earlierBound - 1e-6 * abs(earlierBound))
      }
    }
    for report in all {
      if let gap = report.relativeGap { #expect(gap >= 0) }
    }
  }

  @Test func `two threads side by side do not disturb each other`() async throws {
    let programs = (1...6).map { Instances.location(sites: 10, markets: 20, seed: $0) }
    let alone = try programs.map { try GLPKSolver().solve($0) }
    let together = try await withThrowingTaskGroup(of: (Int, Solution).self) { group in
      for (index, program) in programs.enumerated() {
        group.addTask { (index, try GLPKSolver().solve(program)) }
      }
      return try await group.reduce(into: [Int: Solution]()) { $0[$1.0] = $1.1 }
    }
    for (index, solution) in alone.enumerated() { #expect(together[index] == solution) }
  }
}
