import SupplyData
import SupplyNetwork
import TestDatasets
import TestSnapshots
import Testing

@testable import Modeling
@testable import NetworkDesign

/// Each part of the formulation on a case of two nodes, as a linear program to be read.
///
/// A part that needs the columns of others gets them without their rows and costs.
@Suite("Parts of the formulation")
struct PartSnapshotTests {
  private static func network() throws -> Network { try Network(HandCase.twoNodes.read()) }

  /// The columns of the first stage, grants aside.
  private func firstStage(_ network: Network) -> (program: LinearProgram, stage: FirstStage) {
    let horizon = Horizon(network.dataset.settings)
    var program = LinearProgram(name: "part")
    var stage = FirstStage()
    OpeningPart(network: network, horizon: horizon, choice: .free).add(to: &program, &stage)
    ModulesPart(network: network, horizon: horizon, choice: .free).add(to: &program, &stage)
    StockPart(network: network, horizon: horizon, choice: .free).add(to: &program, &stage)
    strip(&program)
    return (program, stage)
  }

  /// Leaves only the columns, unbounded and free of cost, so that the text shows what comes after.
  private func strip(_ program: inout LinearProgram) {
    program.rows = []
    for index in program.columns.indices {
      program.columns[index].cost = 0
      program.columns[index].isInteger = false
      program.columns[index].lower = 0
      program.columns[index].upper = .infinity
    }
  }

  @Test("first stage: opening, modules, stock, incentives")
  func firstStageParts() throws {
    let network = try Self.network()
    let horizon = Horizon(network.dataset.settings)
    var stage = FirstStage()
    var program = LinearProgram(name: "opening")
    OpeningPart(network: network, horizon: horizon, choice: .free).add(to: &program, &stage)
    try expectSnapshot(program.lpText(), "parts/opening.lp")

    strip(&program)
    program.name = "modules"
    ModulesPart(network: network, horizon: horizon, choice: .free).add(to: &program, &stage)
    try expectSnapshot(program.lpText(), "parts/modules.lp")

    strip(&program)
    program.name = "incentives"
    IncentivesPart(network: network, horizon: horizon).add(to: &program, &stage)
    try expectSnapshot(program.lpText(), "parts/incentives.lp")

    var stock = LinearProgram(name: "stock")
    StockPart(network: network, horizon: horizon, choice: .free).add(to: &stock, &stage)
    try expectSnapshot(stock.lpText(), "parts/stock.lp")
  }

  @Test("the first stage of the current network is fixed")
  func currentNetwork() throws {
    let dataset = HandCase.twoNodes
      .replacing("facilities", "candidate", with: "existing")
      .replacing("capacity", "plant,line,100,0,2", with: "plant,line,100,1,2")
    let network = try Network(dataset.read())
    let horizon = Horizon(network.dataset.settings)
    var program = LinearProgram(name: "current network")
    var stage = FirstStage()
    OpeningPart(network: network, horizon: horizon, choice: .currentNetwork)
      .add(to: &program, &stage)
    ModulesPart(network: network, horizon: horizon, choice: .currentNetwork)
      .add(to: &program, &stage)
    StockPart(network: network, horizon: horizon, choice: .currentNetwork)
      .add(to: &program, &stage)
    try expectSnapshot(program.lpText(), "parts/current-network.lp")
  }

  /// The parts of a recourse block, one text each.
  @Test("recourse: flows, production, draws, demand, balance, links", arguments: [0, 1])
  func recourseParts(state: Int) throws {
    let network = try Self.network()
    var (program, stage) = firstStage(network)
    let context = RecourseContext(
      network: network, incidence: Incidence(network), period: 0, state: state,
      stage: stage.binding(period: 0), form: .rows(state == 0 ? .perDestination : .perOrigin),
      weight: network.states[state].weight)
    var block = RecourseBlock(period: 0, state: state)
    let folder = state == 0 ? "parts/normal" : "parts/strike"
    func expectPart(_ name: String, _ add: (inout LinearProgram) -> Void) throws {
      strip(&program)
      program.name = name
      add(&program)
      try expectSnapshot(program.lpText(), "\(folder)/\(name).lp")
    }
    try expectPart("flows") { FlowsPart(context: context).add(to: &$0, &block) }
    try expectPart("production") { ProductionPart(context: context).add(to: &$0, &block) }
    try expectPart("draws") { DrawsPart(context: context).add(to: &$0, &block) }
    try expectPart("demand") { DemandPart(context: context).add(to: &$0, &block) }
    try expectPart("balance") { BalancePart(context: context).add(to: &$0, &block) }
    try expectPart("links") { LinksPart(context: context).add(to: &$0, block) }
  }

  /// The first stage and all recourse blocks as columns.
  private func columns(_ network: Network) -> (LinearProgram, FirstStage, [RecourseBlock]) {
    var (program, stage) = firstStage(network)
    let incidence = Incidence(network)
    let horizon = Horizon(network.dataset.settings)
    IncentivesPart(network: network, horizon: horizon).add(to: &program, &stage)
    var blocks: [RecourseBlock] = []
    for t in 0..<horizon.count {
      for state in network.states.indices {
        blocks.append(
          RecourseContext(
            network: network, incidence: incidence, period: t, state: state,
            stage: stage.binding(period: t), form: .rows(.perOrigin), weight: 1
          ).addBlock(to: &program))
      }
    }
    strip(&program)
    return (program, stage, blocks)
  }

  @Test(
    "risk by each measure",
    arguments: [RiskMeasure.expected, .worst, .conditionalValueAtRisk(level: 0.75)])
  func risk(measure: RiskMeasure) throws {
    let network = try Self.network()
    var (program, _, blocks) = columns(network)
    program.name = "risk by \(measure.name)"
    let risk = RiskPart(
      network: network, horizon: Horizon(network.dataset.settings), measure: measure)
    program.minimise(risk.add(to: &program, blocks))
    try expectSnapshot(program.lpText(), "parts/risk-\(measure.name).lp")
  }

  @Test("policies, one row a period and product")
  func policy() throws {
    let network = try Self.network()
    var (program, stage, blocks) = columns(network)
    program.name = "policy"
    PolicyPart(network: network, incidence: Incidence(network))
      .add(to: &program, stage, blocks.filter { $0.state == 0 })
    try expectSnapshot(program.lpText(), "parts/policy.lp")
  }
}
