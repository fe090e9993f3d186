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
      buffers: stockRows(activity), incentives: grantRows(activity),
      scenarios: lossRows(losses), outages: outageRows(losses),
      mix: PlacementShares(network: network).rows(activity),
      broken: design.question.firstStage.bindsPolicies ? nil : BrokenRules(design).rows,
      solve: solve,
      flows: flowRows(activity), production: productionRows(activity), draws: drawRows(activity))
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
        return FlowRow(
          period: periodName(t), scenario: scenarioName(state),
          origin: dataset.facilities[flow.origin].id,
          destination: network.id(of: flow.destination),
          mode: dataset.modes[network.lanes[flow.lane].mode].id,
          product: dataset.products[flow.product].id, madeIn: dataset.countries[flow.madeIn].id,
          quantity: quantity, freight: quantity * flow.freight,
          duty: quantity * cost.duty(of: index, in: network.states[state]))
      }
    }
  }

  private func productionRows(_ activity: Activity) -> [ProductionFlowRow] {
    activity.states { t, state, recourse in
      recourse.produced.enumerated().compactMap { index, quantity in
        guard quantity > 0 else { return nil }
        let recipe = network.recipes[index]
        return ProductionFlowRow(
          period: periodName(t), scenario: scenarioName(state),
          facility: dataset.facilities[recipe.facility].id,
          product: dataset.products[recipe.product].id, quantity: quantity)
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
