import Modeling
import NetworkDesign

/// All that one design can do: its least cost as a function of the risk.
///
/// With the whole numbers fixed a plan is a linear program, so the function is convex and piecewise linear. Its vertices
/// are found by the weighted sums of Aneja and Nair (1979, doi:10.1287/mnsc.25.1.73): between two points, the price at
/// which both are worth the same either finds a vertex below their chord or proves the chord.
struct ParametricSlice {
  let session: DecompositionSession
  let design: Design
  /// A vertex counts where it lies below its chord by this share of what the cost falls over the whole slice.
  let leastBend: Double
  let limits: SolveLimits

  private struct Vertex {
    var risk: Double
    var cost: Double
    var candidate: Candidate
    /// A price of risk at which no plan is worth more, so that a line of that slope touches the curve here from below; `nil` where
    /// none is known.
    var price: Double?
  }

  /// The plans at the ends and at the vertices between, from the least risk to the greatest.
  func vertices(from lowRisk: Double, to highRisk: Double) -> [SolvedDesign] {
    let run = DecompositionRun(
      session: session, aim: Aim(objective: .cost(riskPrice: 0), cap: highRisk), gap: 1e-6,
      limits: limits, progress: nil)
    defer { session.known = run.state.pool.withoutRounding() }
    guard let right = vertex(run, Aim(objective: .cost(riskPrice: 0), cap: highRisk)) else {
      return []
    }
    guard lowRisk < right.risk - Self.riskTolerance, let left = left(run, lowRisk, right),
      left.risk < right.risk - Self.riskTolerance
    else { return plans([right], run) }
    var count = 2
    let inner = between(left, right, run, left.cost - right.cost, &count)
    return plans([left] + inner + [right], run)
  }

  /// The end of least risk: at `lowRisk`, or as near to it as the design gets.
  private func left(_ run: DecompositionRun, _ lowRisk: Double, _ right: Vertex) -> Vertex? {
    vertex(run, Aim(objective: .cost(riskPrice: 0), cap: lowRisk))
      ?? vertex(
        run, Aim(objective: .cost(riskPrice: Self.priceOfLeastRisk * abs(right.cost)), cap: nil))
  }

  /// Plans only of the vertices that count: solving all scenarios one by one takes ten times as long as finding a vertex.
  ///
  /// A plan may lose less than its vertex allows; of two that then have one risk the cheaper stays.
  private func plans(_ vertices: [Vertex], _ run: DecompositionRun) -> [SolvedDesign] {
    var kept: [(vertex: Vertex, solved: SolvedDesign)] = []
    for vertex in vertices {
      guard let (solved, losses) = run.evaluation.exactOperation(of: vertex.candidate) else {
        continue
      }
      var vertex = vertex
      vertex.risk = run.state.salesAtRisk(losses)
      if let last = kept.last?.vertex, vertex.risk <= last.risk + Self.riskTolerance {
        if vertex.cost >= last.cost { continue }
        kept.removeLast()
      }
      kept.append((vertex, solved))
    }
    return kept.map(\.solved)
  }

  /// - Parameter height: what the cost falls over the whole slice.
  private func between(
    _ left: Vertex, _ right: Vertex, _ run: DecompositionRun, _ height: Double, _ count: inout Int
  ) -> [Vertex] {
    let width = right.risk - left.risk
    let price = (left.cost - right.cost) / width
    guard width > Self.riskTolerance, depth(left, right) > leastBend * height,
      count < Self.mostVertices, limits.stopReason == nil
    else { return [] }
    guard let vertex = vertex(run, Aim(objective: .cost(riskPrice: price), cap: nil)),
      vertex.risk > left.risk, vertex.risk < right.risk
    else { return [] }
    let chord = left.cost - price * (vertex.risk - left.risk)
    guard chord - vertex.cost > leastBend * height else { return [] }
    count += 1
    return between(left, vertex, run, height, &count) + [vertex]
      + between(vertex, right, run, height, &count)
  }

  /// How far below their chord a vertex between two can lie at most: as far as where the lines meet that touch the curve at both.
  /// At the right one there is always a level line, since the curve falls.
  private func depth(_ left: Vertex, _ right: Vertex) -> Double {
    let width = right.risk - left.risk
    let drop = left.cost - right.cost
    let most = max(0, drop - (right.price ?? 0) * width)
    guard let steep = left.price else { return most }
    let slope = steep - (right.price ?? 0)
    return slope > 0 ? max(0, steep - drop / width) * min(width, most / slope) : 0
  }

  private func vertex(_ run: DecompositionRun, _ aim: Aim) -> Vertex? {
    run.retarget(aim)
    guard let candidate = run.evaluation.exactCandidate(design, .vertex) else { return nil }
    let risk = run.state.salesAtRisk(candidate.losses)
    let price =
      switch aim.objective {
      case .cost(let price): price
      case .risk, .excess: 0.0
      }
    return Vertex(
      risk: risk, cost: candidate.value - price * risk, candidate: candidate,
      price: aim.cap == nil ? price : nil)
  }

  private static let mostVertices = 12
  /// Price at which risk outweighs cost, in costs of the cheapest plan for all sales.
  private static let priceOfLeastRisk = 10.0
  /// Risks this near are one.
  private static let riskTolerance = 1e-7
}
