import Modeling
import NetworkDesign

/// All that one design can do: its least cost as a function of the risk.
///
/// With the whole numbers fixed a plan is a linear program, so the function is convex and piecewise linear. Its vertices
/// are found by the weighted sums of Aneja and Nair (1979, doi:10.1287/mnsc.25.1.73): between two points, the price at
/// which both are worth the same either finds a vertex below their chord or proves the chord.
struct DesignSlice {
  let session: DecompositionSession
  let design: Design
  let limits: SolveLimits

  private struct Vertex {
    var risk: Double
    var cost: Double
    var solved: SolvedDesign
  }

  /// The plans at the ends and at the vertices between, from the least risk to the greatest.
  func vertices(from lowRisk: Double, to highRisk: Double) -> [SolvedDesign] {
    let run = DecompositionRun(
      session: session, aim: Aim(objective: .cost(riskPrice: 0), cap: highRisk), gap: 1e-6,
      limits: limits, progress: nil)
    defer { session.known = run.pool.withoutRounding() }
    guard let right = vertex(run, Aim(objective: .cost(riskPrice: 0), cap: highRisk)) else {
      return []
    }
    guard lowRisk < right.risk - Self.riskTolerance,
      let left = vertex(run, Aim(objective: .cost(riskPrice: 0), cap: lowRisk))
    else { return [right.solved] }
    var count = 2
    let inner = between(left, right, run, &count)
    return ([left] + inner + [right]).map(\.solved)
  }

  private func between(
    _ left: Vertex, _ right: Vertex, _ run: DecompositionRun, _ count: inout Int
  ) -> [Vertex] {
    let width = right.risk - left.risk
    let drop = left.cost - right.cost
    guard width > Self.riskTolerance, drop > 0, count < Self.mostVertices,
      limits.stopReason == nil
    else { return [] }
    let price = drop / width
    guard let vertex = vertex(run, Aim(objective: .cost(riskPrice: price), cap: nil)),
      vertex.risk > left.risk, vertex.risk < right.risk
    else { return [] }
    let chord = left.cost - price * (vertex.risk - left.risk)
    guard chord - vertex.cost > Self.worth * drop else { return [] }
    count += 1
    return between(left, vertex, run, &count) + [vertex] + between(vertex, right, run, &count)
  }

  private func vertex(_ run: DecompositionRun, _ aim: Aim) -> Vertex? {
    run.retarget(aim)
    guard let solved = run.exactDesign(of: design), let best = run.best else { return nil }
    let risk = run.salesAtRisk(best.losses)
    let price =
      switch aim.objective {
      case .cost(let price): price
      case .risk: 0.0
      }
    return Vertex(risk: risk, cost: best.value - price * risk, solved: solved)
  }

  private static let mostVertices = 12
  /// Risks this near are one.
  private static let riskTolerance = 1e-7
  /// A vertex counts where it lies below the chord by this share of the chord's drop.
  private static let worth = 1e-3
}
