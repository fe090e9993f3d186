import CGLPK

/// How a mixed-integer program is searched: GLPK's own parameters, as words.
struct BranchAndCutOptions: Equatable {
  var presolve = false
  var cuts: GLPKSolver.Cuts = .default
  var heuristics: GLPKSolver.Heuristics = .default
  var branching = GLPKSolver.Branching.pseudocost
  var nodeSelection = GLPKSolver.NodeSelection.bestLocalBound
  var relativeGap = 1e-3
  var integralityTolerance = 1e-6
  var usesLongSteps = true

  /// Settings that give up speed for steadiness, for the second try.
  var steadier: BranchAndCutOptions {
    var options = self
    options.presolve = false
    options.cuts = []
    options.heuristics = []
    options.usesLongSteps = false
    return options
  }

  /// GLPK's structure; time limit and callback are set by the guard.
  var parameters: glp_iocp {
    var parameters = glp_iocp()
    glp_init_iocp(&parameters)
    parameters.msg_lev = GLP_MSG_ON
    parameters.out_frq = 100
    parameters.out_dly = 0
    parameters.presolve = presolve ? GLP_ON : GLP_OFF
    parameters.mir_cuts = cuts.contains(.mixedIntegerRounding) ? GLP_ON : GLP_OFF
    parameters.gmi_cuts = cuts.contains(.gomory) ? GLP_ON : GLP_OFF
    parameters.cov_cuts = cuts.contains(.cover) ? GLP_ON : GLP_OFF
    parameters.clq_cuts = cuts.contains(.clique) ? GLP_ON : GLP_OFF
    parameters.fp_heur = heuristics.contains(.feasibilityPump) ? GLP_ON : GLP_OFF
    parameters.ps_heur = heuristics.contains(.proximitySearch) ? GLP_ON : GLP_OFF
    parameters.sr_heur = heuristics.contains(.rounding) ? GLP_ON : GLP_OFF
    parameters.br_tech =
      switch branching {
      case .firstFractional: GLP_BR_FFV
      case .lastFractional: GLP_BR_LFV
      case .mostFractional: GLP_BR_MFV
      case .driebeckTomlin: GLP_BR_DTH
      case .pseudocost: GLP_BR_PCH
      }
    parameters.bt_tech =
      switch nodeSelection {
      case .depthFirst: GLP_BT_DFS
      case .breadthFirst: GLP_BT_BFS
      case .bestLocalBound: GLP_BT_BLB
      case .bestProjection: GLP_BT_BPH
      }
    parameters.mip_gap = relativeGap
    parameters.tol_int = integralityTolerance
    parameters.flip = usesLongSteps ? GLP_ON : GLP_OFF
    return parameters
  }
}
