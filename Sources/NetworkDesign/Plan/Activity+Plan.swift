public import SupplyNetwork
public import SupplyPlan

extension Activity {
  /// What a plan says, for a network with the same flows, recipes and states.
  init(_ plan: Plan, network: Network) {
    let dataset = network.dataset
    let indices = NetworkPlaces(network)
    let given = DecidedStage(plan, in: dataset)
    let buffers = Self.indices(dataset.buffers.map { [$0.location, $0.product] })

    let nothing = Recourse(
      flows: network.flows.map { _ in 0 }, produced: network.recipes.map { _ in 0 },
      drawn: dataset.buffers.map { _ in 0 }, unmet: [])
    var recourse = dataset.settings.periods.map { _ in network.states.map { _ in nothing } }
    func add(
      _ row: (period: String, scenario: String?), _ index: Int?, _ quantity: Double,
      to part: WritableKeyPath<Recourse, [Double]>
    ) {
      guard let t = indices.periods[row.period], let state = indices.state(row.scenario), let index
      else { return }
      recourse[t][state][keyPath: part][index] += quantity
    }
    for row in plan.flows {
      add(
        (row.period, row.scenario),
        indices.flows[[row.origin, row.destination, row.mode, row.product, row.madeIn]],
        row.quantity,
        to: \.flows)
    }
    for row in plan.production {
      add(
        (row.period, row.scenario), indices.recipes[[row.facility, row.product]], row.quantity,
        to: \.produced)
    }
    for row in plan.draws {
      add(
        (row.period, row.scenario), buffers[[row.location, row.product]], row.quantity,
        to: \.drawn)
    }
    let incidence = Incidence(network)
    for t in recourse.indices {
      for state in recourse[t].indices {
        recourse[t][state].unmet = Self.unmet(
          network, incidence, recourse[t][state], period: t, state: network.states[state])
      }
    }
    let facilities = Self.indices(dataset.facilities.map { [$0.id] })
    let incentives = Self.indices(dataset.incentives.map { [$0.id] })
    self.init(
      network: network, open: given.open, count: given.count, stock: given.stock,
      grants: plan.incentives.compactMap { row in
        guard let incentive = incentives[[row.incentive]], let t = indices.periods[row.period],
          let facility = facilities[[row.facility]]
        else { return nil }
        return Grant(incentive: incentive, facility: facility, period: t, amount: row.granted)
      }, recourse: recourse)
  }

  /// `u = demand − received − w`, by demand.
  private static func unmet(
    _ network: Network, _ incidence: Incidence, _ recourse: Recourse, period t: Int,
    state: NetworkState
  ) -> [Double] {
    network.demands.enumerated().map { index, demand in
      var unmet = demand.quantity[t] * (1 + state.demandChanges[index])
      for flow in incidence.flowsOfDemand[index] { unmet -= recourse.flows[flow] }
      if let buffer = incidence.bufferOfDemand[index] { unmet -= recourse.drawn[buffer] }
      return max(0, unmet)
    }
  }

  private static func indices(_ keys: [[String]]) -> [[String]: Int] {
    Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Plan {
  /// What the plan costs in a network with the same flows, recipes and states at other prices, discounted.
  public func costs(in network: Network) -> CostLines {
    PlanAccount(network: network, activity: Activity(self, network: network)).lines
  }
}
