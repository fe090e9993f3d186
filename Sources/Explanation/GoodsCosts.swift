import NetworkDesign
import SupplyData
import SupplyNetwork

/// What a unit of each goods at each facility has cost until it leaves, in one period's normal state.
///
/// Goods of one product and country of origin are mixed in proportion where they meet, so all that leaves costs the same:
/// `c_g · out_g = made_g · m_g + Σ_f x_f (c_source(f) + lane_f)`, where `m_g` is production with the components that
/// it consumes at their own landed cost. Facilities may send goods round, so the equations are solved by sweeps; without
/// a round they are exact once every path has been walked. Money is divided by what leaves, so that none is lost.
struct GoodsCosts {
  let network: Network
  let shape: CostShape
  /// Where each goods at a facility comes from.
  private(set) var sources: [Goods: Sources] = [:]
  /// Money per unit that leaves.
  private(set) var unit: [Goods: CostVector] = [:]
  /// Money per unit of each flow on its lane.
  private(set) var lane: [Int: CostVector] = [:]

  /// Where goods at a facility come from, and where they go.
  struct Sources {
    var made = 0.0
    /// Money per unit made: production, carbon and components.
    var madeCost: CostVector
    var flowsIn: [(flow: Int, quantity: Double)] = []
    var shipped = 0.0
    /// Consumed by the facility.
    var used = 0.0
    /// All that leaves.
    var out: Double { shipped + used }
  }

  /// The period, by its place in the dataset.
  let period: Int
  private let conversion: [Int: Double]

  init(
    _ network: Network, _ shape: CostShape, _ layers: DutyLayers, _ operations: NormalOperations,
    period: Int
  ) {
    self.network = network
    self.period = period
    conversion = operations.conversion
    self.shape = shape
    for (place, quantity) in operations.flows {
      var cost = laneCost(place, layers)
      if let duty = operations.duty[place] {
        cost.own[CostShape.quota] -= duty.saved / quantity
        cost.own[CostShape.drawback] -= duty.drawnBack / quantity
      }
      lane[place] = cost
    }
    collect(operations)
    settle(operations)
  }

  /// The goods that a flow carries, at its origin; `nil` for what a customer returns.
  func goods(of flow: Int) -> Goods? { network.goodsSent(by: network.flows[flow]) }

  private func demand(servedBy flow: Flow) -> Int? {
    guard flow.safetyStockCost > 0 else { return nil }
    return network.demands.firstIndex {
      flow.destination == .customer($0.customer) && flow.product == $0.product
    }
  }

  /// Money per unit on a lane, out of any quota: freight, the layers of duty, pipeline, carbon, handling and safety stock.
  func laneCost(_ place: Int, _ layers: DutyLayers) -> CostVector {
    let (flow, dataset) = (network.flows[place], network.dataset)
    var cost = CostVector(shape)
    let operating = OperatingCost(network: network)
    cost.own[CostShape.freight] = operating.freight(of: place, in: network.states[0], period)
    cost.own[CostShape.pipeline] = flow.pipelineCost
    cost.own[CostShape.carbon] = operating.carbon(of: place, period)
    cost.own[CostShape.handling] = operating.handling(of: place, period)
    cost.own[CostShape.safetyStock] = operating.safetyStock(
      of: place, demand: demand(servedBy: flow), period)
    for layer in layers.layers(of: flow, period: period) {
      cost.own[shape.place(ofLayer: layer.layer)] +=
        layer.rate * dataset.products[flow.product].value + layer.unitRate
    }
    return cost
  }

  private mutating func collect(_ operations: NormalOperations) {
    let none = CostVector(shape)
    for (place, quantity) in operations.production {
      let recipe = network.recipes[place]
      sources[made(place), default: Sources(madeCost: none)].made += quantity
      for line in network.coproducts[recipe.product] {
        let goods = network.goodsYielded(line.product, at: recipe.facility)
        sources[goods, default: Sources(madeCost: none)].made += line.quantity * quantity
      }
    }
    for lot in operations.lots {
      let recipe = network.recipes[lot.recipe]
      sources[made(lot.recipe)]?.made -= lot.quantity
      sources[network.goodsMade(by: recipe, claim: lot.claim), default: Sources(madeCost: none)]
        .made += lot.quantity
    }
    for (place, quantity) in operations.flows {
      if let sent = goods(of: place) {
        sources[sent, default: Sources(madeCost: none)].shipped += quantity
      }
      guard case .facility(let facility) = network.flows[place].destination else { continue }
      let row = network.flows[place]
      let target = Goods(
        facility: facility, product: row.product, madeIn: row.madeIn, claim: row.claim)
      sources[target, default: Sources(madeCost: none)].flowsIn.append((place, quantity))
    }
    var consumed: Set<[Int]> = []
    for recipe in network.recipes {
      for component in network.components[recipe.product] {
        consumed.insert([recipe.facility, component.product])
      }
    }
    for (goods, source) in sources where consumed.contains([goods.facility, goods.product]) {
      let entered = source.flowsIn.reduce(source.made) { $0 + $1.quantity }
      sources[goods]?.used = max(0, entered - source.shipped)
    }
  }

  private func made(_ recipe: Int) -> Goods {
    let row = network.recipes[recipe]
    return Goods(
      facility: row.facility, product: row.product,
      madeIn: network.countryOfFacility[row.facility])
  }

  private mutating func settle(_ operations: NormalOperations) {
    let order = sources.keys.sorted {
      ($0.facility, $0.product, $0.madeIn, $0.claim ?? -1)
        < ($1.facility, $1.product, $1.madeIn, $1.claim ?? -1)
    }
    for goods in order { unit[goods] = CostVector(shape) }
    let goodsAt = Dictionary(grouping: order, by: \.facility)
    var recipesAt: [Int: [(recipe: Int, quantity: Double)]] = [:]
    for row in operations.production {
      recipesAt[network.recipes[row.recipe].facility, default: []].append(row)
    }
    for _ in 0..<Self.mostSweeps {
      for (facility, rows) in recipesAt { priceProduction(goodsAt[facility] ?? [], rows) }
      var change = 0.0
      for goods in order {
        guard let source = sources[goods], source.out > 0 else { continue }
        var money = source.madeCost.scaled(by: source.made)
        for (flow, quantity) in source.flowsIn {
          if let before = self.goods(of: flow).flatMap({ unit[$0] }) {
            money.add(before, times: quantity)
          }
          if let lane = lane[flow] { money.add(lane, times: quantity) }
        }
        let cost = money.scaled(by: 1 / source.out)
        if let before = unit[goods] {
          change = max(change, cost.difference(to: before) / max(1, cost.total))
        }
        unit[goods] = cost
      }
      if change < Self.smallestChange { return }
    }
  }

  /// The cost of a unit made of each product: what components cost is shared out by what each product needs of them.
  ///
  /// - Parameter here: the goods at the facility.
  private mutating func priceProduction(
    _ here: [Goods], _ rows: [(recipe: Int, quantity: Double)]
  ) {
    var needed: [Int: Double] = [:]
    for (recipe, quantity) in rows {
      for component in network.components[network.recipes[recipe].product] {
        needed[component.product, default: 0] += component.quantity * quantity
      }
    }
    var shared: [Goods: CostVector] = [:]
    var perUnit: [Int: CostVector] = [:]
    for (product, need) in needed where need > 0 {
      var money = CostVector(shape)
      for goods in here where goods.product == product {
        guard let used = sources[goods]?.used, used > 0, let cost = unit[goods] else { continue }
        money.add(cost, times: used)
      }
      perUnit[product] = money.scaled(by: 1 / need).asComponents
    }
    for (recipe, quantity) in rows {
      let row = network.recipes[recipe]
      var cost = CostVector(shape)
      let operating = OperatingCost(network: network)
      cost.own[CostShape.production] =
        network.contractsOfRecipe[recipe].isEmpty
        ? operating.conversion(ofRecipe: recipe, in: network.states[0], period)
        : (conversion[recipe] ?? 0) / quantity
      cost.own[CostShape.carbon] = operating.carbon(ofRecipe: recipe, period)
      for component in network.components[row.product] {
        if let price = perUnit[component.product] {
          cost.add(price, times: component.quantity)
        }
      }
      share(cost, ofRecipe: recipe, quantity, among: here, &shared)
    }
    for (goods, money) in shared {
      guard let made = sources[goods]?.made, made > 0 else { continue }
      sources[goods]?.madeCost = money.scaled(by: 1 / made)
    }
  }

  /// Puts the cost of a unit made on what comes of it: where there are coproducts by customs value, and only on what leaves, for a run
  /// that is thrown away has no price.
  ///
  /// - Parameter shared: money a year of goods that several recipes may bring about.
  private mutating func share(
    _ cost: CostVector, ofRecipe recipe: Int, _ quantity: Double, among here: [Goods],
    _ shared: inout [Goods: CostVector]
  ) {
    let row = network.recipes[recipe]
    let country = network.countryOfFacility[row.facility]
    func goods(of product: Int) -> [Goods] {
      here.filter { $0.product == product && $0.madeIn == country }
    }
    let coproducts = network.coproducts[row.product]
    if coproducts.isEmpty {
      for goods in goods(of: row.product) { sources[goods]?.madeCost = cost }
      return
    }
    let outputs = ([(product: row.product, quantity: 1.0)] + coproducts).filter { output in
      goods(of: output.product).contains { sources[$0]?.out ?? 0 > 0 }
    }
    func worth(_ output: (product: Int, quantity: Double)) -> Double {
      output.quantity * network.dataset.products[output.product].value
    }
    let total = outputs.reduce(0.0) { $0 + worth($1) }
    guard total > 0 else { return }
    for output in outputs {
      let money = cost.scaled(by: quantity * worth(output) / total)
      let goods = goods(of: output.product).filter { sources[$0]?.made ?? 0 > 0 }
      let made = goods.reduce(0.0) { $0 + (sources[$1]?.made ?? 0) }
      for goods in goods {
        let part = made > 0 ? (sources[goods]?.made ?? 0) / made : 0
        shared[goods, default: CostVector(shape)].add(money, times: part)
      }
    }
  }

  private static let mostSweeps = 2000
  private static let smallestChange = 1e-14
}
