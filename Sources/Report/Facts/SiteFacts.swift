import SupplyData
import SupplyPlan

/// What becomes of a site over the horizon.
enum SiteState: String, CaseIterable {
  /// Stood before and stands at the end.
  case kept
  /// Opens and stands at the end.
  case opened
  /// Was open and is closed at the end.
  case closed
  /// Is open at the end, yet nothing is made at it or passes through it in a normal year.
  case idle
  /// Could have opened and did not.
  case unused

  /// The word shown.
  var word: String {
    switch self {
    case .kept: "kept"
    case .opened: "opened"
    case .closed: "closed"
    case .idle: "idle"
    case .unused: "not opened"
    }
  }
}

/// A site in a plan's last period.
struct SiteFact {
  let facility: Facility
  let state: SiteState
  /// Customs value of what it makes and ships in a normal year of the last period: the larger of the two.
  let value: Double
}

enum SiteFacts {
  /// Every facility of the dataset, with what the plan makes of it.
  static func sites(_ index: ReportIndex, _ plan: Plan) -> [SiteFact] {
    let last = index.lastPeriod
    let openAtLast = Set(plan.facilities.filter { $0.period == last && $0.open }.map(\.facility))
    let everOpen = Set(plan.facilities.filter(\.open).map(\.facility))
    let everOpened = Set(plan.facilities.filter(\.opened).map(\.facility))
    let made = sums(
      plan.production.filter { $0.scenario == nil && $0.period == last }.map {
        ($0.facility, index.value($0.quantity, of: $0.product))
      })
    let shipped = sums(
      plan.flows.filter { $0.scenario == nil && $0.period == last }.map {
        ($0.origin, index.value($0.quantity, of: $0.product))
      })
    return index.dataset.facilities.map { facility in
      let id = facility.id
      let value = max(made[id] ?? 0, shipped[id] ?? 0)
      let state: SiteState
      if openAtLast.contains(id) {
        state = everOpened.contains(id) ? .opened : value > 0 ? .kept : .idle
      } else {
        state = facility.status == .existing || everOpen.contains(id) ? .closed : .unused
      }
      return SiteFact(facility: facility, state: state, value: value)
    }
  }

  private static func sums(_ rows: [(String, Double)]) -> [String: Double] {
    Dictionary(rows, uniquingKeysWith: +)
  }
}
