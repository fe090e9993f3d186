/// What was merged to make a network smaller.
final class MergedOrigins: Sendable {
  /// The network before.
  let unmerged: Network
  /// For goods of the network before those that stand for them now.
  let representative: [Goods: Goods]
  /// For each flow those of the network before that it stands for, each with its origin.
  let parts: [[Int]]

  init(unmerged: Network, representative: [Goods: Goods], parts: [[Int]]) {
    self.unmerged = unmerged
    self.representative = representative
    self.parts = parts
  }
}

extension Network {
  /// The same network with goods that nothing downstream tells apart counted together, whatever country they were made in: what
  /// programs are assembled from.
  ///
  /// Nothing is lost. Flows of a class cost the same and stand in the same rows, so each plan of this network costs, risks and
  /// keeps to what the plan does in which every origin leaves a facility in the proportion in which it came in.
  public var merged: Network {
    if merging != nil { return self }
    let representative = OriginClasses(self).representatives()
    var place: [[Int]: Int] = [:]
    var kept: [Int] = []
    var parts: [[Int]] = []
    for flow in flows.indices {
      let standing = goodsSent(by: flows[flow]).map { representative[$0] ?? $0 }
      let key = [
        flows[flow].lane, flows[flow].product, standing?.madeIn ?? flows[flow].madeIn,
        standing?.claim ?? -1,
      ]
      if let known = place[key] {
        parts[known].append(flow)
      } else {
        place[key] = parts.count
        parts.append([flow])
        kept.append(flow)
      }
    }
    var network = self
    network.merging = MergedOrigins(
      unmerged: self, representative: representative, parts: parts)
    network.flows = zip(kept, parts).map { first, parts in
      var flow = flows[first]
      if let standing = goodsSent(by: flow).map({ representative[$0] ?? $0 }) {
        (flow.madeIn, flow.claim) = (standing.madeIn, standing.claim)
      }
      return flow
    }
    network.goods = goods.filter { representative[$0] == $0 }
    for state in states.indices { network.states[state] = states[state].keeping(kept) }
    let placeOfKept = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    network.quotaOfFlow = quotaOfFlow.map { $0.atPlaces(placeOfKept) }
    network.recipes = recipes.map { recipe in
      var recipe = recipe
      // A lot that nothing tells from others has no use.
      recipe.claims = recipe.claims.filter { claim in
        let goods = goodsMade(by: recipe, claim: claim)
        return representative[goods] == goods
      }
      return recipe
    }
    return network
  }

  /// The network with all origins told apart, in the same units.
  public var unmerged: Network { merging?.unmerged ?? self }

  /// The flows of ``unmerged`` that a flow stands for.
  public func parts(ofFlow flow: Int) -> [Int] { merging?.parts[flow] ?? [flow] }

  /// The goods that stand for goods of ``unmerged``.
  package func standing(for goods: Goods) -> Goods { merging?.representative[goods] ?? goods }
}

extension NetworkState {
  /// The state of a network that has kept only some flows.
  fileprivate func keeping(_ flows: [Int]) -> NetworkState {
    var state = self
    let place = Dictionary(uniqueKeysWithValues: flows.enumerated().map { ($1, $0) })
    state.duties = duties.map { duties in flows.map { duties[$0] } }
    state.dutiesInQuota = dutiesInQuota.map { $0.atPlaces(place) }
    if !freightFactors.isEmpty { state.freightFactors = flows.map { freightFactors[$0] } }
    return state
  }
}

extension Dictionary where Key == Int {
  /// The same by other keys; those without one are left out.
  fileprivate func atPlaces(_ place: [Int: Int]) -> [Int: Value] {
    Dictionary(uniqueKeysWithValues: compactMap { key, value in place[key].map { ($0, value) } })
  }
}
