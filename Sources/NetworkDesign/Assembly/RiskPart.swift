import Modeling
import SupplyData
import SupplyNetwork

/// Sales lost `v`, the measure of each period, and sales at risk `R = Σ_t years_t · measure_t / Σ_t years_t`.
///
/// `v = (duration/52) · Σ shortage_cost · u / Σ shortage_cost · demand`. The conditional value at risk is linear by
/// Rockafellar and Uryasev (2000): min over η ≥ 0 of `η + Σ p · ξ / (1 − α)`, `ξ ≥ v − η`, `ξ ≥ 0`.
struct RiskPart {
  let network: Network
  let horizon: Horizon
  let measure: RiskMeasure

  /// Adds the variables and rows, and returns R.
  ///
  /// - Parameter blocks: the recourse blocks, of all states and periods.
  func add(to program: inout LinearProgram, _ blocks: [RecourseBlock]) -> LinearExpression {
    addMeasures(to: &program) { t, program in
      blocks.filter { $0.period == t }.compactMap { block in
        guard let scenario = network.states[block.state].scenario,
          let column = addSalesLost(scenario, block, to: &program)
        else { return nil }
        return (scenario, LinearExpression(1, column))
      }
    }
  }

  /// Adds what the measure needs, and returns R.
  ///
  /// - Parameter losses: sales lost in a period, by scenario; it may add to the program what defines them.
  func addMeasures(
    to program: inout LinearProgram,
    _ losses: (Int, inout LinearProgram) -> [(scenario: Int, loss: LinearExpression)]
  ) -> LinearExpression {
    var salesAtRisk = LinearExpression()
    for t in 0..<horizon.count {
      let losses = losses(t, &program)
      salesAtRisk.add(
        measureOfPeriod(t, losses, to: &program), times: horizon.shareOfYears[t])
    }
    return salesAtRisk
  }

  /// v of a scenario and period; `nil` in a period without demand, where it is 0.
  private func addSalesLost(
    _ scenario: Int, _ block: RecourseBlock, to program: inout LinearProgram
  ) -> LinearProgram.ColumnID? {
    guard
      let lost = SalesLost(
        network: network, period: block.period, state: network.states[block.state])
    else { return nil }
    let key = name(block.period, scenario)
    let loss = lost.expression(block)
    let v = program.addColumn("salesLost\(key)", to: Self.above(program.greatest(loss)))
    var definition = LinearExpression(-1, v)
    definition.add(loss)
    program.addRow("sales\(key)", definition, from: 0, to: 0)
    return v
  }

  private func measureOfPeriod(
    _ t: Int, _ losses: [(scenario: Int, loss: LinearExpression)], to program: inout LinearProgram
  ) -> LinearExpression {
    var result = LinearExpression()
    if losses.isEmpty { return result }
    let period = network.dataset.settings.periods[t].id
    // No plan gains by an η, ξ or worst loss above the greatest v, so they may be bounded by it: what is proved needs a bound
    // on every column.
    let greatest = Self.above(losses.map { program.greatest($0.loss) }.max() ?? 0)
    switch measure {
    case .expected:
      for (scenario, loss) in losses {
        result.add(loss, times: network.dataset.scenarios[scenario].probability)
      }
    case .worst:
      let worst = program.addColumn("worst[\(period)]", to: greatest)
      for (scenario, loss) in losses {
        var excess = loss
        excess.add(-1, worst)
        program.addRow("worst\(name(t, scenario))", excess, to: 0)
      }
      result.add(1, worst)
    case .conditionalValueAtRisk(let level):
      let eta = program.addColumn("eta[\(period)]", to: greatest)
      result.add(1, eta)
      for (scenario, loss) in losses {
        let probability = network.dataset.scenarios[scenario].probability
        if probability == 0 { continue }
        let beyond = program.addColumn("beyond\(name(t, scenario))", to: greatest)
        var excess = loss
        excess.add(-1, eta)
        excess.add(-1, beyond)
        program.addRow("tail\(name(t, scenario))", excess, to: 0)
        result.add(probability / (1 - level), beyond)
      }
    }
    return result
  }

  /// Slightly above, so that rounding takes nothing away.
  private static func above(_ loss: Double) -> Double { loss * (1 + 1e-9) }

  private func name(_ t: Int, _ scenario: Int) -> String {
    "[\(network.dataset.settings.periods[t].id),\(network.dataset.scenarios[scenario].id)]"
  }
}
