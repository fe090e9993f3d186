internal import CGLPK

/// The library that solves.
public enum SolverLibrary {
  /// Its version, such as `5.0`.
  public static var version: String { String(cString: glp_version()) }
}
