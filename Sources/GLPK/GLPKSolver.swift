public import Modeling

/// Solves linear and mixed-integer linear programs with GLPK: a value goes in, a value comes out.
///
/// Any thread may call it, also several at once: each solve runs on a thread of its own and the
/// caller waits. Time limit and cancellation are honoured everywhere, with about a second of grace,
/// and what was found and proved until then is returned. An abort inside GLPK does not end the
/// process: the solve is begun again with steadier settings.
///
/// ```swift
/// let solution = try GLPKSolver().solve(program, limits: SolveLimits())
/// ```
public struct GLPKSolver: Sendable {
  /// What a solve is asked to do; the defaults suit location programs with up to 100 000 columns.
  public struct Options: Sendable, Equatable {
    /// Gap `(objective - bound) / |objective|` at which a mixed-integer solve may end.
    public var relativeGap = 1e-3
    /// Only points with an objective of at most this are of interest. With a cutoff, "infeasible"
    /// means that there is no such point.
    public var cutoff: Double?
    /// A feasible point to start from. It is never lost: a solve that is stopped returns it, or
    /// better. With presolve on, only points that are better by more than the gap are searched for,
    /// since the presolver hides the columns that a start could be handed over in.
    public var start: [Double]?
    /// Whether GLPK's presolver simplifies the program first. Off, because it then insists on a
    /// starting basis from which the first relaxation of a location program was seen to take a
    /// hundred times as long.
    public var presolve = false
    /// Cutting planes.
    public var cuts = Cuts.default
    /// Heuristics inside branch and cut.
    public var heuristics = Heuristics.default
    /// How the variable to branch on is chosen.
    public var branching = Branching.pseudocost
    /// How the next node is chosen.
    public var nodeSelection = NodeSelection.bestLocalBound
    /// How far from a whole number a whole column may be in the search; what is returned is whole.
    public var integralityTolerance = 1e-6
    /// How far bounds may be missed, after scaling.
    public var feasibilityTolerance = 1e-7
    /// How far reduced costs may have the wrong sign, after scaling.
    public var dualTolerance = 1e-7
    /// The ways that a linear program is solved, one after another until one gives an answer.
    public var linearWays = LinearWay.allCases

    /// The defaults.
    public init() {}
  }

  /// A way to solve a linear program.
  public enum LinearWay: Sendable, CaseIterable {
    /// The simplex method that suits the basis of slacks.
    case quick
    /// The primal simplex method on what GLPK's presolver leaves.
    case presolved
    /// The primal simplex method with the textbook ratio test, from GLPK's advanced basis.
    case steady
    /// The interior-point method.
    case interior
    /// The simplex method in rational arithmetic, for small programs.
    case exact
  }

  /// Families of cutting planes.
  public struct Cuts: OptionSet, Sendable {
    /// The bits.
    public let rawValue: Int
    /// - Parameter rawValue: the bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// Mixed-integer rounding cuts.
    public static let mixedIntegerRounding = Cuts(rawValue: 1)
    /// Gomory's mixed-integer cuts.
    public static let gomory = Cuts(rawValue: 2)
    /// Mixed cover cuts.
    public static let cover = Cuts(rawValue: 4)
    /// Clique cuts.
    public static let clique = Cuts(rawValue: 8)
    /// What pays on location programs: rounding cuts make up for weak links between flows and
    /// openings, cover cuts cost nothing. Without cuts such programs were seen not to close at all.
    public static let `default`: Cuts = [.mixedIntegerRounding, .cover]
  }

  /// Heuristics inside branch and cut.
  public struct Heuristics: OptionSet, Sendable {
    /// The bits.
    public let rawValue: Int
    /// - Parameter rawValue: the bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// Simple rounding of a relaxation.
    public static let rounding = Heuristics(rawValue: 1)
    /// The feasibility pump.
    public static let feasibilityPump = Heuristics(rawValue: 2)
    /// Proximity search, for programs whose whole columns are all 0 or 1.
    public static let proximitySearch = Heuristics(rawValue: 4)
    /// What pays on location programs: the other two were seen to hold up the root node for long and
    /// to find little.
    public static let `default`: Heuristics = [.rounding]
  }

  /// How the variable to branch on is chosen.
  public enum Branching: Sendable, CaseIterable {
    /// The first, the last or the most fractional one.
    case firstFractional, lastFractional, mostFractional
    /// The heuristic of Driebeck and Tomlin.
    case driebeckTomlin
    /// Hybrid pseudocosts; on location programs seen to take half the time of the one above.
    case pseudocost
  }

  /// How the next node is chosen.
  public enum NodeSelection: Sendable, CaseIterable {
    /// The last or the first made.
    case depthFirst, breadthFirst
    /// The one with the best bound.
    case bestLocalBound
    /// The one with the best projection.
    case bestProjection
  }

  /// What the solves are asked to do.
  public var options: Options

  /// - Parameter options: what the solves are asked to do.
  public init(options: Options = Options()) {
    self.options = options
  }

  /// Solves a program.
  ///
  /// A linear program comes back with duals and reduced costs in its own units; a mixed-integer one
  /// with the best point and bound.
  ///
  /// - Parameters:
  ///   - program: the program.
  ///   - limits: when to stop.
  ///   - progress: called on the solving thread, a few times a second at most and for each better
  ///     point; it should return soon.
  ///   - found: given each better point of a mixed-integer program, on the solving thread, before it is told of.
  /// - Throws: ``GLPKError`` for an invalid program or refused options.
  public func solve(
    _ program: LinearProgram, limits: SolveLimits = SolveLimits(),
    progress: (@Sendable (SolveProgress) -> Void)? = nil,
    found: (@Sendable ([Double]) -> Void)? = nil
  ) throws(GLPKError) -> Solution {
    try check(program)
    return try SolverThread.run(program, limits: limits, progress: progress, found: found) {
      shared throws(GLPKError) in
      try SolveRun(program: program, options: options, shared: shared).solve()
    }
  }

  /// Throws what is wrong with the program or the options.
  func check(_ program: LinearProgram) throws(GLPKError) {
    let faults = program.faults()
    if !faults.isEmpty { throw .invalidProgram(faults) }
    let refused = options.faults(for: program)
    if !refused.isEmpty { throw .refusedOptions(refused) }
  }
}
