import Modeling
import SupplyData
import SupplyNetwork

/// What a facility makes in lots that claim an agreement, and the components in them.
struct LotAmount {
  /// The recipe, by its place in the network.
  var recipe: Int
  /// The agreement, by its place in the network.
  var agreement: Int
  /// Units made.
  var quantity: Double
  /// Components in the lots: goods at the facility, or `nil` for what is drawn from stock.
  var uses: [(product: Int, goods: Goods?, quantity: Double)]
}

extension Activity.Recourse {
  /// Reads what only a wider vocabulary has off a block.
  mutating func addExtras(
    _ block: RecourseBlock, _ point: [Double], _ network: Network, _ noise: QuantityNoise
  ) {
    func cleaned(_ column: LinearProgram.ColumnID?, _ product: Int) -> Double {
      column.map { noise.cleaned(point[$0.index], product: product) } ?? 0
    }
    taken = network.dataset.contracts.map { _ in 0 }
    for (recipe, contracts) in network.contractsOfRecipe.enumerated() {
      // No more is made under contracts than is made.
      var left = produced[recipe]
      for contract in contracts {
        taken[contract] = min(left, cleaned(block.taken[contract], network.recipes[recipe].product))
        left -= taken[contract]
      }
    }
    discards = block.discards.compactMap { discard in
      let quantity = cleaned(discard.column, discard.product)
      guard quantity > 0 else { return nil }
      return (network.goodsYielded(discard.product, at: discard.facility), quantity)
    }
    collected = zip(network.returns, block.collected).map { cleaned($1, $0.returned) }
    for part in block.inQuota {
      let most = flows[part.flow]
      let quantity = min(most, cleaned(part.column, network.flows[part.flow].product))
      if quantity > 0 { inQuota[part.flow] = quantity }
    }
    for part in block.drawnBack {
      let most = flows[part.flow] - (inQuota[part.flow] ?? 0)
      let quantity = min(most, cleaned(part.column, network.flows[part.flow].product))
      if quantity > 0 { drawnBack[part.flow] = quantity }
    }
    if !block.lots.isEmpty { addLots(block, point, network, noise) }
  }

  /// Lots with their components: those that originate as the program has them, the others from what is left of what is used there.
  private mutating func addLots(
    _ block: RecourseBlock, _ point: [Double], _ network: Network, _ noise: QuantityNoise
  ) {
    var left: [Goods: Double] = [:]
    for (index, column) in block.used.enumerated() {
      if let column { left[network.goods[index]] = max(0, point[column.index]) }
    }
    for lot in block.lots {
      let recipe = network.recipes[lot.recipe]
      let quantity = min(
        produced[lot.recipe], noise.cleaned(point[lot.column.index], product: recipe.product))
      guard quantity > 0 else { continue }
      var amount = LotAmount(
        recipe: lot.recipe, agreement: lot.agreement, quantity: quantity, uses: [])
      for use in lot.uses {
        let goods = network.goods[use.goods]
        let taken = noise.cleaned(point[use.column.index], product: goods.product)
        guard taken > 0 else { continue }
        amount.uses.append((goods.product, goods, taken))
        left[goods, default: 0] -= taken
      }
      lots.append(amount)
    }
    for index in lots.indices {
      let recipe = network.recipes[lots[index].recipe]
      for component in network.components[recipe.product] {
        var need =
          component.quantity * lots[index].quantity
          - lots[index].uses.filter { $0.product == component.product }
          .reduce(0) { $0 + $1.quantity }
        for goods in network.goods
        where goods.facility == recipe.facility && goods.product == component.product {
          let taken = noise.cleaned(min(need, left[goods] ?? 0), product: component.product)
          guard taken > 0 else { continue }
          lots[index].uses.append((component.product, goods, taken))
          left[goods, default: 0] -= taken
          need -= taken
        }
        // What is left came from stock.
        let drawn = noise.cleaned(need, product: component.product)
        if drawn > 1e-9 * component.quantity * lots[index].quantity {
          lots[index].uses.append((component.product, nil, drawn))
        }
      }
    }
  }

  /// Units that come into being at facilities without a lane from another, with where they were made.
  func sources(in network: Network) -> [(goods: Goods, madeAt: Int?, quantity: Double)] {
    var sources: [(goods: Goods, madeAt: Int?, quantity: Double)] = []
    var own: [Goods: Double] = [:]
    for (index, quantity) in produced.enumerated() where quantity > 0 {
      let recipe = network.recipes[index]
      own[network.goodsMade(by: recipe), default: 0] += quantity
      for line in network.coproducts[recipe.product] {
        own[network.goodsYielded(line.product, at: recipe.facility), default: 0] +=
          line.quantity * quantity
      }
    }
    for lot in lots {
      let recipe = network.recipes[lot.recipe]
      own[network.goodsMade(by: recipe), default: 0] -= lot.quantity
      own[network.goodsMade(by: recipe, claim: lot.agreement), default: 0] += lot.quantity
    }
    for discard in discards { own[discard.goods, default: 0] -= discard.quantity }
    for (goods, quantity) in own where quantity > 0 {
      sources.append((goods, goods.facility, quantity))
    }
    for (index, quantity) in flows.enumerated() where quantity > 0 {
      let flow = network.flows[index]
      guard !flow.origin.isFacility, let facility = flow.destination.facility else { continue }
      // As they were made, not what may stand for them.
      let goods = Goods(facility: facility, product: flow.product, madeIn: flow.madeIn)
      sources.append((goods, nil, quantity))
    }
    return sources.sorted {
      ($0.goods.facility, $0.goods.product, $0.goods.madeIn, $0.goods.claim ?? -1, $0.quantity)
        < ($1.goods.facility, $1.goods.product, $1.goods.madeIn, $1.goods.claim ?? -1, $1.quantity)
    }
  }

  /// What a recipe makes, split over contracts and claims: the two are independent, so any split with both sums will do.
  func split(ofRecipe recipe: Int, in network: Network) -> [(
    contract: Int?, claim: Int?, quantity: Double
  )] {
    var contracts: [(contract: Int?, quantity: Double)] = network.contractsOfRecipe[recipe].map {
      ($0, taken[$0])
    }
    var claims: [(claim: Int?, quantity: Double)] = lots.filter { $0.recipe == recipe }.map {
      ($0.agreement, $0.quantity)
    }
    contracts.append((nil, produced[recipe] - contracts.reduce(0) { $0 + $1.quantity }))
    claims.append((nil, produced[recipe] - claims.reduce(0) { $0 + $1.quantity }))
    if contracts.count == 1, claims.count == 1 { return [(nil, nil, produced[recipe])] }
    // The corner rule of transportation problems: fill from the first of each.
    let least = 1e-12 * produced[recipe]
    var parts: [(contract: Int?, claim: Int?, quantity: Double)] = []
    var (row, column) = (0, 0)
    while row < contracts.count, column < claims.count {
      let quantity = min(contracts[row].quantity, claims[column].quantity)
      if quantity > least {
        parts.append((contracts[row].contract, claims[column].claim, quantity))
      }
      contracts[row].quantity -= quantity
      claims[column].quantity -= quantity
      if contracts[row].quantity <= least { row += 1 } else { column += 1 }
    }
    return parts
  }
}
