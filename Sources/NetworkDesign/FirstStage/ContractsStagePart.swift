import Modeling
import SupplyData
import SupplyNetwork

/// Contracts: `w ≤ y`, and of a facility and product at most one is signed in a period. The current network has those of today.
struct ContractsStagePart {
  let network: Network
  let horizon: Horizon
  let choice: DesignQuestion.FirstStageChoice

  func add(to program: inout LinearProgram, _ stage: inout FirstStage) {
    let dataset = network.dataset
    var together: [[String]: LinearExpression] = [:]
    for (index, contract) in dataset.contracts.enumerated() {
      let facility = network.facilityOfContract[index]
      stage.signed.append(
        dataset.settings.periods.indices.map { t in
          let period = dataset.settings.periods[t].id
          let key = "[\(contract.id),\(period)]"
          let fixed = choice.isSigned(index, contract, in: t).map { $0 ? 1.0 : 0 }
          let w = program.addColumn(
            "sign\(key)", from: fixed ?? 0, to: fixed ?? 1,
            cost: horizon.yearly[t] * contract.fixedCost, isInteger: true)
          var link = LinearExpression(1, w)
          link.add(stage.open[facility][t], times: -1)
          program.addRow("signLink\(key)", link, to: 0)
          together[[contract.facility, contract.product, period], default: LinearExpression()]
            .add(1, w)
          return LinearExpression(1, w)
        })
    }
    for (key, sum) in together.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where sum.terms.count > 1 {
      program.addRow("signOne[\(key.joined(separator: ","))]", sum, to: 1)
    }
  }
}
