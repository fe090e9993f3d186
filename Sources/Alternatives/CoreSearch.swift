import NetworkDesign
import SupplyData

/// What all plans within the limit do with each facility.
///
/// That all do it is proved by a solve: the least cost of doing otherwise has a bound beyond the limit. That not all do it is
/// shown by a plan, often one that an earlier question found.
struct CoreSearch {
  let dataset: Dataset

  func run(_ known: inout KnownPlans) throws(PlanningError) -> [CoreClaim] {
    var claims: [CoreClaim] = []
    for facility in dataset.facilities.indices {
      claims.append(try claim(facility, &known))
      known.settled += 1
      known.tell()
    }
    // A plan found later may decide what a solve could not.
    return claims.map { claim in
      guard claim.verdict == .undecided, isSeenBothWays(claim.facility, known) else {
        return claim
      }
      return CoreClaim(facility: claim.facility, verdict: .differs)
    }
  }

  private var periods: Int { dataset.settings.periods.count }

  private func isSeenBothWays(_ facility: Int, _ known: KnownPlans) -> Bool {
    let counts = known.plans.map { $0.footprint.periodsOpen(facility) }
    return counts.contains(0) && counts.contains { $0 > 0 }
  }

  private func claim(_ facility: Int, _ known: inout KnownPlans) throws(PlanningError)
    -> CoreClaim
  {
    switch dataset.facilities[facility].decision {
    case .open: return CoreClaim(facility: facility, verdict: .throughout, isForced: true)
    case .closed: return CoreClaim(facility: facility, verdict: .closed, isForced: true)
    case .consider: break
    }
    let counts = known.plans.map { $0.footprint.periodsOpen(facility) }
    if isSeenBothWays(facility, known) {
      return CoreClaim(facility: facility, verdict: .differs)
    }
    if counts.allSatisfy({ $0 == 0 }) {
      return try judged(facility, .closed, .atLeast, 1, &known)
    }
    // The stronger claim first; it implies the other.
    if periods > 1, counts.allSatisfy({ $0 == periods }) {
      let claim = try judged(facility, .throughout, .atMost, periods - 1, &known)
      if claim.verdict == .throughout { return claim }
      if isSeenBothWays(facility, known) {
        return CoreClaim(facility: facility, verdict: .differs)
      }
    }
    return try judged(facility, periods == 1 ? .throughout : .open, .atMost, 0, &known)
  }

  /// The claim `verdict`, judged by asking for a plan that is open otherwise.
  private func judged(
    _ facility: Int, _ verdict: CoreClaim.Verdict, _ sense: Comparison, _ count: Int,
    _ known: inout KnownPlans
  ) throws(PlanningError) -> CoreClaim {
    switch try known.ask([.open(facility, of: periods, sense, count)]) {
    case .found: CoreClaim(facility: facility, verdict: .differs)
    case .beyond(let bound):
      CoreClaim(facility: facility, verdict: verdict, otherwiseAtLeast: bound)
    case .impossible: CoreClaim(facility: facility, verdict: verdict, isForced: true)
    case .undecided(let bound):
      CoreClaim(facility: facility, verdict: .undecided, otherwiseAtLeast: bound)
    }
  }
}
