import SupplyData
import SupplyNetwork

/// Who makes and moves what, as plain arrays: what walks from a demand back to materials look things up in.
struct FlowGraph: Sendable {
  /// A component of a recipe: any of the goods there will do.
  struct Part: Sendable {
    /// Indices of goods.
    var goods: [Int]
    /// Units for each unit made.
    var quantity: Double
  }

  /// What makes and moves one product.
  struct Stage: Sendable {
    var goods: [Int] = []
    var recipes: [Int] = []
    /// Flows from facility to facility.
    var flows: [Int] = []
  }

  let network: Network
  let incidence: Incidence
  /// The goods that a flow takes.
  let sent: [Int]
  /// The goods that it becomes; -1 at a customer.
  let reached: [Int]
  /// The goods that a recipe makes.
  let made: [Int]
  /// The components of a recipe.
  let parts: [[Part]]
  /// One a product, components first.
  let stages: [Stage]

  init(network: Network, incidence: Incidence) {
    self.network = network
    self.incidence = incidence
    let indices = Dictionary(
      network.goods.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    sent = network.flows.map { network.goodsSent(by: $0).flatMap { indices[$0] } ?? -1 }
    reached = network.flows.map { network.goodsReached(by: $0).flatMap { indices[$0] } ?? -1 }
    made = network.recipes.map { indices[network.goodsMade(by: $0)] ?? -1 }
    parts = network.recipes.map { recipe in
      network.components[recipe.product].map { component in
        Part(
          goods: incidence.goodsOfFacility[recipe.facility].filter {
            network.goods[$0].product == component.product
          }, quantity: component.quantity)
      }
    }
    var stages = network.dataset.products.map { _ in Stage() }
    for (index, goods) in network.goods.enumerated() { stages[goods.product].goods.append(index) }
    for (index, recipe) in network.recipes.enumerated() where made[index] >= 0 {
      stages[recipe.product].recipes.append(index)
    }
    for (index, flow) in network.flows.enumerated() where sent[index] >= 0 && reached[index] >= 0 {
      stages[flow.product].flows.append(index)
    }
    self.stages = Network.parentsFirst(network.components).reversed().map { stages[$0] }
  }
}
