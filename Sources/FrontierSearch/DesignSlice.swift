/// What one design attains: a plan that answers a question, and the vertices of the slice through it.
struct DesignSlice<Plan: Sendable>: Sendable {
  /// The number of the design.
  let design: Int
  /// Undominated, in rising cost; the whole of every segment between neighbours is attained.
  private(set) var plans: [FrontierPlan<Plan>]
  /// The risk and the cost of the plan that answers a question.
  let answer: FrontierBand.Corner

  /// - Parameters:
  ///   - design: the number of the design.
  ///   - answer: the plan that answers a question.
  ///   - vertices: of the slice through it, in any order; those that are no numbers are dropped.
  init(design: Int, answer: FrontierPlan<Plan>, vertices: [FrontierPlan<Plan>]) {
    self.design = design
    self.answer = .init(cost: answer.cost, risk: answer.risk)
    let finite = vertices.filter { $0.cost.isFinite && $0.risk.isFinite }
    plans = ([answer] + finite).sorted { ($0.cost, $0.risk) < ($1.cost, $1.risk) }
    plans = plans.reduce(into: []) { kept, plan in
      if kept.last.map({ plan.risk < $0.risk }) ?? true { kept.append(plan) }
    }
  }

  /// The curve the design attains.
  var curve: AttainedCurve {
    AttainedCurve(
      plans.map { FrontierBand.Corner(cost: $0.cost, risk: $0.risk, isJoined: true) })
  }

  /// Drops vertices that hardly bend the curve, as Ramer (1972) and Douglas and Peucker (1973) do: those whose chord passes
  /// within `share` of the box, in cost or in risk. A chord of a slice is attained like the slice itself. The answer stays.
  mutating func prune(share: Double, width: Double, height: Double) {
    guard plans.count > 2, width > 0, height > 0 else { return }
    var kept = Set([plans.startIndex, plans.endIndex - 1])
    if let answer = plans.firstIndex(where: { $0.cost == answer.cost && $0.risk == answer.risk }) {
      kept.insert(answer)
    }
    let fixed = kept.sorted()
    var open = Array(zip(fixed, fixed.dropFirst()))
    while let (first, last) = open.popLast() {
      let bends = (first + 1..<max(last, first + 1)).map { index in
        (index, bend(index, first, last, width: width, height: height))
      }
      guard let most = bends.max(by: { $0.1 < $1.1 }), most.1 >= share else { continue }
      kept.insert(most.0)
      open += [(first, most.0), (most.0, last)]
    }
    plans = kept.sorted().map { plans[$0] }
  }

  /// How far a plan lies from the chord of two others, as a share of the box: in cost or in risk, whichever is nearer.
  private func bend(_ index: Int, _ first: Int, _ last: Int, width: Double, height: Double)
    -> Double
  {
    let (cheap, plan, safe) = (plans[first], plans[index], plans[last])
    let slope = (safe.cost - cheap.cost) / (cheap.risk - safe.risk)
    let cost = abs(cheap.cost + slope * (cheap.risk - plan.risk) - plan.cost)
    return slope > 0 ? min(cost / height, cost / slope / width) : cost / height
  }
}
