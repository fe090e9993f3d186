import GLPK
import Modeling
import SupplyData
import SupplyNetwork
import TestDatasets

@testable import Decomposition
@testable import NetworkDesign

/// What a block truly costs and loses at a first stage: the formulation in rows that the monolith is made of, with the first
/// stage as constants, solved anew each time. It shares no gate, no dual and no basis with the decomposition.
struct TrueRecourse {
  let network: Network
  let period: Int
  let state: Int

  init(_ session: DecompositionSession, block: Int) {
    network = session.network
    period = session.master.estimates[block].period
    state = session.master.estimates[block].state
  }

  /// Least operating cost with a loss of at most v; `nil` where v cannot be kept.
  func leastCost(at stage: [Double], loss v: Double? = nil) throws -> Double? {
    var (program, loss) = program(at: stage)
    if let v { program.addRow("most", loss, to: v) }
    return try solve(program)
  }

  /// Least sales lost.
  func leastLoss(at stage: [Double]) throws -> Double {
    var (program, loss) = program(at: stage)
    program.minimise(loss)
    guard let least = try solve(program) else { throw NoRecourse() }
    return least
  }

  /// A block can always lose all its sales.
  struct NoRecourse: Error {}

  private func solve(_ program: LinearProgram) throws -> Double? {
    let solution = try GLPKSolver().solve(program)
    switch solution.termination {
    case .optimal: return solution.objective
    case .infeasible: return nil
    case .unbounded, .stopped: throw NoRecourse()
    }
  }

  private func program(at stage: [Double]) -> (LinearProgram, loss: LinearExpression) {
    let dataset = network.dataset
    let firstModule = dataset.facilities.count
    let firstStock = firstModule + dataset.capacity.count
    let firstContract = firstStock + dataset.buffers.count
    let constants = stage.map { LinearExpression($0) }
    let fixed = PeriodStage(
      open: Array(constants[..<firstModule]), count: Array(constants[firstModule..<firstStock]),
      stock: Array(constants[firstStock..<firstContract]),
      signed: Array(constants[firstContract...]))
    var program = LinearProgram(name: "recourse in rows")
    let context = RecourseContext(
      network: network, incidence: Incidence(network), period: period, state: state, stage: fixed,
      form: .rows(.perDestination), weight: 1)
    let block = context.addBlock(to: &program)
    let lost = SalesLost(network: network, period: period, state: network.states[state])
    return (program, lost?.expression(block) ?? LinearExpression())
  }
}

/// First stages of one period, whatever decisions and policies say: a cut must hold at all of them.
struct RandomStages {
  let network: Network
  var random: SplitMix64

  init(_ network: Network, seed: UInt64) {
    self.network = network
    random = SplitMix64(seed: seed)
  }

  /// Whole sites and modules, any stocks.
  mutating func whole() -> [Double] {
    let dataset = network.dataset
    let open = dataset.facilities.map { _ in random.percent(60) ? 1.0 : 0 }
    var count = [Double](repeating: 0, count: dataset.capacity.count)
    for (facility, modules) in network.modulesOfFacility.enumerated() where open[facility] == 1 {
      for module in modules {
        count[module] = Double(random.whole(0...dataset.capacity[module].maximum))
      }
    }
    return open + count + stocks()
  }

  /// Anything between none and all, as a relaxation has it.
  mutating func fractional() -> [Double] {
    network.dataset.facilities.map { _ in unit() }
      + network.dataset.capacity.map { unit() * Double($0.maximum) } + stocks()
  }

  /// From 0 to 1, both included.
  mutating func unit() -> Double { Double(random.whole(0...1000)) / 1000 }

  private mutating func stocks() -> [Double] {
    network.dataset.buffers.map { random.percent(30) ? 0 : unit() * $0.maximum }
  }
}
