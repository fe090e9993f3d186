import Modeling
import SupplyData
import SupplyNetwork

/// Modules: `n_t = n_{t−1} + b_t − e_t`, `0 ≤ n_t ≤ maximum · y_t`, whole. A micro-factory is nothing but whole modules.
///
/// With n whole, `b − e` is; both positive at once is never of use, so b and e may stay continuous.
struct ModulesPart {
  let network: Network
  let horizon: Horizon
  let choice: DesignQuestion.FirstStageChoice

  func add(to program: inout LinearProgram, _ stage: inout FirstStage) {
    stage.count = network.dataset.capacity.map { _ in [] }
    stage.built = stage.count
    stage.retired = stage.count
    for (facility, modules) in network.modulesOfFacility.enumerated() {
      for module in modules { add(module, at: facility, to: &program, &stage) }
    }
  }

  private func add(
    _ index: Int, at facility: Int, to program: inout LinearProgram, _ stage: inout FirstStage
  ) {
    let module = network.dataset.capacity[index]
    let maximum = Double(module.maximum)
    var before = LinearExpression(Double(module.existing))
    for (t, period) in network.dataset.settings.periods.enumerated() {
      let key = "[\(module.facility),\(module.module),\(period.id)]"
      let fixed = choice.modules(index, module, in: t).map(Double.init)
      let n = program.addColumn(
        "modules\(key)", from: fixed ?? 0, to: fixed ?? maximum,
        cost: horizon.yearly[t] * module.fixedCost
          * network.escalation.factor(.moduleFixed, facility, t), isInteger: true)
      let b = program.addColumn(
        "built\(key)", to: maximum, cost: horizon.oneOff[t] * network.buildCost(index, facility, t))
      let e = program.addColumn("retired\(key)", to: maximum)
      var change = LinearExpression(1, n)
      change.add(before, times: -1)
      change.add(-1, b)
      change.add(1, e)
      program.addRow("moduleBalance\(key)", change, from: 0, to: 0)
      var link = LinearExpression(1, n)
      link.add(stage.open[facility][t], times: -maximum)
      program.addRow("moduleLink\(key)", link, to: 0)
      before = LinearExpression(1, n)
      stage.count[index].append(before)
      stage.built[index].append(LinearExpression(1, b))
      stage.retired[index].append(LinearExpression(1, e))
    }
  }
}
