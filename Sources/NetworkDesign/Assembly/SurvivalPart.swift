import Modeling
import SupplyData
import SupplyNetwork

/// Survivability: while a target is out, alone and until it has recovered, the sales lost are at most a share of a year's.
///
/// `v ≤ value` for the recourse block of each outage that a constraint names, in every period that it names. The outage has no
/// probability, so its block costs nothing; it shares the first stage with all others, which is what the constraint binds. With
/// single targets this is the N − 1 criterion; a share of 0 asks for a time to survive of at least the time to recover
/// (Simchi-Levi et al. 2015, doi:10.1287/inte.2014.0789).
struct SurvivalPart {
  /// The greatest share, by period, then by state; `nil` where nothing is asked.
  let mostLost: [[Double?]]
  private let network: Network

  /// - Parameter counts: which constraints are meant.
  init(network: Network, where counts: (PolicyConstraint) -> Bool = { _ in true }) {
    self.network = network
    let dataset = network.dataset
    let periods = dataset.settings.periods
    var mostLost = periods.map { _ in network.states.map { _ in Double?.none } }
    let catalogue = OutageCatalogue(dataset)
    for constraint in dataset.constraints where counts(constraint) {
      guard case .survive(let selector) = constraint.kind else { continue }
      let targets = Set(catalogue.targets(of: selector))
      for (index, state) in network.states.enumerated() {
        guard case .outage(let target) = state.event, targets.contains(target) else { continue }
        for t in periods.indices
        where constraint.period == nil || constraint.period == periods[t].id {
          mostLost[t][index] = min(mostLost[t][index] ?? .infinity, constraint.value)
        }
      }
    }
    self.mostLost = mostLost
  }

  /// - Parameters:
  ///   - blocks: the recourse blocks, of all states and periods.
  ///   - elastic: what all these constraints may be exceeded by.
  func add(
    to program: inout LinearProgram, _ blocks: [RecourseBlock], elastic: ExcessPart? = nil
  ) {
    for block in blocks {
      let state = network.states[block.state]
      guard let most = mostLost[block.period][block.state],
        let lost = SalesLost(network: network, period: block.period, state: state)
      else { continue }
      let loss = lost.expression(block)
      let excess = elastic?.relaxed(loss) ?? loss
      program.addRow(rowName(period: block.period, state: block.state), excess, to: most)
    }
  }

  /// What the row of an outage is called in a program.
  func rowName(period t: Int, state: Int) -> String {
    let event = network.name(of: network.states[state]) ?? ""
    return "survive[\(network.dataset.settings.periods[t].id),\(event)]"
  }

  /// v of a design while a target is out; `nil` in a period without demand or where no state is the outage.
  func lost(of design: SolvedDesign, period t: Int, target: OutageTarget) -> Double? {
    guard let state = network.states.firstIndex(where: { $0.event == .outage(target) }),
      let lost = SalesLost(network: network, period: t, state: network.states[state])
    else { return nil }
    let operation = design.operations[t][state]
    return lost.expression(operation.block).value(at: operation.point)
  }
}
