import SupplyData
import TextFiles

/// Implausible things that show only in the resolved network: they can be computed with, yet are hardly meant.
struct NetworkCheck {
  let network: Network
  let usedLaneRows: Set<Int>
  let usedTariffRows: Set<Int>

  var faults: [Fault] { unreachedDemands + idleLanes + idleTariffs }

  private var unreachedDemands: [Fault] {
    let dataset = network.dataset
    let reached = Set(
      network.flows.compactMap { flow -> [Int]? in
        if case .customer(let customer) = flow.destination {
          [customer, flow.product]
        } else {
          nil
        }
      })
    let causes = network.shelfLifeCauses()
    return network.demands.enumerated().compactMap { place, demand in
      guard !reached.contains([demand.customer, demand.product]),
        demand.quantity.contains(where: { $0 > 0 })
      else { return nil }
      if let cause = causes[place] {
        return Fault(
          .doubtful, file: "demand.csv", line: demand.line, column: 1, cause: cause.words,
          cure: cause.cure)
      }
      return Fault(
        .doubtful, file: "demand.csv", line: demand.line, column: 1,
        cause: "no lane brings '\(dataset.products[demand.product].id)' to customer "
          + "'\(dataset.customers[demand.customer].id)' from a facility that can make it",
        cure:
          "Add a row to lanes.csv that ends there, or fix the chain of components that leads to it."
      )
    }
  }

  private var idleLanes: [Fault] {
    network.dataset.lanes.enumerated().compactMap { place, row in
      if usedLaneRows.contains(place) { return nil }
      return Fault(
        .warning, file: "lanes.csv", line: row.line, column: 1,
        cause: "this lane is never used: narrower rows override it everywhere",
        cure: "Delete it, or make it narrower.")
    }
  }

  private var idleTariffs: [Fault] {
    network.dataset.tariffs.enumerated().compactMap { place, row in
      if usedTariffRows.contains(place) { return nil }
      return Fault(
        .warning, file: "tariffs.csv", line: row.line, column: 1,
        cause:
          "this tariff never applies: no goods of '\(row.origin.text)' can enter '\(row.destination.text)' "
          + "across a customs border, or narrower rows override it",
        cure: "Delete it, or look for a missing lane or product.")
    }
  }
}
