import Modeling
import SupplyData
import SupplyNetwork
import SupplyPlan

/// First stages that need no search, as points of the monolith of which only the integers count.
struct StartingDesigns {
  let monolith: Monolith

  /// The current network as far as decisions allow, then everything open with all modules: what a stopped solve falls back on
  /// when it has found nothing.
  var fallbacks: [[Double]] {
    [fallback(isGenerous: false), fallback(isGenerous: true)]
  }

  /// The first stage of a plan for the same network.
  func design(of plan: Plan) -> [Double] {
    let dataset = monolith.network.dataset
    let isOpen = Set(plan.facilities.filter(\.open).map { [$0.facility, $0.period] })
    let counts = Dictionary(
      plan.modules.map { ([$0.facility, $0.module, $0.period], $0.count) },
      uniquingKeysWith: { first, _ in first })
    return point(
      isOpen: { facility, t in
        isOpen.contains([dataset.facilities[facility].id, dataset.settings.periods[t].id])
      },
      count: { module, t in
        let row = dataset.capacity[module]
        return counts[[row.facility, row.module, dataset.settings.periods[t].id]] ?? 0
      })
  }

  private func fallback(isGenerous: Bool) -> [Double] {
    let dataset = monolith.network.dataset
    func isOpen(_ facility: Facility) -> Bool {
      switch facility.decision {
      case .open: true
      case .closed: false
      case .consider: isGenerous || facility.status == .existing
      }
    }
    let open = dataset.facilities.map(isOpen)
    let facilityOfModule = Dictionary(
      monolith.network.modulesOfFacility.enumerated().flatMap { facility, modules in
        modules.map { ($0, facility) }
      }, uniquingKeysWith: { first, _ in first })
    return point(
      isOpen: { facility, _ in open[facility] },
      count: { module, _ in
        guard let facility = facilityOfModule[module], open[facility] else { return 0 }
        return isGenerous ? dataset.capacity[module].maximum : dataset.capacity[module].existing
      })
  }

  private func point(isOpen: (Int, Int) -> Bool, count: (Int, Int) -> Int) -> [Double] {
    var point = Array(repeating: 0.0, count: monolith.program.columns.count)
    func set(_ variable: LinearExpression, _ value: Int) {
      if let column = variable.terms.first?.column { point[column.index] = Double(value) }
    }
    for t in monolith.network.dataset.settings.periods.indices {
      for (facility, open) in monolith.stage.open.enumerated() {
        set(open[t], isOpen(facility, t) ? 1 : 0)
      }
      for (module, counts) in monolith.stage.count.enumerated() { set(counts[t], count(module, t)) }
    }
    return point
  }
}
