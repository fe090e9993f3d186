import CGLPK

/// How a linear program is solved: GLPK's own parameters, as words.
struct SimplexOptions: Equatable {
  /// Which simplex method.
  enum Method: CaseIterable { case primal, dual, dualThenPrimal }
  /// How the blocking variable is chosen.
  enum RatioTest: CaseIterable { case textbook, harris, flipping }

  var method = Method.dualThenPrimal
  var ratioTest = RatioTest.harris
  var presolve = false
  var feasibilityTolerance = 1e-7
  var dualTolerance = 1e-7
  /// Milliseconds; `Int32.max` for none.
  var timeLimit = Int32.max
  /// Most steps.
  var iterationLimit: Int32?
  /// An objective at which the dual method may give up.
  var objectiveLimit: Double?

  /// GLPK's presolver, its advanced basis and its primal method: another way to the same optimum.
  var presolved: SimplexOptions {
    var options = self
    options.method = .primal
    options.presolve = true
    return options
  }

  /// Settings that give up speed for steadiness.
  var steadier: SimplexOptions {
    var options = self
    options.method = .primal
    options.ratioTest = .textbook
    options.presolve = false
    return options
  }

  /// GLPK's structure.
  var parameters: glp_smcp {
    var parameters = glp_smcp()
    glp_init_smcp(&parameters)
    // Messages must be on, and frequent: the guard listens to them to learn when to stop.
    parameters.msg_lev = GLP_MSG_ON
    parameters.out_frq = 100
    parameters.out_dly = 0
    parameters.meth =
      switch method {
      case .primal: GLP_PRIMAL
      case .dual: GLP_DUAL
      case .dualThenPrimal: GLP_DUALP
      }
    parameters.r_test =
      switch ratioTest {
      case .textbook: GLP_RT_STD
      case .harris: GLP_RT_HAR
      case .flipping: GLP_RT_FLIP
      }
    parameters.presolve = presolve ? GLP_ON : GLP_OFF
    parameters.tol_bnd = feasibilityTolerance
    parameters.tol_dj = dualTolerance
    parameters.tm_lim = timeLimit
    if let iterationLimit { parameters.it_lim = iterationLimit }
    if let objectiveLimit { parameters.obj_ul = objectiveLimit }
    return parameters
  }
}
