import CGLPK
import GLPKGuard

/// How branch and cut ended, in one value for return code and status together.
enum SearchResult: Equatable {
  /// Nothing is left that could be better than what was found or known.
  case exhausted
  /// The gap that was asked is reached.
  case gapReached
  /// The presolver or the search found that there is no point.
  case infeasible
  /// The relaxation has no dual feasible point.
  case infeasibleOrUnbounded
  case timeLimit
  /// The observer asked to stop.
  case stopped
  case failed(String)

  /// - Parameters:
  ///   - code: what `glp_intopt` returned.
  ///   - status: what `glp_mip_status` says.
  ///   - tree: what the guard noted.
  init(code: Int32, status: Int32, tree: guard_tree) throws(Interruption) {
    switch code {
    case 0:
      switch status {
      case GLP_OPT, GLP_FEAS: self = .exhausted
      case GLP_NOFEAS: self = .infeasible
      case GLP_UNDEF: self = .failed("the search ended without an answer")
      default: throw .fault(.unknownCode(call: "mip_status", code: Int(status)))
      }
    case GLP_EBOUND: self = .failed("bounds refused")
    case GLP_EROOT: self = .failed("the relaxation was not solved before the search")
    case GLP_EFAIL: self = .failed("a relaxation could not be solved")
    case GLP_EMIPGAP: self = .gapReached
    case GLP_ETMLIM: self = .timeLimit
    case GLP_ENOPFS: self = .infeasible
    case GLP_ENODFS: self = .infeasibleOrUnbounded
    case GLP_ESTOP: self = tree.gap_reached != 0 ? .gapReached : .stopped
    default: throw .fault(.unknownCode(call: "intopt", code: Int(code)))
    }
  }
}
