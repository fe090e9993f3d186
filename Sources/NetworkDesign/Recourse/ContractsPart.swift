import Modeling
import SupplyData
import SupplyNetwork

/// Contracts: what is made splits, `q = q⁰ + Σ_k g_k` with `0 ≤ g_k ≤ maximum · w_k`, and what is paid for under a contract is
/// `max(g_k, minimum · w_k)`: what is not taken, at least `minimum · w_k − g_k`, costs as much as what is.
struct ContractsPart {
  let context: RecourseContext

  func add(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    let network = context.network
    let contracts = network.dataset.contracts
    block.spot = network.recipes.map { _ in nil }
    block.taken = contracts.map { _ in nil }
    block.untaken = contracts.map { _ in nil }
    if contracts.isEmpty { return }
    let cost = OperatingCost(network: network)
    for (recipe, contracts) in network.contractsOfRecipe.enumerated() where !contracts.isEmpty {
      addSplit(of: recipe, contracts, cost, to: &program, &block)
    }
    for (index, contract) in contracts.enumerated() where contract.minimum > 0 {
      let untaken = program.addColumn(
        "untaken[\(contract.id),\(context.suffix)]", to: contract.minimum,
        cost: context.weight * cost.contract(index, in: context.state, context.period))
      block.untaken[index] = untaken
      var paid = LinearExpression(1, untaken)
      if let taken = block.taken[index] { paid.add(1, taken) }
      paid.add(context.stage.signed[index], times: -contract.minimum)
      program.addRow("takeOrPay[\(contract.id),\(context.suffix)]", paid, from: 0)
    }
  }

  private func addSplit(
    of recipe: Int, _ contracts: [Int], _ cost: OperatingCost, to program: inout LinearProgram,
    _ block: inout RecourseBlock
  ) {
    let network = context.network
    let row = network.recipes[recipe]
    let most = context.bounds.made(by: row.facility, recipe: recipe)
    let key =
      "[\(context.facilityName(row.facility)),\(context.productName(row.product)),\(context.suffix)]"
    let spot = program.addColumn(
      "spot\(key)", to: most,
      cost: context.weight
        * cost.conversion(ofRecipe: recipe, in: context.state, context.period))
    block.spot[recipe] = spot
    var split = LinearExpression(1, spot)
    split.add(-1, block.produced[recipe])
    for index in contracts {
      let contract = network.dataset.contracts[index]
      let taken = program.addColumn(
        "taken[\(contract.id),\(context.suffix)]", to: min(most, contract.maximum),
        cost: context.weight * cost.contract(index, in: context.state, context.period))
      block.taken[index] = taken
      split.add(1, taken)
      if context.form == .gates { continue }
      var excess = LinearExpression(1, taken)
      excess.add(context.stage.signed[index], times: -min(most, contract.maximum))
      program.addRow("signed[\(contract.id),\(context.suffix)]", excess, to: 0)
    }
    program.addRow("split\(key)", split, from: 0, to: 0)
  }

  /// What is made under a contract only while it is signed, where that is no row.
  func gates(_ block: RecourseBlock) -> [Gate] {
    block.taken.enumerated().compactMap { index, column in
      guard let column else { return nil }
      let contract = context.network.dataset.contracts[index]
      return Gate(
        columns: [column], most: contract.maximum, key: .contract(index),
        what: "signed[\(contract.id)")
    }
  }
}
