import SupplyData
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
        let factor = { catalogue.escalation.factor($0, index, period) }
        if firstStage.isOpened[index][period] {
          costs.opening += once * catalogue.openingCost(index, period)
        }
        if firstStage.isClosed[index][period] {
          costs.closing += once * facility.closingCost * factor(.closing)
        }
        if firstStage.isOpen[index][period] {
          costs.facilityFixed += yearly * facility.fixedCost * factor(.facilityFixed)
        }
        costs.incentives -= once * firstStage.granted(index, period)
      }
      for (index, module) in dataset.capacity.enumerated() {
        guard let facility = catalogue.facility(module.facility) else { continue }
        costs.building +=
          once * Double(firstStage.built[index][period])
          * catalogue.buildCost(index, of: facility, period)
        costs.moduleFixed +=
          yearly * Double(firstStage.count[index][period]) * module.fixedCost
          * catalogue.escalation.factor(.moduleFixed, facility, period)
      }
      for (index, buffer) in dataset.buffers.enumerated() {
        costs.buffers += yearly * firstStage.stock[index][period] * buffer.unitCost
      }
      for (index, contract) in dataset.contracts.enumerated()
      where firstStage.isSigned[index][period] {
        costs.contracts += yearly * contract.fixedCost
      }
      for (index, cluster) in dataset.clusters.enumerated() where firstStage.isMet[index][period] {
        costs.clusters -= yearly * cluster.saving
      }
    }
    var sales = 0.0
    for state in states {
      let period = state.operations.period
      let factor = catalogue.yearlyFactor(period) * catalogue.weight(state.operations.state)
      costs.production += factor * state.production
      costs.freight += factor * state.moves.freight
      costs.handling += factor * state.moves.handling
      costs.duty += factor * state.duties.duty
      costs.drawback -= factor * state.duties.refund
      costs.pipeline += factor * state.moves.pipeline
      costs.safetyStock += factor * state.moves.safetyStock
      costs.carbon +=
        factor * dataset.settings.carbonPrice * catalogue.escalation.carbonPrice(period)
        * state.allEmissions
      costs.collection += factor * state.collection
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
