import SupplyPlan

/// The sales lost in every scenario and period, and the sales at risk they come to.
struct RiskRecount {
  /// By scenario, then period.
  let losses: [[Double]]
  /// By outage to be survived, then period.
  let outageLosses: [[Double]]
  /// What the normal state leaves undelivered, a share of a year's sales, by period.
  private let unmet: [Double]
  private let catalogue: Catalogue

  /// The losses of the states.
  init(states: [StateRecount], catalogue: Catalogue) {
    let none = [Double](repeating: 0, count: catalogue.periodCount)
    var losses = [[Double]](repeating: none, count: catalogue.stateCount - 1)
    var unmet = none
    for state in states where state.operations.state == 0 && state.sales.sales > 0 {
      unmet[state.operations.period] = state.sales.shortage / state.sales.sales
    }
    self.unmet = unmet
    for state in states where state.operations.state > 0 {
      losses[state.operations.state - 1][state.operations.period] =
        state.sales.sales > 0
        ? catalogue.weeks(state.operations.state) / 52 * state.sales.shortage / state.sales.sales
        : 0
    }
    let scenarios = catalogue.dataset.scenarios.count
    self.losses = Array(losses.prefix(scenarios))
    outageLosses = Array(losses.dropFirst(scenarios))
    self.catalogue = catalogue
  }

  /// The losses as rows.
  var rows: [ScenarioLossRow] {
    catalogue.dataset.scenarios.indices.flatMap { scenario in
      (0..<catalogue.periodCount).map { period in
        ScenarioLossRow(
          scenario: catalogue.dataset.scenarios[scenario].id,
          period: catalogue.dataset.settings.periods[period].id,
          salesLost: losses[scenario][period])
      }
    }
  }

  /// Sales at risk by the measure, the mean over the years of the horizon; `nil` for a measure that is unknown.
  func salesAtRisk(measure: String, level: Double?) -> Double? {
    let probabilities = catalogue.dataset.scenarios.map(\.probability)
    var sum = 0.0
    var years = 0.0
    for (index, period) in catalogue.dataset.settings.periods.enumerated() {
      let inPeriod = losses.map { $0[index] }
      let value: Double
      switch (measure, level) {
      case ("expected", nil): value = zip(probabilities, inPeriod).reduce(0) { $0 + $1.0 * $1.1 }
      case ("worst", nil): value = inPeriod.reduce(0, max)
      case ("cvar", let level?) where level >= 0 && level < 1:
        value = Self.conditionalValueAtRisk(
          inPeriod, probabilities: probabilities, level: level)
      default: return nil
      }
      sum += Double(period.years) * value
      years += Double(period.years)
    }
    return sum / years
  }

  /// The least of `η + Σ p·max(0, v − η) / (1 − level)` over `η ≥ 0`.
  ///
  /// The function is convex and bends only where `η` is a loss, so its least value over `η ≥ 0` is at 0 or at a loss. Years
  /// without an event lose nothing and add nothing, whatever `η`.
  static func conditionalValueAtRisk(
    _ losses: [Double], probabilities: [Double], level: Double
  ) -> Double {
    let falling = zip(losses, probabilities).sorted { $0.0 > $1.0 }
    // Over the losses above η: their probability, and their mean times it.
    var probability = 0.0
    var mean = 0.0
    var least = Double.infinity
    for (loss, weight) in falling {
      least = min(least, loss + (mean - loss * probability) / (1 - level))
      probability += weight
      mean += weight * loss
    }
    return min(least, mean / (1 - level))
  }

  /// Compares what a normal year leaves undelivered with what the plan says of it; older plans say nothing.
  private func checkUndelivered(_ plan: Plan, _ findings: Findings) {
    guard let told = plan.undelivered else { return }
    let periods = catalogue.dataset.settings.periods
    guard told.periods.map(\.period) == periods.map(\.id) else {
      findings.note(
        .row, "undelivered", expected: "every period once, in their order",
        found: told.periods.map(\.period).joined(separator: ", "))
      return
    }
    for (row, share) in zip(told.periods, unmet) {
      findings.equal(
        .undelivered, "period \(row.period)", expected: share, found: row.share, scale: 1)
    }
    let years = periods.reduce(0.0) { $0 + Double($1.years) }
    let mean = zip(periods, unmet).reduce(0) { $0 + Double($1.0.years) * $1.1 } / years
    findings.equal(
      .undelivered, "over the horizon", expected: mean, found: told.share, scale: 1)
  }

  /// Compares the losses, the sales at risk, the caps and the bound of a plan.
  func check(_ plan: Plan, _ findings: Findings) {
    var found: [String: Double] = [:]
    for row in plan.scenarios {
      let key = "scenario \(row.scenario), period \(row.period)"
      guard let state = catalogue.stateIndex[row.scenario],
        state <= catalogue.dataset.scenarios.count, catalogue.periodIndex[row.period] != nil,
        found[key] == nil
      else {
        findings.note(
          .row, "scenarios: \(key)", expected: "one row of a known scenario and period",
          found: found[key] == nil ? "an unknown id" : "a second row")
        continue
      }
      found[key] = row.salesLost
    }
    for row in rows {
      let key = "scenario \(row.scenario), period \(row.period)"
      guard let lost = found[key] else {
        findings.note(.row, "scenarios: \(key)", expected: "a row", found: "none")
        continue
      }
      findings.equal(
        .salesLost, key, expected: row.salesLost, found: lost, scale: max(1, row.salesLost))
    }

    checkUndelivered(plan, findings)
    let risk = plan.risk
    guard let expected = salesAtRisk(measure: risk.measure, level: risk.level) else {
      findings.note(
        .measure, "risk", expected: "expected, worst, or cvar with a level from 0 to under 1",
        found: risk.measure + (risk.level.map { " with the level \($0)" } ?? ""))
      return
    }
    let scale = max(1, expected)
    if let salesAtRisk = risk.salesAtRisk {
      findings.equal(
        .salesAtRisk, "risk", expected: expected, found: salesAtRisk, scale: scale)
      if let bound = risk.bound {
        findings.atMost(.riskBound, "risk", limit: salesAtRisk, found: bound, scale: scale)
      }
    } else {
      findings.note(.salesAtRisk, "risk", expected: "\(expected)", found: "none")
    }
    if let cap = plan.solve.maxRisk {
      findings.atMost(.riskCap, "risk", limit: cap, found: expected, scale: scale)
    }
    if let most = plan.solve.maxUnmet {
      for (period, share) in zip(catalogue.dataset.settings.periods, unmet) {
        findings.atMost(.unmetCap, "period \(period.id)", limit: most, found: share, scale: 1)
      }
    }
  }
}
