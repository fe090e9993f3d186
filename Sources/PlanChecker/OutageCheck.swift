import SupplyData
import SupplyPlan

/// Judges what outages to be survived cost in sales: the rows of a plan, and the constraints themselves.
struct OutageCheck {
  let risk: RiskRecount
  let catalogue: Catalogue
  let findings: Findings

  /// Compares the plan's rows with the sales that its tables lose.
  func rows(_ plan: Plan) {
    var found: [String: OutageLossRow] = [:]
    for row in plan.outages {
      let key = "target \(row.target), period \(row.period)"
      let isKnown =
        catalogue.outages.contains { $0.target.text == row.target }
        && catalogue.periodIndex[row.period] != nil
      findings.demand(
        isKnown && found.updateValue(row, forKey: key) == nil, .row, "outages: \(key)",
        expected: "one row of an outage to be survived and a period",
        found: isKnown ? "a second row" : "an unknown one")
    }
    each { outage, period, lost in
      let key = "target \(outage.target.text), period \(name(period))"
      guard let row = found[key] else {
        findings.note(.row, "outages: \(key)", expected: "a row", found: "none")
        return
      }
      findings.equal(
        .outageLost, key, expected: lost, found: row.salesLost, scale: max(1, lost))
      findings.equal(
        .outageLost, "\(key), weeks", expected: outage.weeks, found: row.weeks,
        scale: outage.weeks)
    }
  }

  /// Judges the constraints, which bind every plan but a comparator.
  func constraints() {
    each { outage, period, lost in
      for constraint in outage.constraints.map({ catalogue.dataset.constraints[$0] })
      where constraint.period == nil || constraint.period == name(period) {
        findings.atMost(
          .survive,
          "constraint \(constraint.id), target \(outage.target.text), "
            + catalogue.place(period), limit: constraint.value, found: lost, scale: max(1, lost))
      }
    }
  }

  /// By how much a constraint is missed in a period at most; `nil` where it is no such constraint or names other periods.
  func excess(constraint index: Int, period: Int) -> Double? {
    let constraint = catalogue.dataset.constraints[index]
    guard constraint.period == nil || constraint.period == name(period) else { return nil }
    return zip(catalogue.outages, risk.outageLosses)
      .filter { $0.0.constraints.contains(index) }
      .map { $0.1[period] - constraint.value }.max()
  }

  private func name(_ period: Int) -> String { catalogue.dataset.settings.periods[period].id }

  private func each(_ body: (SurvivedOutage, Int, Double) -> Void) {
    for (outage, losses) in zip(catalogue.outages, risk.outageLosses) {
      for (period, lost) in losses.enumerated() { body(outage, period, lost) }
    }
  }
}
