import Modeling
import SupplyData
import SupplyNetwork

/// Goods at facilities: for each product, origin and claim `made + yielded + received = shipped + used + discarded`, and for each
/// component `Σ_origin used + w = Σ_q bom · q`.
///
/// Goods that cannot be sent on are used where they arrive, `used = received`: in a block made in the form of gates they have
/// neither a column nor a row of their own.
struct BalancePart {
  let context: RecourseContext

  func add(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    addUse(to: &program, &block)
    addGoodsBalances(to: &program, &block)
    addComponentBalances(to: &program, &block)
  }

  private func addUse(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    block.used = context.network.goods.map { goods in
      guard context.incidence.consumed[goods.facility].contains(goods.product),
        !context.isUsedOnArrival(goods)
      else { return nil }
      return program.addColumn(
        "used[\(name(of: goods)),\(context.suffix)]",
        to: context.bounds.eaten(by: goods.facility, product: goods.product))
    }
  }

  private func addGoodsBalances(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    let network = context.network
    for facility in network.dataset.facilities.indices {
      let indices = context.incidence.goodsOfFacility[facility]
      if indices.isEmpty { continue }
      let surplus = surplus(at: facility, block)
      for index in indices {
        if context.isUsedOnArrival(network.goods[index]) { continue }
        var balance = surplus[network.goods[index]] ?? LinearExpression()
        if let used = block.used[index] { balance.add(-1, used) }
        if balance.isZero { continue }
        let row = program.addRow(
          "balance[\(name(of: network.goods[index])),\(context.suffix)]", balance, from: 0, to: 0)
        block.goodsRows.append(
          GoodsRow(
            row: row, kind: .balance, product: network.goods[index].product,
            node: .facility(facility)))
      }
    }
  }

  /// `made + received − shipped` of the goods at a facility.
  private func surplus(at facility: Int, _ block: RecourseBlock) -> [Goods: LinearExpression] {
    let network = context.network
    var surplus: [Goods: LinearExpression] = [:]
    for recipe in context.incidence.recipesOfFacility[facility] {
      let row = network.recipes[recipe]
      surplus[network.goodsMade(by: row), default: LinearExpression()]
        .add(1, block.produced[recipe])
      for coproduct in network.coproducts[row.product] {
        surplus[network.goodsYielded(coproduct.product, at: facility), default: LinearExpression()]
          .add(coproduct.quantity, block.produced[recipe])
      }
    }
    for lot in block.lots where network.recipes[lot.recipe].facility == facility {
      let recipe = network.recipes[lot.recipe]
      surplus[network.goodsMade(by: recipe), default: LinearExpression()].add(-1, lot.column)
      surplus[network.goodsMade(by: recipe, claim: lot.agreement), default: LinearExpression()]
        .add(1, lot.column)
    }
    for discard in block.discards where discard.facility == facility {
      surplus[network.goodsYielded(discard.product, at: facility), default: LinearExpression()]
        .add(-1, discard.column)
    }
    for flow in context.incidence.flowsIn[facility] {
      guard let column = block.flows[flow],
        let reached = network.goodsReached(by: network.flows[flow])
      else { continue }
      surplus[reached, default: LinearExpression()].add(1, column)
    }
    for flow in context.incidence.flowsOut[facility] {
      guard let column = block.flows[flow],
        let sent = network.goodsSent(by: network.flows[flow])
      else { continue }
      surplus[sent, default: LinearExpression()].add(-1, column)
    }
    return surplus
  }

  private func addComponentBalances(
    to program: inout LinearProgram, _ block: inout RecourseBlock
  ) {
    let network = context.network
    for facility in network.dataset.facilities.indices
    where !context.incidence.consumed[facility].isEmpty {
      let arrived = surplus(at: facility, block)
      for component in context.incidence.consumed[facility].sorted() {
        var balance = LinearExpression()
        for goods in context.incidence.goodsOfFacility[facility]
        where network.goods[goods].product == component {
          if let used = block.used[goods] { balance.add(1, used) }
          if context.isUsedOnArrival(network.goods[goods]) {
            balance.add(arrived[network.goods[goods]] ?? LinearExpression())
          }
        }
        for buffer in context.incidence.buffersOfFacility[facility]
        where context.incidence.productOfBuffer[buffer] == component {
          if let w = block.drawn[buffer] { balance.add(1, w) }
        }
        for recipe in context.incidence.recipesOfFacility[facility] {
          for line in network.components[network.recipes[recipe].product]
          where line.product == component {
            balance.add(-line.quantity, block.produced[recipe])
          }
        }
        let row = program.addRow(
          "component[\(context.facilityName(facility)),\(context.productName(component)),"
            + "\(context.suffix)]", balance, from: 0, to: 0)
        block.goodsRows.append(
          GoodsRow(row: row, kind: .component, product: component, node: .facility(facility)))
      }
    }
  }

  private func name(of goods: Goods) -> String {
    "\(context.facilityName(goods.facility)),\(context.productName(goods.product)),"
      + context.countryName(goods.madeIn) + context.claimName(goods.claim)
  }
}
