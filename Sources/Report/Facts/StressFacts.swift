import Findings
import Resilience
import SupplyPlan

/// What a stress test says of today's network and of one plan, target by target: the worst of all periods.
struct StressFacts {
  /// A target in both networks.
  struct Item {
    let target: StressRecord.Target
    /// The current network's worst period.
    let before: StressRecord.Result
    /// The plan's worst period; `nil` where there is no plan.
    let after: StressRecord.Result?

    /// Whether it costs sales today that would be made otherwise.
    var costsToday: Bool { before.costsSales }
    /// Whether it costs sales today and none under the plan.
    var isRemoved: Bool { costsToday && !(after?.costsSales ?? true) }
    /// Whether it costs sales under the plan and none today.
    var isNew: Bool { !costsToday && (after?.costsSales ?? false) }
    /// Whether the plan loses less by it, by a tenth at least.
    var isSoftened: Bool {
      guard costsToday, !isRemoved, let after else { return false }
      return after.salesLost < 0.9 * before.salesLost
    }
  }

  /// What the plan is called in the record; `nil` where only the current network was tested.
  let plan: StressRecord.Network?
  /// All targets, those that cost most today first.
  let items: [Item]

  /// - Parameters:
  ///   - record: what was found.
  ///   - name: the network to compare with the current one, none where it was not tested; `nil` for the last that was.
  init(_ record: StressRecord, plan name: String?) {
    let current = record.networks.first?.name ?? ""
    let expanded = StressRecord.Network.name(of: .expanded)
    let rest = record.networks.dropFirst()
    // The plan is what the report is of; beside none, what today's sites can become.
    let others = rest.count > 1 ? rest.filter { $0.name != expanded } : Array(rest)
    let plan = name == nil ? others.last : rest.first { $0.name == name }
    self.plan = plan
    var worst: [[String]: StressRecord.Result] = [:]
    for result in record.results {
      let key = [result.network, result.target]
      if let known = worst[key], !Self.isWorse(result, known) { continue }
      worst[key] = result
    }
    // With a period open, or known from below alone, the worst of the others is no more than a lower bound.
    for cell in record.openCells {
      let key = [cell.network, cell.target]
      guard var known = worst[key], known.period != cell.period,
        cell.reason != StressRecord.OpenCell.onlyBounds || Self.isFromBelow(cell, record)
      else { continue }
      known.becomeLowerBound()
      worst[key] = known
    }
    items = record.targets.compactMap { target in
      worst[[current, target.target]].map { before in
        Item(
          target: target, before: before, after: plan.flatMap { worst[[$0.name, target.target]] })
      }
    }.sorted { left, right in
      (right.before.salesLost, right.after?.salesLost ?? 0, left.target.name)
        < (left.before.salesLost, left.after?.salesLost ?? 0, right.target.name)
    }
  }

  /// Whether of a cell's exposure a lower bound is known and no more.
  private static func isFromBelow(_ cell: StressRecord.OpenCell, _ record: StressRecord) -> Bool {
    record.results.contains {
      $0.network == cell.network && $0.target == cell.target && $0.period == cell.period
        && $0.bounds?.salesLost == .atLeast
    }
  }

  private static func isWorse(_ one: StressRecord.Result, _ other: StressRecord.Result) -> Bool {
    if one.salesLost != other.salesLost { return one.salesLost > other.salesLost }
    return (one.weeksToSurvive ?? .infinity) < (other.weeksToSurvive ?? .infinity)
  }

  /// Those that cost sales in either network.
  var costly: [Item] { items.filter { $0.costsToday || $0.isNew } }

  /// Those of a sort, that cost sales in either network.
  func costly(_ kinds: Set<String>) -> [Item] { costly.filter { kinds.contains($0.target.kind) } }
}
