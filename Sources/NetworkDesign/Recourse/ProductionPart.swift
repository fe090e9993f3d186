import Modeling
import SupplyData
import SupplyNetwork

/// Production q and its capacity: `Σ_p capacity_use · q_p ≤ a_σ · Σ_k size_k · n_k` at each facility.
struct ProductionPart {
  let context: RecourseContext

  func add(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    let network = context.network
    let cost = OperatingCost(network: network)
    block.produced = network.recipes.indices.map { index in
      let recipe = network.recipes[index]
      return program.addColumn(
        "made[\(context.facilityName(recipe.facility)),\(context.productName(recipe.product)),"
          + "\(context.suffix)]",
        to: context.bounds.made(by: recipe.facility, recipe: index),
        cost: context.weight
          * (conversion(index, cost) + cost.carbon(ofRecipe: index, context.period)))
    }
    for (facility, recipes) in context.incidence.recipesOfFacility.enumerated()
    where !recipes.isEmpty {
      var load = LinearExpression()
      for recipe in recipes {
        load.add(network.recipes[recipe].capacityUse, block.produced[recipe])
      }
      for module in network.modulesOfFacility[facility] {
        load.add(
          context.stage.count[module],
          times: -context.state.availability[facility] * network.dataset.capacity[module].size)
      }
      program.addRow("capacity[\(context.facilityName(facility)),\(context.suffix)]", load, to: 0)
    }
  }

  /// What a unit costs to make; nothing here where contracts tell it apart from what is made at the production row's cost.
  private func conversion(_ recipe: Int, _ cost: OperatingCost) -> Double {
    guard context.network.contractsOfRecipe[recipe].isEmpty else { return 0 }
    return cost.conversion(ofRecipe: recipe, in: context.state, context.period)
  }
}
