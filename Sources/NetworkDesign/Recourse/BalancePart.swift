import Modeling
import SupplyData
import SupplyNetwork

/// Goods at facilities: for each product and origin `made + received = shipped + used`, and for each component
/// `Σ_origin used + w = Σ_q bom · q`.
struct BalancePart {
  let context: RecourseContext

  func add(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    addUse(to: &program, &block)
    addGoodsBalances(to: &program, &block)
    addComponentBalances(to: &program, &block)
  }

  private func addUse(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    block.used = context.network.goods.map { goods in
      guard context.incidence.consumed[goods.facility].contains(goods.product) else { return nil }
      return program.addColumn(
        "used[\(name(of: goods)),\(context.suffix)]",
        to: context.bounds.eaten(by: goods.facility, product: goods.product))
    }
  }

  private func addGoodsBalances(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    let network = context.network
    for facility in network.dataset.facilities.indices {
      let places = context.incidence.goodsOfFacility[facility]
      if places.isEmpty { continue }
      var surplus: [[Int]: LinearExpression] = [:]
      for recipe in context.incidence.recipesOfFacility[facility] {
        let key = [network.recipes[recipe].product, network.countryOfFacility[facility]]
        surplus[key, default: LinearExpression()].add(1, block.produced[recipe])
      }
      for (flows, sign) in [
        (context.incidence.flowsIn[facility], 1.0), (context.incidence.flowsOut[facility], -1.0),
      ] {
        for flow in flows {
          guard let column = block.flows[flow] else { continue }
          let key = [network.flows[flow].product, network.flows[flow].madeIn]
          surplus[key, default: LinearExpression()].add(sign, column)
        }
      }
      for place in places {
        let goods = network.goods[place]
        var balance = surplus[[goods.product, goods.madeIn]] ?? LinearExpression()
        if let used = block.used[place] { balance.add(-1, used) }
        if balance.isZero { continue }
        let row = program.addRow(
          "balance[\(name(of: goods)),\(context.suffix)]", balance, from: 0, to: 0)
        block.goodsRows.append(
          GoodsRow(row: row, kind: .balance, product: goods.product, node: .facility(facility)))
      }
    }
  }

  private func addComponentBalances(
    to program: inout LinearProgram, _ block: inout RecourseBlock
  ) {
    let network = context.network
    for facility in network.dataset.facilities.indices {
      for component in context.incidence.consumed[facility].sorted() {
        var balance = LinearExpression()
        for goods in context.incidence.goodsOfFacility[facility]
        where network.goods[goods].product == component {
          if let used = block.used[goods] { balance.add(1, used) }
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
      + context.countryName(goods.madeIn)
  }
}
