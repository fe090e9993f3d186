import Modeling
import SupplyNetwork

/// Drawback: of each flow of a component on which duty is paid `d ≤ x − h` is drawn back, against what the facility makes of it and
/// exports,
///
///     Σ_f d_f ≤ Σ_p bom_pk · e_p      e_p ≤ made      e_p ≤ shipped straight out of the territory
///     Σ_facilities of the territory e_p ≤ what leaves the territory − what enters it, of p made there.
struct DrawbackPart {
  let context: RecourseContext

  func add(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    let incidence = context.incidence
    if incidence.flowsWithDrawback.isEmpty { return }
    addDrawn(to: &program, &block)
    addCredits(to: &program, &block)
    addAgainstCredits(to: &program, block)
    addNetExports(to: &program, block)
  }

  private func addDrawn(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    let cost = OperatingCost(network: context.network)
    let inQuota = Dictionary(
      block.inQuota.map { ($0.flow, $0.column) }, uniquingKeysWith: { first, _ in first })
    for flow in context.incidence.flowsWithDrawback {
      guard let whole = block.flows[flow] else { continue }
      let refund = cost.refund(of: flow, in: context.state, context.period)
      if refund == nil, context.form != .gates { continue }
      let column = program.addColumn(
        "drawnBack\(context.flowName(flow))",
        to: refund == nil ? 0 : program.columns[whole.index].upper,
        cost: -context.weight * (refund ?? 0))
      block.drawnBack.append(PartOfFlow(flow: flow, column: column))
      var excess = LinearExpression(1, column)
      excess.add(-1, whole)
      if let other = inQuota[flow] { excess.add(1, other) }
      program.addRow("drawnFromFlow\(context.flowName(flow))", excess, to: 0)
    }
  }

  /// Who may be credited: makers of something for which a component may be drawn back.
  private func addCredits(to program: inout LinearProgram, _ block: inout RecourseBlock) {
    let network = context.network
    let drawn = Set(
      context.incidence.flowsWithDrawback.compactMap { flow -> [Int]? in
        network.flows[flow].destination.facility.map { [$0, network.flows[flow].product] }
      })
    for (index, recipe) in network.recipes.enumerated()
    where network.components[recipe.product].contains(where: {
      drawn.contains([recipe.facility, $0.product])
    }) {
      let key =
        "[\(context.facilityName(recipe.facility)),\(context.productName(recipe.product)),"
        + "\(context.suffix)]"
      let column = program.addColumn(
        "credited\(key)", to: context.bounds.made(by: recipe.facility, recipe: index))
      block.credited.append((index, column))
      var beyondMade = LinearExpression(1, column)
      beyondMade.add(-1, block.produced[index])
      program.addRow("creditOfMade\(key)", beyondMade, to: 0)
      var beyondExported = LinearExpression(1, column)
      let country = network.countryOfFacility[recipe.facility]
      for flow in context.incidence.flowsOut[recipe.facility] {
        let row = network.flows[flow]
        guard row.product == recipe.product, row.madeIn == country,
          !network.areOneTerritory(country, network.countryIndex(of: row.destination)),
          let shipped = block.flows[flow]
        else { continue }
        beyondExported.add(-1, shipped)
      }
      program.addRow("creditOfExports\(key)", beyondExported, to: 0)
    }
  }

  private func addAgainstCredits(to program: inout LinearProgram, _ block: RecourseBlock) {
    let network = context.network
    var excess: [[Int]: LinearExpression] = [:]
    for part in block.drawnBack {
      let flow = network.flows[part.flow]
      guard let facility = flow.destination.facility else { continue }
      excess[[facility, flow.product], default: LinearExpression()].add(1, part.column)
    }
    for (key, drawn) in excess.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      var excess = drawn
      for credit in block.credited {
        let recipe = network.recipes[credit.recipe]
        guard recipe.facility == key[0] else { continue }
        for component in network.components[recipe.product] where component.product == key[1] {
          excess.add(-component.quantity, credit.column)
        }
      }
      program.addRow(
        "drawback[\(context.facilityName(key[0])),\(context.productName(key[1])),\(context.suffix)]",
        excess, to: 0)
    }
  }

  private func addNetExports(to program: inout LinearProgram, _ block: RecourseBlock) {
    let network = context.network
    var credits: [[Int]: LinearExpression] = [:]
    for credit in block.credited {
      let recipe = network.recipes[credit.recipe]
      let territory = network.territoryOfCountry[network.countryOfFacility[recipe.facility]]
      credits[[territory, recipe.product], default: LinearExpression()].add(1, credit.column)
    }
    for (key, credited) in credits.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      var excess = credited
      func isWithin(_ country: Int) -> Bool { network.territoryOfCountry[country] == key[0] }
      for (index, flow) in network.flows.enumerated()
      where flow.product == key[1] && isWithin(flow.madeIn) {
        guard let column = block.flows[index] else { continue }
        let leaves = isWithin(network.countryIndex(of: flow.origin))
        let enters = isWithin(network.countryIndex(of: flow.destination))
        if leaves && !enters { excess.add(-1, column) }
        if enters && !leaves { excess.add(1, column) }
      }
      program.addRow(
        "netExports[\(context.countryName(key[0])),\(context.productName(key[1])),\(context.suffix)]",
        excess, to: 0)
    }
  }
}
