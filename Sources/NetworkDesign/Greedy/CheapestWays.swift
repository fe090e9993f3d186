import SupplyNetwork

/// The cheapest way to have each of the goods: a recipe there with the cheapest of its components, or a flow from where they
/// are cheaper. Cheapest hyperpaths by Knuth's (1977) generalisation of Dijkstra's method, product after product, since bills of
/// materials have no cycle; lanes of one product may.
struct CheapestWays {
  /// How goods come to be where they are.
  enum Way: Sendable, Equatable {
    case none
    case flow(Int)
    case recipe(Int)
  }

  let graph: FlowGraph
  /// Money per unit of each goods; infinite where they cannot be had.
  private(set) var price: [Double]
  private(set) var way: [Way]
  /// For each recipe and component the cheapest goods; -1 for none.
  private(set) var chosen: [[Int]]
  /// Flows and recipes looked at so far: the work done.
  private(set) var work = 0

  init(_ graph: FlowGraph) {
    self.graph = graph
    price = Array(repeating: .infinity, count: graph.network.goods.count)
    way = Array(repeating: .none, count: price.count)
    chosen = graph.parts.map { $0.map { _ in -1 } }
  }

  /// Finds them anew.
  ///
  /// - Parameters:
  ///   - costs: money per unit; infinite where it is closed.
  mutating func find(_ costs: UnitCosts) {
    for stage in graph.stages {
      for goods in stage.goods {
        price[goods] = .infinity
        way[goods] = .none
      }
      for recipe in stage.recipes where costs.recipes[recipe] < .infinity {
        var sum = costs.recipes[recipe]
        for (slot, part) in graph.parts[recipe].enumerated() {
          var least = Double.infinity
          for goods in part.goods where price[goods] + costs.use[goods] < least {
            least = price[goods] + costs.use[goods]
            chosen[recipe][slot] = goods
          }
          sum += part.quantity * least
        }
        let goods = graph.made[recipe]
        if sum < price[goods] {
          price[goods] = sum
          way[goods] = .recipe(recipe)
        }
      }
      work += stage.recipes.count
      spread(stage.flows, costs)
    }
  }

  private mutating func spread(_ flows: [Int], _ costs: UnitCosts) {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      work += flows.count
      for flow in flows {
        let tail = price[graph.sent[flow]]
        if tail == .infinity { continue }
        let sum = tail + costs.flows[flow]
        let goods = graph.reached[flow]
        // A margin, so that rounding makes no circle of ways that cost nothing.
        if sum < price[goods] - 1e-12 * abs(sum) {
          price[goods] = sum
          way[goods] = .flow(flow)
          hasChanged = true
        }
      }
    }
  }
}

/// What a unit of each activity costs, money; infinite where it is closed.
struct UnitCosts: Sendable {
  /// By flow.
  var flows: [Double]
  /// By recipe.
  var recipes: [Double]
  /// Of using goods as a component where they are, by goods.
  var use: [Double]
}
