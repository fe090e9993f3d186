import SupplyData
import SupplyNetwork

/// Which demands can be served at all, in whatever quantity: the least set of goods closed under making and moving.
struct SupplyReach {
  /// What is out of the question.
  struct Limits {
    /// Whether a facility may be open, by its place.
    var mayOpen: [Bool]
    /// Products that may not be used at a node, such as by a share that leaves no source.
    var barred: [Node: Set<Int>] = [:]
    /// Whether stocks count: they serve in scenarios alone.
    var withStocks = false
    /// What is taken as if it were not so.
    var lifted: Set<Barrier> = []
  }

  /// What keeps goods from a lane or a facility that is there.
  enum Barrier: CaseIterable {
    /// A lane's capacity is 0.
    case laneCapacity
    /// A facility's throughput is 0.
    case throughput
    /// A facility that could make a product can have no module.
    case modules
  }

  private let network: Network
  private let limits: Limits
  private var goods: Set<Goods> = []

  init(_ network: Network, _ limits: Limits) {
    self.network = network
    self.limits = limits
    spread()
  }

  /// Countries whose goods of a product can get to a node.
  func sources(of product: Int, at node: Node) -> Set<Int> {
    switch node {
    case .facility(let facility):
      guard limits.mayOpen[facility] else { return [] }
      return Set(
        goods.filter { $0.facility == facility && $0.product == product }.map(\.madeIn))
    case .customer:
      return Set(
        network.flows.filter {
          $0.destination == node && $0.product == product && isAtHand($0)
        }.map(\.madeIn))
    }
  }

  /// Whether each demand can be served, by its place in the network.
  var served: [Bool] {
    var pairs: Set<[Int]> = []
    for flow in network.flows {
      if case .customer(let customer) = flow.destination, isAtHand(flow),
        !isBarred(flow.product, at: flow.destination)
      {
        pairs.insert([customer, flow.product])
      }
    }
    return network.demands.map { pairs.contains([$0.customer, $0.product]) }
  }

  private func lifts(_ barrier: Barrier) -> Bool { limits.lifted.contains(barrier) }

  private func isAtHand(_ flow: Flow) -> Bool {
    guard let sent = network.goodsSent(by: flow) else {
      // What a customer returns is at hand as soon as it gets what it returns it of; that it does is taken for granted here.
      return lifts(.laneCapacity) || network.lanes[flow.lane].capacity ?? 1 > 0
    }
    return limits.mayOpen[sent.facility]
      && (lifts(.laneCapacity) || network.lanes[flow.lane].capacity ?? 1 > 0)
      && (lifts(.throughput) || network.dataset.facilities[sent.facility].throughput ?? 1 > 0)
      && goods.contains(sent)
  }

  private func isBarred(_ product: Int, at node: Node) -> Bool {
    limits.barred[node]?.contains(product) ?? false
  }

  private mutating func spread() {
    let dataset = network.dataset
    let places = Dictionary(
      dataset.facilities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var present: Set<[Int]> = []
    if limits.withStocks {
      for buffer in dataset.buffers where buffer.maximum > 0 {
        if let place = places[buffer.location],
          let product = dataset.products.firstIndex(where: { $0.id == buffer.product })
        {
          present.insert([place, product])
        }
      }
    }
    let recipes = network.recipes.filter { recipe in
      limits.mayOpen[recipe.facility]
        && (lifts(.modules)
          || network.modulesOfFacility[recipe.facility].contains {
            dataset.capacity[$0].maximum > 0
          })
    }
    let moves = network.flows.filter { flow in
      if case .facility(let place) = flow.destination { limits.mayOpen[place] } else { false }
    }
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for recipe in recipes {
        let canMake = network.components[recipe.product].allSatisfy {
          present.contains([recipe.facility, $0.product])
            && !isBarred($0.product, at: .facility(recipe.facility))
        }
        guard canMake else { continue }
        let yielded = network.coproducts[recipe.product].map {
          network.goodsYielded($0.product, at: recipe.facility)
        }
        let lots = recipe.claims.map { network.goodsMade(by: recipe, claim: $0) }
        for made in [network.goodsMade(by: recipe)] + lots + yielded
        where goods.insert(made).inserted {
          present.insert([made.facility, made.product])
          hasGrown = true
        }
      }
      for flow in moves where isAtHand(flow) {
        guard case .facility(let place) = flow.destination else { continue }
        let reached = Goods(
          facility: place, product: flow.product, madeIn: flow.madeIn, claim: flow.claim)
        if goods.insert(reached).inserted {
          present.insert([place, flow.product])
          hasGrown = true
        }
      }
    }
  }
}
