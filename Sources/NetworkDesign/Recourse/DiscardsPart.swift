import Modeling
import SupplyNetwork

/// What may be thrown away: of a coproduct, and of a product that has coproducts, any part of what is yielded or made of it at a
/// facility, lots that claim an agreement excepted, free of cost.
struct DiscardsPart {
  let context: RecourseContext

  func addColumns(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    for (facility, product) in context.incidence.discardable {
      let most = context.incidence.recipesOfFacility[facility].reduce(0.0) { sum, recipe in
        sum + yield(of: product, byRecipe: recipe)
          * context.bounds.made(by: facility, recipe: recipe)
      }
      let column = program.addColumn("discarded\(name(facility, product))", to: most)
      block.discards.append(Discard(facility: facility, product: product, column: column))
    }
  }

  func addRows(to program: inout LinearProgram, _ block: RecourseBlock) {
    for discard in block.discards {
      var excess = LinearExpression(1, discard.column)
      for recipe in context.incidence.recipesOfFacility[discard.facility] {
        let yield = yield(of: discard.product, byRecipe: recipe)
        if yield > 0 { excess.add(-yield, block.produced[recipe]) }
      }
      for lot in block.lots where isOf(discard, context.network.recipes[lot.recipe]) {
        excess.add(1, lot.column)
      }
      program.addRow("discardable\(name(discard.facility, discard.product))", excess, to: 0)
    }
  }

  /// Whether a recipe makes what is thrown away.
  private func isOf(_ discard: Discard, _ recipe: Network.Recipe) -> Bool {
    recipe.facility == discard.facility && recipe.product == discard.product
  }

  /// What may be thrown away of a product for each unit that a recipe makes.
  private func yield(of product: Int, byRecipe recipe: Int) -> Double {
    let network = context.network
    let made = network.recipes[recipe].product
    let yielded = network.coproducts[made].filter { $0.product == product }
      .reduce(0.0) { $0 + $1.quantity }
    return yielded + (made == product ? 1 : 0)
  }

  private func name(_ facility: Int, _ product: Int) -> String {
    "[\(context.facilityName(facility)),\(context.productName(product)),\(context.suffix)]"
  }
}
