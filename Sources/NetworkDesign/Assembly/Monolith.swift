public import Modeling
import SupplyData
public import SupplyNetwork

/// The whole problem as one program: the first stage, a recourse block for each period and state, the risk, and the policies.
public struct Monolith: Sendable {
  /// The network it designs.
  public let network: Network
  /// What is asked.
  public let question: DesignQuestion
  /// The program.
  public private(set) var program: LinearProgram
  /// Total discounted cost, whatever the program minimises.
  public let cost: LinearExpression
  /// Sales at risk R.
  public let salesAtRisk: LinearExpression
  /// How far the rule is exceeded that may be; `nil` where none may.
  let excess: ExcessPart?

  /// How many columns, the first ones, are decisions that futures have in common.
  package let stageColumnCount: Int

  let incidence: Incidence
  let stage: FirstStage
  /// By period, then by state.
  let blocks: [[RecourseBlock]]

  /// Assembles the program.
  ///
  /// - Parameters:
  ///   - network: the resolved network.
  ///   - question: what is asked.
  ///   - scenarioLinks: how strongly flows are tied to openings in scenarios; in the normal state they are tied for each
  ///     destination.
  public init(
    network: Network, question: DesignQuestion, scenarioLinks: LinkStrength = .perOrigin
  ) {
    self.network = network
    self.question = question
    let incidence = Incidence(network)
    let horizon = Horizon(network.dataset.settings)
    var program = LinearProgram(name: network.dataset.settings.name)
    let stage = FirstStage(
      network: network, horizon: horizon, choice: question.firstStage, in: &program)
    stageColumnCount = stage.commonColumnCount
    var blocks: [[RecourseBlock]] = []
    for t in 0..<horizon.count {
      let binding = stage.binding(period: t)
      blocks.append(
        network.states.indices.map { state in
          RecourseContext(
            network: network, incidence: incidence, period: t, state: state, stage: binding,
            form: .rows(state == 0 ? .perDestination : scenarioLinks),
            weight: horizon.yearly[t] * network.states[state].weight
          ).addBlock(to: &program)
        })
    }
    let excess = ExcessPart(question, network.dataset, in: &program)
    self.excess = excess
    if question.firstStage.bindsPolicies {
      PolicyPart(network: network, incidence: incidence)
        .add(to: &program, stage, blocks.map { $0[0] }, elastic: excess)
      let isElastic = { (constraint: PolicyConstraint) in excess?.eases(constraint) ?? false }
      SurvivalPart(network: network) { !isElastic($0) }.add(to: &program, blocks.flatMap { $0 })
      SurvivalPart(network: network, where: isElastic)
        .add(to: &program, blocks.flatMap { $0 }, elastic: excess)
    }
    ServicePart(network: network, question: question)
      .add(to: &program, blocks.map { $0[0] }, elastic: excess)
    RequirementsPart(question).add(to: &program, stage)
    if question.firstStage.isSearched {
      for t in 0..<horizon.count {
        CapacityCoverPart(network: network).add(
          to: &program, stage.binding(period: t), blocks[t][0])
      }
    }
    let risk = RiskPart(network: network, horizon: horizon, measure: question.measure)
    salesAtRisk = risk.add(to: &program, blocks.flatMap { $0 })
    if let cap = question.maxRisk {
      program.addRow("maxRisk", salesAtRisk, to: cap)
    }
    cost = program.objective
    if question.objective == .risk { program.minimise(salesAtRisk) }
    if let excess {
      excess.limit(in: &program)
      program.minimise(excess.expression)
    }
    self.program = program
    self.incidence = incidence
    self.stage = stage
    self.blocks = blocks
  }

  /// The same program with sales at risk capped and the cost minimised.
  func minimisingCost(maxRisk: Double) -> LinearProgram {
    var program = program
    program.minimise(cost)
    program.addRow("maxRisk2", salesAtRisk, to: maxRisk)
    return program
  }

  /// The openings, modules, stocks and contracts at a point, of which only the first ``stageColumnCount`` numbers count.
  package func decisions(at point: [Double]) -> FixedDecisions {
    stage.decisions(at: point, for: network.dataset)
  }

  /// A point in which nothing but openings, modules and contracts counts.
  package func point(of decisions: FixedDecisions) -> [Double] {
    var point = Array(repeating: 0.0, count: program.columns.count)
    stage.set(decisions, of: network, in: &point)
    return point
  }
}
