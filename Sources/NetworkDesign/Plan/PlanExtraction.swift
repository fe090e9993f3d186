import Modeling
import SupplyData
import SupplyNetwork
import SupplyPlan
import TextFiles

/// Turns a solved design into a plan: whole numbers made whole, noise dropped, every figure computed anew from
/// what is left.
struct PlanExtraction {
  let design: SolvedDesign

  /// With all origins told apart, as plans tell them.
  private var network: Network { design.network.unmerged }
  private var dataset: Dataset { design.network.dataset }

  /// The plan without what was proved about it.
  ///
  /// - Parameters:
  ///   - solve: how the plan was found.
  ///   - termination: why the solve ended.
  func plan(termination: Plan.Termination, solve: Plan.SolveRecord) -> Plan {
    let activity = Activity(design).withOriginsToldApart()
    let account = PlanAccount(network: network, activity: activity)
    let risk = RiskAccount(network: network, measure: design.question.measure)
    let losses = risk.salesLost(activity)
    return Plan(
      dataset: Plan.DatasetReference(name: dataset.settings.name, sha256: dataset.sha256),
      termination: termination,
      cost: account.lines.total,
      risk: PlanRisk(
        measure: design.question.measure.name, level: design.question.measure.level,
        salesAtRisk: risk.salesAtRisk(losses)),
      undelivered: undelivered(risk.undelivered(activity)),
      costs: account.lines,
      facilities: facilityRows(activity), modules: moduleRows(activity),
      buffers: stockRows(activity), contracts: contractRows(activity),
      clusters: clusterRows(activity), incentives: grantRows(activity),
      scenarios: lossRows(losses), outages: outageRows(losses),
      mix: PlacementShares(network: network).rows(activity),
      broken: design.question.firstStage.bindsPolicies ? nil : BrokenRules(design).rows,
      solve: solve,
      flows: flowRows(activity), production: productionRows(activity), draws: drawRows(activity),
      uses: useRows(activity))
  }

  private func periodName(_ t: Int) -> String { dataset.settings.periods[t].id }

  private func scenarioName(_ state: Int) -> String? {
    network.name(of: network.states[state])
  }

  private func facilityRows(_ activity: Activity) -> [FacilityDecisionRow] {
    dataset.facilities.indices.flatMap { facility in
      dataset.settings.periods.indices.map { t in
        FacilityDecisionRow(
          facility: dataset.facilities[facility].id, period: periodName(t),
          open: activity.isOpen(facility, t), opened: activity.opens(facility, t),
          closed: activity.closes(facility, t))
      }
    }
  }

  private func moduleRows(_ activity: Activity) -> [ModuleRow] {
    dataset.capacity.indices.flatMap { module in
      dataset.settings.periods.indices.map { t in
        ModuleRow(
          facility: dataset.capacity[module].facility, module: dataset.capacity[module].module,
          period: periodName(t), count: activity.count[module][t],
          built: activity.built(module, t), retired: activity.retired(module, t))
      }
    }
  }

  private func stockRows(_ activity: Activity) -> [StockRow] {
    dataset.buffers.indices.flatMap { buffer in
      dataset.settings.periods.indices.map { t in
        StockRow(
          location: dataset.buffers[buffer].location, product: dataset.buffers[buffer].product,
          period: periodName(t), stock: activity.stock[buffer][t])
      }
    }
  }

  private func contractRows(_ activity: Activity) -> [ContractDecisionRow] {
    dataset.contracts.indices.flatMap { contract in
      dataset.settings.periods.indices.map { t in
        ContractDecisionRow(
          contract: dataset.contracts[contract].id, period: periodName(t),
          signed: activity.signed[contract][t])
      }
    }
  }

  private func clusterRows(_ activity: Activity) -> [ClusterDecisionRow] {
    zip(dataset.clusters, network.sitesOfClusters).flatMap { row, sites in
      dataset.settings.periods.indices.map { t in
        ClusterDecisionRow(
          cluster: row.cluster, atLeast: row.atLeast, period: periodName(t),
          met: sites.count { activity.isOpen($0, t) } >= row.atLeast)
      }
    }
  }

  private func grantRows(_ activity: Activity) -> [GrantRow] {
    activity.grants.map { grant in
      GrantRow(
        incentive: dataset.incentives[grant.incentive].id,
        facility: dataset.facilities[grant.facility].id, period: periodName(grant.period),
        granted: grant.amount)
    }
  }

  private func undelivered(_ shares: [Double]) -> Undelivered {
    let weights = Horizon(dataset.settings).shareOfYears
    return Undelivered(
      share: zip(weights, shares).reduce(0) { $0 + $1.0 * $1.1 },
      periods: shares.enumerated().map { .init(period: periodName($0), share: $1) })
  }

  private func lossRows(_ losses: [[Double]]) -> [ScenarioLossRow] {
    dataset.scenarios.indices.flatMap { scenario in
      dataset.settings.periods.indices.map { t in
        ScenarioLossRow(
          scenario: dataset.scenarios[scenario].id, period: periodName(t),
          salesLost: losses[t][scenario])
      }
    }
  }

  private func outageRows(_ losses: [[Double]]) -> [OutageLossRow] {
    network.states.enumerated().flatMap { index, state -> [OutageLossRow] in
      guard case .outage(let target) = state.event else { return [] }
      return dataset.settings.periods.indices.map { t in
        OutageLossRow(
          target: target.text, period: periodName(t), weeks: state.durationWeeks,
          salesLost: losses[t][index - 1])
      }
    }
  }

  private func flowRows(_ activity: Activity) -> [FlowRow] {
    let cost = OperatingCost(network: network)
    return activity.states { t, state, recourse in
      recourse.flows.enumerated().compactMap { index, quantity in
        guard quantity > 0 else { return nil }
        let flow = network.flows[index]
        let inQuota = recourse.inQuota[index] ?? 0
        return FlowRow(
          period: periodName(t), scenario: scenarioName(state),
          origin: network.id(of: flow.origin),
          destination: network.id(of: flow.destination),
          mode: dataset.modes[network.lanes[flow.lane].mode].id,
          product: dataset.products[flow.product].id, madeIn: dataset.countries[flow.madeIn].id,
          quantity: quantity,
          freight: quantity * cost.freight(of: index, in: network.states[state], t),
          duty: quantity * cost.duty(of: index, in: network.states[state], t)
            - inQuota * (cost.quotaSaving(of: index, in: network.states[state], t) ?? 0),
          claim: network.name(ofClaim: flow.claim), inQuota: inQuota,
          drawnBack: recourse.drawnBack[index] ?? 0)
      }
    }
  }

  private func productionRows(_ activity: Activity) -> [ProductionFlowRow] {
    activity.states { t, state, recourse in
      recourse.produced.enumerated().flatMap { index, quantity -> [ProductionFlowRow] in
        guard quantity > 0 else { return [] }
        let recipe = network.recipes[index]
        return recourse.split(ofRecipe: index, in: network).map { part in
          ProductionFlowRow(
            period: periodName(t), scenario: scenarioName(state),
            facility: dataset.facilities[recipe.facility].id,
            product: dataset.products[recipe.product].id, quantity: part.quantity,
            contract: part.contract.map { dataset.contracts[$0].id },
            claim: network.name(ofClaim: part.claim))
        }
      }
    }
  }

  private func useRows(_ activity: Activity) -> [UseRow] {
    activity.states { t, state, recourse in
      recourse.lots.flatMap { lot in
        let recipe = network.recipes[lot.recipe]
        return lot.uses.map { use in
          UseRow(
            period: periodName(t), scenario: scenarioName(state),
            facility: dataset.facilities[recipe.facility].id,
            product: dataset.products[recipe.product].id,
            claim: network.name(ofClaim: lot.agreement),
            component: dataset.products[use.product].id,
            madeIn: use.goods.map { dataset.countries[$0.madeIn].id },
            componentClaim: network.name(ofClaim: use.goods?.claim), quantity: use.quantity)
        }
      }
    }
  }

  private func drawRows(_ activity: Activity) -> [DrawRow] {
    activity.states { t, state, recourse in
      recourse.drawn.enumerated().compactMap { index, quantity in
        guard quantity > 0 else { return nil }
        return DrawRow(
          period: periodName(t), scenario: scenarioName(state),
          location: dataset.buffers[index].location, product: dataset.buffers[index].product,
          quantity: quantity)
      }
    }
  }
}
