import Findings
import GLPK
import Modeling

/// A way to solve a linear program of a stress test, the usual one first and then those that what it failed at does not bind.
enum SolveWay: CaseIterable {
  /// From the basis of the last solve.
  case onward
  /// From nothing.
  case anew
  /// From nothing, and each column in units of what it can be at most.
  case rescaled
  /// As a program that no other has gone before, by the simplex method that suits it.
  case quick
  /// The same on what a presolver leaves.
  case presolved
  /// The primal simplex method with the textbook ratio test.
  case steady
  /// Through the interior.
  case interior
  /// In rational arithmetic, if it is small.
  case exact

  /// What a solver says: to be checked.
  struct Finding {
    var point: [Double]?
    var rowDuals: [Double]?
  }

  /// - Parameters:
  ///   - program: what is solved.
  ///   - warm: the same program with the basis of the last solve.
  ///   - workspace: the thread's state.
  func solve(
    _ program: LinearProgram, kept warm: WarmProgram, in workspace: SolverWorkspace
  ) -> Finding {
    switch self {
    case .onward: return Self.solve(warm, program, workspace)
    case .anew:
      warm.close()
      return Self.solve(warm, program, workspace)
    case .rescaled:
      let rescaled = WarmProgram(
        program, in: workspace, columnExponents: Self.exponents(program),
        tolerance: Self.tolerance, isCrashed: false)
      defer { rescaled.close() }
      return Self.solve(rescaled, program, workspace)
    case .quick: return Self.solve(program, [.quick], tolerance: Self.tolerance, workspace)
    case .presolved: return Self.solve(program, [.presolved], tolerance: Self.tolerance, workspace)
    case .steady:
      return Self.solve(program, [.steady], tolerance: Self.looseTolerance, workspace)
    case .interior:
      return Self.solve(program, [.interior], tolerance: Self.looseTolerance, workspace)
    case .exact: return Self.solve(program, [.exact], tolerance: Self.tolerance, workspace)
    }
  }

  private static func solve(
    _ warm: WarmProgram, _ program: LinearProgram, _ workspace: SolverWorkspace
  ) -> Finding {
    switch warm.solve(seconds: min(mostSeconds, workspace.limits.secondsLeft)) {
    case .optimal:
      return Finding(point: warm.point(), rowDuals: warm.rowDuals(count: program.rows.count))
    case .unfinished, .infeasible, .beyondLimit:
      // Whatever a solve ended at, its duals prove something.
      return Finding(rowDuals: warm.rowDuals(count: program.rows.count))
    case .failed: return Finding()
    }
  }

  private static func solve(
    _ program: LinearProgram, _ ways: [GLPKSolver.LinearWay], tolerance: Double,
    _ workspace: SolverWorkspace
  ) -> Finding {
    var options = GLPKSolver.Options()
    options.linearWays = ways
    options.feasibilityTolerance = tolerance
    options.dualTolerance = tolerance
    var limits = workspace.limits
    let latest = ContinuousClock.now + .seconds(mostSeconds)
    limits.deadline = min(limits.deadline ?? latest, latest)
    let solution = try? GLPKSolver(options: options).solve(program, limits: limits)
    return Finding(point: solution?.point, rowDuals: solution?.rowDuals)
  }

  /// The powers of two of the greatest values of columns.
  private static func exponents(_ program: LinearProgram) -> [Int: Int] {
    var exponents: [Int: Int] = [:]
    for (place, column) in program.columns.enumerated() {
      let most = max(abs(column.lower), abs(column.upper))
      if most > 0, most.isFinite { exponents[place] = Int(min(40, max(-40, most.exponent))) }
    }
    return exponents
  }

  /// How far bounds and reduced costs may be missed.
  static let tolerance = 1e-9
  /// What cannot be had to the ninth digit is often there to the seventh.
  private static let looseTolerance = 1e-7
  /// Most seconds that a program may take in one way.
  private static let mostSeconds = 60.0
}
