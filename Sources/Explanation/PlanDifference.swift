import SupplyData
import SupplyPlan

/// What another plan does otherwise: openings, modules, placements.
struct PlanDifference {
  let dataset: Dataset
  let before: Plan
  let after: Plan

  /// Writes the differences into a record.
  ///
  /// - Parameter facility: the facility that was forced, which is no news.
  func describe(in record: inout ExplanationRecord.Facility, without facility: String) {
    let (was, now) = (periodsOpen(before), periodsOpen(after))
    for row in dataset.facilities where row.id != facility {
      let change = (now[row.id] ?? 0) - (was[row.id] ?? 0)
      if change > 0 { record.opens.append(row.id) }
      if change < 0 { record.closes.append(row.id) }
    }
    record.modules = modules(without: facility)
    let (old, new) = (mix(before), mix(after))
    for placement in PlacementClass.allCases {
      let change = (new[placement] ?? 0) - (old[placement] ?? 0)
      if abs(change) > 1e-6 { record.mix[placement.rawValue] = change }
    }
  }

  private func periodsOpen(_ plan: Plan) -> [String: Int] {
    Dictionary(plan.facilities.map { ($0.facility, $0.open ? 1 : 0) }, uniquingKeysWith: +)
  }

  private func modules(without facility: String) -> [ExplanationRecord.ModuleChange] {
    let counts = Dictionary(
      after.modules.map { ([$0.facility, $0.module, $0.period], $0.count) },
      uniquingKeysWith: { first, _ in first })
    return before.modules.compactMap { row in
      let now = counts[[row.facility, row.module, row.period]] ?? 0
      guard row.facility != facility, now != row.count else { return nil }
      return ExplanationRecord.ModuleChange(
        facility: row.facility, module: row.module, period: row.period, before: row.count,
        after: now)
    }
  }

  /// Shares of deliveries by placement, mean over the years.
  private func mix(_ plan: Plan) -> [PlacementClass: Double] {
    let years = dataset.settings.periods.reduce(0) { $0 + $1.years }
    var shares: [PlacementClass: Double] = [:]
    for period in dataset.settings.periods {
      for row in plan.mix where row.period == period.id {
        shares[row.class, default: 0] +=
          row.valueShare * Double(period.years) / Double(max(1, years))
      }
    }
    return shares
  }
}
