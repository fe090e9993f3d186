import GLPK
import Modeling
import NetworkDesign

/// One master for several futures: their masters with one first stage, and their regrets. Grants are of one future.
///
/// A cut of a block of one future holds here as it does there.
struct JointMaster: Sendable {
  /// The futures' masters, the first of which names the shared columns.
  let futures: [MasterProgram]
  /// The number of each future's first block among the blocks of all.
  let firstBlocks: [Int]
  private let joint: JointFutures

  /// - Parameters:
  ///   - futures: with the same facilities, modules, buffers and periods in the same order, measured in the same units.
  ///   - cap: on sales at risk in each of them.
  ///   - leastCosts: the least cost known in each future.
  ///   - weights: of the futures, adding up to 1.
  init(
    _ futures: [MasterProgram], aim: RegretAim, cap: Double?, leastCosts: [Double],
    weights: [Double]
  ) {
    self.futures = futures
    let capped = futures.map { future in
      var program = future.program
      program.setBounds(of: future.capRow, from: -.infinity, to: cap ?? .infinity)
      return JointFutures.Future(program, cost: future.cost)
    }
    joint = JointFutures(
      capped, shared: futures.map(\.stage.commonColumnCount).min() ?? 0, aim: aim,
      leastCosts: leastCosts, weights: weights)
    var first = 0
    firstBlocks = futures.map { future in
      defer { first += future.estimates.count }
      return first
    }
  }

  var program: LinearProgram { joint.program }

  /// The joint index of each future's columns.
  var indices: [[Int]] { joint.indices }

  /// What is added to the regret in the objective.
  var offset: Double { joint.offset }

  /// The column of the greatest regret.
  var regret: Int? { joint.regret }

  /// The objective where the futures cost so much.
  func objective(_ costs: [Double]) -> Double { joint.objective(costs) }

  /// A future's own columns at a point.
  func point(_ point: [Double], of future: Int) -> [Double] { indices[future].map { point[$0] } }

  /// A row of a future's pool as one of the joint pool.
  func entry(_ entry: CutPool.Entry, of future: Int) -> CutPool.Entry {
    var entry = entry
    entry.row.columns = entry.row.columns.map { Int32(indices[future][Int($0)]) }
    switch entry.kind {
    case .cost(let block): entry.kind = .cost(firstBlocks[future] + block)
    case .loss(let block): entry.kind = .loss(firstBlocks[future] + block)
    default: break
    }
    return entry
  }

  /// The links of all futures.
  var links: [CutPool.Entry] {
    futures.enumerated().flatMap { number, future in
      CutPool(future).entries.map { entry($0, of: number) }
    }
  }

  /// Whether the futures' bounds contradict one another.
  var contradicts: Bool { joint.contradicts }
}
