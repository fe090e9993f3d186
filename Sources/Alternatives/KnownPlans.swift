import NetworkDesign
import SupplyData
import SupplyPlan

/// The plans within the limit that have been found: each answers other questions without a solve.
struct KnownPlans {
  let dataset: Dataset
  let limit: CostLimit
  /// The plans with their footprints, in the order in which they were found.
  private(set) var plans: [(plan: Plan, footprint: Footprint)]
  /// Programs solved.
  private(set) var solves = 0
  /// Whether a question was left open.
  private(set) var hasUndecided = false
  /// Facilities that are settled, for the progress.
  var settled = 0
  /// Plans to be shown, for the progress.
  var shown = 1
  private let told: (NearBestProgress) -> Void

  init(
    dataset: Dataset, limit: CostLimit, first: Plan, told: @escaping (NearBestProgress) -> Void
  ) {
    self.dataset = dataset
    self.limit = limit
    plans = [(first, Footprint(first, in: dataset))]
    self.told = told
  }

  /// Asks, and keeps a plan that is found.
  ///
  /// - Parameters:
  ///   - requirements: what is asked of the openings.
  ///   - neighbours: plans that meet them.
  ///   - isLeast: whether the least cost is of interest.
  mutating func ask(
    _ requirements: [OpeningRequirement], neighbours: [Plan] = [], isLeast: Bool = false
  ) throws(PlanningError) -> CostLimit.Answer {
    if limit.limits.stopReason != nil {
      hasUndecided = true
      return .undecided(nil)
    }
    let answer = try limit.ask(requirements, neighbours: neighbours, isLeast: isLeast)
    solves += 1
    switch answer {
    case .found(let plan): plans.append((plan, Footprint(plan, in: dataset)))
    case .undecided: hasUndecided = true
    case .beyond, .impossible: break
    }
    tell()
    return answer
  }

  func tell() {
    told(NearBestProgress(solves: solves, facilities: settled, plans: shown))
  }
}
