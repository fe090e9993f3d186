import Decomposition
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan

/// The plans of today's sites that others are compared with: as they are, and expanded.
struct ComparatorPlans {
  var network: Network
  var measure: RiskMeasure
  var method: SolveMethod
  var threads: Int
  /// Relative gap of the cost.
  var gap: Double
  var limits: SolveLimits

  /// The plan of the current network; `nil` where it has none in time.
  func current() -> Plan? { plan(.currentNetwork, []) }

  /// The plan of today's sites, expanded, at least cost; `nil` where they have none in time, or none that is near enough to the
  /// least cost to compare with.
  ///
  /// - Parameter current: the plan of the current network, to begin with.
  func expanded(beginningWith current: Plan?) -> Plan? {
    if limits.stopReason != nil { return nil }
    let plan = plan(.expandedNetwork, [current].compactMap(\.self))
    return plan?.gap ?? 1 <= Self.mostGap ? plan : nil
  }

  /// With more left open, what today's sites cost at least is not known.
  private static let mostGap = 0.05

  private func plan(
    _ choice: DesignQuestion.FirstStageChoice, _ neighbours: [Plan]
  ) -> Plan? {
    let question = DesignQuestion(measure: measure, firstStage: choice)
    // A solver that fails once is asked once more.
    for _ in 0..<2 {
      let planner = method.planner(for: network, threads: threads)
      let plan = try? planner.plan(
        for: question, gap: gap, neighbours: neighbours, limits: limits)
      if let plan, plan.cost != nil { return plan }
      if limits.stopReason != nil { return nil }
    }
    return nil
  }
}

extension FrontierStudy.Result {
  /// The plans of today's sites that there are.
  var comparators: [(ComparatorNetwork, Plan)] {
    [(.current, baseline), (.expanded, expanded)].compactMap { comparator, plan in
      plan.map { (comparator, $0) }
    }
  }
}
