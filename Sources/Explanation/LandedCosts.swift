import Findings
import NetworkDesign
import SupplyData
public import SupplyNetwork
public import SupplyPlan

/// The landed cost of all that a plan delivers in the normal state, path by path and line by line, and of the components that
/// went into it.
public struct LandedCosts: Sendable {
  /// The paths of all periods.
  public let paths: [ExplanationRecord.Path]
  /// The cheapest ways that are not used.
  public let nextBest: [ExplanationRecord.NextBest]
  /// The operating cost of each period's normal state by line, once from the paths and once from the plan's tables.
  public let reconciliation: [ExplanationRecord.Line]

  /// Works them out; nothing is solved.
  public init(_ plan: Plan, _ network: Network) {
    let shape = CostShape(network.dataset)
    let places = NetworkPlaces(network)
    let layers = DutyLayers(network)
    var paths: [ExplanationRecord.Path] = []
    var nextBest: [ExplanationRecord.NextBest] = []
    var lines: [ExplanationRecord.Line] = []
    for (t, period) in network.dataset.settings.periods.enumerated() {
      let operations = NormalOperations(plan, network, places, period: t)
      let costs = GoodsCosts(network, shape, layers, operations, period: t)
      let found = PathSearch(costs: costs).paths(operations)
      let telling = PathTelling(network: network, shape: shape, period: period.id)
      paths += found.map(telling.path)
      nextBest += NextBestSources(costs: costs, layers: layers, period: period.id)
        .rows(operations)
      var explained = CostVector(shape)
      for path in found where !path.isConsumed { explained.add(path.money) }
      lines += telling.lines(
        explained, booked: Self.booked(plan, network, operations, t))
    }
    self.paths = paths
    self.nextBest = nextBest
    reconciliation = lines
  }

  /// The yearly operating cost of the normal state as the plan's own tables have it.
  private static func booked(
    _ plan: Plan, _ network: Network, _ operations: NormalOperations, _ t: Int
  ) -> [String: Double] {
    let operating = OperatingCost(network: network)
    let period = network.dataset.settings.periods[t].id
    var money: [String: Double] = [:]
    for row in plan.flows where row.scenario == nil && row.period == period {
      money["freight", default: 0] += row.freight
      money["duty", default: 0] += row.duty
    }
    for (place, quantity) in operations.flows {
      money["pipeline", default: 0] += quantity * network.flows[place].pipelineCost
      money["carbon", default: 0] +=
        quantity * operating.carbon(of: place, t)
      money["handling", default: 0] += quantity * operating.handling(of: place, t)
      money["drawback", default: 0] -= operations.duty[place]?.drawnBack ?? 0
      guard case .customer(let customer) = network.flows[place].destination,
        let demand = network.demands.firstIndex(where: {
          $0.customer == customer && $0.product == network.flows[place].product
        }), network.flows[place].safetyStockCost > 0
      else { continue }
      money["safety_stock", default: 0] +=
        quantity * operating.safetyStock(of: place, demand: demand, t)
    }
    for (place, quantity) in operations.production {
      money["production", default: 0] += operations.conversion[place] ?? 0
      money["carbon", default: 0] += quantity * operating.carbon(ofRecipe: place, t)
    }
    return money
  }
}

/// Tells paths with ids and money per unit.
struct PathTelling {
  let network: Network
  let shape: CostShape
  let period: String

  func path(_ path: LandedPath) -> ExplanationRecord.Path {
    let dataset = network.dataset
    var route = [dataset.facilities[path.start.facility].id]
    var modes: [String] = []
    for flow in path.flows {
      route.append(network.id(of: network.flows[flow].destination))
      modes.append(dataset.modes[network.lanes[network.flows[flow].lane].mode].id)
    }
    let perUnit = path.quantity > 0 ? path.money.scaled(by: 1 / path.quantity) : path.money
    return ExplanationRecord.Path(
      period: period, product: dataset.products[path.start.product].id,
      madeIn: dataset.countries[path.start.madeIn].id, route: route, modes: modes,
      isConsumed: path.isConsumed, isMadeAtStart: path.isMadeAtStart, quantity: path.quantity,
      unitCost: perUnit.total, lines: lines(perUnit))
  }

  /// The lines that are not 0, of the goods first and then of their components.
  private func lines(_ cost: CostVector) -> [ExplanationRecord.UnitLine] {
    func told(_ values: [Double], ofComponents: Bool) -> [ExplanationRecord.UnitLine] {
      values.enumerated().compactMap { place, money in
        guard money != 0 else { return nil }
        let (name, layer) = shape.line(place)
        return ExplanationRecord.UnitLine(
          line: name, layer: layer, ofComponents: ofComponents, money: money)
      }
    }
    return told(cost.own, ofComponents: false) + told(cost.components, ofComponents: true)
  }

  /// The sums of a period, by line.
  func lines(_ explained: CostVector, booked: [String: Double]) -> [ExplanationRecord.Line] {
    var sums: [String: Double] = [:]
    for place in 0..<shape.count {
      sums[shape.line(place).name, default: 0] +=
        explained.own[place] + explained.components[place]
    }
    let always = ["production", "freight", "duty", "pipeline", "carbon"]
    let others = ["handling", "drawback", "safety_stock"].filter {
      (sums[$0] ?? 0) != 0 || (booked[$0] ?? 0) != 0
    }
    return (always + others).map {
      ExplanationRecord.Line(
        period: period, line: $0, delivered: sums[$0] ?? 0, booked: booked[$0] ?? 0)
    }
  }
}
