import SupplyData
import SupplyNetwork

/// For what each customer gets of a product, the cheapest way that is not used, from goods that the plan has at some facility.
///
/// Goods are valued at what they cost there in the plan on average, so it says how far off a source is, not what a plan
/// with it would cost: more of it may need other capacity.
struct NextBestSources {
  let costs: GoodsCosts
  let layers: DutyLayers
  let period: String

  func rows(_ operations: NormalOperations) -> [ExplanationRecord.NextBest] {
    let network = costs.network
    var used: [[Int]: Double] = [:]
    var usedFlows: Set<Int> = []
    for (place, _) in operations.flows {
      guard case .customer(let customer) = network.flows[place].destination,
        let cost = unitCost(place)
      else { continue }
      usedFlows.insert(place)
      let key = [customer, network.flows[place].product]
      used[key] = max(used[key] ?? cost, cost)
    }
    var best: [[Int]: (flow: Int, cost: Double)] = [:]
    for (place, flow) in network.flows.enumerated() where !usedFlows.contains(place) {
      guard case .customer(let customer) = flow.destination,
        used[[customer, flow.product]] != nil, let cost = unitCost(place)
      else { continue }
      let key = [customer, flow.product]
      if best[key].map({ cost < $0.cost }) ?? true { best[key] = (place, cost) }
    }
    return best.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, found in
      let (flow, dataset) = (network.flows[found.flow], network.dataset)
      return ExplanationRecord.NextBest(
        period: period, customer: dataset.customers[key[0]].id,
        product: dataset.products[key[1]].id, origin: network.id(of: flow.origin),
        mode: dataset.modes[network.lanes[flow.lane].mode].id,
        madeIn: dataset.countries[flow.madeIn].id, unitCost: found.cost,
        overUsed: found.cost - (used[key] ?? found.cost))
    }
  }

  /// Money per unit on arrival; `nil` where the plan has no such goods.
  private func unitCost(_ flow: Int) -> Double? {
    guard let goods = costs.goods(of: flow), let source = costs.sources[goods], source.out > 0,
      let unit = costs.unit[goods]
    else {
      return nil
    }
    return unit.total + (costs.lane[flow] ?? costs.laneCost(flow, layers)).total
  }
}
