import SupplyData
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
      drawn: dataset.buffers.map { _ in 0 }, unmet: [],
      taken: dataset.contracts.map { _ in 0 })
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
      let flow = indices.flow(row)
      add((row.period, row.scenario), flow, row.quantity, to: \.flows)
      guard row.inQuota > 0 || row.drawnBack > 0, let flow, let t = indices.periods[row.period],
        let state = indices.state(row.scenario)
      else { continue }
      recourse[t][state].inQuota[flow, default: 0] += row.inQuota
      recourse[t][state].drawnBack[flow, default: 0] += row.drawnBack
    }
    let contracts = Self.indices(dataset.contracts.map { [$0.id] })
    for row in plan.production {
      add(
        (row.period, row.scenario), indices.recipes[[row.facility, row.product]], row.quantity,
        to: \.produced)
      if let contract = row.contract {
        add((row.period, row.scenario), contracts[[contract]], row.quantity, to: \.taken)
      }
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
        recourse[t][state].collected = recourse[t][state].cheapestCollection(network, incidence)
      }
    }
    let facilities = Self.indices(dataset.facilities.map { [$0.id] })
    let incentives = Self.indices(dataset.incentives.map { [$0.id] })
    self.init(
      network: network, open: given.open, count: given.count, stock: given.stock,
      signed: given.signed,
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

  /// What operating in each state costs while it lasts, shortage included: money per year, by period, then state of the network.
  public func operatingCosts(in network: Network) -> [[CostLines]] {
    let activity = Activity(self, network: network)
    return activity.recourse.indices.map { t in
      network.states.indices.map {
        PlanAccount.operating(network, activity, period: t, state: $0)
      }
    }
  }
}

extension NetworkPlaces {
  /// The flow that a row of a plan is of; `nil` where the network has none.
  package func flow(_ row: FlowRow) -> Int? {
    flows[
      [row.origin, row.destination, row.mode, row.product, row.madeIn, row.claim ?? ""]]
  }
}

extension Activity.Recourse {
  /// What is collected under each return, the cheapest first, so that it adds up to what customers ship.
  fileprivate func cheapestCollection(_ network: Network, _ incidence: Incidence) -> [Double] {
    var collected = network.returns.map { _ in 0.0 }
    var left: [[Int]: Double] = [:]
    for flows in incidence.flowsOutOfCustomer {
      for flow in flows {
        guard case .customer(let customer) = network.flows[flow].origin else { continue }
        left[[customer, network.flows[flow].product], default: 0] += self.flows[flow]
      }
    }
    let order = network.returns.indices.sorted {
      (network.returns[$0].collectionCost, $0) < (network.returns[$1].collectionCost, $1)
    }
    for index in order {
      let row = network.returns[index]
      let received = incidence.flowsOfDemand[row.demand].reduce(0.0) { $0 + flows[$1] }
      let key = [row.customer, row.returned]
      collected[index] = min(row.share * received, left[key] ?? 0)
      left[key, default: 0] -= collected[index]
    }
    return collected
  }
}
