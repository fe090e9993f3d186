package import Modeling
import SupplyData
package import SupplyNetwork

/// The master of the decomposition: the first stage, the normal state of each period, policies and risk; of each
/// scenario only what it costs and what sales it loses, as two columns that cuts bound from below.
///
/// The normal state carries most of the cost and all policies on flows, so it stays whole (a *partial* Benders
/// decomposition, Crainic, Hewitt, Maggioni and Rei 2021, doi:10.1287/trsc.2020.1022). Its gates are not in the program:
/// they are rows to be added when they are violated.
package struct MasterProgram: Sendable {
  /// What stands for a scenario, or an outage to be survived, in a period.
  package struct Estimate: Sendable {
    /// The period.
    package var period: Int
    /// The state, by its index in the network; never the normal one.
    package var state: Int
    /// `A_t · π`: what a unit of operating cost weighs; 0 for an event of probability 0.
    package var weight: Double
    /// θ, weighted money: at least what the scenario costs; `nil` where it weighs nothing.
    package var cost: LinearProgram.ColumnID?
    /// v, share of a year's sales; `nil` in a period without demand.
    package var loss: LinearProgram.ColumnID?
    /// The greatest v: nothing is delivered.
    package var greatestLoss: Double
    /// The greatest v that a survivability constraint allows; `nil` where none asks.
    package var mostLost: Double?
    /// The v from which on it exceeds a survivability constraint that may be exceeded; `nil` where none asks.
    package var relaxed: Double?
  }

  /// The network it designs.
  package let network: Network
  /// What is asked; objective and cap are not in the program.
  package let question: DesignQuestion
  package let incidence: Incidence
  package let stage: FirstStage
  /// The normal state, by period.
  package let blocks: [RecourseBlock]
  /// The program; its objective is the total cost.
  package private(set) var program: LinearProgram
  /// Total discounted cost.
  package let cost: LinearExpression
  /// Sales at risk R.
  package let salesAtRisk: LinearExpression
  /// R once more, as a row whose upper bound is the cap.
  package let capRow: LinearProgram.RowID
  /// How far the rule is exceeded that may be; `nil` where none may.
  package let excess: ExcessPart?
  /// The scenarios, by period, then by state.
  package let estimates: [Estimate]
  /// The first stage that binds a period's blocks, by period: y by facility, n by module, z by buffer, w by contract.
  package let stageColumns: [[LinearProgram.ColumnID]]
  /// Rows that hold in every plan but are not in the program: the gates of the normal state.
  package let links: [LinearProgram.Row]
  /// The rows of shares in the normal state.
  package let shares: [ShareRow]

  package init(network: Network, question: DesignQuestion) {
    self.network = network
    self.question = question
    let incidence = Incidence(network)
    let horizon = Horizon(network.dataset.settings)
    var program = LinearProgram(name: network.dataset.settings.name)
    let stage = FirstStage(
      network: network, horizon: horizon, choice: question.firstStage, in: &program)
    var blocks: [RecourseBlock] = []
    var links: [LinearProgram.Row] = []
    for t in 0..<horizon.count {
      let context = RecourseContext(
        network: network, incidence: incidence, period: t, state: 0,
        stage: stage.binding(period: t), form: .gates,
        weight: horizon.yearly[t] * network.states[0].weight)
      let block = context.addBlock(to: &program)
      blocks.append(block)
      let gates = context.gates(block)
      for gate in gates { program.limit(gate.columns, to: gate.most) }
      links += gates.flatMap { context.rows(for: $0) }
    }
    let excess = ExcessPart(question, network.dataset, in: &program)
    self.excess = excess
    shares =
      question.firstStage.bindsPolicies
      ? PolicyPart(network: network, incidence: incidence)
        .add(to: &program, stage, blocks, elastic: excess)
      : []
    ServicePart(network: network, question: question).add(to: &program, blocks, elastic: excess)
    if question.firstStage.isSearched {
      for (t, block) in blocks.enumerated() {
        CapacityCoverPart(network: network).add(to: &program, stage.binding(period: t), block)
      }
    }

    var estimates: [Estimate] = []
    let isElastic = { (constraint: PolicyConstraint) in excess?.eases(constraint) ?? false }
    let mostLost = SurvivalPart(network: network) { !isElastic($0) }.mostLost
    let relaxedLoss = SurvivalPart(network: network, where: isElastic).mostLost
    let risk = RiskPart(network: network, horizon: horizon, measure: question.measure)
    salesAtRisk = risk.addMeasures(to: &program) { t, program in
      network.states.indices.dropFirst().compactMap { index in
        var estimate = Self.estimate(network, incidence, period: t, state: index, &program)
        if let column = estimate.loss, let most = mostLost[t][index],
          question.firstStage.bindsPolicies
        {
          estimate.mostLost = most
          program.limit([column], to: most)
        }
        if let column = estimate.loss, let most = relaxedLoss[t][index], let excess,
          question.firstStage.bindsPolicies
        {
          estimate.relaxed = most
          let beyond = excess.relaxed(LinearExpression(1, column))
          program.addRow("relaxed[\(t),\(index)]", beyond, to: most)
        }
        estimates.append(estimate)
        guard let scenario = network.states[index].scenario else { return nil }
        return estimate.loss.map { (scenario, LinearExpression(1, $0)) }
      }
    }
    excess?.limit(in: &program)
    capRow = program.addRow("cap", salesAtRisk)
    cost = program.objective
    self.program = program
    self.incidence = incidence
    self.stage = stage
    self.blocks = blocks
    self.estimates = estimates
    self.links = links
    stageColumns = (0..<horizon.count).map { t in
      let binding = stage.binding(period: t)
      return binding.all.compactMap { $0.terms.first?.column }
    }
  }

  private static func estimate(
    _ network: Network, _ incidence: Incidence, period t: Int, state index: Int,
    _ program: inout LinearProgram
  ) -> Estimate {
    let state = network.states[index]
    let weight = Horizon(network.dataset.settings).yearly[t] * state.weight
    let lost = SalesLost(network: network, period: t, state: state)
    let greatest = lost.map { lost in
      network.demands.enumerated().reduce(0.0) { sum, demand in
        sum + demand.element.shortageCost[t] * demand.element.quantity[t]
          * (1 + state.demandChanges[demand.offset])
      } / lost.shortagePerUnit
    }
    let key = "[\(t),\(index)]"
    return Estimate(
      period: t, state: index, weight: weight,
      cost: weight > 0
        ? program.addColumn(
          "cost\(key)",
          to: weight
            * FlowBounds(network: network, incidence: incidence, state: state, period: t)
            .greatestOperatingCost, cost: 1)
        : nil,
      loss: greatest.map { program.addColumn("loss\(key)", to: $0) },
      greatestLoss: greatest ?? 0)
  }
}

extension LinearProgram {
  /// Lowers the upper bounds of columns.
  mutating func limit(_ indices: [ColumnID], to most: Double) {
    for index in indices {
      let column = columns[index.index]
      setBounds(of: index, from: column.lower, to: min(column.upper, most))
    }
  }
}

extension RecourseContext {
  /// The rows that a gate stands for.
  func rows(for gate: Gate) -> [LinearProgram.Row] {
    let gatekeepers: [LinearExpression]
    switch gate.key {
    case .facility(let facility): gatekeepers = [stage.open[facility]]
    case .maker(let facility): gatekeepers = [stage.open[facility], modules(of: facility)]
    case .stock(let buffer): gatekeepers = [stage.stock[buffer]]
    case .contract(let contract): gatekeepers = [stage.signed[contract]]
    }
    return gatekeepers.enumerated().map { index, gatekeeper in
      var excess = LinearExpression()
      for column in gate.columns { excess.add(1, column) }
      excess.add(gatekeeper, times: -gate.most)
      let compact = excess.compacted()
      return LinearProgram.Row(
        name: "\(gate.what),\(suffix),\(index)]", lower: -.infinity, upper: -compact.constant,
        terms: compact.terms)
    }
  }

  /// Σ n over the modules of a facility.
  private func modules(of facility: Int) -> LinearExpression {
    var sum = LinearExpression()
    for module in network.modulesOfFacility[facility] { sum.add(stage.count[module]) }
    return sum
  }
}
