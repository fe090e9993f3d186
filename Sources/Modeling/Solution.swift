/// Why a solve ended. What it found and what it proved are values of their own in ``Solution``.
public enum Termination: Sendable, Equatable {
  /// Proven optimal, for a mixed-integer program within the gap that was asked.
  case optimal
  /// Proven to have no feasible point.
  case infeasible
  /// The objective falls without limit.
  case unbounded
  /// Ended before a proof.
  case stopped(StopReason)
}

/// Why a solve ended before a proof.
public enum StopReason: Sendable, Equatable {
  /// The time limit was reached.
  case timeLimit
  /// The user interrupted.
  case cancelled
  /// The process may not take more of something; the text says of what.
  case exhausted(String)
  /// The solver gave up; the text says at what.
  case numericalTrouble(String)

  /// In words for a user.
  public var description: String {
    switch self {
    case .timeLimit: "time limit reached"
    case .cancelled: "interrupted"
    case .exhausted(let what): what
    case .numericalTrouble(let what): "numerical trouble: \(what)"
    }
  }
}

/// What a solver found and proved.
public struct Solution: Sendable, Equatable {
  /// Why it ended.
  public var termination: Termination
  /// A feasible point, a number for each column, if one was found.
  public var point: [Double]?
  /// The objective at ``point``.
  public var objective: Double?
  /// A proven lower bound of the objective, if one was proved.
  public var bound: Double?
  /// Dual value of each row, for a linear program solved to optimality.
  public var rowDuals: [Double]?
  /// Reduced cost of each column, for a linear program solved to optimality.
  public var reducedCosts: [Double]?
  /// Branch-and-bound nodes.
  public var nodes: Int

  /// Creates a solution.
  public init(
    termination: Termination, point: [Double]? = nil, objective: Double? = nil,
    bound: Double? = nil, rowDuals: [Double]? = nil, reducedCosts: [Double]? = nil, nodes: Int = 0
  ) {
    self.termination = termination
    self.point = point
    self.objective = objective
    self.bound = bound
    self.rowDuals = rowDuals
    self.reducedCosts = reducedCosts
    self.nodes = nodes
  }
}
