import Modeling
import NetworkDesign
import SupplyPlan

/// What a search knows so far. Places in the range are shares of it, from 0 to 1.
struct FlipRun {
  let search: FlipSearch
  let planner: FootprintPlanner
  let limits: SolveLimits
  let progress: (FlipProgress) -> Void

  /// Plans found.
  var lines: [CostLine] = []
  /// Footprints of plans found.
  var footprints: [Footprint] = []
  /// The least of ``lines``.
  var least = LeastOfLines([])
  /// Bounds of the least cost with all footprints.
  var any = ConcaveBound()
  /// Bounds of the least cost of each footprint.
  var own: [ConcaveBound] = []
  /// Bounds of the least cost of all other footprints.
  var others = ConcaveBound()
  /// Where others were asked for, and how many were left out.
  var asked: [(share: Double, excluded: Int)] = []
  /// Turns, by the footprints on both sides.
  var turns: [FlipTurn] = []
  var solves = 0
  var isInfeasible = false
  var stopReason: String?
  /// Whether a plan was found that is cheaper somewhere than all before it.
  var hasImproved = false

  init(
    search: FlipSearch, planner: FootprintPlanner, limits: SolveLimits,
    progress: @escaping (FlipProgress) -> Void
  ) {
    self.search = search
    self.planner = planner
    self.limits = limits
    self.progress = progress
  }

  func value(_ share: Double) -> Double {
    share == 1 ? search.high : search.low + share * (search.high - search.low)
  }

  /// The least cost of the plans found.
  func upper(_ share: Double) -> Double { lines.map { $0(share) }.min() ?? .infinity }

  /// The least cost of the plans found with a footprint.
  func upper(_ share: Double, of footprint: Int) -> Double {
    lines.filter { $0.footprint == footprint }.map { $0(share) }.min() ?? .infinity
  }

  /// What no plan with a footprint costs less than.
  func lower(_ share: Double, of footprint: Int) -> Double {
    max(own[footprint](share), any(share))
  }

  /// What no plan with a footprint that is not known costs less than.
  func lowerOfOthers(_ share: Double) -> Double { max(others(share), any(share)) }

  /// What no plan costs less than.
  func lower(_ share: Double) -> Double {
    footprints.indices.reduce(lowerOfOthers(share)) { min($0, lower(share, of: $1)) }
  }

  /// The band between plans and bounds, relative to the cost.
  func band(_ share: Double) -> Double {
    let cost = upper(share)
    return cost > 0 ? max(0, cost - lower(share)) / cost : 0
  }

  /// Two places nearer than this are one.
  var distance: Double { min(1e-9, search.tolerance / 100) }

  /// Asks for a plan, and takes note of it and its bound.
  mutating func solve(_ share: Double, _ choice: FootprintChoice) throws(PlanningError) {
    if let reason = limits.stopReason {
      stopReason = reason.description
      return
    }
    progress(
      FlipProgress(
        solves: solves, footprints: Set(least.parts.map { lines[$0.line].footprint }).count,
        band: least.breakpoints.map(band).max() ?? 1))
    let isOne = if case .only = choice { true } else { false }
    let plan = try planner.plan(
      at: value(share), choice, starts: starts(share, choice),
      gap: isOne ? search.footprintGap : search.gap, limits: limits)
    solves += 1
    if plan.cost != nil { note(plan) }
    let bound = plan.termination == .infeasible ? Double.infinity : plan.bound ?? 0
    switch choice {
    case .any:
      any.add(bound, at: share)
      if bound == .infinity { isInfeasible = true }
    case .only(let footprint):
      if let place = footprints.firstIndex(of: footprint) { own[place].add(bound, at: share) }
    case .except(let excluded):
      others.add(bound, at: share)
      asked.append((share, excluded.count))
    }
    if plan.termination == .stopped, let reason = limits.stopReason {
      stopReason = reason.description
    }
  }

  private mutating func note(_ plan: Plan) {
    let footprint = planner.footprint(of: plan)
    let place = footprints.firstIndex(of: footprint) ?? footprints.count
    if place == footprints.count {
      footprints.append(footprint)
      // What bounds all that was not known bounds this footprint too.
      own.append(others)
    }
    let costs = planner.costsAtEnds(of: plan)
    let line = CostLine(footprint: place, plan: plan, low: costs.low, high: costs.high)
    let isKnown = lines.contains { known in
      let scale = 1e-12 * max(abs(known.low), abs(known.high), 1)
      return known.footprint == place && abs(known.low - line.low) <= scale
        && abs(known.high - line.high) <= scale
    }
    if isKnown { return }
    let before = least
    let old = lines
    lines.append(line)
    least = LeastOfLines(lines)
    // Lower by more than the last digits somewhere: at a corner of what was the least before, or at one of what is now.
    let corners = before.breakpoints + least.breakpoints
    hasImproved =
      hasImproved
      || corners.contains { share in
        let cost = old.map { $0(share) }.min() ?? .infinity
        return line(share) < cost - FlipRun.negligible * abs(cost)
      }
  }

  /// Differences of costs that count as none, relative.
  static let negligible = 1e-9

  /// The cheapest plans there that the choice allows.
  private func starts(_ share: Double, _ choice: FootprintChoice) -> [Plan] {
    let allowed = lines.filter { line in
      switch choice {
      case .any: true
      case .only(let footprint): footprints[line.footprint] == footprint
      case .except(let excluded): !excluded.contains(footprints[line.footprint])
      }
    }
    return allowed.sorted { $0(share) < $1(share) }.prefix(2).map(\.plan)
  }

  /// Narrows the band until it is within the gap everywhere.
  mutating func narrow() throws(PlanningError) {
    for end in [0.0, 1] where stopReason == nil && !isInfeasible { try solve(end, .any) }
    while stopReason == nil, !isInfeasible {
      let open = least.breakpoints.filter { !any.isKnown(at: $0, within: distance) }
      guard let widest = open.max(by: { band($0) < band($1) }), band(widest) > search.gap else {
        return
      }
      try solve(widest, .any)
    }
  }
}
