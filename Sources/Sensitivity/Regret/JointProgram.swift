import Modeling
import NetworkDesign

/// One first stage for several futures, each with its own recourse, policies, grants and cap on risk: their monoliths together.
struct JointProgram {
  /// The futures, the first of which names the shared columns.
  let futures: [Monolith]
  private let joint: JointFutures

  /// - Parameters:
  ///   - futures: with the same facilities, modules, buffers and periods in the same order.
  ///   - leastCosts: the least cost known in each future.
  ///   - weights: of the futures, adding up to 1.
  init(_ futures: [Monolith], leastCosts: [Double], weights: [Double], aim: RegretAim) {
    self.futures = futures
    joint = JointFutures(
      futures.map { JointFutures.Future($0.program, cost: $0.cost) },
      shared: futures.map(\.stageColumnCount).min() ?? 0, aim: aim, leastCosts: leastCosts,
      weights: weights)
  }

  var program: LinearProgram { joint.program }

  /// What is added to the regret in the objective.
  var offset: Double { joint.offset }

  /// The openings, modules and stocks at a point.
  func decisions(at point: [Double]) -> FixedDecisions { futures[0].decisions(at: point) }

  /// The program with openings and modules given.
  func settled(_ decisions: FixedDecisions) -> LinearProgram {
    var point = Array(repeating: 0.0, count: program.columns.count)
    for (place, value) in futures[0].point(of: decisions).prefix(futures[0].stageColumnCount)
      .enumerated()
    { point[place] = value }
    return program.withIntegersFixed(at: point)
  }

  /// Whether the futures' bounds contradict one another.
  var contradicts: Bool { joint.contradicts }
}
