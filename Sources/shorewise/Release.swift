import Batch
import Decomposition

/// Which Shorewise this is.
enum Release {
  /// Its version.
  static let version = "0.1.0"

  /// The versions of all that results depend on.
  static var versions: Versions { Versions(shorewise: version, glpk: SolveMethod.solverVersion) }
}
