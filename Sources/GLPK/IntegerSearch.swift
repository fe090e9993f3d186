import Modeling

/// Branch and cut on a mixed-integer program, with a second try when GLPK fails or aborts.
final class IntegerSearch {
  let run: SolveRun
  private var trouble = ""
  /// Points of the search that are feasible only before their whole columns are rounded; the best
  /// one is repaired when the search is over.
  var unsettled: (point: [Double], objective: Double)?
  /// So that nodes add up over the tries.
  private(set) var nodesOfEarlierTries = 0

  init(run: SolveRun) { self.run = run }

  private enum Try {
    case solution(Solution)
    case failed(String)
  }

  /// Searches.
  func solve() throws(GLPKError) -> Solution {
    for isSteadier in [false, true] {
      if let reason = run.shared.limits.stopReason { return try ended(.stopped(reason)) }
      do throws(Interruption) {
        switch try search(isSteadier: isSteadier) {
        case .solution(let solution): return solution
        case .failed(let what): trouble = what
        }
      } catch {
        switch error {
        case .aborted(let what): trouble = what
        case .stopped: return try ended(.stopped(run.shared.limits.stopReason ?? .cancelled))
        case .fault(let fault): throw fault
        }
      }
      nodesOfEarlierTries = run.shared.nodes
    }
    return try ended(.stopped(.numericalTrouble(trouble)))
  }

  /// The objective that a point must not exceed to be searched for, if there is such a limit.
  private func ceiling(_ options: BranchAndCutOptions) -> Double? {
    var ceiling = run.options.cutoff ?? .infinity
    // With presolve GLPK sees other columns, so that a start cannot be handed over. What can be is
    // that only something better by more than the gap is worth finding.
    if options.presolve, let known = run.shared.incumbent?.objective {
      ceiling = min(ceiling, known - options.relativeGap * abs(known))
    }
    return ceiling.isFinite ? ceiling : nil
  }

  private func search(isSteadier: Bool) throws(Interruption) -> Try {
    var options = branchAndCutOptions
    if isSteadier { options = options.steadier }
    let ceiling = ceiling(options)
    var limited = run.program
    if let ceiling {
      let objective = limited.objective
      if objective.terms.isEmpty && ceiling < 0 { return .solution(nothingBelow(ceiling)) }
      if !objective.terms.isEmpty { limited.addRow("objective ceiling", objective, to: ceiling) }
    }
    let (scaled, scaling) = limited.scaled()
    let problem = try Problem(scaled, in: run.environment)
    if !options.presolve {
      switch try solveRelaxation(problem, isSteadier: isSteadier) {
      case .optimal: try takeRelaxation(problem, scaling, ceiling)
      case .infeasible: return .solution(nothingBelow(ceiling))
      case .unbounded, .infeasibleOrUnbounded: return .solution(try decideUnbounded())
      case .timeLimit: return .solution(try finished(.stopped(.timeLimit)))
      case .badBasis(let what), .failed(let what): return .failed(what)
      case .iterationLimit, .objectiveLimit: return .failed("a limit was met that was not set")
      }
    }
    let result = try branchAndCut(problem, options, scaling, ceiling)
    switch result {
    case .exhausted:
      let found = min(
        run.shared.incumbent?.objective ?? .infinity, unsettled?.objective ?? .infinity)
      run.shared.offer(bound: min(found, ceiling ?? .infinity))
      return .solution(try finished(.optimal))
    case .gapReached:
      // GLPK may raise a node's bound by cuts and stop at once, before it reports; that it stopped says how near it was.
      let found = min(
        run.shared.incumbent?.objective ?? .infinity, unsettled?.objective ?? .infinity)
      if found.isFinite {
        let proven = found - options.relativeGap * abs(found)
        run.shared.offer(bound: min(proven, ceiling ?? .infinity))
      }
      return .solution(try finished(.optimal))
    case .infeasible:
      // The presolver sometimes errs on this; without it the claim is checked.
      if options.presolve && ceiling == nil && !isSteadier {
        return .failed("the presolver finds no point")
      }
      return .solution(nothingBelow(ceiling))
    case .infeasibleOrUnbounded: return .solution(try decideUnbounded())
    case .timeLimit: return .solution(try finished(.stopped(.timeLimit)))
    case .stopped:
      return .solution(try finished(.stopped(run.shared.limits.stopReason ?? .cancelled)))
    case .failed(let what): return .failed(what)
    }
  }

  /// The result when nothing exists below the ceiling: the start is as good as it gets, or there is
  /// no point at all.
  private func nothingBelow(_ ceiling: Double?) -> Solution {
    guard let known = run.shared.incumbent else { return run.infeasible() }
    if let ceiling { run.shared.offer(bound: min(ceiling, known.objective)) }
    return Solution(
      termination: .optimal, point: known.point, objective: known.objective,
      bound: min(run.shared.bound, known.objective), nodes: run.shared.nodes)
  }

  private func finished(_ termination: Termination) throws(Interruption) -> Solution {
    do throws(GLPKError) { return try ended(termination) } catch { throw .fault(error) }
  }
}
