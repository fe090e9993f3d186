import Modeling
import SupplyData
import SupplyNetwork

/// Lots that claim an agreement with a content rule: of what is made, `q = q^none + Σ_G q^G`, and in the lots of each G the
/// components that do not originate there are worth at most a share of what is made,
///
///     Σ_k value_k · (bom_k · q^G − Σ originating use) ≤ (1 − content) · value · q^G.
///
/// Only uses that originate are told apart by lot: all other components, and what is drawn from stock, count alike in every lot, so
/// how they are shared out among the lots binds nothing.
struct LotsPart {
  let context: RecourseContext

  func addColumns(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    let network = context.network
    for (index, recipe) in network.recipes.enumerated() {
      for agreement in recipe.claims {
        let most = context.bounds.made(by: recipe.facility, recipe: index)
        let column = program.addColumn("lot\(name(recipe, agreement))]", to: most)
        let uses = context.incidence.goodsOfFacility[recipe.facility].compactMap {
          goods -> (goods: Int, column: LinearProgram.ColumnID)? in
          let used = network.goods[goods]
          guard let quantity = quantity(of: used.product, in: recipe), originates(used, agreement)
          else { return nil }
          return (
            goods,
            program.addColumn(
              "originating\(name(recipe, agreement)),\(context.productName(used.product)),"
                + "\(context.countryName(used.madeIn))\(context.claimName(used.claim))]",
              to: quantity * most)
          )
        }
        block.lots.append(Lot(recipe: index, agreement: agreement, column: column, uses: uses))
      }
    }
  }

  func addRows(to program: inout LinearProgram, _ block: RecourseBlock) {
    let network = context.network
    var inLots: [Int: LinearExpression] = [:]
    var usedInLots: [Int: LinearExpression] = [:]
    for lot in block.lots {
      inLots[lot.recipe, default: LinearExpression()].add(1, lot.column)
      for use in lot.uses { usedInLots[use.goods, default: LinearExpression()].add(1, use.column) }
      addContent(of: lot, to: &program)
    }
    for (recipe, lots) in inLots.sorted(by: { $0.key < $1.key }) {
      var excess = lots
      excess.add(-1, block.produced[recipe])
      let row = network.recipes[recipe]
      program.addRow(
        "lots[\(context.facilityName(row.facility)),\(context.productName(row.product)),"
          + "\(context.suffix)]", excess, to: 0)
    }
    for (goods, uses) in usedInLots.sorted(by: { $0.key < $1.key }) {
      guard let used = block.used[goods] else { continue }
      var excess = uses
      excess.add(-1, used)
      let row = network.goods[goods]
      program.addRow(
        "usedInLots[\(context.facilityName(row.facility)),\(context.productName(row.product)),"
          + "\(context.countryName(row.madeIn))\(context.claimName(row.claim)),\(context.suffix)]",
        excess, to: 0)
    }
  }

  private func addContent(of lot: Lot, to program: inout LinearProgram) {
    let network = context.network
    let recipe = network.recipes[lot.recipe]
    let value = network.dataset.products[recipe.product].value
    let content = network.agreements[lot.agreement].content[recipe.product] ?? 0
    // Divided by the product's value, so that the row is of units.
    var foreign = LinearExpression()
    foreign.add(-(1 - content), lot.column)
    for component in network.components[recipe.product] {
      let worth = network.dataset.products[component.product].value / value
      foreign.add(worth * component.quantity, lot.column)
      var uses = LinearExpression()
      for use in lot.uses where network.goods[use.goods].product == component.product {
        foreign.add(-worth, use.column)
        uses.add(1, use.column)
      }
      if uses.isZero { continue }
      uses.add(-component.quantity, lot.column)
      program.addRow(
        "lotUse\(name(recipe, lot.agreement)),\(context.productName(component.product))]", uses,
        to: 0)
    }
    program.addRow("content\(name(recipe, lot.agreement))]", foreign, to: 0)
  }

  private func quantity(of component: Int, in recipe: Network.Recipe) -> Double? {
    context.network.components[recipe.product].first { $0.product == component }?.quantity
  }

  private func originates(_ goods: Goods, _ agreement: Int) -> Bool {
    context.network.agreements[agreement].qualifies(
      goods.product, madeIn: goods.madeIn, isClaimed: goods.claim == agreement)
  }

  private func name(_ recipe: Network.Recipe, _ agreement: Int) -> String {
    "[\(context.facilityName(recipe.facility)),\(context.productName(recipe.product))"
      + "\(context.claimName(agreement)),\(context.suffix)"
  }
}
