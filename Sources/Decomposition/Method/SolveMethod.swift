import GLPK
public import NetworkDesign
public import SupplyNetwork

/// How a program is solved.
public enum SolveMethod: String, Sendable, CaseIterable {
  /// Whichever of the others is expected to be the quicker.
  case auto
  /// Branch and cut on the whole program.
  case monolith
  /// Branch and Benders cut.
  case decomposition

  /// The method for a network: itself, unless it leaves the choice open.
  ///
  /// Small programs are solved before a decomposition has made its first cut; the turn was measured, see
  /// `Benchmarks/README.md`.
  public func resolved(for network: Network) -> SolveMethod {
    guard self == .auto else { return self }
    let blocks = network.states.count * network.dataset.settings.periods.count
    return blocks * network.flows.count > Self.flowsWorthDecomposing && network.states.count > 1
      ? .decomposition : .monolith
  }

  /// The planner of a network by this method.
  ///
  /// - Parameter threads: most threads; one question by the monolith takes one.
  public func planner(for network: Network, threads: Int) -> any Planner {
    resolved(for: network) == .decomposition
      ? DecompositionPlanner(network: network, threads: threads)
      : StartedMonolith(network: network)
  }

  /// Makes planners by this method.
  ///
  /// - Parameter threads: most threads of each.
  public func maker(threads: Int) -> PlannerMaker {
    { network in planner(for: network, threads: threads) }
  }

  /// The version of GLPK, which solves the programs of every method.
  public static var solverVersion: String { SolverLibrary.version }

  private static let flowsWorthDecomposing = 500
}
