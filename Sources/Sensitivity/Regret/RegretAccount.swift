package import NetworkDesign
package import SupplyData
package import SupplyPlan
import Wording

/// What a search for regrets found, told with names for places.
package struct RegretAccount {
  /// A future, as it is told.
  package struct Future {
    let name: String
    let dataset: Dataset
    let reference: Plan.DatasetReference
    let value: AxisValue?

    /// - Parameter value: the value of the one axis of its sweep, where it has one.
    package init(
      name: String, dataset: Dataset, reference: Plan.DatasetReference, value: AxisValue?
    ) {
      self.name = name
      self.dataset = dataset
      self.reference = reference
      self.value = value
    }
  }

  private let futures: [Future]
  private let question: DesignQuestion
  private let weights: [Double]
  private let gap: Double

  /// - Parameters:
  ///   - futures: what was searched, one or more.
  ///   - weights: how likely they are, adding up to 1.
  ///   - gap: relative gap within which costs are proved.
  package init(futures: [Future], question: DesignQuestion, weights: [Double], gap: Double) {
    self.futures = futures
    self.question = question
    self.weights = weights
    self.gap = gap
  }

  /// The record.
  package func record(_ result: RegretResult, seconds: Double) -> RegretRecord {
    let isSolved = !result.candidates.isEmpty && result.stopReason == nil
    let plans = result.candidates.enumerated().map { plan($1, place: $0, result) }
    func proof(_ proof: RegretResult.Proof, _ regret: (RegretRecord.Plan) -> Double?)
      -> RegretRecord.Proof
    {
      let rated = plans.enumerated().compactMap { place, plan in regret(plan).map { (place, $0) } }
      return RegretRecord.Proof(
        bound: proof.bound, isInfeasible: proof.isInfeasible,
        plan: rated.min { $0.1 < $1.1 }?.0, reason: proof.reason)
    }
    return RegretRecord(
      currency: futures.first?.dataset.settings.currency ?? "", maxRisk: question.maxRisk,
      measure: question.measure.name, level: question.measure.level, gap: gap,
      futures: futures.enumerated().map { place, future in
        let best = result.best.indices.contains(place) ? result.best[place] : nil
        return RegretRecord.Future(
          name: future.name, dataset: future.reference, weight: weights[place],
          cost: best?.cost == nil ? nil : result.leastCost(place), bound: best?.bound,
          isInfeasible: result.infeasibleFutures.contains(place))
      },
      plans: plans,
      leastGreatest: proof(result.greatest) { $0.greatestRegret?.atLeast },
      leastExpected: proof(result.expected) { $0.expectedRegret?.atLeast },
      breakEvens: isSolved ? breakEvens(plans) : [], axis: isSolved ? axis(plans) : nil,
      seconds: seconds, stopReason: result.stopReason)
  }

  private func plan(_ candidate: RegretResult.Candidate, place: Int, _ result: RegretResult)
    -> RegretRecord.Plan
  {
    let dataset = futures[0].dataset
    let bestOf = candidate.origins.compactMap { origin -> Int? in
      if case .best(let future) = origin { future } else { nil }
    }
    let open = candidate.decisions.open ?? []
    let entries = candidate.entries.enumerated().map { future, entry -> RegretRecord.Entry in
      let regret = result.regret(candidate, future).map(interval)
      return switch entry {
      case .plan(let plan):
        RegretRecord.Entry(
          cost: plan.cost, salesAtRisk: plan.risk.salesAtRisk, regret: regret, refusal: nil,
          isInfeasible: false)
      case .infeasible(let refusal):
        RegretRecord.Entry(
          cost: nil, salesAtRisk: nil, regret: nil, refusal: words(refusal), isInfeasible: true)
      case .unknown(let reason):
        RegretRecord.Entry(
          cost: nil, salesAtRisk: nil, regret: nil, refusal: "not solved: \(reason)",
          isInfeasible: false)
      }
    }
    return RegretRecord.Plan(
      name: name(candidate.origins, bestOf), bestOf: bestOf,
      footprint: dataset.settings.periods.enumerated().map { t, period in
        FlipRecord.Openings(
          period: period.id,
          open: dataset.facilities.indices.filter { open[$0][t] }.map { dataset.facilities[$0].id })
      },
      entries: entries, greatestRegret: result.greatestRegret(candidate).map(interval),
      expectedRegret: result.expectedRegret(candidate).map(interval),
      ownWeight: bestOf.count == 1 ? ownWeight(place, future: bestOf[0], result) : nil)
  }

  /// What a first stage is called by where it comes from.
  private func name(_ origins: [RegretResult.Origin], _ bestOf: [Int]) -> String {
    var words: [String] = []
    if let first = bestOf.first {
      let more = bestOf.count > 1 ? " and \(bestOf.count - 1) more" : ""
      words.append("best of \(futures[first].name)\(more)")
    }
    if origins.contains(.leastGreatestRegret) { words.append("least greatest regret") }
    if origins.contains(.leastExpectedRegret) { words.append("least expected regret") }
    return words.joined(separator: ", ")
  }

  private func interval(_ pair: (atLeast: Double, atMost: Double)) -> RegretRecord.Interval {
    RegretRecord.Interval(atLeast: pair.atLeast, atMost: pair.atMost)
  }

  private func words(_ refusal: RegretResult.Refusal) -> String {
    switch refusal {
    case .aboveCap(let risk):
      "its least sales at risk are \(Text.percent(risk)), above the cap of \(Text.percent(question.maxRisk ?? 0))"
    case .rules: "it breaks decisions, policies or limits of this future"
    }
  }

  /// Among the plans that are possible in every future.
  private func ownWeight(_ place: Int, future: Int, _ result: RegretResult)
    -> RegretRecord.Interval?
  {
    let regrets = result.candidates.map { candidate in
      weights.indices.map { result.regret(candidate, $0)?.atLeast }
    }
    let possible = regrets.indices.filter { !regrets[$0].contains(nil) }
    guard let own = possible.firstIndex(of: place) else { return nil }
    return BreakEvenWeights.ownWeights(
      of: own, in: future, regrets: possible.map { regrets[$0].compactMap(\.self) },
      weights: weights
    ).map { RegretRecord.Interval(atLeast: $0.lowerBound, atMost: $0.upperBound) }
  }

  private func breakEvens(_ plans: [RegretRecord.Plan]) -> [RegretRecord.BreakEven] {
    var breakEvens: [RegretRecord.BreakEven] = []
    for first in futures.indices {
      for second in futures.indices where second > first {
        func regret(_ best: Int, _ future: Int) -> Double? {
          plans.first { $0.bestOf.contains(best) }?.entries[future].regret?.atLeast
        }
        guard let a = regret(first, first), let b = regret(first, second),
          let c = regret(second, first), let d = regret(second, second),
          let weight = BreakEvenWeights.weightOfSecondFuture((a, b), (c, d))
        else { continue }
        breakEvens.append(
          RegretRecord.BreakEven(first: first, second: second, weightOfSecond: weight))
      }
    }
    return breakEvens
  }

  /// Which of the futures' plans is the best shown, value by value; `nil` where the futures are no sweep over one axis of numbers.
  private func axis(_ plans: [RegretRecord.Plan]) -> RegretRecord.Axis? {
    let values = futures.compactMap(\.value)
    let numbers = values.compactMap { Double($0.value) }
    guard numbers.count == futures.count, Set(values.map(\.axis)).count == 1,
      Set(numbers).count == numbers.count, let name = values.first?.axis
    else { return nil }
    var parts: [RegretRecord.Axis.Part] = []
    for future in futures.indices.sorted(by: { numbers[$0] < numbers[$1] }) {
      let costs = plans.map { $0.entries[future].cost ?? .infinity }
      guard let least = costs.min(), least.isFinite else { continue }
      func isBest(_ plan: Int) -> Bool { costs[plan] <= least * (1 + 1e-9) }
      if let last = parts.last, isBest(last.plan) {
        parts[parts.count - 1].to = numbers[future]
      } else if let plan = costs.indices.first(where: isBest) {
        parts.append(.init(from: numbers[future], to: numbers[future], plan: plan))
      }
    }
    return RegretRecord.Axis(name: name, values: numbers, parts: parts)
  }
}
