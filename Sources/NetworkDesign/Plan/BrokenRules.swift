import Modeling
import SupplyData
import SupplyNetwork
import SupplyPlan

/// What a comparator breaks: decisions about facilities, and policy constraints on its normal state.
struct BrokenRules {
  private let design: SolvedDesign
  private let point: [Double]

  /// - Parameter design: the comparator; noise in it breaks nothing.
  init(_ design: SolvedDesign) {
    self.design = design
    point = QuantityNoise(network: design.network).cleaned(design)
  }

  var rows: [BrokenRow] { decisions + policies + sources + unsurvived }

  /// Limits on sources that a node has more of: a comparator does not choose them, so they are counted.
  private var sources: [BrokenRow] {
    let network = design.network
    let dataset = network.dataset
    let policies = PolicyPart(network: network, incidence: design.incidence)
    return dataset.constraints.flatMap { constraint -> [BrokenRow] in
      guard case .sources(let destination, let product) = constraint.kind else { return [] }
      let ends = policies.nodes(destination)
      return dataset.settings.periods.enumerated().compactMap { t, period in
        guard constraint.period == nil || constraint.period == period.id else { return nil }
        let block = design.normalBlocks[t]
        var shipped: [[Int]: [Int: Double]] = [:]
        for (index, flow) in network.flows.enumerated() {
          guard let column = block.flows[index], let origin = flow.origin.facility,
            ends.contains(flow.destination),
            product == nil || product == dataset.products[flow.product].id
          else { continue }
          let end =
            switch flow.destination {
            case .facility(let place): [0, place]
            case .customer(let place): [1, place]
            }
          shipped[end + [flow.product], default: [:]][origin, default: 0] += point[column.index]
        }
        let isBroken = shipped.contains { end, shipped in
          var need = shipped.values.reduce(0, +)
          if end[0] == 1, let demand = design.incidence.demandIndices[[end[1], end[2]]] {
            need = max(need, network.demands[demand].quantity[t])
          }
          return Double(shipped.values.count { $0 > 1e-6 * need }) > constraint.value
        }
        guard isBroken else { return nil }
        return BrokenRow(
          constraint: constraint.id, decision: nil, facility: nil, period: period.id)
      }
    }
  }

  /// Survivability constraints that an outage breaks, whatever is done in it.
  private var unsurvived: [BrokenRow] {
    let network = design.network
    let survival = SurvivalPart(network: network)
    let dataset = network.dataset
    let catalogue = OutageCatalogue(dataset)
    return dataset.constraints.flatMap { constraint -> [BrokenRow] in
      guard case .survive(let selector) = constraint.kind else { return [] }
      let targets = Set(catalogue.targets(of: selector))
      return dataset.settings.periods.indices.compactMap { t in
        let period = dataset.settings.periods[t].id
        guard constraint.period == nil || constraint.period == period,
          targets.contains(where: { target in
            (survival.lost(of: design, period: t, target: target) ?? 0) > constraint.value + 1e-7
          })
        else { return nil }
        return BrokenRow(
          constraint: constraint.id, decision: nil, facility: nil, period: period)
      }
    }
  }

  private var decisions: [BrokenRow] {
    let dataset = design.network.dataset
    return zip(dataset.facilities, dataset.firstOpenPeriods).flatMap {
      facility, first -> [BrokenRow] in
      let isBroken =
        switch (facility.status, facility.decision) {
        case (.existing, .closed), (.candidate, .open): true
        default: false
        }
      guard isBroken else { return [] }
      // What is not available yet need not be open.
      let opensFrom = facility.decision == .open ? first : 0
      return dataset.settings.periods.dropFirst(opensFrom).map {
        BrokenRow(
          constraint: nil, decision: facility.decision.rawValue, facility: facility.id,
          period: $0.id)
      }
    }
  }

  private var policies: [BrokenRow] {
    let network = design.network
    let requirements = PolicyPart(network: network, incidence: design.incidence)
      .requirements(design.stage, design.normalBlocks)
    var rows: [BrokenRow] = []
    for requirement in requirements {
      let excess = requirement.excess.value(at: point)
      // The scale of a row is the sum of its terms' magnitudes, so that rounding breaks nothing.
      let scale = requirement.excess.terms.reduce(abs(requirement.excess.constant)) {
        $0 + abs($1.coefficient * point[$1.column.index])
      }
      let isBroken =
        switch requirement.sense {
        case .atMost: excess > 1e-7 * scale
        case .atLeast: excess < -1e-7 * scale
        }
      let row = BrokenRow(
        constraint: network.dataset.constraints[requirement.constraint].id, decision: nil,
        facility: nil, period: network.dataset.settings.periods[requirement.period].id)
      if isBroken, !rows.contains(row) { rows.append(row) }
    }
    return rows
  }
}
