import SupplyData
import SupplyNetwork

/// Outages to be survived, with what each takes away.
extension MathProgData {
  private var outages: [(state: NetworkState, target: OutageTarget)] {
    network.states.compactMap { state in
      if case .outage(let target) = state.event { (state, target) } else { nil }
    }
  }

  func writeOutages(to output: inout some TextOutputStream) {
    if outages.isEmpty { return }
    let dataset = network.dataset
    output.writeTitle("Outages that plans must survive, and what they take away")
    output.writeTable(
      set: "OUTAGES", "outage_weeks",
      outages.map { "\(symbol($0.state)) \($0.state.durationWeeks.mathProg)" })
    for (state, target) in outages {
      let effect = OutageEffect(target, on: network)
      let name = symbol(state)
      output.writeSet(
        "DOWN", of: name,
        effect.facilities.sorted().map { symbols(dataset.facilities[$0].id) })
      output.writeSet(
        "UNMADE", of: name,
        effect.recipes.sorted().map {
          let recipe = network.recipes[$0]
          return symbols(dataset.facilities[recipe.facility].id) + " "
            + symbols(dataset.products[recipe.product].id)
        })
      // The model knows the lanes that carry something.
      output.writeSet(
        "CUT", of: name,
        effect.lanes.sorted().filter { !network.lanes[$0].products.isEmpty }.map {
          let lane = network.lanes[$0]
          return symbols(network.id(of: lane.origin)) + " "
            + symbols(network.id(of: lane.destination)) + " " + symbols(dataset.modes[lane.mode].id)
        })
    }
  }

  /// The outages of a constraint.
  func outages(matching selector: OutageSelector) -> [String] {
    let targets = Set(OutageCatalogue(network.dataset).targets(of: selector))
    return outages.filter { targets.contains($0.target) }.map { symbol($0.state) }
  }

  private func symbol(_ state: NetworkState) -> String { symbols(network.name(of: state) ?? "") }
}
