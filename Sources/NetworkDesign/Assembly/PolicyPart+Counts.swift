import Modeling
import SupplyData
import SupplyNetwork

/// Policies on whole decisions of whom to buy from, and of what has to be open beside what is.
extension PolicyPart {
  /// The rows of a constraint in a period.
  func counts(_ index: Int, _ t: Int, _ stage: FirstStage) -> [Requirement] {
    let constraint = network.dataset.constraints[index]
    switch constraint.kind {
    case .sources(let destination, let product):
      let ends = nodes(destination)
      let links = stage.sourcing.filter {
        $0.period == t && ends.contains($0.destination)
          && (product == nil || product == network.dataset.products[$0.product].id)
      }
      struct Key: Hashable {
        var node: Node
        var product: Int
      }
      var order: [Key] = []
      var sums: [Key: LinearExpression] = [:]
      for link in links {
        let key = Key(node: link.destination, product: link.product)
        if sums[key] == nil { order.append(key) }
        sums[key, default: LinearExpression(-constraint.value)].add(link.mayShip)
      }
      return order.compactMap { key in
        sums[key].map {
          Requirement(
            constraint: index, period: t, product: key.product, place: key.node, excess: $0,
            sense: constraint.sense)
        }
      }
    case .requires(let selector, let needed):
      let others = facilities(needed)
      return facilities(selector).map { facility in
        var excess = LinearExpression()
        for other in others where other != facility { excess.add(stage.open[other][t]) }
        excess.add(stage.open[facility][t], times: -constraint.value)
        return Requirement(
          constraint: index, period: t, place: .facility(facility), excess: excess,
          sense: constraint.sense)
      }
    default: return []
    }
  }

  /// Rows `Σ shipped ≤ most · s`: a facility ships a product to a node only where it is one of its sources.
  ///
  /// - Parameter blocks: the normal state's recourse blocks, by period.
  func sourceLinks(_ stage: FirstStage, _ blocks: [RecourseBlock]) -> [(
    name: String, period: Int, excess: LinearExpression
  )] {
    var bounds: [Int: FlowBounds] = [:]
    return stage.sourcing.compactMap { link in
      let t = link.period
      let known =
        bounds[t]
        ?? FlowBounds(network: network, incidence: incidence, state: network.states[0], period: t)
      bounds[t] = known
      var excess = LinearExpression()
      for index in incidence.flowsOut[link.origin] {
        let flow = network.flows[index]
        guard flow.product == link.product, flow.destination == link.destination,
          let column = blocks[t].flows[index]
        else { continue }
        excess.add(1, column)
      }
      if excess.isZero { return nil }
      excess.add(
        link.mayShip,
        times: -known.shipped(from: link.origin, to: link.destination, product: link.product))
      let dataset = network.dataset
      return (
        "sourceLink[\(dataset.facilities[link.origin].id),\(network.id(of: link.destination)),"
          + "\(dataset.products[link.product].id),\(dataset.settings.periods[t].id)]", t, excess
      )
    }
  }
}
