import Foundation
import GLPK
public import Modeling
public import NetworkDesign
import SupplyNetwork

/// Finds one first stage for several futures by decomposition: the least greatest, or the least expected regret.
///
/// Each future is a planner whose network has the same facilities, modules, buffers and periods as the others, in the same order
/// and measured in the same units. What they have learnt of their own questions serves here.
public struct JointPlanner: Sendable {
  /// How near to the least regret a search comes: it ends within the greater of the two.
  public struct Precision: Sendable {
    /// Share of the regret.
    public var ofRegret: Double
    /// Share of the greatest, or the expected least cost.
    public var finest: Double

    /// Creates it.
    public init(ofRegret: Double, finest: Double) {
      self.ofRegret = ofRegret
      self.finest = finest
    }
  }

  /// What a search found and proved.
  public struct Answer: Sendable {
    /// Proven: no first stage has less regret, money.
    public var bound = 0.0
    /// Whether it is proved that no first stage is possible in all futures.
    public var isInfeasible = false
    /// The best first stage found.
    public var decisions: FixedDecisions?
    /// Why it ended before its aim; `nil` if it did not.
    public var stopReason: String?
  }

  private let planners: [DecompositionPlanner]

  /// - Parameter planners: one for each future, no two the same.
  public init(_ planners: [DecompositionPlanner]) { self.planners = planners }

  /// Searches.
  ///
  /// - Parameters:
  ///   - question: what is asked in each future; its first stage is free.
  ///   - leastCosts: the least cost known in each future, money.
  ///   - weights: of the futures, adding up to 1.
  ///   - known: first stages that may be good, stocks in the units of the datasets.
  ///   - threads: 1 or 2.
  ///   - limits: when to stop; what is proved by then is returned.
  ///   - progress: told of the search, in money of regret.
  /// - Throws: ``PlanningError`` where the solver refuses.
  public func leastRegret(
    _ aim: RegretAim, _ question: DesignQuestion, leastCosts: [Double], weights: [Double],
    known: [FixedDecisions], precision: Precision, threads: Int, limits: SolveLimits,
    progress: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws(PlanningError) -> Answer {
    for planner in planners { planner.lock.lock() }
    defer { for planner in planners { planner.lock.unlock() } }
    var sessions: [DecompositionSession] = []
    for planner in planners {
      sessions.append(try planner.session(for: question.measured(for: planner.measured)))
    }
    guard let first = sessions.first else { return Answer() }
    let money = first.network.units.money
    let joint = JointMaster(
      sessions.map(\.master), aim: aim, cap: question.maxRisk,
      leastCosts: leastCosts.map { $0 / money }, weights: weights)
    if joint.contradicts { return Answer(isInfeasible: true) }
    let search: JointSearch
    do throws(GLPKError) {
      search = try JointSearch(
        sessions: sessions, joint: joint, cap: question.maxRisk, precision: precision,
        threads: threads, limits: limits, progress: SolveProgress.scaling(progress, by: money))
    } catch {
      throw .solver(error)
    }
    search.run(
      known.map { decisions in
        var point = Array(repeating: 0.0, count: joint.program.columns.count)
        first.master.stage.set(decisions, of: first.network, in: &point)
        return Design(rounding: point, at: search.wholeColumns)
      })
    var answer = Answer()
    answer.isInfeasible = search.isInfeasible && search.best == nil
    answer.bound = search.bound.isFinite ? max(0, search.bound - joint.offset) * money : 0
    answer.decisions = search.best.map {
      first.master.stage.decisions(at: $0.point, for: first.network.dataset)
        .inUnitsOfDataset(first.network)
    }
    if !answer.isInfeasible, !search.isClosed {
      answer.stopReason =
        limits.stopReason?.description ?? "numerical trouble: the cuts came to an end"
    }
    return answer
  }
}

extension MasterUnits {
  /// The units of a master of several futures: those of each future's own columns, which must be measured alike.
  init(_ futures: [MasterUnits], _ joint: JointMaster) {
    var exponents: [Int: Int] = [:]
    for (number, units) in futures.enumerated() {
      for (column, exponent) in units.columnExponents {
        exponents[joint.indices[number][column]] = exponent
      }
    }
    if let regret = joint.regret { exponents[regret] = -futures[0].objectiveExponent }
    self.init(
      columnExponents: exponents, objectiveExponent: futures[0].objectiveExponent,
      money: futures[0].money)
  }
}
