import SupplyData

/// Judges what is made under contracts in one period and state, and adds up what making costs.
struct ContractCheck {
  let operations: Operations
  let conditions: StateConditions
  let firstStage: StatedFirstStage
  let catalogue: Catalogue
  let findings: Findings

  /// Judges every contract and answers what all that is made costs a year.
  ///
  /// Under a contract its unit cost is paid for what is made, yet at least for its minimum; for all else that of the production row; both
  /// at the prices of the period and state.
  func run() -> Double {
    var cost = 0.0
    var made = [Double](repeating: 0, count: catalogue.dataset.contracts.count)
    for row in operations.production {
      if let contract = row.contract {
        made[contract] += row.quantity
      } else if let making = catalogue.makes[row.node][row.product] {
        cost += making.unitCost * price(row.node, row.product) * row.quantity
      }
    }
    for (index, contract) in catalogue.dataset.contracts.enumerated() {
      guard let facility = catalogue.facility(contract.facility),
        let product = catalogue.productIndex[contract.product]
      else { continue }
      let isSigned = firstStage.isSigned[index][operations.period]
      findings.atMost(
        .contractLimit,
        "contract \(contract.id), \(catalogue.place(operations.period, operations.state))",
        limit: isSigned ? contract.maximum : 0, found: made[index],
        scale: max(contract.maximum, made[index]))
      cost +=
        contract.unitCost * price(facility, product)
        * max(made[index], isSigned ? contract.minimum : 0)
    }
    return cost
  }

  private func price(_ facility: Int, _ product: Int) -> Double {
    catalogue.escalation.factor(.production, facility, operations.period)
      * conditions.productionCostFactor(facility, product)
  }
}
