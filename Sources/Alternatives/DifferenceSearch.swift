import NetworkDesign
import SupplyPlan

/// Plans within the limit, one after another, each as unlike all before it as it can be: the greatest least distance, by
/// bisection on whole distances.
///
/// Plans found raise the distance from below; that all plans at a distance are too dear lowers it from above. What all plans
/// within the limit agree on counts for nothing, so the search begins below all that they may differ in.
struct DifferenceSearch {
  /// Most plans to show.
  let count: Int

  /// - Parameters:
  ///   - known: the plans known, which grow.
  ///   - result: its plans grow; its greatest further distance falls.
  func run(_ known: inout KnownPlans, _ result: inout NearBest) throws(PlanningError) {
    while result.plans.count < count, result.greatestFurtherDistance > 0 {
      let found = try next(&known, &result)
      guard let found else { return }
      result.plans.append(found)
      known.shown += 1
      known.tell()
    }
    // What is left, said of all that are shown.
    _ = try greatest(&known, &result)
  }

  /// The plan that differs most from all shown; `nil` where none is known that differs at all.
  private func next(_ known: inout KnownPlans, _ result: inout NearBest) throws(PlanningError)
    -> NearBest.Alternative?
  {
    let (distance, witness) = try greatest(&known, &result)
    guard distance > 0, let witness else { return nil }
    let shown = footprints(result, known)
    var plan = witness
    // Of all that differ so much, the cheapest.
    let answer = try known.ask(
      shown.map { .unlike($0.open, distance: distance) }, neighbours: [witness], isLeast: true)
    if case .found(let cheaper) = answer, (cheaper.cost ?? .infinity) < (plan.cost ?? .infinity),
      least(Footprint(cheaper, in: known.dataset), shown) >= distance
    {
      plan = cheaper
    }
    return NearBest.Alternative(
      plan: plan, distance: least(Footprint(plan, in: known.dataset), shown),
      greatestDistance: result.greatestFurtherDistance)
  }

  /// The greatest distance from all shown that a known plan has, once no solve can raise it; the bound goes into `result`.
  private func greatest(_ known: inout KnownPlans, _ result: inout NearBest)
    throws(PlanningError) -> (distance: Int, witness: Plan?)
  {
    let shown = footprints(result, known)
    var (reached, witness) = farthest(known, shown)
    // Above it nothing more is asked: proven to be out of reach, or not decided.
    var ceiling = result.greatestFurtherDistance
    while reached < ceiling {
      let asked = (reached + ceiling + 1) / 2
      let answer = try known.ask(shown.map { .unlike($0.open, distance: asked) })
      switch answer {
      case .found:
        let before = reached
        (reached, witness) = farthest(known, shown)
        // A plan is as far as was asked; if not, nothing more can be learnt here.
        if reached <= before { return (reached, witness) }
      case .beyond, .impossible:
        ceiling = asked - 1
        result.greatestFurtherDistance = ceiling
      case .undecided: ceiling = asked - 1
      }
    }
    return (reached, witness)
  }

  private func footprints(_ result: NearBest, _ known: KnownPlans) -> [Footprint] {
    result.plans.map { Footprint($0.plan, in: known.dataset) }
  }

  private func least(_ footprint: Footprint, _ shown: [Footprint]) -> Int {
    shown.map { footprint.distance(to: $0) }.min() ?? 0
  }

  /// The known plan farthest from all shown; the cheapest of several.
  private func farthest(_ known: KnownPlans, _ shown: [Footprint]) -> (Int, Plan?) {
    var best: (distance: Int, plan: Plan)?
    for (plan, footprint) in known.plans {
      let distance = least(footprint, shown)
      let isCheaper = (plan.cost ?? .infinity) < (best?.plan.cost ?? .infinity)
      if best.map({ (distance, isCheaper ? 1 : 0) > ($0.distance, 0) }) ?? true {
        best = (distance, plan)
      }
    }
    return (best?.distance ?? 0, best?.plan)
  }
}
