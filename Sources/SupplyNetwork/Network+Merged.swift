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
      let goods = goodsSent(by: flows[flow])
      let standing = representative[goods] ?? goods
      let key = [flows[flow].lane, flows[flow].product, standing.madeIn]
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
      let goods = goodsSent(by: flow)
      flow.madeIn = (representative[goods] ?? goods).madeIn
      return flow
    }
    network.goods = goods.filter { representative[$0] == $0 }
    for state in states.indices {
      network.states[state].dutyRates = kept.map { states[state].dutyRates[$0] }
    }
    return network
  }

  /// The network with all origins told apart, in the same units.
  public var unmerged: Network { merging?.unmerged ?? self }

  /// The flows of ``unmerged`` that a flow stands for.
  public func parts(ofFlow flow: Int) -> [Int] { merging?.parts[flow] ?? [flow] }

  /// The goods that stand for goods of ``unmerged``.
  func standing(for goods: Goods) -> Goods { merging?.representative[goods] ?? goods }
}
