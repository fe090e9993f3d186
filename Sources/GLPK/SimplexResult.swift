import CGLPK
import GLPKGuard

/// How a simplex or interior-point call ended, in one value for return code and status together.
enum SimplexResult: Equatable {
  case optimal
  case infeasible
  case unbounded
  /// No dual feasible point: infeasible or unbounded, which the method cannot tell apart.
  case infeasibleOrUnbounded
  case timeLimit
  /// As many steps as allowed.
  case iterationLimit
  /// The optimum is at least the limit that was set.
  case objectiveLimit
  /// The basis to start from was no basis.
  case badBasis(String)
  /// The method failed or ended without an answer.
  case failed(String)

  /// Whether another way to solve may do better.
  var isFailure: Bool {
    switch self {
    case .failed, .badBasis: true
    case .optimal, .infeasible, .unbounded, .infeasibleOrUnbounded, .timeLimit, .iterationLimit,
      .objectiveLimit:
      false
    }
  }

  /// - Parameters:
  ///   - code: what `glp_simplex` or `glp_exact` returned.
  ///   - problem: read for its status if the code is 0.
  init(simplex code: Int32, _ problem: OpaquePointer) throws(Interruption) {
    switch code {
    case 0: self = try Self(basicStatusOf: problem)
    case GLP_EBADB: self = .badBasis("the basis has the wrong size")
    case GLP_ESING: self = .badBasis("the basis is singular")
    case GLP_ECOND: self = .badBasis("the basis is ill-conditioned")
    case GLP_EBOUND: self = .failed("bounds refused")
    case GLP_EFAIL: self = .failed("the simplex method failed")
    case GLP_EOBJLL: self = .failed("an objective limit was met that was not set")
    case GLP_EOBJUL: self = .objectiveLimit
    case GLP_EITLIM: self = .iterationLimit
    case GLP_ETMLIM: self = .timeLimit
    case GLP_ENOPFS: self = .infeasible
    case GLP_ENODFS: self = .infeasibleOrUnbounded
    default: throw .fault(.unknownCode(call: "simplex", code: Int(code)))
    }
  }

  private init(basicStatusOf problem: OpaquePointer) throws(Interruption) {
    switch glp_get_status(problem) {
    case GLP_OPT: self = .optimal
    case GLP_NOFEAS: self = .infeasible
    case GLP_UNBND: self = .unbounded
    case GLP_UNDEF, GLP_FEAS, GLP_INFEAS:
      // The dual method ends so when there is no dual feasible point.
      let hasNoDualPoint = glp_get_dual_stat(problem) == GLP_NOFEAS
      self =
        hasNoDualPoint
        ? .infeasibleOrUnbounded : .failed("the simplex method ended without an answer")
    case let status: throw .fault(.unknownCode(call: "get_status", code: Int(status)))
    }
  }
}

extension SimplexResult {
  /// - Parameters:
  ///   - code: what `glp_interior` returned.
  ///   - problem: read for its status if the code is 0.
  init(interior code: Int32, _ problem: Problem) throws(Interruption) {
    switch code {
    case 0:
      switch glp_ipt_status(problem.pointer) {
      case GLP_OPT: self = .optimal
      // The method stops so when it diverges, which proves nothing.
      case GLP_UNDEF, GLP_INFEAS, GLP_NOFEAS:
        self = .failed("the interior-point method found no optimum")
      case let status: throw .fault(.unknownCode(call: "ipt_status", code: Int(status)))
      }
    case GLP_EFAIL: self = .failed("the program has no rows or columns for an interior point")
    case GLP_ENOCVG: self = .failed("the interior-point method does not converge")
    case GLP_EITLIM: self = .failed("the interior-point method took too many steps")
    case GLP_EINSTAB: self = .failed("the interior-point method is unstable")
    default: throw .fault(.unknownCode(call: "interior", code: Int(code)))
    }
  }
}

extension Problem {
  /// Runs the interior-point method, which has no basis and no time limit; the guard can stop it.
  func solveInterior() throws(Interruption) -> SimplexResult {
    var parameters = glp_iptcp()
    glp_init_iptcp(&parameters)
    parameters.msg_lev = GLP_MSG_ON
    var code: Int32 = 0
    try call { guard_interior($0, $1, &parameters, &code) }
    return try SimplexResult(interior: code, self)
  }

  /// Runs the simplex method from the basis the problem has, or from scratch with presolve.
  func solveSimplex(_ options: SimplexOptions) throws(Interruption) -> SimplexResult {
    var parameters = options.parameters
    var code: Int32 = 0
    try call { guard_simplex($0, $1, &parameters, &code) }
    return try SimplexResult(simplex: code, pointer)
  }

  /// Continues from the present basis in rational arithmetic. For small programs only: the numbers
  /// grow without limit.
  func solveExactly(_ options: SimplexOptions) throws(Interruption) -> SimplexResult {
    var parameters = options.parameters
    var code: Int32 = 0
    try call { guard_exact($0, $1, &parameters, &code) }
    return try SimplexResult(simplex: code, pointer)
  }

  /// Makes a triangular basis to start from.
  func makeAdvancedBasis() throws(Interruption) {
    try call { guard_advanced_basis($0, $1) }
  }
}
