import Foundation
public import SupplyData

/// The units in which programs measure a network: for each product a quantity of its own, one unit of money, and for each
/// facility a unit of capacity.
///
/// A maker of screws counts in billions, a maker of ships in single pieces, and a solver knows absolute tolerances. In
/// these units the need for every product is about a thousand and all sales at stake are about a hundred thousand, whatever
/// the tables count in. All are powers of two, so that nothing is rounded on the way in or out.
public struct NetworkUnits: Sendable, Equatable {
  /// Units of the dataset that one unit stands for, by product.
  public let quantity: [Double]
  /// Money of the dataset that one unit stands for.
  public let money: Double
  /// Capacity units of the dataset that one unit stands for, by facility.
  public let capacity: [Double]

  /// The units of the tables themselves.
  public static func ofDataset(_ dataset: Dataset) -> NetworkUnits {
    NetworkUnits(
      quantity: dataset.products.map { _ in 1 }, money: 1,
      capacity: dataset.facilities.map { _ in 1 })
  }

  /// Units that suit a network in the units of its tables.
  public init(suiting network: Network) {
    let periods = network.dataset.settings.periods.indices
    let need = periods.map { t in
      network.need(
        quantity: network.demands.map { $0.quantity[t] }, forced: network.forced(in: t)
      ).made
    }
    let quantity = network.dataset.products.indices.map { product in
      Self.power(periods.map { need[$0][product] }.max() ?? 0, over: Self.needInUnits)
    }
    let horizon = Horizon(network.dataset.settings)
    let atStake = periods.reduce(0.0) { sum, t in
      sum + horizon.yearly[t]
        * network.demands.reduce(0.0) { $0 + $1.quantity[t] * $1.shortageCost[t] }
    }
    self.quantity = quantity
    money = Self.power(atStake, over: Self.salesInUnits)
    var uses = network.dataset.facilities.map { _ in [Double]() }
    for recipe in network.recipes {
      uses[recipe.facility].append(recipe.capacityUse * quantity[recipe.product])
    }
    capacity = network.dataset.facilities.indices.map { facility in
      let sizes = network.modulesOfFacility[facility].map { network.dataset.capacity[$0].size }
      guard let least = uses[facility].min(), let greatest = sizes.max() else { return 1 }
      // The middle between what a unit takes and what a module gives, so that a row of capacity has both near 1.
      return Self.power(least.squareRoot() * greatest.squareRoot(), over: 1)
    }
  }

  private init(quantity: [Double], money: Double, capacity: [Double]) {
    self.quantity = quantity
    self.money = money
    self.capacity = capacity
  }

  /// The power of two nearest to `size / count`; 1 for what is nothing.
  private static func power(_ size: Double, over count: Double) -> Double {
    guard size > 0, size.isFinite else { return 1 }
    return exp2(min(500, max(-500, (log2(size) - log2(count)).rounded())))
  }

  /// About how many units of a product are needed in all.
  private static let needInUnits = 1024.0
  /// About how many units of money all sales at stake are worth.
  private static let salesInUnits = 131_072.0
}

extension Network {
  /// Products in an order in which each comes before its components.
  package static func parentsFirst(
    _ components: [[(product: Int, quantity: Double)]]
  ) -> [Int] {
    var order: [Int] = []
    var isDone = Array(repeating: false, count: components.count)
    func visit(_ product: Int) {
      if isDone[product] { return }
      isDone[product] = true
      for component in components[product] { visit(component.product) }
      order.append(product)
    }
    for product in components.indices { visit(product) }
    return order.reversed()
  }
}
