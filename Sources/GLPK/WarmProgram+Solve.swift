import CGLPK
import Modeling

extension WarmProgram {
  /// Solves by the dual simplex method from the present basis, and by other ways where that fails.
  ///
  /// - Parameters:
  ///   - seconds: most time for it.
  ///   - objectiveLimit: an objective above which the optimum is of no interest.
  public func solve(seconds: Double = .infinity, objectiveLimit: Double? = nil) -> Outcome {
    let end = ContinuousClock.now + .seconds(min(seconds, 1e9))
    let scaledLimit = objectiveLimit.map { scaling.scaledObjective($0) }
    var first = Attempt.flipping
    while true {
      let left = Double((end - .now) / .seconds(1))
      if left <= 0 { return .unfinished }
      let outcome = solveActive(seconds: left, objectiveLimit: objectiveLimit, first: first)
      let activated =
        switch outcome {
        case .optimal: activatePaying(unlessBeyond: nil)
        case .beyondLimit: activatePaying(unlessBeyond: scaledLimit)
        case .infeasible: activateAll()
        case .unfinished, .failed: 0
        }
      if activated == 0 { return outcome }
      // The basis of an optimum stays feasible when columns join at 0.
      first = outcome == .optimal ? .primal : .flipping
    }
  }

  /// A few steps of the dual simplex method in which no deferred column is activated: an estimate, no bound.
  ///
  /// - Parameters:
  ///   - maximumIterations: most steps.
  ///   - objectiveLimit: an objective above which the optimum is of no interest.
  public func attempt(maximumIterations: Int, objectiveLimit: Double? = nil) -> Outcome {
    solveActive(
      maximumIterations: maximumIterations, objectiveLimit: objectiveLimit, first: .flipping)
  }

  private func solveActive(
    seconds: Double = .infinity, maximumIterations: Int? = nil, objectiveLimit: Double? = nil,
    first: Attempt
  ) -> Outcome {
    var options = SimplexOptions()
    options.method = .dual
    options.ratioTest = .flipping
    options.feasibilityTolerance = tolerance
    options.dualTolerance = tolerance
    options.objectiveLimit = objectiveLimit.map { scaling.scaledObjective($0) }
    options.timeLimit = seconds < 2e6 ? max(1, Int32(seconds * 1000)) : .max
    for attempt in [first] + Attempt.allCases.filter({ $0 != first }) {
      if workspace.limits.stopReason != nil, attempt != first { return .unfinished }
      do throws(Interruption) {
        let outcome = try solve(
          options, attempt, isFirst: attempt == first, mostSteps: maximumIterations)
        if let outcome { return outcome }
      } catch {
        problem = nil
        if workspace.limits.stopReason != nil { return .unfinished }
      }
    }
    return .failed
  }

  /// Ways to solve, one after another until one gives an answer.
  private enum Attempt: CaseIterable {
    /// The dual method with long steps from the present basis.
    case flipping
    /// The same with Harris' ratio test, which breaks most cycles.
    case harris
    /// The primal method from the present basis: where the objective has changed, that one is feasible.
    case primal
    /// From all slacks.
    case cold
    /// The primal method with the textbook ratio test from GLPK's advanced basis, with ten times the patience.
    case steady
  }

  /// One try; `nil` if it failed.
  private func solve(
    _ base: SimplexOptions, _ attempt: Attempt, isFirst: Bool, mostSteps: Int?
  ) throws(Interruption) -> Outcome? {
    var options = base
    if attempt == .cold { problem = nil }
    let isCold = problem == nil
    var crashes = false
    // A solve that takes many more steps than there are rows is going round in circles.
    let patience = isCold ? 10 * rowCount + 5_000 : rowCount + 1_000
    switch attempt {
    case .flipping, .cold:
      // From nothing the primal method and a crash basis were measured four times as quick on large programs.
      if isCold, rowCount >= Self.rowsWorthCrashing, isCrashed {
        options.method = .primal
        options.objectiveLimit = nil
        options.ratioTest = .harris
        crashes = true
      }
    case .harris: options.ratioTest = .harris
    case .primal:
      options.method = .primal
      options.objectiveLimit = nil
      options.ratioTest = .harris
    case .steady:
      options = base.steadier
      options.objectiveLimit = nil
    }
    options.iterationLimit = Int32(clamping: mostSteps ?? (attempt == .steady ? 10 : 1) * patience)
    if !isFirst {
      // What cannot be had to the ninth digit is often there to the seventh.
      options.feasibilityTolerance = max(tolerance, Self.usualTolerance)
      options.dualTolerance = max(tolerance, Self.usualTolerance)
    }
    let problem = try present()
    if attempt == .steady || crashes { try problem.makeAdvancedBasis() }
    let before = problem.iterations
    let result = try problem.solveSimplex(options)
    iterations += problem.iterations - before
    switch result {
    case .optimal: return .optimal
    case .infeasible: return .infeasible
    case .objectiveLimit: return .beyondLimit
    case .timeLimit: return .unfinished
    case .iterationLimit: return mostSteps != nil ? .unfinished : nil
    case .unbounded, .infeasibleOrUnbounded, .badBasis, .failed: return nil
    }
  }

  /// Rows from which on a crash basis and the primal method are the quicker beginning.
  static let rowsWorthCrashing = 1_000
  private static let usualTolerance = 1e-7

  func present() throws(Interruption) -> Problem {
    if let problem { return problem }
    do throws(GLPKError) {
      let environment = try workspace.environment()
      listen(to: environment)
      do throws(Interruption) {
        let fresh = try Problem(active, in: environment)
        problem = fresh
        return fresh
      } catch {
        throw .noThread
      }
    } catch {
      throw .fault(error)
    }
  }

  /// Has every solve on the thread stop when the workspace's limits say so, whatever it was asked to do.
  func listen(to environment: Environment) {
    environment.observer.onReport = { [workspace] _ in workspace.limits.stopReason != nil }
  }

  /// The program with deferred columns at 0.
  private var active: LinearProgram {
    guard let deferred, deferred.count > 0 else { return loaded }
    var active = loaded
    for column in deferred.candidates where deferred.isDeferred[column] {
      active.setBounds(of: LinearProgram.ColumnID(column), from: 0, to: 0)
    }
    return active
  }
}
