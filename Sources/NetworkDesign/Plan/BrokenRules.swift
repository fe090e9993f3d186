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

  var rows: [BrokenRow] { decisions + policies + unsurvived }

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
    return dataset.facilities.flatMap { facility -> [BrokenRow] in
      let isBroken =
        switch (facility.status, facility.decision) {
        case (.existing, .closed), (.candidate, .open): true
        default: false
        }
      guard isBroken else { return [] }
      return dataset.settings.periods.map {
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
