import Modeling
import SupplyNetwork

/// What modules are carried over from one period to the next: rows that every whole plan keeps, and that a relaxation, which
/// closes a third of a site and leaves its modules, does not.
///
/// From `n_t = n_{t−1} + b_t − e_t`, what is carried into t is `n_{t−1} − e_t = n_t − b_t`. It needs a site that is open before and
/// after: one that opens at t has had no modules, one that is closed has none.
///
///     n_t − b_t ≤ maximum · (y_t − o_t)        t ≥ 2
///     n_1 − b_1 ≤ n⁰ · (y_1 − o_1)
///     n_t − Σ_{s≤t} b_s ≤ n⁰ · (1 − Σ_{s≤t} c_s)   existing sites, t ≥ 2
///
/// The last holds since a site closes once at most: from then on all its modules were built later. For candidates, which may open
/// and close between two periods, it does not.
struct CarriedModulesPart {
  let network: Network

  func add(to program: inout LinearProgram, _ stage: FirstStage) {
    for (facility, modules) in network.modulesOfFacility.enumerated() {
      for module in modules { add(module, at: facility, to: &program, stage) }
    }
  }

  private func add(
    _ index: Int, at facility: Int, to program: inout LinearProgram, _ stage: FirstStage
  ) {
    let module = network.dataset.capacity[index]
    let existing = Double(module.existing)
    let isExisting = network.dataset.facilities[facility].status == .existing
    var built = LinearExpression()
    var closed = LinearExpression()
    for (t, period) in network.dataset.settings.periods.enumerated() {
      let key = "[\(module.facility),\(module.module),\(period.id)]"
      built.add(stage.built[index][t])
      closed.add(stage.closed[facility][t])
      let most = t == 0 ? existing : Double(module.maximum)
      if most > 0 {
        var carried = stage.count[index][t]
        carried.add(stage.built[index][t], times: -1)
        carried.add(stage.open[facility][t], times: -most)
        carried.add(stage.opened[facility][t], times: most)
        program.addRow("carriedModules\(key)", carried, to: 0)
      }
      if t > 0, isExisting, existing > 0 {
        var kept = stage.count[index][t]
        kept.add(built, times: -1)
        kept.add(closed, times: existing)
        program.addRow("keptModules\(key)", kept, to: existing)
      }
    }
  }
}
