import SupplyData
import SupplyPlan

/// How much of its capacity a site uses in a period.
struct CapacityFact {
  let facility: Facility
  let period: String
  /// Capacity units a year in place.
  let capacity: Double
  /// Capacity units a year used in a normal year.
  let normal: Double
  /// Capacity units a year used in the scenario that uses most, and which that is; `nil` where none uses more.
  let peak: (scenario: String, used: Double)?

  /// The share used in a normal year.
  var share: Double { normal / capacity }
  /// The share used in the scenario that uses most.
  var peakShare: Double? { peak.map { $0.used / capacity } }
}

enum CapacityFacts {
  /// The sites with capacity in place in a period, the fullest first.
  static func facts(_ index: ReportIndex, _ plan: Plan, period: String) -> [CapacityFact] {
    struct Key: Hashable {
      let facility: String
      let scenario: String?
    }
    let uses = Dictionary(
      index.dataset.production.map { ([$0.facility, $0.product], $0.capacityUse) },
      uniquingKeysWith: { first, _ in first })
    let capacity = inPlace(index, plan, period: period)
    var used: [Key: Double] = [:]
    for row in plan.production where row.period == period {
      used[Key(facility: row.facility, scenario: row.scenario), default: 0] +=
        row.quantity * (uses[[row.facility, row.product]] ?? 0)
    }
    return index.dataset.facilities.compactMap { facility -> CapacityFact? in
      guard let size = capacity[facility.id], size > 0 else { return nil }
      let normal = used[Key(facility: facility.id, scenario: nil)] ?? 0
      let peaks = index.dataset.scenarios.map { scenario in
        (
          scenario: scenario.id,
          used: used[Key(facility: facility.id, scenario: scenario.id)] ?? 0
        )
      }
      let peak = peaks.max { $0.used < $1.used }
      return CapacityFact(
        facility: facility, period: period, capacity: size, normal: normal,
        peak: peak.flatMap { $0.used > normal + 1e-6 * size ? $0 : nil })
    }.sorted { ($1.share, $0.facility.id) < ($0.share, $1.facility.id) }
  }

  /// What a facility's capacity is counted in: the unit of its products, where each takes as much capacity as there is of it.
  static func unit(_ index: ReportIndex, _ facility: String) -> String {
    let rows = index.dataset.production.filter { $0.facility == facility }
    let units = Set(rows.compactMap { index.products[$0.product]?.unit })
    guard units.count == 1, let unit = units.first, rows.allSatisfy({ $0.capacityUse == 1 })
    else { return "capacity units" }
    return unit
  }

  /// The capacity units a year that stand at each facility in a period.
  static func inPlace(_ index: ReportIndex, _ plan: Plan, period: String) -> [String: Double] {
    let sizes = Dictionary(
      index.dataset.capacity.map { ([$0.facility, $0.module], $0.size) },
      uniquingKeysWith: { first, _ in first })
    var capacity: [String: Double] = [:]
    for row in plan.modules where row.period == period {
      capacity[row.facility, default: 0] +=
        Double(row.count) * (sizes[[row.facility, row.module]] ?? 0)
    }
    return capacity
  }
}
