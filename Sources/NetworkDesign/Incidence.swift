import SupplyData
package import SupplyNetwork

/// Who touches whom in a network: lookups that the parts of the formulation share.
package struct Incidence: Sendable {
  /// Flows that leave each facility.
  package let flowsOut: [[Int]]
  /// Flows that reach each facility.
  package let flowsIn: [[Int]]
  /// Flows of what each customer returns.
  package let flowsOutOfCustomer: [[Int]]
  /// Flows that a quota speaks of in some period.
  package let flowsOfQuotas: [Int]
  /// Flows of components on which duty is due and may be paid back.
  package let flowsWithDrawback: [Int]
  /// Facilities with the products of which they may throw something away, in their order.
  package let discardable: [(facility: Int, product: Int)]
  /// Facilities with the components whose origin counts for what they make.
  package let countedByContent: Set<[Int]>
  /// Flows that serve each demand.
  package let flowsOfDemand: [[Int]]
  /// Flows on each lane.
  package let flowsOfLane: [[Int]]
  /// Recipes of each facility.
  package let recipesOfFacility: [[Int]]
  /// Goods at each facility.
  package let goodsOfFacility: [[Int]]
  /// The buffer of each demand, if its customer may hold a stock of the product.
  package let bufferOfDemand: [Int?]
  /// The buffers at each facility.
  package let buffersOfFacility: [[Int]]
  /// For each facility the products that its recipes consume.
  package let consumed: [Set<Int>]
  /// The index of the demand of a customer for a product.
  package let demandIndices: [[Int]: Int]
  /// The product of each buffer.
  package let productOfBuffer: [Int]
  /// Products that a policy on shares of origin may count.
  package let countedByShare: Set<Int>
  /// For each facility the products that a lane takes away.
  private let sent: [Set<Int>]

  /// Whether goods are used as components at their facility and cannot leave it.
  package func isConsumedOnly(_ goods: Goods) -> Bool {
    consumed[goods.facility].contains(goods.product)
      && !sent[goods.facility].contains(goods.product)
  }

  package init(_ network: Network) {
    let dataset = network.dataset
    let facilities = dataset.facilities.indices
    demandIndices = Dictionary(
      network.demands.enumerated().map { ([$1.customer, $1.product], $0) },
      uniquingKeysWith: { first, _ in first })
    var flowsOutOfCustomer = dataset.customers.map { _ in [Int]() }
    var flowsOut = facilities.map { _ in [Int]() }
    var flowsIn = flowsOut
    var flowsOfDemand = network.demands.map { _ in [Int]() }
    var flowsOfLane = network.lanes.map { _ in [Int]() }
    for (index, flow) in network.flows.enumerated() {
      switch flow.origin {
      case .facility(let facility): flowsOut[facility].append(index)
      case .customer(let customer): flowsOutOfCustomer[customer].append(index)
      }
      flowsOfLane[flow.lane].append(index)
      switch flow.destination {
      case .facility(let facility): flowsIn[facility].append(index)
      case .customer(let customer):
        if let demand = demandIndices[[customer, flow.product]] {
          flowsOfDemand[demand].append(index)
        }
      }
    }
    self.flowsOut = flowsOut
    self.flowsOutOfCustomer = flowsOutOfCustomer
    sent = flowsOut.map { Set($0.map { network.flows[$0].product }) }
    self.flowsIn = flowsIn
    self.flowsOfDemand = flowsOfDemand
    self.flowsOfLane = flowsOfLane
    var recipesOfFacility = facilities.map { _ in [Int]() }
    for (index, recipe) in network.recipes.enumerated() {
      recipesOfFacility[recipe.facility].append(index)
    }
    self.recipesOfFacility = recipesOfFacility
    var goodsOfFacility = facilities.map { _ in [Int]() }
    for (index, goods) in network.goods.enumerated() {
      goodsOfFacility[goods.facility].append(index)
    }
    self.goodsOfFacility = goodsOfFacility

    let facilityIndices = Dictionary(
      dataset.facilities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let customerIndices = Dictionary(
      dataset.customers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let productIndices = Dictionary(
      dataset.products.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    productOfBuffer = dataset.buffers.map { productIndices[$0.product] ?? 0 }
    var bufferOfDemand: [Int?] = network.demands.map { _ in nil }
    var buffersOfFacility = facilities.map { _ in [Int]() }
    for (index, buffer) in dataset.buffers.enumerated() {
      if let facility = facilityIndices[buffer.location] {
        buffersOfFacility[facility].append(index)
      } else if let customer = customerIndices[buffer.location],
        let demand = demandIndices[[customer, productOfBuffer[index]]]
      {
        bufferOfDemand[demand] = index
      }
    }
    self.bufferOfDemand = bufferOfDemand
    self.buffersOfFacility = buffersOfFacility
    countedByShare = Set(
      dataset.constraints.flatMap { constraint -> [Int] in
        guard case .share(_, _, let product) = constraint.kind else { return [] }
        return dataset.products.indices.filter {
          product == nil || product == dataset.products[$0].id
        }
      })
    let consumed = facilities.map { facility in
      Set(
        recipesOfFacility[facility].flatMap {
          network.components[network.recipes[$0].product].map(\.product)
        })
    }
    self.consumed = consumed
    flowsOfQuotas = Set(network.quotaOfFlow.flatMap(\.keys)).sorted()
    flowsWithDrawback = network.flows.indices.filter { index in
      let flow = network.flows[index]
      guard flow.isDutiable, let facility = flow.destination.facility else { return false }
      return consumed[facility].contains(flow.product)
        && network.drawbackShare(at: facility, of: flow.product) > 0
        && network.states.contains { $0.duties.contains { $0[index] > 0 } }
    }
    discardable = facilities.flatMap { facility in
      let products = recipesOfFacility[facility].flatMap { recipe -> [Int] in
        let made = network.recipes[recipe].product
        return [made] + network.coproducts[made].map(\.product)
      }
      return Set(products).intersection(network.discardableProducts).sorted().map {
        (facility, $0)
      }
    }
    countedByContent = Set(
      network.recipes.flatMap { recipe in
        recipe.claims.isEmpty
          ? []
          : network.components[recipe.product].map { [recipe.facility, $0.product] }
      })
  }

  /// The demand that a flow serves; `nil` where it ends at a facility.
  package func demand(servedBy flow: Flow) -> Int? {
    guard case .customer(let customer) = flow.destination else { return nil }
    return demandIndices[[customer, flow.product]]
  }
}
