import SupplyPlan

/// The cost of a plan, line by line, from the raw tables.
struct CostRecount {
  let costs: CostLines
  /// Discounted mean of all sales, the scale of the shortage.
  private let sales: Double

  /// Adds up first stage and states.
  init(firstStage: StatedFirstStage, states: [StateRecount], catalogue: Catalogue) {
    let dataset = catalogue.dataset
    var costs = CostLines()
    for period in 0..<catalogue.periodCount {
      let once = catalogue.oneOffFactor(period)
      let yearly = catalogue.yearlyFactor(period)
      for (index, facility) in dataset.facilities.enumerated() {
        if firstStage.isOpened[index][period] { costs.opening += once * facility.openingCost }
        if firstStage.isClosed[index][period] { costs.closing += once * facility.closingCost }
        if firstStage.isOpen[index][period] {
          costs.facilityFixed += yearly * facility.fixedCost
        }
        costs.incentives -= once * firstStage.granted(index, period)
      }
      for (index, module) in dataset.capacity.enumerated() {
        costs.building += once * Double(firstStage.built[index][period]) * module.buildCost
        costs.moduleFixed += yearly * Double(firstStage.count[index][period]) * module.fixedCost
      }
      for (index, buffer) in dataset.buffers.enumerated() {
        costs.buffers += yearly * firstStage.stock[index][period] * buffer.unitCost
      }
    }
    var sales = 0.0
    for state in states {
      let factor =
        catalogue.yearlyFactor(state.operations.period)
        * catalogue.weight(state.operations.state)
      costs.production += factor * state.production
      costs.freight += factor * state.moves.freight
      costs.duty += factor * state.moves.duty
      costs.pipeline += factor * state.moves.pipeline
      costs.carbon +=
        factor * dataset.settings.carbonPrice * state.emissions.reduce(0, +)
      costs.shortage += factor * state.sales.shortage
      costs.bufferDraws += factor * state.bufferDraws
      sales += factor * state.sales.sales
    }
    self.costs = costs
    self.sales = sales
  }

  /// Compares each line of the plan, their sum, and the total.
  func check(_ plan: Plan, _ findings: Findings) {
    let gross = CostLines.lines.reduce(0) { $0 + abs(costs[keyPath: $1.value]) }
    for (name, line) in CostLines.lines {
      let (expected, found) = (costs[keyPath: line], plan.costs[keyPath: line])
      // Unmet demand is what is left of demand, so it rounds with all sales.
      let usual = name == "shortage" ? sales * Tolerance.smallShare : 0
      findings.equal(
        .costLine, name, expected: expected, found: found,
        scale: max(abs(expected), abs(found), usual, gross * Tolerance.smallMoney))
    }
    guard let cost = plan.cost else { return }
    findings.equal(
      .costSum, "cost", expected: plan.costs.total, found: cost,
      scale: max(gross, abs(cost)))
    findings.equal(
      .cost, "cost", expected: costs.total, found: cost, scale: max(gross, abs(cost)))
  }
}
