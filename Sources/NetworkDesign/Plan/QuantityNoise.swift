import Modeling
import SupplyData
import SupplyNetwork

/// What counts as nothing: quantities far below what a product is wanted in, left over by the solver's tolerances.
struct QuantityNoise {
  private let threshold: [Double]

  init(network: Network) {
    var scale = Array(repeating: 0.0, count: network.dataset.products.count)
    let incidence = Incidence(network)
    for t in network.dataset.settings.periods.indices {
      let bounds = FlowBounds(
        network: network, incidence: incidence, state: network.states[0], period: t)
      for product in scale.indices {
        scale[product] = max(scale[product], bounds.need[product], bounds.makeable[product])
      }
    }
    // Of a product that nobody wants nothing truly moves.
    threshold = scale.map { $0 > 0 ? $0 * 1e-10 : .infinity }
  }

  func cleaned(_ quantity: Double, product: Int) -> Double {
    quantity > threshold[product] ? quantity : 0
  }

  /// A stock may be held also of what nobody wants: the current network's are as they are.
  func cleaned(stock: Double, product: Int) -> Double {
    threshold[product].isFinite ? cleaned(stock, product: product) : max(0, stock)
  }

  /// The point of a design without the noise in what the normal state makes, moves and uses.
  func cleaned(_ design: SolvedDesign) -> [Double] {
    let (network, point) = (design.network, design.point)
    var cleaned = point
    for block in design.normalBlocks {
      let flows = zip(block.flows, network.flows.map(\.product))
      let used = zip(block.used, network.goods.map(\.product))
      let made = zip(block.produced.map(Optional.some), network.recipes.map(\.product))
      for (column, product) in Array(flows) + Array(used) + Array(made) {
        if let index = column?.index {
          cleaned[index] = self.cleaned(point[index], product: product)
        }
      }
    }
    return cleaned
  }
}
