package import Modeling
import SupplyData
package import SupplyNetwork

/// Whether a facility may ship a product to a node in the normal state of a period, where a policy counts the sources there.
package struct Sourcing: Sendable {
  /// The period.
  package var period: Int
  /// The facility, by its place in the dataset.
  package var origin: Int
  /// The node.
  package var destination: Node
  /// The product, by its place in the dataset.
  package var product: Int
  /// 1 where it may.
  package var mayShip: LinearExpression
}

/// The choice of sources: a whole decision for each facility, node and product that a `sources` policy counts.
struct SourcesPart {
  let network: Network

  func add(to program: inout LinearProgram, _ stage: inout FirstStage) {
    stage.sourcing = links.map { link in
      var link = link
      let dataset = network.dataset
      let column = program.addColumn(
        "source[\(dataset.facilities[link.origin].id),\(network.id(of: link.destination)),"
          + "\(dataset.products[link.product].id),\(dataset.settings.periods[link.period].id)]",
        to: 1, isInteger: true)
      link.mayShip = LinearExpression(1, column)
      return link
    }
  }

  /// All of them, undecided.
  var links: [Sourcing] {
    let dataset = network.dataset
    let membership = Membership(dataset)
    let policies = dataset.constraints.compactMap { row -> (Selector, String?, String?)? in
      guard case .sources(let destination, let product) = row.kind else { return nil }
      return (destination, product, row.period)
    }
    if policies.isEmpty { return [] }
    var links: [Sourcing] = []
    for (t, period) in dataset.settings.periods.enumerated() {
      var seen: Set<[Int]> = []
      for flow in network.flows {
        guard let origin = flow.origin.facility,
          policies.contains(where: { destination, product, only in
            (only == nil || only == period.id)
              && (product == nil || product == dataset.products[flow.product].id)
              && membership.matches(destination, node: network.id(of: flow.destination))
          })
        else { continue }
        let end =
          switch flow.destination {
          case .facility(let place): [0, place]
          case .customer(let place): [1, place]
          }
        guard seen.insert([origin, flow.product] + end).inserted else { continue }
        links.append(
          Sourcing(
            period: t, origin: origin, destination: flow.destination, product: flow.product,
            mayShip: LinearExpression()))
      }
    }
    return links
  }
}
