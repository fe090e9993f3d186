import FrontierSearch
import GLPK
import Modeling

/// Answers by programs that GLPK solves: the program's objective is the cost, an expression is the risk.
struct ProgramOracle: FrontierOracle {
  /// With the cost as its objective.
  var program: LinearProgram
  var risk: LinearExpression
  /// Whether cost and risk take whole values alone; then bounds may be rounded up.
  var isWhole: Bool
  /// Whether weighted sums are answered, and slices where all is linear, so that there is but one design.
  var hasSums = false

  func leastCost(
    maxRisk: Double?, gap: Double, neighbours: [[Double]], limits: SolveLimits
  ) -> FrontierAnswer<[Double]> {
    var capped = program
    if let maxRisk { capped.addRow("cap", risk, to: isWhole ? maxRisk.rounded(.down) : maxRisk) }
    return answer(capped, then: risk, gap, limits)
  }

  func leastRisk(gap: Double, limits: SolveLimits) -> FrontierAnswer<[Double]> {
    var turned = program
    turned.minimise(risk)
    return answer(turned, then: program.objective, gap, limits)
  }

  func leastWeightedSum(
    riskPrice: Double, gap: Double, neighbours: [[Double]], limits: SolveLimits
  ) -> FrontierAnswer<[Double]>? {
    guard hasSums else { return nil }
    var sum = program.objective
    for term in risk.terms { sum.add(riskPrice * term.coefficient, term.column) }
    var weighted = program
    weighted.minimise(sum)
    var options = GLPKSolver.Options()
    options.relativeGap = 0
    let solution = try? GLPKSolver(options: options).solve(weighted, limits: limits)
    guard let point = solution?.point, let bound = solution?.bound ?? solution?.objective else {
      return .failed(reason: "no point", bound: nil)
    }
    return .found(plan(point), bound: bound)
  }

  /// By weighted sums between the plans at the two ends.
  func slice(through plan: [Double], from lowRisk: Double, to highRisk: Double, limits: SolveLimits)
    -> [FrontierPlan<[Double]>]
  {
    guard hasSums, !isWhole else { return [] }
    let ends = [lowRisk, highRisk].compactMap {
      leastCost(maxRisk: $0, gap: 0, neighbours: [], limits: limits).plan
    }
    guard ends.count == 2, lowRisk < highRisk else { return Array(ends.prefix(1)) }
    return [ends[0]] + inner(ends[0], ends[1]) + [ends[1]]
  }

  private func inner(_ safe: FrontierPlan<[Double]>, _ cheap: FrontierPlan<[Double]>)
    -> [FrontierPlan<[Double]>]
  {
    let price = (safe.cost - cheap.cost) / (cheap.risk - safe.risk)
    let answer = leastWeightedSum(riskPrice: price, gap: 0, neighbours: [], limits: .init())
    guard let plan = answer?.plan,
      plan.cost + price * plan.risk < safe.cost + price * safe.risk - 1e-6
    else { return [] }
    return inner(safe, plan) + [plan] + inner(plan, cheap)
  }

  private func answer(
    _ first: LinearProgram, then second: LinearExpression, _ gap: Double, _ limits: SolveLimits
  ) -> FrontierAnswer<[Double]> {
    do throws(GLPKError) {
      return isWhole
        ? try integerAnswer(first, then: second, limits)
        : try linearAnswer(first, then: second, limits)
    } catch {
      return .failed(reason: "\(error)", bound: nil)
    }
  }

  private func linearAnswer(
    _ first: LinearProgram, then second: LinearExpression, _ limits: SolveLimits
  ) throws(GLPKError) -> FrontierAnswer<[Double]> {
    let both = try GLPKSolver().solveLexicographically(first, then: second, limits: limits)
    if both.first.termination == .infeasible { return .infeasible }
    guard let point = both.second.point else { return .failed(reason: "no point", bound: nil) }
    return .found(plan(point), bound: program.objectiveValue(at: point))
  }

  /// Solved to the end, whatever the gap: the frontiers of these programs are compared exactly.
  private func integerAnswer(
    _ first: LinearProgram, then second: LinearExpression, _ limits: SolveLimits
  ) throws(GLPKError) -> FrontierAnswer<[Double]> {
    var options = GLPKSolver.Options()
    options.relativeGap = 0
    let solution = try GLPKSolver(options: options).solve(first, limits: limits)
    if solution.termination == .infeasible { return .infeasible }
    guard let objective = solution.objective, let point = solution.point else {
      return .failed(reason: "no point", bound: nil)
    }
    var tied = first
    tied.addRow("tie", first.objective, to: objective + 0.5)
    tied.minimise(second)
    options.start = point
    let tie = try GLPKSolver(options: options).solve(tied, limits: limits)
    let best = plan(tie.point ?? point)
    // Of the least risk it is the second solve that bounds the cost.
    let isCost = second == risk
    let bound = (isCost ? solution.bound : tie.bound) ?? -.infinity
    return .found(best, bound: (bound - 1e-6).rounded(.up))
  }

  private func plan(_ point: [Double]) -> FrontierPlan<[Double]> {
    let (cost, risk) = (program.objectiveValue(at: point), risk.value(at: point))
    return isWhole
      ? FrontierPlan(cost: cost.rounded(), risk: risk.rounded(), plan: point)
      : FrontierPlan(cost: cost, risk: risk, plan: point)
  }
}

extension FrontierAnswer {
  /// The plan, where one was found.
  var plan: FrontierPlan<Plan>? {
    if case .found(let plan, _, _) = self { plan } else { nil }
  }
}

/// Two objectives, both minimised.
struct Pair: Equatable, Comparable, CustomStringConvertible {
  var first: Double
  var second: Double

  init(_ first: Double, _ second: Double) {
    self.first = first
    self.second = second
  }

  static func < (left: Pair, right: Pair) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }

  var description: String { "(\(first), \(second))" }
}

extension Frontier {
  /// Costs and risks of its points, in rising cost.
  var pairs: [Pair] { points.map { Pair($0.cost, $0.risk) } }
}
