import Modeling
import SupplyData
import SupplyNetwork

/// First stages that need no search: what a stopped solve falls back on when it has found none of its own.
struct FallbackDesigns {
  let monolith: Monolith

  /// Points of which only the integers count: the current network as far as decisions allow, then everything open with all
  /// modules.
  var designs: [[Double]] {
    [design(isGenerous: false), design(isGenerous: true)]
  }

  private func design(isGenerous: Bool) -> [Double] {
    let dataset = monolith.network.dataset
    var point = Array(repeating: 0.0, count: monolith.program.columns.count)
    for (facility, modules) in monolith.network.modulesOfFacility.enumerated() {
      let row = dataset.facilities[facility]
      let isOpen =
        switch row.decision {
        case .open: true
        case .closed: false
        case .consider: isGenerous || row.status == .existing
        }
      for t in dataset.settings.periods.indices {
        set(monolith.stage.open[facility][t], isOpen ? 1 : 0, &point)
        for module in modules where isOpen {
          let count =
            isGenerous ? dataset.capacity[module].maximum : dataset.capacity[module].existing
          set(monolith.stage.count[module][t], Double(count), &point)
        }
      }
    }
    return point
  }

  private func set(_ variable: LinearExpression, _ value: Double, _ point: inout [Double]) {
    if let column = variable.terms.first?.column { point[column.index] = value }
  }
}
